/** Why an event matches or does not: the trace of one decision, as data. Lines and marks are made where it is shown. */
import { eventNode, memberPredicate } from '../event.ts';
import { compileCondition, compileField, holdsOnMissing, isRetyped } from '../field.ts';
import { isScalar, type JsonNode, type JsonObjectNode, type JsonScalar, memberOf, printJson } from '../json/node.ts';
import { describe, shown } from '../operators/operator.ts';
import { holdsFor } from '../operators/predicate.ts';
import type { Plan, PlanCondition, PlanField } from '../plan.ts';
import { type Reason, reason } from '../reasons.ts';
import { retype } from '../value/java-numbers.ts';
import { heldElsewhere, missingElsewhere, type Sought } from './elsewhere.ts';
import { EventIndex } from './event-index.ts';
import { type Missing, missingAt, missingReason, step } from './missing.ts';

export interface Explanation {
  readonly matches: boolean;
  readonly dialect: string;
  /** In the order of the pattern. */
  readonly fields: readonly FieldExplanation[];
}

export interface FieldExplanation {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** The member names that the event was stepped through. */
  readonly path: readonly string[];
  readonly holds: boolean;
  readonly seen: Seen;
  /** For a field that does not hold: why, in one sentence, made of `reasons`. */
  readonly reason?: string;
  /** Why it does not hold, as data; after that, where in the event what it looks for stands instead. */
  readonly reasons?: readonly Reason[];
  /** In the order of the pattern; a condition that occurs twice is there once. */
  readonly conditions: readonly ConditionExplanation[];
}

export interface ConditionExplanation {
  /** Canonical JSON. */
  readonly text: string;
  readonly holds: boolean;
  /** The value that it holds for, as JSON text; absent for a missing field. */
  readonly value?: string;
  /** Of a long value that it holds for: the part that decides. */
  readonly excerpt?: string;
  /**
   * For a condition that does not hold where there is a value to try: why. For one that holds: the special rule that decides, where one does
   * (the tolerance of numbers, say).
   */
  readonly reason?: string;
  /** What `reason` is made of. Of an array, the reasons for the elements that are nearest. */
  readonly reasons?: readonly Reason[];
}

/** What stands at the field's path. Values are JSON texts; pointers lead into the event. */
export type Seen =
  | { readonly kind: 'value'; readonly value: string; readonly comparedAs?: string }
  | { readonly kind: 'array'; readonly values: readonly string[] }
  | { readonly kind: 'empty-array' }
  | { readonly kind: 'array-with-objects' }
  | { readonly kind: 'object' }
  | Missing;

/** @throws EventSyntaxError, TypeError as matching does; also TypeError for an object nested deeper than the JSON reader goes */
export function explainPlan(plan: Plan, event: object | string | Uint8Array): Explanation {
  const node = eventNode(event);
  const index = new EventIndex(node);
  const fields = plan.fields.map((field) => explainField(plan, field, node, index));
  return { matches: fields.every((field) => field.holds), dialect: plan.dialect.name, fields };
}

function explainField(plan: Plan, field: PlanField, event: JsonObjectNode, index: EventIndex): FieldExplanation {
  const base = { pointer: field.source.pointer, path: field.path };
  const end = step(event, field.path);
  const sought: Sought = { event, index, field, end, holds: fieldTest(plan, field) };
  if (end.depth < field.path.length) return { ...base, ...explainMissing(field, missingAt(end, field.path), sought) };
  const { node } = end;
  if (node.kind === 'object') return { ...base, ...unanswerable(field, { kind: 'object' }, reason('is-object', {})) };
  const values = node.kind === 'array' ? node.items : [node];
  if (values.length === 0) {
    return { ...base, ...unanswerable(field, { kind: 'empty-array' }, reason('is-empty-array', {})) };
  }
  if (!values.every(isScalar)) {
    const why = reason('is-array-with-objects', {});
    return { ...base, ...unanswerable(field, { kind: 'array-with-objects' }, why) };
  }
  const retyped = node.kind !== 'array' && isRetyped(field, plan.rules);
  // Of many elements few hold, and only those are shown to each condition.
  const anyCondition = memberPredicate({ ...compileField(field, plan.rules), retyped });
  const holding = values.filter((value) => holdsFor(anyCondition, value));
  const tried = values.slice(0, Math.max(MANY, MOST_TRIED / field.conditions.length));
  const conditions = field.conditions.map((condition) => {
    const predicate = memberPredicate({ predicate: compileCondition(condition, plan.rules), retyped });
    const value = holding.find((one) => holdsFor(predicate, one));
    if (value !== undefined) return explainHolding(plan, condition, value, retyped);
    return { text: condition.key, holds: false, ...because(whyNone(plan, condition, tried, values.length, retyped)) };
  });
  const holds = conditions.some((condition) => condition.holds);
  const seen = seenOf(node, values, retyped);
  if (holds) return { ...base, holds, seen, conditions };
  return {
    ...base,
    holds,
    seen,
    ...because([...failure(conditions, values), ...some(heldElsewhere(sought))]),
    conditions,
  };
}

