/** The flags and the help of `explain`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { EVENT, format, language, PATTERN_OR_FOLDER, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { ExplainOptions } from './run.ts';

export function addExplain(registry: Registry): void {
  addCommand(registry, {
    name: 'explain',
    description: 'explain why an event matches or not, or what a pattern means',
    arguments: [
      new Argument('<pattern>', PATTERN_OR_FOLDER),
      new Argument('[event]', `${EVENT}; without it, what the pattern means`),
    ],
    options: [
      new Option('--ndjson', 'the file has an event on each line, and each is explained').helpGroup(RUN),
      format(),
      ...language(),
    ],
    examples: [
      'explain pattern.json event.json',
      'explain pattern.json',
      'explain patterns event.json',
      'explain pattern.json - < event.json',
      'explain pattern.json events.ndjson --ndjson',
    ],
    run: async (options: ExplainOptions, pattern: string, event: string | undefined) =>
      (await import('./run.ts')).explain(pattern, event, options, registry.session),
  });
}
