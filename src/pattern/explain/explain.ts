/** Why an event matches or does not: the trace of one decision, as data. Lines and marks are made where it is shown. */
import { eventNode, memberPredicate } from '../event.ts';
import { compileCondition, compileField, holdsOnMissing, isRetyped } from '../field.ts';
import { isScalar, type JsonNode, type JsonObjectNode, type JsonScalar, printJson } from '../json/node.ts';
import { appendPointer } from '../json/pointer.ts';
import { describe, shown } from '../operators/operator.ts';
import { holdsFor } from '../operators/predicate.ts';
import type { Plan, PlanCondition, PlanField } from '../plan.ts';
import { type Reason, reason } from '../reasons.ts';
import { retype } from '../value/java-numbers.ts';
import { heldElsewhere, missingElsewhere, type Sought } from './elsewhere.ts';
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
  const fields = plan.fields.map((field) => explainField(plan, field, node));
  return { matches: fields.every((field) => field.holds), dialect: plan.dialect.name, fields };
}

function explainField(plan: Plan, field: PlanField, event: JsonObjectNode): FieldExplanation {
  const base = { pointer: field.source.pointer, path: field.path };
  const end = step(event, field.path);
  const sought: Sought = { event, field, end, holds: fieldTest(plan, field) };
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
  const conditions = field.conditions.map((condition) => explainCondition(plan, condition, values, retyped));
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
  const { endsAt, suggestion } = seen;
  const named = suggestion === undefined ? {} : { named: appendPointer(endsAt, suggestion) };
  return {
    holds,
    seen,
    ...because([missingReason(seen), ...some(missingElsewhere({ ...sought, ...named }))]),
    conditions,
  };
}

function unanswerable(field: PlanField, seen: Seen, why: Reason): Explained {
  const conditions = field.conditions.map(({ key }) => ({ text: key, holds: false }));
  return { holds: false, seen, ...because([why]), conditions };
}

function explainCondition(
  plan: Plan,
  condition: PlanCondition,
  values: readonly JsonScalar[],
  retyped: boolean,
): ConditionExplanation {
  const predicate = memberPredicate({ predicate: compileCondition(condition, plan.rules), retyped });
  const holding = values.find((value) => holdsFor(predicate, value));
  if (holding !== undefined) return explainHolding(plan, condition, holding, retyped);
  const all = values.slice(0, MOST_TRIED).map((value) => whyNot(plan, condition, value, retyped));
  // Of many elements those that are nearly right come first.
  const reasons = [...all.filter(({ note }) => note !== undefined), ...all.filter(({ note }) => note === undefined)];
  const shownOnes: Reason[] = reasons.slice(0, MANY);
  const count = values.length - shownOnes.length;
  if (count > 0) shownOnes.push(reason('more-elements', { count }));
  return { text: condition.key, holds: false, ...because(shownOnes) };
}

const MANY = 3;
/** Of a longer array the rest is counted. */
const MOST_TRIED = 1000;

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