/** Whether a condition holds for a value, wherever that stands in the event. */
function fieldTest(plan: Plan, field: PlanField): (node: JsonNode) => boolean {
  let test: ReturnType<typeof compileField> | undefined;
  return (node) => {
    test ??= compileField(field, plan.rules);
    const { predicate } = test;
    if (node.kind !== 'array') return isScalar(node) && holdsFor(memberPredicate(test), node);
    return node.items.every(isScalar) && node.items.some((item) => holdsFor(predicate, item));
  };
}

/** Reasons as they are told, one after the other. */
function because(reasons: readonly Reason[]): { readonly reason: string; readonly reasons: readonly Reason[] } {
  return { reason: reasons.map(({ text }) => text).join('; '), reasons };
}

function some<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}

type Explained = Pick<FieldExplanation, 'holds' | 'seen' | 'reason' | 'reasons' | 'conditions'>;

function explainMissing(field: PlanField, seen: Missing, sought: Sought): Explained {
  const conditions = field.conditions.map((condition) => ({
    text: condition.key,
    holds: seen.noData !== true && holdsOnMissing(condition),
  }));
  const holds = conditions.some((condition) => condition.holds);
  if (holds) return { holds, seen, conditions };
  const { node } = sought.end;
  const known = seen.suggestion === undefined || node.kind !== 'object' ? undefined : memberOf(node, seen.suggestion);
  const where = missingElsewhere({ ...sought, known });
  return { holds, seen, ...because([missingReason(seen), ...some(where)]), conditions };
}

function unanswerable(field: PlanField, seen: Seen, why: Reason): Explained {
  const conditions = field.conditions.map(({ key }) => ({ text: key, holds: false }));
  return { holds: false, seen, ...because([why]), conditions };
}

/** So many values of an array have a reason each; the rest is counted. */
const MANY = 3;
/** So many values are tried for one field: its conditions share them. */
const MOST_TRIED = 2000;

function whyNone(
  plan: Plan,
  condition: PlanCondition,
  tried: readonly JsonScalar[],
  all: number,
  retyped: boolean,
): readonly Reason[] {
  const reasons = tried.map((value) => whyNot(plan, condition, value, retyped));
  // Those that are nearly right come first.
  const near = [
    ...reasons.filter(({ note }) => note !== undefined),
    ...reasons.filter(({ note }) => note === undefined),
  ];
  const count = all - Math.min(all, MANY);
  return [...near.slice(0, MANY), ...(count > 0 ? [reason('more-elements', { count })] : [])];
}

function explainHolding(
  plan: Plan,
  { key, tests }: PlanCondition,
  value: JsonScalar,
  retyped: boolean,
): ConditionExplanation {
  const text = printJson(value);
  const as = compared(value, retyped);
  const [rule] = tests.flatMap(({ operator, operand }) => some(operator.whyHolds?.(operand, as, plan.rules)));
  const [test] = tests;
  const at = value.kind === 'string' ? test?.operator.decidesAt?.(test.operand, value.value) : undefined;
  const excerpt = shown(value, at);
  return {
    text: key,
    holds: true,
    value: text,
    ...(excerpt === text ? {} : { excerpt }),
    ...(rule === undefined ? {} : because([rule])),
  };
}

function whyNot(plan: Plan, { tests }: PlanCondition, value: JsonScalar, retyped: boolean): Reason {
  const as = compared(value, retyped);
  const failing = tests.find(({ operator, operand }) => !holdsFor(operator.compile(operand, plan.rules), as));
  const { operator, operand } = failing ?? (tests[0] as PlanCondition['tests'][number]);
  const why =
    operator.wants !== 'scalar' && operator.wants !== as.kind
      ? reason('wrong-kind', { value: shown(value), found: describe(value), wants: operator.wants })
      : operator.why(operand, as, plan.rules);
  return as === value ? why : reason('re-typed', { value: shown(value), comparedAs: shown(as) }, why);
}

/** The value as the conditions see it; the same node unless a number is re-typed to another text. */
function compared(value: JsonScalar, retyped: boolean): JsonScalar {
  if (value.kind !== 'number' || !retyped) return value;
  const text = retype(value.text);
  return text === value.text ? value : { ...value, text, value: Number(text) };
}

function seenOf(node: JsonNode, values: readonly JsonScalar[], retyped: boolean): Seen {
  if (node.kind === 'array') return { kind: 'array', values: values.map(printJson) };
  const [value] = values as [JsonScalar];
  const as = compared(value, retyped);
  return { kind: 'value', value: printJson(value), ...(as === value ? {} : { comparedAs: printJson(as) }) };
}

function failure(conditions: readonly ConditionExplanation[], values: readonly JsonScalar[]): readonly Reason[] {
  const [only] = conditions;
  if (conditions.length === 1 && only?.reasons !== undefined) return only.reasons;
  const count = { conditions: conditions.length };
  if (values.length > 1) return [reason('no-condition-for-elements', { ...count, elements: values.length })];
  return [reason('no-condition', { ...count, value: shown(values[0] as JsonScalar) })];
}
