/** The rule for names of streams. */

export const MAX_NAME = 127;
export const NAME_PATTERN = `^[A-Za-z0-9][A-Za-z0-9_-]{0,${MAX_NAME - 1}}$`;

const NAME = new RegExp(NAME_PATTERN);

/** What is wrong with a name, as a clause; undefined for a valid one. */
export function nameProblem(name: string): string | undefined {
  if (NAME.test(name)) return undefined;
  if (name === '') return 'it is empty';
  if (/[^A-Za-z0-9_-]/.test(name)) return 'it has a character that is no letter, no digit and no `-`';
  if (!/^[A-Za-z0-9]/.test(name)) return 'it begins with neither a letter nor a digit';
  return `it has ${name.length} characters, and the service cuts off what is beyond ${MAX_NAME}`;
}
