/** The flags and the help of `filter`. */
import { Option } from 'commander';
import { counted } from '../../flags/numbers.ts';
import {
  examples,
  inGroup,
  LINES,
  language,
  REPORT,
  RUN,
  repeated,
  skipping,
  withOptions,
} from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { eventOptions, jobs, quiet } from '../../lines/flags.ts';
import type { FilterOptions } from './run.ts';

export function addFilter({ program, session, act }: Registry): void {
  const filter = program.command('filter').description('print the events that match');
  withOptions(
    filter,
    ...inGroup(
      RUN,
      new Option(
        '-p, --pattern <pattern>',
        'one more pattern or folder; an event must match one of all (repeatable)',
      ).argParser(repeated),
      new Option('--invert', 'print the lines that match none of the patterns'),
      new Option('--limit <n>', 'stop after n lines').argParser((text: string) => counted(text)),
      jobs(),
    ),
    ...eventOptions(),
    ...inGroup(
      REPORT,
      new Option('--count', 'print how many lines there are, not the lines'),
      new Option(
        '--ids',
        'print {"ids":[…],"event":…} for each line: the patterns that matched, and the line',
      ).conflicts(['invert', 'count']),
      new Option('--exit-status', 'exit with 1 when there is no such line'),
      quiet(),
    ),
    ...skipping(),
  );
  language(filter)
    .argument('<pattern>', 'a file that holds patterns, file#address for one, a folder, or - for standard input')
    .argument('[file...]', `${LINES} (default: standard input)`)
    .action(
      act(async (options: FilterOptions, pattern: string, files: readonly string[]) =>
        (await import('./run.ts')).filter(pattern, files, options, session),
      ),
    )
    .addHelpText('after', FILTER_NOTES)
    .addHelpText(
      'after',
      examples(
        'filter pattern.json events.ndjson',
        'filter pattern.json 2026-*.ndjson.gz --count',
        'filter a.json -p b.json -p more/ --ids < events.ndjson',
      ),
    );
}

const FILTER_NOTES = `
The first argument is a pattern, or a file or folder with many; all others are
files with events. Further patterns are given with --pattern. Lines come out as
they are, byte for byte. Empty lines are left out. A line that is not an event
ends the run with exit code 2, unless it is to be skipped.`;
