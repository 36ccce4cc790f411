/** The answer of `--print-config`, of any command. */
import { document } from '../answer/answer.ts';
import { about, anything, nullable, object, oneOf, position, record, type Static, text } from '../answer/shape.ts';

const shownSetting = object({
  value: anything,
  from: object(
    { kind: oneOf('flag', 'environment', 'file', 'default') },
    { name: text, file: text, line: position, column: position },
  ),
});
export type ShownSetting = Static<typeof shownSetting>;

export const configAnswer = document(text, {
  config: about('The config file that was read.', nullable(text)),
  settings: record(shownSetting),
});
