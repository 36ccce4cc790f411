/** The task of a run and the outcome of a part, as plain data that threads can exchange. */
import type { DialectName } from '../../index.ts';

/** The same for every part of every file. */
export interface Work {
  /** Ids and texts; all are valid. */
  readonly patterns: readonly (readonly [id: string, text: string])[];
  readonly dialect: DialectName | undefined;
  readonly extensions: readonly string[] | undefined;
  /**
   * `lines`: the matching lines; `ids`: these with the ids of their patterns; `count`: how many there are; `tally`: how many there are
   * of each pattern; `routes`: a description of every event, for which the judge is given a function.
   */
  readonly answer: 'lines' | 'ids' | 'count' | 'tally' | 'routes';
  readonly invert: boolean;
  readonly wellFormed: boolean;
  readonly onBadLine: 'fail' | 'skip';
  /** In bytes, without the line end. */
  readonly maxLine: number;
}

/** A part of a file: the lines that begin in a range of a plain file, or a block of whole lines. */
export type Part =
  | {
      readonly kind: 'range';
      /** Threads share the open files of their process. */
      readonly file: number;
      readonly start: number;
      readonly end: number;
      /** Of the file. */
      readonly size: number;
    }
  | { readonly kind: 'block'; readonly bytes: Uint8Array; readonly offset: number };

export interface BadLine {
  /** Counted from 0, in its part. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units as everywhere. */
  readonly column: number;
  /** Of the byte at which it stops being an event, in the file. */
  readonly offset: number;
  readonly problem: string;
}

export interface Outcome {
  /** All lines, also empty and bad ones; up to the last one looked at, when `ended`. */
  readonly lines: number;
  readonly events: number;
  readonly matched: number;
  readonly output: Uint8Array;
  /** How many events each pattern matched, for `tally`. */
  readonly tally: Uint32Array | undefined;
  readonly bad: number;
  readonly firstBad: BadLine | undefined;
  /** For each bad line how many matching lines stood before it, where there is a limit. */
  readonly badAfter: readonly number[];
  /** Why it was not read to its end: a bad line that must not be, the limit, or the file (with the reason). */
  readonly ended: 'bad' | 'limit' | 'unreadable' | undefined;
  readonly reason: string | undefined;
}
