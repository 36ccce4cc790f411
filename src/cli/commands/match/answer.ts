/** The answer of `match`. */
import { answer } from '../../answer/answer.ts';
import { about, boolean, dialect, list, object, type Static, text } from '../../answer/shape.ts';
import { difference } from '../../patterns/dialects.ts';

export const matched = object(
  { file: text, matches: boolean },
  {
    difference,
    patterns: about('Of a folder of patterns: the ids of those that match.', list(text)),
    note: text,
  },
);
export type Matched = Static<typeof matched>;

export const matchAnswer = answer('match', { pattern: text, dialect, events: list(matched) });
