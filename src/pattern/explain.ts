/** Why an event matches or does not: the trace of one decision, as data. Lines and marks belong to whoever shows it. */
import { eventNode, holdsFor, memberPredicate } from './event.ts';
import { compileCondition, compileField, holdsOnMissing, isRetyped } from './field.ts';
import { isScalar, type JsonNode, type JsonObjectNode, type JsonScalar, memberOf, printJson } from './json/node.ts';
import { pointerTo } from './json/pointer.ts';
import { readJson } from './json/read.ts';
import { describe } from './operators/operator.ts';
import type { Plan, PlanCondition, PlanField } from './plan.ts';
import { nearest } from './suggest.ts';
import { retype } from './value/java-numbers.ts';

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
  /** For a field that does not hold: why, in one sentence. */
  readonly reason?: string;
  /** In the order of the pattern; a condition that occurs twice is there once. */
  readonly conditions: readonly ConditionExplanation[];
}

export interface ConditionExplanation {
  /** Canonical JSON. */
  readonly text: string;
  readonly holds: boolean;
  /** The value that it holds for, as JSON text; absent for a missing field. */
  readonly value?: string;
  /** For a condition that does not hold where there is a value to try: why. */
  readonly reason?: string;
}

/** What stands at the field's path. Values are JSON texts; pointers lead into the event. */
export type Seen =
  | { readonly kind: 'value'; readonly value: string; readonly comparedAs?: string }
  | { readonly kind: 'array'; readonly values: readonly string[] }
  | { readonly kind: 'empty-array' }
  | { readonly kind: 'array-with-objects' }
  | { readonly kind: 'object' }
  | Missing;

export interface Missing {
  readonly kind: 'missing';
  /** The last value on the way. */
  readonly endsAt: string;
  /** What that value is: `an object` lacks the next name, anything else has no members. */
  readonly found: string;
  readonly next: string;
  /** A name that the object has and that differs by case or by a letter. */
  readonly suggestion?: string;
  /** It is a string that holds JSON, which is never looked into. */
  readonly holdsJson?: true;
  /** The event has no `data` at all, and so not even `exists: false` holds below it. */
  readonly noData?: true;
}

/** @throws EventSyntaxError, TypeError as matching does; also TypeError for an object nested deeper than the JSON reader goes */
export function explainPlan(plan: Plan, event: object | string | Uint8Array): Explanation {
  const node = eventNode(event);
  const fields = plan.fields.map((field) => explainField(plan, field, node));
  return { matches: fields.every((field) => field.holds), dialect: plan.dialect.name, fields };
}

function explainField(plan: Plan, field: PlanField, event: JsonObjectNode): FieldExplanation {
  const found = step(event, field.path);
  const base = { pointer: field.source.pointer, path: field.path };
  if (!('node' in found)) return { ...base, ...explainMissing(field, found) };
  const { node } = found;
  if (node.kind === 'object')
    return { ...base, ...unanswerable(field, { kind: 'object' }, 'is an object, and no condition can hold for it') };
  const values = node.kind === 'array' ? node.items : [node];
  if (values.length === 0) {
    return {
      ...base,
      ...unanswerable(field, { kind: 'empty-array' }, 'is an empty array, and no condition can hold for it'),
    };
  }
  if (!values.every(isScalar)) {
    const reason = 'is an array that has an object or an array in it, and no condition can hold for it';
    return { ...base, ...unanswerable(field, { kind: 'array-with-objects' }, reason) };
  }
  const retyped = node.kind !== 'array' && isRetyped(field, plan.rules);
  // Of many elements few hold, and only those are shown to each condition.
  const anyCondition = memberPredicate({ ...compileField(field, plan.rules), retyped });
  const holding = values.filter((value) => holdsFor(anyCondition, value));
  const conditions = field.conditions.map((one) => explainCondition(plan, one, values, holding, retyped));
  const holds = conditions.some((condition) => condition.holds);
  const seen = seenOf(node, values, retyped);
  return { ...base, holds, seen, ...(holds ? {} : { reason: failure(conditions, values) }), conditions };
}

type Found = { readonly node: JsonNode } | Missing;

function step(event: JsonObjectNode, path: readonly string[]): Found {
  let node: JsonNode = event;
  for (const [i, name] of path.entries()) {
    const next: JsonNode | undefined = node.kind === 'object' ? memberOf(node, name) : undefined;
    if (next === undefined) return missing(node, path, i);
    node = next;
  }
  return { node };
}

/** Among so many members a name is looked for that was meant: each missing field looks through them. */
const MANY_NAMES = 200;

/** Many fields may end at one string. */
const jsonTexts = new WeakMap<JsonNode, boolean>();

