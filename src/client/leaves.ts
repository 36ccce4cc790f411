/** The scalars of a document with their pointers; what is empty is a leaf too. */
import { appendPointer } from '../index.ts';

export interface Leaf {
  readonly pointer: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

export function leavesOf(value: unknown): readonly Leaf[] {
  return [...walk(value, '', [])];
}

function* walk(value: unknown, pointer: string, path: readonly string[]): Iterable<Leaf> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) yield { pointer, path, value };
  for (const [name, member] of entries) yield* walk(member, appendPointer(pointer, name), [...path, name]);
}
