/** Chooses the column that has the events. */
import { Failure } from '../findings/failure.ts';

export interface Column {
  readonly name: string;
  /** As the format calls its type. */
  readonly type: string;
  /** Whether its values are texts or bytes. */
  readonly isText: boolean;
}

/** Columns that a message lists; more are counted. */
const LISTED = 20;

/**
 * The index of the wanted column; without a name, of the only one with texts or bytes.
 * @throws Failure that lists the columns
 */
export function chooseColumn(file: string, columns: readonly Column[], wanted: string | undefined): number {
  const fail = (message: string, listed = columns): never => {
    const names = listed.slice(0, LISTED).map(({ name, type }) => `\`${name}\` (${type})`);
    if (listed.length > LISTED) names.push(`and ${listed.length - LISTED} more`);
    throw new Failure({ file, message: `${message}: ${names.length === 0 ? 'there are none' : names.join(', ')}` });
  };
  if (wanted !== undefined) {
    const index = columns.findIndex(({ name }) => name === wanted);
    if (index < 0) return fail(`there is no column \`${wanted}\` among the columns`);
    if (columns[index]?.isText) return index;
    return fail(`the column \`${wanted}\` has neither texts nor bytes; columns with them`, columns.filter(isText));
  }
  const texts = columns.filter(isText);
  if (texts.length === 0) return fail('no column has texts or bytes, which events are read from; the columns');
  if (texts.length > 1)
    return fail('name the column with the events with `--column`; those with texts or bytes', texts);
  return columns.findIndex(isText);
}

function isText({ isText }: Column): boolean {
  return isText;
}
