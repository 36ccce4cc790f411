/**
 * A pattern under analysis: its fields with the sets of values that they accept, and the matcher that verifies
 * witnesses.
 */
import { assertNumber, assertOptions } from '../arguments.ts';
import type { Dialect } from '../dialect.ts';
import { isRetyped } from '../field.ts';
import { fieldSet } from '../field-set.ts';
import { compilePattern, type Matcher, patternOf } from '../matcher.ts';
import type { PatternInput, PatternOptions } from '../parse.ts';
import { isPattern, type Pattern } from '../pattern.ts';
import { type PlanField, planPattern } from '../plan.ts';
import { type Budget, budgetOf } from '../value/budget.ts';
import type { ValueSet } from '../value/value-set.ts';

/** Options of the questions about patterns. */
export interface AnalysisOptions extends PatternOptions {
  /**
   * The maximum number of states and strings to visit for one question, default 100,000; beyond it the answer is
   * `unknown`.
   */
  readonly budget?: number | undefined;
}

export interface Subject {
  readonly pattern: Pattern;
  readonly fields: readonly SubjectField[];
  readonly matcher: Matcher;
  /**
   * Present where arrays are transparent: the combinations of the branches of `$or`, each with the matcher of the whole pattern. Their
   * fields are conjunctions, as those of a pattern without `$or` are.
   */
  readonly alternatives?: readonly Subject[];
}

export interface SubjectField {
  readonly path: readonly string[];
  readonly set: ValueSet;
  /** Whether a number that is the member itself (not an element) is retyped before it is compared with the set. */
  readonly retyped: boolean;
  readonly plan: PlanField;
}

/** Cached by pattern, since patterns are immutable. */
const subjects = new WeakMap<Pattern, Subject>();

/**
 * The subjects of one question. Texts and objects are read in the dialect of the options, otherwise in that of a
 * `Pattern` among the sources.
 * @throws PatternError for a pattern with errors
 * @throws TypeError for patterns of two dialects
 */
export function subjectsOf(sources: readonly PatternInput[], options: AnalysisOptions = {}): Subject[] {
  assertOptions(options);
  const given = sources.find(isPattern) as Pattern | undefined;
  const dialect = options.dialect ?? given?.dialect;
  const read: PatternOptions = {
    ...(dialect === undefined ? {} : { dialect }),
    ...(options.extensions === undefined ? {} : { extensions: options.extensions }),
  };
  return sources.map((source) => {
    if (isPattern(source) && given !== undefined) assertOneDialect(source.dialect, given.dialect);
    return subjectOf(patternOf(source, read));
  });
}

function assertOneDialect(a: Dialect, b: Dialect): void {
  if (a === b) return;
  throw new TypeError(
    `patterns of two dialects, \`${b.name}\` and \`${a.name}\`, cannot be compared: read them in one`,
  );
}

export function subjectOf(pattern: Pattern): Subject {
  const known = subjects.get(pattern);
  if (known !== undefined) return known;
  const { fields, rules, alternatives } = planPattern(pattern);
  let matcher: Matcher | undefined;
  const all = new Map(fields.map((field) => [field, withSet(field, rules)]));
  const conjunction = (some: readonly PlanField[]): Subject => ({
    pattern,
    fields: some.map((field) => all.get(field) as SubjectField),
    // Compiled on demand: many questions are decided without a witness.
    get matcher() {
      matcher ??= compilePattern(pattern);
      return matcher;
    },
  });
  const whole = conjunction(fields);
  const subject: Subject =
    rules.arrays === 'transparent'
      ? Object.assign(whole, { alternatives: alternatives.map((alternative) => conjunction(alternative.fields)) })
      : whole;
  subjects.set(pattern, subject);
  return subject;
}

function withSet(field: PlanField, rules: Dialect['rules']): SubjectField {
  let set: ValueSet | undefined;
  return {
    path: field.path,
    // Made on demand: equal fields of two patterns are often decided without it.
    get set() {
      set ??= fieldSet(field, rules);
      return set;
    },
    retyped: isRetyped(field, rules),
    plan: field,
  };
}

export function budgetFor({ budget }: AnalysisOptions = {}): Budget {
  assertNumber(budget, 'budget');
  return budgetOf(budget);
}
