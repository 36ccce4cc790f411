/**
 * Parts of JSON Schemas with messages of our own. Editors show `errorMessage` of a schema for some keywords only: the other ones stand in
 * an `if`, and its `else` refuses the value with the message.
 */
import type { JsonSchema } from '../../index.ts';

/**
 * Refuses every value but null, which no caller refuses. `not` would be plainer, and yaml-language-server shows no message of it.
 */
export function refuse(message: string): JsonSchema {
  return { type: 'null', errorMessage: message };
}

/** `if`, `then` and `else`. */
export function when(condition: JsonSchema, yes: JsonSchema, no?: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: condition, then: yes, ...(no === undefined ? {} : { else: no }) };
}

/** Refuses the values that do not meet a condition. */
export function unless(condition: JsonSchema, message: string): JsonSchema {
  return { if: condition, else: refuse(message) };
}

/** Refuses values of other types; `rest` is for those of this one. */
export function typed(type: string | readonly string[], message: string, rest: JsonSchema = {}): JsonSchema {
  return { type, errorMessage: message, ...rest };
}

/** Refuses an object with a member of this name, at the name. */
export function withoutMember(name: string, message: string): JsonSchema {
  return { properties: { [name]: false }, errorMessage: message };
}

/** A pattern that is met by these names only. */
export function oneOfNames(names: readonly string[]): string {
  return `^(?:${names.map((name) => name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|')})$`;
}
