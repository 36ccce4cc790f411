/** The scalars of a document with their pointers; an empty object or array counts as one. */
import { appendPointer } from '../index.ts';

export interface Scalar {
  readonly pointer: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

export function scalarsOf(value: unknown): readonly Scalar[] {
  return [...walk(value, '', [])];
}

function* walk(value: unknown, pointer: string, path: readonly string[]): Iterable<Scalar> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) yield { pointer, path, value };
  for (const [name, member] of entries) yield* walk(member, appendPointer(pointer, name), [...path, name]);
}
