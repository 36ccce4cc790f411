/** Members that an event of the service always has. */
import { dialects } from '../../index.ts';
import { memberOf, readJson } from '../../json.ts';

/** The note for an event that the service's own test of patterns refuses; the matcher takes it as it is. */
export function noteOfRequired(text: string, dialect: string): { readonly note?: string } {
  const required = dialects.find(({ name }) => name === dialect)?.required ?? [];
  if (required.length === 0) return {};
  const { node } = readJson(text);
  if (node?.kind !== 'object') return {};
  const missing = required.filter((name) => memberOf(node, name) === undefined).map((name) => `\`${name}\``);
  if (missing.length === 0) return {};
  const names = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}`;
  return {
    note: `the service's TestEventPattern refuses an event without ${names}; the answer is for the event as it is`,
  };
}
