/** The flags and the help of `match`. */
import { Option } from 'commander';
import { applySettings } from '../../config/apply.ts';
import {
  EVENT,
  examples,
  format,
  inGroup,
  language,
  PATTERN_OR_FOLDER,
  RUN,
  withOptions,
} from '../../flags/options.ts';
import { commandOf, type Registry } from '../../flags/registry.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import type { MatchOptions } from './run.ts';

export function addMatch({ program, session, act }: Registry): void {
  const match = program.command('match').description('test whether events match a pattern');
  withOptions(
    match,
    ...inGroup(
      RUN,
      new Option('--any', 'one event that matches is enough'),
      new Option('--ndjson', 'files have an event on each line'),
      new Option(
        '--on-service',
        'ask the service, as `stream match` does with its flags; each event is a billed request',
      ),
    ),
    format(),
  );
  language(match)
    .argument('<pattern>', PATTERN_OR_FOLDER)
    .argument('<event...>', EVENT)
    .action(
      act(async (options: MatchOptions & { onService?: true }, pattern: string, events: readonly string[]) => {
        if (options.onService !== true) {
          return (await import('./run.ts')).match(pattern, events, options, session);
        }
        // The settings of streams define the address of the service.
        const service = commandOf(program, 'stream', 'match');
        await applySettings(service, session);
        return (await import('../../stream/match.ts')).match(
          pattern,
          events,
          { ...service.opts<StreamFlags>(), ...options },
          session,
        );
      }),
    )
    .addHelpText('after', examples('match pattern.json event.json', 'match pattern.json events/*.json --any'));
}
