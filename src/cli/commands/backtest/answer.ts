/** The answer of `backtest`. */
import { answer } from '../../answer/answer.ts';
import { about, count, dialect, list, object, position, type Static, text } from '../../answer/shape.ts';
import { addressChange, changeCounts, gates } from '../../compare/answer.ts';

const example = object(
  { file: text, event: about('JSON text, cut off after 2000 bytes.', text) },
  {
    line: about('Where a file has an event on each line.', position),
    number: about('Where it has events otherwise: the number of this one, from 1.', position),
  },
);
const events = object({ events: count, examples: about('The first three.', list(example)) });

const counted = object({
  address: about('As in `patterns`.', text),
  matched: about(
    'The events that each version matches; 0 for one that does not exist.',
    object({ old: count, new: count }),
  ),
  lost: about('Matched before, and no longer do.', events),
  gained: about('Did not match before, and now do.', events),
});
export type Counted = Static<typeof counted>;
export type Example = Static<typeof example>;

export const backtestAnswer = answer('backtest', {
  dialect,
  old: text,
  new: text,
  events: count,
  skipped: about('Bad lines.', count),
  changed: about('The events that at least one pattern loses or gains.', count),
  gates: about('Judged by these events.', gates),
  counts: changeCounts,
  patterns: about('What is proved about all events, as `diff` says it.', list(addressChange)),
  counted: about('Of all patterns whose texts differ.', list(counted)),
});