function isJson(node: JsonNode & { readonly kind: 'string' }): boolean {
  let known = jsonTexts.get(node);
  if (known === undefined) {
    known = /^\s*[[{]/.test(node.value) && readJson(node.value).node !== undefined;
    jsonTexts.set(node, known);
  }
  return known;
}

function missing(node: JsonNode, path: readonly string[], depth: number): Missing {
  const next = path[depth] as string;
  const names = node.kind === 'object' ? node.members.slice(0, MANY_NAMES).map((member) => member.name) : [];
  const suggestion = nearest(next, names);
  const holdsJson = node.kind === 'string' && isJson(node);
  return {
    kind: 'missing',
    endsAt: pointerTo(path.slice(0, depth)),
    found: describe(node),
    next,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(holdsJson ? { holdsJson: true } : {}),
    ...(depth === 0 && next === 'data' ? { noData: true } : {}),
  };
}

function explainMissing(
  field: PlanField,
  seen: Missing,
): Pick<FieldExplanation, 'holds' | 'seen' | 'reason' | 'conditions'> {
  const conditions = field.conditions.map((condition) => ({
    text: condition.key,
    holds: seen.noData !== true && holdsOnMissing(condition),
  }));
  const holds = conditions.some((condition) => condition.holds);
  return { holds, seen, ...(holds ? {} : { reason: missingReason(seen) }), conditions };
}

function missingReason({ endsAt, found, next, suggestion, holdsJson, noData }: Missing): string {
  if (noData) return 'the event has no `data`, and then no field below it holds, not even `exists: false`';
  if (holdsJson) return `\`${endsAt}\` is a string that holds JSON, and a string is never looked into`;
  if (found !== 'an object') return `\`${endsAt}\` is ${found} and has no member \`${next}\``;
  const where = endsAt === '' ? 'the event' : `\`${endsAt}\``;
  return `${where} has no member \`${next}\`${suggestion === undefined ? '' : `; it has \`${suggestion}\``}`;
}

function unanswerable(
  field: PlanField,
  seen: Seen,
  reason: string,
): Pick<FieldExplanation, 'holds' | 'seen' | 'reason' | 'conditions'> {
  return { holds: false, seen, reason, conditions: field.conditions.map(({ key }) => ({ text: key, holds: false })) };
}

function explainCondition(
  plan: Plan,
  condition: PlanCondition,
  values: readonly JsonScalar[],
  candidates: readonly JsonScalar[],
  retyped: boolean,
): ConditionExplanation {
  const predicate = memberPredicate({ predicate: compileCondition(condition, plan.rules), retyped });
  const holding = candidates.find((value) => holdsFor(predicate, value));
  if (holding !== undefined) return { text: condition.key, holds: true, value: printJson(holding) };
  const reasons = values
    .slice(0, MANY)
    .map((value) => `${clip(printJson(value))} ${whyNot(plan, condition, value, retyped)}`);
  const more = values.length - reasons.length;
  return { text: condition.key, holds: false, reason: reasons.join('; ') + (more > 0 ? `; and ${more} more` : '') };
}

const MANY = 3;

function whyNot(plan: Plan, { tests }: PlanCondition, value: JsonScalar, retyped: boolean): string {
  for (const { operator, operand } of tests) {
    const predicate = memberPredicate({ predicate: operator.compile(operand, plan.rules), retyped });
    if (holdsFor(predicate, value)) continue;
    if (operator.wants !== 'scalar' && operator.wants !== value.kind) {
      return `is ${describe(value)}, and the condition wants a ${operator.wants}`;
    }
    return operator.why(operand, compared(value, retyped), plan.rules);
  }
  return 'holds';
}

/** The value as the conditions see it. */
function compared(value: JsonScalar, retyped: boolean): JsonScalar {
  if (value.kind !== 'number' || !retyped) return value;
  const text = retype(value.text);
  return { ...value, text, value: Number(text) };
}

function seenOf(node: JsonNode, values: readonly JsonScalar[], retyped: boolean): Seen {
  if (node.kind === 'array') return { kind: 'array', values: values.map(printJson) };
  const [value] = values as [JsonScalar];
  const text = printJson(value);
  const comparedAs = printJson(compared(value, retyped));
  return { kind: 'value', value: text, ...(comparedAs === text ? {} : { comparedAs }) };
}

function failure(conditions: readonly ConditionExplanation[], values: readonly JsonScalar[]): string {
  const [only] = conditions;
  if (conditions.length === 1 && only?.reason !== undefined) return only.reason;
  const what = values.length === 1 ? clip(printJson(values[0] as JsonScalar)) : `any of the ${values.length} elements`;
  return `none of the ${conditions.length} conditions holds for ${what}`;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
