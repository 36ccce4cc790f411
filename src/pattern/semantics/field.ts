/** Semantic checks of the conditions of one field. */
import type { Alternative } from '../check.ts';
import { type Place, type ReportFinding, within } from '../diagnostic.ts';
import type { Rules } from '../dialect.ts';
import { conditionSet } from '../field-set.ts';
import { coveringFixes } from '../fix/covering.ts';
import { choice, named, remove, removeFrom, safe } from '../fix/edits.ts';
import type { Field } from '../pattern.ts';
import { printCondition } from '../print.ts';
import { afford, type Budget } from '../value/budget.ts';
import { isWithin, superfluous } from '../value/superfluous.ts';
import { intersection, isEmpty, nothing, otherScalars, union, type ValueSet } from '../value/value-set.ts';

/** A field as read, with the places for findings. */
export interface ReadField {
  readonly field: Field;
  readonly place: Place;
  /** At least one. */
  readonly alternatives: readonly Alternative[];
}

export interface Judged extends ReadField {
  /** The set of each alternative. */
  readonly sets: readonly ValueSet[];
  /** Whether each set is known to be empty. */
  readonly empty: readonly boolean[];
  /** Whether the field holds when it is missing. */
  readonly missing: boolean;
}

/** The maximum number of related places of one finding. */
const MANY_PLACES = 10;

export function judgeField({ field, place, alternatives }: ReadField, rules: Rules, budget: Budget): Judged {
  const sets = alternatives.map((alternative) => conditionSet(alternative, rules));
  const empty = sets.map((set) => isEmpty(set, budget) === true);
  const missing = sets.some((set) => set.missing);
  // Members are copied one by one: this runs for each field of each pattern, and a spread is slow.
  return { field, place, alternatives, sets, empty, missing };
}

/** Reports a field that holds for no value. Returns whether it did. */
export function reportImpossible(field: Judged, rules: Rules, budget: Budget, report: ReportFinding): boolean {
  const { alternatives, empty, place } = field;
  if (!empty.every(Boolean)) return false;
  if (alternatives.length === 1) {
    reportClash(alternatives[0] as Alternative, rules, budget, report);
    return true;
  }
  const related = alternatives
    .slice(0, MANY_PLACES)
    .map(({ place: at }) => ({ place: at, message: 'it holds for no value' }));
  const conflict = alternatives.map(({ condition }) => printCondition(condition));
  const hint = 'correct one of them: it is enough when one can hold';
  report('never-matches', place, { clash: 'conditions', conflict }, { hint, related });
  return true;
}

function reportClash(alternative: Alternative, rules: Rules, budget: Budget, report: ReportFinding): void {
  const { place, condition, tests } = alternative;
  const names = clashOf(alternative, rules, budget);
  const [only] = names;
  if (names.length > 1) {
    const hint = 'correct one of the operands';
    const related = names.map((name) => ({ place: memberOf(place, name), message: `\`${name}\` is here` }));
    report('never-matches', place, { clash: 'operators', conflict: names }, { hint, related });
  } else if (tests.length > 1 && only !== undefined) {
    const at = memberOf(place, only);
    report('never-matches', at, { clash: 'condition', conflict: [only] }, { hint: 'correct its operand' });
  } else {
    report(
      'never-matches',
      place,
      { clash: 'condition', conflict: [printCondition(condition)] },
      { hint: 'correct its operand' },
    );
  }
}

/** The fewest operators of a condition that cannot hold together. */
function clashOf({ tests }: Alternative, rules: Rules, budget: Budget): string[] {
  const names = (some: typeof tests): string[] => some.map(({ operator }) => operator.name);
  for (let size = 1; size < tests.length; size++) {
    for (const some of choices(tests, size)) {
      if (isEmpty(conditionSet({ tests: some }, rules), budget) === true) return names(some);
    }
  }
  return names(tests);
}

/** All subsets of a size. A condition has only a few operators. */
function* choices<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield [];
  else
    for (const [i, item] of items.entries())
      for (const rest of choices(items.slice(i + 1), size - 1)) yield [item, ...rest];
}

function memberOf(place: Place, name: string): Place {
  const member = place.node.kind === 'object' ? place.node.members.findLast((one) => one.name === name) : undefined;
  return member === undefined ? place : within(place, name, member.value);
}

/** Reports a field that holds for every plain value and when it is missing. Returns whether it did. */
export function reportUnfailing({ place, sets, missing }: Judged, budget: Budget, report: ReportFinding): boolean {
  if (!missing) return false;
  const literals = (['true', 'false', 'null'] as const).every((literal) => sets.some((set) => set[literal]));
  if (!literals || !afford(budget, sets.length ** 2)) return false;
  if (isEmpty(otherScalars(union(sets)), budget) !== true) return false;
  const fixes = () => [choice('leave the field out, if objects and empty arrays may pass too', ...remove(place))];
  report('field-always-holds', place, { because: [] }, { hint: 'leave the field out', fixes });
  return true;
}

