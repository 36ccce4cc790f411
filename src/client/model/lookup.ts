/** Finds the shape of a place in a document. It knows the shapes and no member by name. */
import type { Path } from './finding.ts';
import type { Group, Shape } from './shape.ts';
import { targetParameter } from './target-parameter.ts';

/** The members of a shape that has some. */
export function groupOf(shape: Shape): Group | undefined {
  if (shape.kind === 'object') return shape;
  return shape.kind === 'target' ? targetParameter : undefined;
}

export function memberShape(group: Group, name: string): Shape | undefined {
  return Object.hasOwn(group.members, name) ? group.members[name] : undefined;
}

/** Undefined where no table knows the place. */
export function shapeAt(root: Shape, path: Path): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const part of path) {
    if (shape?.kind === 'list') shape = shape.item;
    else {
      const group: Group | undefined = shape === undefined ? undefined : groupOf(shape);
      shape = group === undefined ? undefined : memberShape(group, String(part));
    }
  }
  return shape;
}

export function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) value = (value as Record<string | number, unknown>)[part];
  return value;
}

/** Whether a value is an object with members; a list is none. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
