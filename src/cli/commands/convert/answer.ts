/** The answer of `convert`. */
import { answer } from '../../answer/answer.ts';
import { about, dialect, list, object, text } from '../../answer/shape.ts';
import { cloudDifference, undecidedDifference } from './differences.ts';

export { cloudDifference, undecidedDifference };

export const convertAnswer = answer(
  'convert',
  {
    pattern: text,
    from: dialect,
    to: dialect,
    unsaid: about(
      'What cannot be said in the other language, as JSON pointers into the pattern; empty when it was converted.',
      list(object({ pointer: text, message: text })),
    ),
  },
  {
    converted: about(
      'The JSON text of the pattern. Absent when something cannot be said, and when it became several.',
      text,
    ),
    several: about(
      'The JSON texts of the patterns, of which one must match, where `$or` leaves alternatives that one pattern cannot say.',
      list(text),
    ),
    differences: about(
      'With `--differences`: the rules by which the verdicts on some events and their counterparts differ.',
      list(cloudDifference),
    ),
    undecided: about(
      'With `--differences`: the rules by which they may differ, where no event was found on which they do.',
      list(undecidedDifference),
    ),
  },
);
