/** The nearest event as in JSON reports: edits by lines and columns. */
import type { NearestMatch } from '../../index.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { type EditReport, reportEdits } from '../session/json.ts';

export type NearestReport =
  | (Omit<Extract<NearestMatch, { answer: 'yes' }>, 'edits'> & { readonly edits: readonly EditReport[] })
  | Exclude<NearestMatch, { answer: 'yes' }>;

/** `text` is the text of the event. */
export function reportNearest(nearest: NearestMatch, text: string): NearestReport {
  if (nearest.answer !== 'yes') return nearest;
  return { ...nearest, edits: reportEdits(nearest.edits ?? [], lineFinder(text)) };
}
