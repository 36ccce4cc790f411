/** Alternatives of a pattern, as few as possible. */

/** Fields that must hold together, each with the texts of its conditions, of which one must hold. */
export type Alternative = readonly { readonly path: readonly string[]; readonly conditions: readonly string[] }[];

/** Joins alternatives that differ in the conditions of one field, until none are left that do. */
export function merged(alternatives: readonly Alternative[]): readonly Alternative[] {
  const left = [...alternatives];
  for (let i = 0; i < left.length; ) {
    const [at, both] = partner(left, i);
    if (both === undefined) {
      i++;
      continue;
    }
    left.splice(at, 1);
    left[i] = both;
    i = 0;
  }
  return left;
}

function partner(all: readonly Alternative[], index: number): readonly [at: number, both: Alternative | undefined] {
  for (let at = index + 1; at < all.length; at++) {
    const both = joined(all[index] as Alternative, all[at] as Alternative);
    if (both !== undefined) return [at, both];
  }
  return [-1, undefined];
}

function joined(a: Alternative, b: Alternative): Alternative | undefined {
  if (a.length !== b.length) return undefined;
  const others = new Map(b.map((field) => [keyOf(field.path), field.conditions]));
  let differing = 0;
  const both = a.map(({ path, conditions }) => {
    const other = others.get(keyOf(path));
    if (other === undefined) differing = 2;
    const all = [...new Set([...conditions, ...(other ?? [])])];
    if (all.length !== conditions.length || all.length !== other?.length) differing++;
    return { path, conditions: all };
  });
  return differing <= 1 ? both : undefined;
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
