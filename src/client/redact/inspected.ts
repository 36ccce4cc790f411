/** Hides the secret members of results from `util.inspect`, and so from `console.log`. */
import { inspect } from 'node:util';
import { isSecretMember } from '../model/index.ts';
import { HIDDEN } from './redactor.ts';

/** Returns the same object: its members and its JSON do not change. */
export function hideWhenInspected<T extends object>(data: T): T {
  if (!Object.hasOwn(data, inspect.custom)) {
    Object.defineProperty(data, inspect.custom, {
      value: (_depth: number, options: object, again: typeof inspect) => again(hidden(data), options),
      enumerable: false,
    });
    for (const member of Object.values(data)) {
      if (typeof member === 'object' && member !== null) hideWhenInspected(member);
    }
  }
  return data;
}

function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isSecretMember(name) ? HIDDEN : hidden(member)]),
  );
}
