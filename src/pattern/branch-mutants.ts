/** Changes of the branches of `$or`: a branch left out, a branch alone, and a field of a branch moved out of it. */
import { stepsOf } from './formula.ts';
import type { Field } from './pattern.ts';

/** The fields of a changed pattern, and what was changed. */
export interface BranchChange {
  /** The index of the first field of the branch, in the original. */
  readonly index: number;
  readonly fields: readonly Field[];
  /** The steps to what was changed: a branch, the list of branches, or the field that was moved. */
  readonly steps: readonly (string | number)[];
  /** The object that has the list of branches, or the branch alone, before and after; absent when the branch was left out. */
  readonly before: readonly Field[];
  readonly after?: readonly Field[];
  /** The number of steps that lead to that object. */
  readonly depth: number;
}

/** The fields of one list of branches, which are adjacent. */
interface List {
  /** The index of the first one. */
  readonly from: number;
  readonly fields: readonly Field[];
  /** The number of steps that lead to the object that has the list. */
  readonly depth: number;
}

/** In the order of the lists. */
export function* branchChanges(all: readonly Field[]): Generator<BranchChange> {
  for (const list of listsOf(all)) {
    const { from, fields, depth } = list;
    const branches = [...new Set(fields.map((field) => branchOf(field, depth)))];
    const changed = (some: readonly Field[]): readonly Field[] => [
      ...all.slice(0, from),
      ...some,
      ...all.slice(from + fields.length),
    ];
    for (const branch of branches) {
      const isIn = (field: Field): boolean => branchOf(field, depth) === branch;
      const own = fields.filter(isIn);
      const index = from + fields.findIndex(isIn);
      const to = stepsOf(own[0] as Field).slice(0, depth + 2);
      if (branches.length > 2) {
        const rest = fields.filter((field) => !isIn(field));
        yield { index, fields: changed(rest), steps: to, before: own, depth: depth + 2 };
      }
      const alone = own.map((field) => outside(field, depth));
      yield { index, fields: changed(alone), steps: to.slice(0, -1), before: fields, after: alone, depth };
      for (const field of own) {
        const rest = fields.filter((other) => other !== field);
        const left = new Set(rest.map((other) => branchOf(other, depth)));
        const kept = left.size > 1 ? rest : rest.map((other) => outside(other, depth));
        const after = [outside(field, depth), ...kept];
        const steps = stepsOf(field);
        yield { index: all.indexOf(field), fields: changed(after), steps, before: fields, after, depth };
      }
    }
  }
}

/** Lists that are written twice in one object are left out: a change of one could join it with the other. */
function listsOf(all: readonly Field[]): readonly List[] {
  const lists = new Map<string, { from: number; fields: Field[]; depth: number; last: number; twice: boolean }>();
  for (const [i, field] of all.entries()) {
    const steps = stepsOf(field);
    for (const [at, step] of steps.entries()) {
      if (typeof step !== 'number') continue;
      const key = JSON.stringify(steps.slice(0, at));
      const known = lists.get(key);
      if (known === undefined) lists.set(key, { from: i, fields: [field], depth: at - 1, last: step, twice: false });
      else {
        known.twice ||= step < known.last || known.from + known.fields.length !== i;
        known.last = step;
        known.fields.push(field);
      }
    }
  }
  return [...lists.values()].filter(({ twice }) => !twice);
}

function branchOf(field: Field, depth: number): string | number | undefined {
  return stepsOf(field)[depth + 1];
}

/** The field beside the list of branches. */
function outside(field: Field, depth: number): Field {
  return { ...field, steps: stepsOf(field).toSpliced(depth, 2) };
}
