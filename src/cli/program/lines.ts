/** The flags and the help of the commands on files and streams of events: `filter` and `route`. */
import { InvalidArgumentError, Option } from 'commander';
import type { FilterOptions } from '../commands/filter.ts';
import type { RouteOptions } from '../commands/route.ts';
import { bytesOf } from '../render/amounts.ts';
import { counted } from './numbers.ts';
import {
  EVENTS,
  examples,
  format,
  inGroup,
  LINES,
  language,
  REPORT,
  RUN,
  repeated,
  skipping,
  withOptions,
} from './options.ts';
import type { Registry } from './registry.ts';

export function addLines({ program, session, act }: Registry): void {
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
        (await import('../commands/filter.ts')).filter(pattern, files, options, session),
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

  const route = program.command('route').description('print the patterns that events match');
  withOptions(
    route,
    jobs().helpGroup(RUN),
    ...eventOptions(),
    format(),
    ...inGroup(
      REPORT,
      new Option('--summary', 'count the events of each pattern, and name the patterns that nothing reached'),
      quiet(),
    ),
    ...skipping(),
  );
  language(route)
    .argument(
      '<folder>',
      'a folder of patterns, a file, or file#address; the id of a pattern is its path, without the extension',
    )
    .argument('<event...>', `a file that holds an event, or ${LINES}`)
    .action(
      act(async (options: RouteOptions, folder: string, events: readonly string[]) =>
        (await import('../commands/route.ts')).route(folder, events, options, session),
      ),
    )
    .addHelpText('after', ROUTE_NOTES)
    .addHelpText('after', examples('route patterns event.json', 'route patterns events.ndjson --summary'));
}

const MB = 1024 * 1024;

function jobs(): Option {
  return new Option('--jobs <n>', 'threads (default: as many as the machine has cores)').argParser((text: string) =>
    counted(text, 256),
  );
}

function quiet(): Option {
  return new Option('-q, --quiet', 'on a terminal, do not say how far it is and what was read');
}

/** How events are read. */
function eventOptions(): readonly Option[] {
  return inGroup(
    EVENTS,
    new Option(
      '--input <form>',
      'lines: an event on each line; values: arrays, or events one after the other (default: what the first value is)',
    ).choices(['lines', 'values']),
    new Option(
      '--well-formed',
      'trust that lines are valid JSON with unique names, and stop reading once the verdict is known',
    ),
    new Option('--on-bad-line <what>', 'what to do about a line that is not an event')
      .choices(['fail', 'skip'])
      .default('fail'),
    new Option('--max-line <size>', 'a longer line is a bad line')
      .argParser((text: string) => sized(text))
      .default(16 * MB, '16MB'),
  );
}

function sized(text: string): number {
  const bytes = bytesOf(text);
  if (bytes !== undefined && bytes >= 1 && bytes <= 1024 * MB) return bytes;
  throw new InvalidArgumentError('it is a size such as 500KB or 16MB, at most 1GB');
}

const FILTER_NOTES = `
The first argument is a pattern, or a file or folder with many; all others are
files with events. Further patterns are given with --pattern. Lines come out as
they are, byte for byte. Empty lines are left out. A line that is not an event
ends the run with exit code 2, unless it is to be skipped.`;

const ROUTE_NOTES = `
Patterns are those of .json, .jsonc, .yaml and .yml files, also of documents
of other tools; there, the id of a pattern is the file's, # and its address.

A file has an event on each line if it is named so (.ndjson, .jsonl). Of other
files the first value tells: it may be one event of many on lines, an array of
events, or one of several events one after the other. Else it is one event.`;
