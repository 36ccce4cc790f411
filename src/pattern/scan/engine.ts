/** The contract of the engines that scan the text of an event. */
import type { Keys } from './keys.ts';
import type { Paths } from './paths.ts';
import type { Text } from './text.ts';

/**
 * `checked`: the whole text is loaded; all of it is read and must be one JSON object, and the last of duplicate members
 * counts. `trusted`: the text is JSON; the scan reads no further than to the slots that it returns, and loads more of
 * the text with `loadMore`.
 */
export type Mode = 'checked' | 'trusted';

/**
 * `ended`: every value in the text is recorded. `paused`, of a trusted scan only: at least one more slot was recorded,
 * and there may be others; `resume` goes on. `not mine`: another engine must scan this text from its beginning.
 * `answered`, of a scan with keys only: all patterns that the text matches are among their hits, and nothing is recorded.
 */
export type Outcome = 'ended' | 'paused' | 'not mine' | 'answered';

/**
 * Finds the values at paths, decodes nothing and makes no objects. Its results are in `paths`: the slots in the order
 * in which they were found, the offsets of their values, and the watched members. One scan at a time, over all paths.
 *
 * The JavaScript engine scans every text, and it alone throws: MALFORMED, for text that is not a JSON object (trusted
 * text: if that is noticed). Any other engine returns `not mine` for text that it cannot scan, or finds malformed.
 *
 * INVARIANT: all engines record the same slots in the same order, so that a caller who has judged the first slots of a
 * scan need not judge them again when another engine repeats it. In a window that does not hold the end of the text, a
 * token that touches the end of the window is not complete: a number, a name, an escape or a character may go on.
 */
export interface Engine {
  scan(text: Text, paths: Paths, mode: Mode, keys?: Keys): Outcome;
  /** Goes on with the last scan, which is paused. */
  resume(): Outcome;
  /** Whether the engine found all of a whole text to be one JSON object. False: another engine must check it. */
  accepts?(text: Text): boolean;
  /** Drops all references to the text and the paths. Called after each scan, whatever its outcome was. */
  release(): void;
}
