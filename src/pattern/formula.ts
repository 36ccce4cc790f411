/** The structure of the fields of a pattern: fields that must all hold, and alternatives joined by `$or`. */
import type { Field } from './pattern.ts';

/** A field, or alternatives of which one must hold. */
export type Part = { readonly field: Field } | { readonly branches: readonly (readonly Part[])[] };

/** The parts in source order. A name leads to no part of its own: only `$or` matters here. */
export function formulaOf(fields: readonly Field[]): readonly Part[] {
  return partsAt(fields, 0);
}

/** `depth` is the number of steps that lead to the object that holds the fields. */
function partsAt(fields: readonly Field[], depth: number): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < fields.length; ) {
    const field = fields[i] as Field;
    if (field.steps === undefined) {
      parts.push({ field });
      i++;
      continue;
    }
    const end = endOfMember(fields, i, depth);
    const branches = branchesAt(fields.slice(i, end), depth);
    if (branches === undefined && stepsOf(field).length === depth + 1) parts.push({ field });
    else if (branches === undefined) for (const part of partsAt(fields.slice(i, end), depth + 1)) parts.push(part);
    else parts.push({ branches: branches.map((some) => partsAt(some, depth + 2)) });
    i = end;
  }
  return parts;
}

export function stepsOf({ steps, path }: Field): readonly (string | number)[] {
  return steps ?? path;
}

/** The end of the fields of one member: adjacent fields whose steps agree at `depth`. A list of branches ends where their index falls. */
export function endOfMember(fields: readonly Field[], from: number, depth: number): number {
  const first = stepsOf(fields[from] as Field);
  const name = first[depth];
  if (first.length === depth + 1) return from + 1;
  let branch = first[depth + 1];
  let end = from + 1;
  for (; end < fields.length; end++) {
    const steps = stepsOf(fields[end] as Field);
    const next = steps[depth + 1];
    if (steps[depth] !== name || next === undefined || typeof next !== typeof branch) break;
    if (typeof next === 'number' && next < (branch as number)) break;
    branch = next;
  }
  return end;
}

/** The fields of each branch, if the member at `depth` is `$or`. */
export function branchesAt(fields: readonly Field[], depth: number): readonly (readonly Field[])[] | undefined {
  const branches = new Map<number, Field[]>();
  for (const field of fields) {
    const branch = stepsOf(field)[depth + 1];
    if (typeof branch !== 'number') return undefined;
    const known = branches.get(branch);
    if (known === undefined) branches.set(branch, [field]);
    else known.push(field);
  }
  return [...branches.values()];
}

/** The number of alternatives of a pattern: branches add up, and what stands side by side multiplies. */
export function countAlternatives(parts: readonly Part[]): number {
  return parts.reduce(
    (product, part) =>
      'field' in part ? product : product * part.branches.reduce((sum, branch) => sum + countAlternatives(branch), 0),
    1,
  );
}

/**
 * All alternatives as maps from a key of a field to the field, in the order of reading: a later field replaces an earlier one with its
 * key, in each alternative so far. The caller limits the number of alternatives.
 */
export function alternativesOf<F>(
  parts: readonly Part[],
  read: (field: Field) => readonly [key: string, field: F],
): readonly ReadonlyMap<string, F>[] {
  return extended([new Map()], parts, read);
}

/** What the parts make of a copy of the alternatives so far. */
function extended<F>(
  alternatives: readonly ReadonlyMap<string, F>[],
  parts: readonly Part[],
  read: (field: Field) => readonly [key: string, field: F],
): readonly Map<string, F>[] {
  let all = alternatives.map((alternative) => new Map(alternative));
  for (const part of parts) {
    if ('field' in part) {
      const [key, field] = read(part.field);
      for (const alternative of all) {
        // Deleted first: a map keeps the place of a known key.
        alternative.delete(key);
        alternative.set(key, field);
      }
    } else all = part.branches.flatMap((inner) => extended(all, inner, read));
  }
  return all;
}
