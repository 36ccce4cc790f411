/** The flags of `filter` and `route`: how events are read, and by how many threads. */

import { InvalidArgumentError, Option } from 'commander';
import { countOf, EVENTS, inGroup } from '../flags/options.ts';
import type { LanguageOptions } from '../patterns/pattern.ts';
import { bytesOf } from '../terminal/amounts.ts';
import type { OnBadLine } from './work.ts';

const MB = 1024 * 1024;

export function jobs(): Option {
  return countOf('--jobs <n>', 'threads (default: as many as the machine has cores)', 256);
}

export function quiet(): Option {
  return new Option('-q, --quiet', 'on a terminal, do not say how far it is and what was read');
}

/** More names of files than arguments can hold. */
export function filesFrom(): readonly Option[] {
  return inGroup(
    EVENTS,
    new Option('--files-from <file>', 'more files with events: a file with their names on lines; - for standard input'),
    new Option('-0, --null', 'the names of --files-from end with NUL, as `find -print0` writes them'),
  );
}

/** What each input had, beside the answer about all of them. */
export function manifest(): Option {
  return new Option(
    '--manifest <file>',
    'also write the numbers of events, matches and bad lines of each file to this file, as lines of JSON',
  );
}

/** How events are read. `badLines`: the choices of `--on-bad-line`. */
export function eventOptions(badLines: readonly OnBadLine[] = ['fail', 'skip']): readonly Option[] {
  return inGroup(
    EVENTS,
    new Option(
      '--input <form>',
      'lines: an event on each line; values: arrays, or events one after the other (default: what the first value is)',
    ).choices(['lines', 'values']),
    new Option(
      '--column <name>',
      'in Parquet and Arrow: the column with the events (default: the only one with texts or bytes)',
    ),
    new Option(
      '--well-formed',
      'trust that lines are valid JSON with unique names, and stop reading once the verdict is known',
    ),
    new Option('--on-bad-line <what>', 'what to do about a line that is not an event')
      .choices(badLines)
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

export interface LineOptions extends LanguageOptions {
  readonly wellFormed?: boolean;
  readonly onBadLine: OnBadLine;
  /** In bytes. */
  readonly maxLine: number;
  readonly jobs?: number;
  /** The container of events in the input; undefined to detect it. */
  readonly input?: 'lines' | 'values';
  /** The column with the events of Parquet and Arrow data; undefined for the only one with texts or bytes. */
  readonly column?: string;
}
