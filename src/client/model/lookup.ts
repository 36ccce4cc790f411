/** Finds the shape and the value at a path of a document. */
import type { Path } from './finding.ts';
import type { Shape, Struct } from './shape.ts';
import { targetParameter } from './target-parameter.ts';

/** The table of members of an object or a target parameter; undefined for other shapes. */
export function structOf(shape: Shape): Struct | undefined {
  if (shape.kind === 'object') return shape;
  return shape.kind === 'target' ? targetParameter : undefined;
}

export function memberShape(struct: Struct, name: string): Shape | undefined {
  return Object.hasOwn(struct.members, name) ? struct.members[name] : undefined;
}

/** The shape at a path; undefined where no table has it. */
export function shapeAt(root: Shape, path: Path): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const part of path) {
    if (shape?.kind === 'list') shape = shape.item;
    else {
      const struct: Struct | undefined = shape === undefined ? undefined : structOf(shape);
      shape = struct === undefined ? undefined : memberShape(struct, String(part));
    }
  }
  return shape;
}

export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) value = (value as Record<string | number, unknown>)[part];
  return value;
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two texts are equal but for case. */
export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
