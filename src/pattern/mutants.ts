/**
 * Generates mutants of a pattern: each condition dropped or changed slightly. If tests pass for the pattern and for a mutant, they do not
 * test that condition. Operators provide the changes.
 */
import { isPattern, PATTERN, takes } from './arguments.ts';
import { branchChanges } from './branch-mutants.ts';
import { pointerTo } from './json/pointer.ts';
import { plain } from './operators/index.ts';
import { type PatternOptions, readPattern } from './parse.ts';
import { type Condition, type Field, makeCondition, type Pattern, testsOf } from './pattern.ts';
import { printCondition, printConditions, printFields } from './print.ts';

/** A pattern that differs from another one in one condition, in one field, or in the branches of one `$or`. */
export interface Mutant {
  /** The changed pattern. */
  readonly pattern: Pattern;
  /** Index into the fields of the original; of a branch, that of its first field. */
  readonly field: number;
  /** Of the changed condition, the dropped or moved field, the dropped branch, or the list of branches, in the original. */
  readonly pointer: string;
  /** The range at `pointer`, if the original was given as text; of branches, that of their first field. */
  readonly range?: Condition['range'];
  /** The original as canonical JSON: a condition, all conditions of the field, a branch, or an object with `$or`. */
  readonly before: string;
  /** The replacement: one text for each condition, or an object instead of one with `$or`; none if it was dropped. */
  readonly after: readonly string[];
  /** Whether branches of `$or` were changed: one was dropped, one stands alone, or a field was moved out. */
  readonly branches?: boolean;
}

/**
 * In source order, without duplicates, lazily. A mutant may mean the same as the original: compare them with `equivalent`. The total time
 * is quadratic in the size of the pattern.
 * @throws TypeError unless it is a `Pattern`
 */
export function mutants(original: Pattern): Generator<Mutant> {
  takes(isPattern(original), 'mutants', PATTERN, original);
  return mutantsOf(original);
}

function* mutantsOf(original: Pattern): Generator<Mutant> {
  for (const [index, field] of original.fields.entries()) {
    // Duplicates are removed: a duplicate would hide every change of the other copy.
    const texts = new Map(field.conditions.map((one) => [printCondition(one), one]));
    const conditions = [...texts.values()];
    if (conditions.length === 1) {
      const mutant = changed(original, index, undefined);
      if (mutant !== undefined) yield { ...mutant, ...placeOf(field), before: printConditions(conditions), after: [] };
    }
    for (const [i, condition] of conditions.entries()) {
      for (const slip of slipsOf(condition, texts)) {
        const mutant = changed(original, index, { ...field, conditions: conditions.toSpliced(i, 1, ...slip) });
        if (mutant === undefined) continue;
        yield { ...mutant, ...placeOf(condition), before: printCondition(condition), after: slip.map(printCondition) };
      }
    }
  }
  yield* branchMutants(original);
}

function* branchMutants(original: Pattern): Generator<Mutant> {
  const seen = new Set<string>();
  for (const { index, fields, steps, before, after, depth } of branchChanges(original.fields)) {
    // The field has been dropped already.
    if (after === undefined && before.length === 1 && hasOneCondition(before[0] as Field)) continue;
    const pattern = readAs(original, fields);
    // The order of members is no difference.
    const key = fields
      .map((field) => printFields([field], 0))
      .sort()
      .join();
    if (pattern === undefined || seen.has(key)) continue;
    seen.add(key);
    const range = original.fields[index]?.range;
    yield {
      pattern,
      field: index,
      pointer: pointerTo(steps),
      ...(range === undefined ? {} : { range }),
      before: printFields(before, depth),
      after: after === undefined ? [] : [printFields(after, depth)],
      branches: true,
    };
  }
}

function hasOneCondition({ conditions }: Field): boolean {
  return new Set(conditions.map(printCondition)).size === 1;
}

function placeOf({ pointer, range }: Condition | Field): Pick<Mutant, 'pointer' | 'range'> {
  return range === undefined ? { pointer } : { pointer, range };
}

/** The replacements of a condition; `texts` are the conditions of its field. */
function slipsOf(condition: Condition, texts: ReadonlyMap<string, unknown>): readonly (readonly Condition[])[] {
  const tests = testsOf(condition);
  const instead = (changedTests: typeof tests): Condition =>
    makeCondition(condition.pointer, condition.range, changedTests);
  const slips: Condition[][] = tests.flatMap(({ operator, operand }, i) =>
    operator.mutate(operand).map((mutant) => [instead(tests.with(i, { operator, operand: mutant }))]),
  );
  if (tests.length > 1) for (const i of tests.keys()) slips.push([instead(tests.toSpliced(i, 1))]);
  const [only] = tests;
  const negated = tests.length === 1 ? only?.operator.negated?.(only.operand) : undefined;
  if (negated !== undefined) slips.push(negated.map((test) => instead([test])));
  const text = tests.length === 1 ? only?.operator.plainly?.(only.operand) : undefined;
  if (text !== undefined) slips.push([instead([{ operator: plain, operand: text }])]);
  if (texts.size > 1) slips.unshift([]);
  return distinct(slips, texts);
}

/** Removes conditions that the field already has, and duplicates: replacing by nothing new is the same mutant as dropping. */
function distinct(
  slips: readonly (readonly Condition[])[],
  texts: ReadonlyMap<string, unknown>,
): readonly (readonly Condition[])[] {
  const found = new Map<string, readonly Condition[]>();
  for (const slip of slips) {
    const added = new Map(slip.map((condition) => [printCondition(condition), condition]));
    for (const text of added.keys()) if (texts.has(text)) added.delete(text);
    const key = [...added.keys()].join();
    if ((added.size > 0 || texts.size > 1) && !found.has(key)) found.set(key, [...added.values()]);
  }
  return [...found.values()];
}

/** Undefined when the dialect refuses the mutant. */
function changed(
  original: Pattern,
  index: number,
  field: Field | undefined,
): Pick<Mutant, 'pattern' | 'field'> | undefined {
  const pattern = readAs(original, original.fields.toSpliced(index, 1, ...(field === undefined ? [] : [field])));
  return pattern === undefined ? undefined : { pattern, field: index };
}

/** Undefined also where the text is read as other fields, as `$or` with one branch may be. */
function readAs({ dialect, extensions }: Pattern, fields: readonly Field[]): Pattern | undefined {
  const options: PatternOptions = { dialect, extensions };
  const { pattern } = readPattern(printFields(fields, 0), options);
  const isSame = pattern?.fields.every(({ steps }, i) => hasBranches(steps) === hasBranches(fields[i]?.steps));
  return isSame === true && pattern?.fields.length === fields.length ? pattern : undefined;
}

function hasBranches(steps: Field['steps']): boolean {
  return steps?.some((step) => typeof step === 'number') === true;
}
