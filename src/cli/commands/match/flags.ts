/** The flags and the help of `match`. */
import { Argument, Option } from 'commander';
import { applySettings } from '../../config/apply.ts';
import { choicesOf } from '../../config/choices.ts';
import { addCommand } from '../../flags/command.ts';
import { any, EVENT, format, inGroup, language, PATTERN_OR_FOLDER, RUN } from '../../flags/options.ts';
import { commandOf, type Registry } from '../../flags/registry.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import type { MatchOptions } from './run.ts';

export function addMatch(registry: Registry): void {
  const { session, whole } = registry;
  addCommand(registry, {
    name: 'match',
    description: 'test whether events match a pattern',
    arguments: [new Argument('<pattern>', PATTERN_OR_FOLDER), new Argument('<event...>', EVENT)],
    options: [
      any(),
      ...inGroup(
        RUN,
        new Option('--ndjson', 'files have an event on each line'),
        new Option(
          '--on-service',
          'ask the service, as `stream match` does with its flags; each event is a billed request',
        ),
      ),
      format(),
      ...language(),
    ],
    examples: ['match pattern.json event.json', 'match pattern.json events/*.json --any'],
    async run(options: MatchOptions & { onService?: true }, pattern: string, events: readonly string[]) {
      if (options.onService !== true) return (await import('./run.ts')).match(pattern, events, options, session);
      // The settings of streams define the address of the service.
      const service = commandOf(whole(), 'stream', 'match');
      await applySettings(service, session, choicesOf(whole));
      const flags = { ...service.opts<StreamFlags>(), ...options };
      return (await import('../../stream/match.ts')).match(pattern, events, flags, session);
    },
  });
}