/**
 * Reports alternatives that accept everything together, but none of them alone: they were probably meant to hold at
 * once. Returns whether it did.
 */
export function reportCovering(field: Judged, rules: Rules, budget: Budget, report: ReportFinding): boolean {
  const { place, alternatives, sets, missing } = field;
  if (missing || sets.length < 2 || !afford(budget, sets.length ** 2)) return false;
  const ofNumbers = sets.flatMap((set, i) => (isOfNumbers(set, budget) ? [i] : []));
  const found = coversAll(sets, budget)
    ? { every: 'plain value', chosen: [...sets.keys()] }
    : coversNumbers(
          ofNumbers.map((i) => sets[i] as ValueSet),
          budget,
        )
      ? { every: 'number', chosen: ofNumbers }
      : undefined;
  if (found === undefined) return false;
  const { every, chosen } = found;
  const some = chosen.map((i) => alternatives[i] as Alternative);
  const together = isEmpty(intersection(chosen.map((i) => sets[i] as ValueSet)), budget) === false;
  report(
    'alternatives-cover-all',
    place,
    { count: chosen.length, every },
    {
      hint: 'alternatives are OR: one of them is enough',
      fixes: () => coveringFixes(place, some, { together, rules }),
    },
  );
  return true;
}

/** False if one set covers everything alone. */
function coversAll(sets: readonly ValueSet[], budget: Budget): boolean {
  const literals = (['true', 'false', 'null'] as const).every((literal) => sets.some((set) => set[literal]));
  const isAll = (some: readonly ValueSet[]): boolean => isEmpty(otherScalars(union(some)), budget) === true;
  return literals && isAll(sets) && !sets.some((set) => isAll([set]));
}

function coversNumbers(sets: readonly ValueSet[], budget: Budget): boolean {
  const isAll = (some: readonly ValueSet[]): boolean => {
    const { numbers } = otherScalars(union(some));
    return isEmpty({ ...nothing, numbers }, budget) === true;
  };
  return sets.length > 1 && isAll(sets) && !sets.some((set) => isAll([set]));
}

/** Whether a set contains numbers and nothing else. */
function isOfNumbers(set: ValueSet, budget: Budget): boolean {
  if (set.true || set.false || set.null) return false;
  return (
    isEmpty({ ...nothing, strings: set.strings }, budget) === true &&
    isEmpty({ ...nothing, numbers: set.numbers }, budget) === false
  );
}

/** Reports conditions that the other conditions of the field cover. */
export function reportSuperfluous(
  { field, place: fieldPlace, alternatives, sets, empty }: Judged,
  budget: Budget,
  report: ReportFinding,
): void {
  if (sets.length < 2) return;
  const { indices } = superfluous(sets, budget);
  if (indices.length === 0) return;
  const gone = new Set(indices);
  const kept = [...sets.keys()].filter((k) => !gone.has(k));
  for (const i of indices) {
    const { place, condition } = alternatives[i] as Alternative;
    const text = printCondition(condition);
    const set = sets[i] as ValueSet;
    const holds = empty[i] !== true;
    const covering = empty[i] === true ? undefined : coveringOne(set, kept, sets, budget);
    const only = covering === undefined ? undefined : alternatives[covering];
    report(
      'redundant-condition',
      place,
      { condition: text, holds, covering: only === undefined ? [] : [printCondition(only.condition)] },
      {
        related: only && [{ place: only.place, message: 'it is accepted here' }],
        fixes: () => [safe(`remove ${named(text, 'the condition')}`, withCopies(fieldPlace, field, text))],
      },
    );
  }
}

/** The first of the sets that contains another one, within the budget. */
function coveringOne(
  set: ValueSet,
  kept: readonly number[],
  sets: readonly ValueSet[],
  budget: Budget,
): number | undefined {
  for (const k of kept) {
    const within = isWithin(set, [sets[k] as ValueSet], budget);
    if (within === true) return k;
    // The budget is spent.
    if (within === undefined) return undefined;
  }
  return undefined;
}

/** The removal of a condition with its duplicates. */
function withCopies({ node }: Place, { conditions }: Field, text: string): ReturnType<typeof removeFrom> {
  const items = node.kind === 'array' ? node.items : [];
  return removeFrom(
    node,
    items.filter((_, i) => conditions[i] !== undefined && printCondition(conditions[i]) === text),
  );
}
