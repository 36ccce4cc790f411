/** A fix, applied to the text that it was made for. */
import { hasMember, takes } from '../arguments.ts';
import type { Edit, Fix } from '../place.ts';

/**
 * The text with all edits of a fix done. `text` is the one that was read when the finding was made.
 * @throws RangeError for edits that overlap or lead out of the text
 */
export function applyFix(text: string, fix: Fix): string {
  takes(typeof text === 'string', 'applyFix', 'the text of the pattern', text);
  takes(hasMember(fix, 'edits'), 'applyFix', 'a fix of a finding', fix);
  return applyEdits(text, fix.edits);
}

/**
 * The text with all edits done at once.
 * @throws RangeError for edits that overlap, are not in source order, or lead out of the text; TypeError for what is no text or no list
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

/** Whether edits stand in source order, do not overlap, and lie in a text of that length. */
export function fits(edits: readonly Edit[], length: number): boolean {
  let at = 0;
  return edits.every(({ range: { start, end } }) => {
    const fine = start >= at && end >= start && end <= length;
    at = end;
    return fine;
  });
}
