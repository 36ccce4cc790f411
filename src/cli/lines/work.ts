/** The task of a run and the result of a part, as plain data for threads. */
import type { DialectName } from '../../index.ts';

/** `null`: an answer like those of other lines, for `each` and `each-ids`. */
export type OnBadLine = 'fail' | 'skip' | 'null';

/** The indexes of a pattern before and after a change; undefined for one that is added or removed. */
export interface ChangedIndexes {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** An event that the change with this index loses or gains. */
export interface ChangeExample {
  readonly change: number;
  readonly kind: 'lost' | 'gained';
  /** Counted from 0, in its part. */
  readonly line: number;
  readonly event: string;
}

/** Equal for every part of every file. */
export interface Work {
  /** Ids and texts of valid patterns. */
  readonly patterns: readonly (readonly [id: string, text: string])[];
  readonly dialect: DialectName | undefined;
  readonly extensions: readonly string[] | undefined;
  /**
   * `lines`: the matching lines; `ids`: these with the ids of their patterns; `count`: their number; `tally`: their number for each
   * pattern; `routes`: a description of every event, by a function given to the judge; `each`: for each line `true` or `false`; `each-ids`:
   * for each line the ids of its patterns as a JSON array; these two write `null` for a line without an event; `changes`: as `tally`, with
   * the events that changes of patterns lose and gain.
   */
  readonly answer: 'lines' | 'ids' | 'count' | 'tally' | 'routes' | 'each' | 'each-ids' | 'changes';
  /** For `changes`. */
  readonly changes?: readonly ChangedIndexes[];
  readonly invert: boolean;
  readonly wellFormed: boolean;
  readonly onBadLine: OnBadLine;
  /** In bytes, without the line end. */
  readonly maxLine: number;
}

/** A part of a file: the lines that begin in a range of a plain file, or a block of whole lines. */
export type Part =
  | {
      readonly kind: 'range';
      /** A file descriptor, which all threads of the process share. */
      readonly file: number;
      readonly start: number;
      readonly end: number;
      /** Bytes of the file. */
      readonly size: number;
    }
  | { readonly kind: 'block'; readonly bytes: Uint8Array; readonly offset: number };

/** What a thread sends when it has started. */
export const READY = 'ready';

export interface BadLine {
  /** Counted from 0, in its part. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** The byte in the file at which the line is no longer an event. */
  readonly offset: number;
  readonly problem: string;
}

export interface PartResult {
  /** All lines, including empty and bad ones, up to the last one that was read when `ended` is set. */
  readonly lines: number;
  readonly events: number;
  readonly matched: number;
  readonly output: Uint8Array;
  /** The number of events that each pattern matched; for `changes`, followed by those that each change loses, and gains. */
  readonly tally: Uint32Array | undefined;
  /** For `changes`: the first events of each change and kind. */
  readonly examples?: readonly ChangeExample[] | undefined;
  readonly bad: number;
  readonly firstBad: BadLine | undefined;
  /** For each bad line the number of matching lines before it, if there is a limit. */
  readonly badAfter: readonly number[];
  /** Why it was not read to its end: a bad line, the limit, or an unreadable file (with the reason). */
  readonly ended: 'bad' | 'limit' | 'unreadable' | undefined;
  readonly reason: string | undefined;
}

/** The length of the tally. */
export function tallySize({ patterns, changes = [] }: Work): number {
  return patterns.length + 2 * changes.length;
}
