/** The answers of `explain`: for one event, by one pattern or by a folder; for each line of a file; and without an event. */
import { answer } from '../../answer/answer.ts';
import { about, either, list, object, type Static, text } from '../../answer/shape.ts';
import {
  explanation,
  judgedPattern,
  meaningMembers,
  meaningOptional,
  nearest,
  nearestPattern,
} from '../../explanation/answer.ts';
import { difference } from '../../patterns/dialects.ts';

const byPattern = { event: text, explanation };
const byPatternOptional = {
  nearest,
  nearestPatterns: about(
    'Of one event that does not match: changes of the pattern with which it would, the likeliest first.',
    list(nearestPattern),
  ),
  difference,
  note: text,
};
const byFolder = {
  event: text,
  patterns: about('Those that match first, then those of which the fewest fields fail.', list(judgedPattern)),
};

export const explained = object(byPattern, byPatternOptional);
export type Explained = Static<typeof explained>;
const explainedByFolder = object(byFolder);
export type ExplainedByFolder = Static<typeof explainedByFolder>;

export const explainAnswer = answer('explain', { pattern: text, ...byPattern }, byPatternOptional);
export const explainFolderAnswer = answer('explain', { pattern: text, ...byFolder });
export const explainLinesAnswer = answer('explain', {
  pattern: text,
  events: list(either(explained, explainedByFolder)),
});
export const explainMeaningAnswer = answer('explain', { pattern: text, ...meaningMembers }, meaningOptional);
