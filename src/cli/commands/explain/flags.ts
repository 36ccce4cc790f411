/** The flags and the help of `explain`. */
import { Option } from 'commander';
import { EVENT, examples, format, language, PATTERN_OR_FOLDER, RUN, withOptions } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { ExplainOptions } from './run.ts';

export function addExplain({ program, session, act }: Registry): void {
  const explain = program
    .command('explain')
    .description('explain why an event matches or not, or what a pattern means');
  withOptions(
    explain,
    new Option('--ndjson', 'the file has an event on each line, and each is explained').helpGroup(RUN),
    format(),
  );
  language(explain)
    .argument('<pattern>', PATTERN_OR_FOLDER)
    .argument('[event]', `${EVENT}; without it, what the pattern means`)
    .action(
      act(async (options: ExplainOptions, pattern: string, event: string | undefined) =>
        (await import('./run.ts')).explain(pattern, event, options, session),
      ),
    )
    .addHelpText(
      'after',
      examples(
        'explain pattern.json event.json',
        'explain pattern.json',
        'explain patterns event.json',
        'explain pattern.json - < event.json',
        'explain pattern.json events.ndjson --ndjson',
      ),
    );
}
