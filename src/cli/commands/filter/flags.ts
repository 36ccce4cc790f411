/** The flags and the help of `filter`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { countOf, inGroup, LINES, language, REPORT, RUN, repeated, skipping } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { eventOptions, filesFrom, jobs, manifest, quiet } from '../../lines/flags.ts';
import type { FilterOptions } from './run.ts';

export function addFilter(registry: Registry): void {
  addCommand(registry, {
    name: 'filter',
    description: 'print the events that match',
    arguments: [
      new Argument('<pattern>', 'a file that holds patterns, file#address for one, a folder, or - for standard input'),
      new Argument('[file...]', `${LINES} (default: standard input)`),
    ],
    options: [
      ...inGroup(
        RUN,
        new Option(
          '-p, --pattern <pattern>',
          'one more pattern or folder; an event must match one of all (repeatable)',
        ).argParser(repeated),
        new Option('--invert', 'print the lines that match none of the patterns'),
        countOf('--limit <n>', 'stop after n lines'),
        jobs(),
      ),
      ...filesFrom(),
      ...eventOptions(['fail', 'skip', 'null']),
      ...inGroup(
        REPORT,
        new Option('--count', 'print how many lines there are, not the lines'),
        new Option(
          '--ids',
          'print {"ids":[…],"event":…} for each line: the patterns that matched, and the line',
        ).conflicts(['invert', 'count']),
        new Option(
          '--each',
          'print one line for each line: true or false, with --ids a JSON array; an empty line has null',
        ).conflicts(['count', 'limit']),
        new Option('--chunk-header', 'with --each: a line with the number of rows precedes each chunk of them'),
        manifest().conflicts('limit'),
        new Option('--exit-status', 'exit with 1 when there is no such line'),
        quiet(),
      ),
      ...skipping(),
      ...language(),
    ],
    notes: NOTES,
    examples: [
      'filter pattern.json events.ndjson',
      'filter pattern.json 2026-*.ndjson.gz --count',
      'filter a.json -p b.json -p more/ --ids < events.ndjson',
      'filter pattern.json --each --on-bad-line null < events.ndjson',
    ],
    run: async (options: FilterOptions, pattern: string, files: readonly string[]) =>
      (await import('./run.ts')).filter(pattern, files, options, registry.session),
  });
}

const NOTES = `
The first argument is a pattern, or a file or folder with many; all others are
files with events. Further patterns are given with --pattern. Lines come out as
they are, byte for byte. Empty lines are left out. A line that is not an event
ends the run with exit code 2, unless it is to be skipped.`;
