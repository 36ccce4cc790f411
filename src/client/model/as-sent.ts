/** Prepares a stream document for sending: the SDKs declare Value of a target parameter a string, and documents may have an object. */
import { isObject, memberShape, structOf } from './lookup.ts';
import type { Shape } from './shape.ts';
import { documents } from './stream.ts';

/** A copy in which each Value of a target parameter that is an object is replaced by its JSON text. `document` is plain JSON data. */
export function asSent<T>(document: T): T {
  return sent(document, documents.create) as T;
}

function sent(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'text or object') return isObject(value) ? JSON.stringify(value) : value;
  if (shape.kind === 'list') return Array.isArray(value) ? value.map((item) => sent(item, shape.item)) : value;
  const struct = structOf(shape);
  if (struct === undefined || !isObject(value)) return value;
  const entries = Object.entries(value).map(([name, member]) => {
    const inner = memberShape(struct, name);
    return [name, inner === undefined ? member : sent(member, inner)] as const;
  });
  return Object.fromEntries(entries);
}
