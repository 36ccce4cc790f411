/** The fields of a pattern with `$or` as one expression. */
import type { Field } from '../../index.ts';

/** The expression of a pattern. `write` gives that of a field; undefined leaves it out, which makes the whole wider. */
export function joinFields(fields: readonly Field[], write: (field: Field) => string | undefined): string | undefined {
  return joinAll(fields, 0, write);
}

/** `depth`: the steps that all the fields share. */
function joinAll(
  fields: readonly Field[],
  depth: number,
  write: (field: Field) => string | undefined,
): string | undefined {
  const parts: string[] = [];
  for (let i = 0; i < fields.length; ) {
    const at = branchOf(fields[i] as Field, depth);
    if (at === undefined) {
      const part = write(fields[i] as Field);
      if (part !== undefined) parts.push(part);
      i++;
      continue;
    }
    const end = endOfBranches(fields, i, at);
    const branches = branchesOf(fields.slice(i, end), at).map((branch) => joinAll(branch, at + 1, write));
    // A branch without a condition is true, and so are all together.
    if (branches.every((branch) => branch !== undefined)) parts.push(`(${branches.join(' OR ')})`);
    i = end;
  }
  return parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : `(${parts.join('\n  AND ')})`;
}

/** The place of the next index of a branch among the steps. */
function branchOf({ steps = [] }: Field, depth: number): number | undefined {
  const at = steps.findIndex((step, i) => i >= depth && typeof step === 'number');
  return at < 0 ? undefined : at;
}

/** The end of the fields of one `$or`: another one in the same object begins again with the first branch. */
function endOfBranches(fields: readonly Field[], from: number, at: number): number {
  const { steps: first = [] } = fields[from] as Field;
  let branch = first[at] as number;
  let end = from + 1;
  for (; end < fields.length; end++) {
    const { steps = [] } = fields[end] as Field;
    const isSame = first.slice(0, at).every((step, i) => steps[i] === step);
    const next = steps[at];
    if (!isSame || typeof next !== 'number' || next < branch) break;
    branch = next;
  }
  return end;
}

function branchesOf(fields: readonly Field[], at: number): readonly (readonly Field[])[] {
  const branches = new Map<number, Field[]>();
  for (const field of fields) {
    const branch = field.steps?.[at] as number;
    branches.set(branch, [...(branches.get(branch) ?? []), field]);
  }
  return [...branches.values()];
}

/** Whether two fields, by their indexes, count in one alternative: not where they are in different branches of one `$or`. */
export function standTogether(fields: readonly Field[], one: number, other: number): boolean {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const [left, right] = [stepsOf(fields[first] as Field), stepsOf(fields[last] as Field)];
  const at = left.findIndex((step, i) => step !== right[i]);
  const areBranches = typeof left[at] === 'number' && typeof right[at] === 'number';
  return !areBranches || endOfBranches(fields, first, at) <= last;
}

function stepsOf({ steps, path }: Field): readonly (string | number)[] {
  return steps ?? path;
}
