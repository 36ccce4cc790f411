/** The nearest event as in JSON answers: edits by lines and columns. */
import type { NearestMatch } from '../../index.ts';
import { exact } from '../answer/exact.ts';
import { reportEdits } from '../answer/finding.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { type NearestReport, nearest } from './answer.ts';

/** Without edits, of an event that is in no text. */
export function reportChanges(found: NearestMatch): NearestReport {
  if (found.answer !== 'yes') return exact(nearest, found);
  const { answer, event, changes } = found;
  return { answer, event, changes };
}

/** `text` is the text of the event. */
export function reportNearest(found: NearestMatch, text: string): NearestReport {
  if (found.answer !== 'yes') return exact(nearest, found);
  return exact(nearest, { ...found, edits: reportEdits(found.edits ?? [], lineFinder(text)) });
}
