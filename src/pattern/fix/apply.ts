/** Applies a fix to the text that it was made for. */
import { hasMember, takes } from '../arguments.ts';
import type { Edit, Fix } from '../place.ts';

/**
 * Applies all edits of a fix. `text` is the one that was read when the finding was made.
 * @throws RangeError for edits that overlap or are outside the text
 */
export function applyFix(text: string, fix: Fix): string {
  takes(typeof text === 'string', 'applyFix', 'the text of the pattern', text);
  takes(hasMember(fix, 'edits'), 'applyFix', 'a fix of a finding', fix);
  return applyEdits(text, fix.edits);
}

/**
 * Applies edits to a text.
 * @throws RangeError for edits that overlap, are not in source order, or are outside the text; TypeError unless the
 * arguments are a string and an array of edits
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  takes(typeof text === 'string', 'applyEdits', 'a text', text);
  takes(Array.isArray(edits) && edits.every(isEdit), 'applyEdits', 'a list of edits', edits);
  let done = '';
  let at = 0;
  for (const { range, text: inserted } of edits) {
    if (range.start < at || range.end < range.start || range.end > text.length) {
      throw new RangeError(
        `an edit from ${range.start} to ${range.end} does not fit a text of ${text.length} characters`,
      );
    }
    done += text.slice(at, range.start) + inserted;
    at = range.end;
  }
  return done + text.slice(at);
}

function isEdit(edit: unknown): boolean {
  return hasMember(edit, 'text') && hasMember((edit as Edit).range, 'start');
}

/** Whether edits are in source order, do not overlap, and are inside a text of that length. */
export function fits(edits: readonly Edit[], length: number): boolean {
  let at = 0;
  return edits.every(({ range: { start, end } }) => {
    const fine = start >= at && end >= start && end <= length;
    at = end;
    return fine;
  });
}
