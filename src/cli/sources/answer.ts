/** Patterns and files that were not checked, as members of JSON answers. */
import { about, object, oneOf, position, type Static, text } from '../answer/shape.ts';

/** A pattern that is computed later, or secret. `message` is the reason, in one sentence. */
export const notKnownYet = { file: text, address: text, line: position, column: position, message: text };

export const passedOver = object({
  file: text,
  kind: oneOf('event', 'suite', 'document', 'tool-file', 'program', 'not-json', 'special', 'ignored', 'other'),
  message: about('Why the file is passed over.', text),
});
/** A file that is no pattern. */
export type PassedOver = Static<typeof passedOver>;
