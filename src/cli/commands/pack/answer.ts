/** The answer of `pack`. */
import { answer } from '../../answer/answer.ts';
import { about, count, list, text } from '../../answer/shape.ts';

export const packAnswer = answer('pack', {
  file: about('As named; `-` for standard output is not answered.', text),
  patterns: count,
  bytes: count,
  dialect: text,
  extensions: list(text),
  sha256: about('As in the header of the file: of everything but itself, so it is not the hash of the file.', text),
});
