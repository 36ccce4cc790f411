/** Chooses the value that a field accepts and that is nearest to the value of an event. */
import { isScalar, type JsonNode, printJson } from '../json/node.ts';
import type { Budget } from '../value/budget.ts';
import { editDistance } from '../value/edit-distance.ts';
import { lookAlike } from '../value/look-alike.ts';
import { isNumberText } from '../value/number-texts.ts';
import { holds } from '../value/strings/formula.ts';
import { type Scalar, sampleScalars, type ValueSet } from '../value/value-set.ts';
import { hasSent } from './field-holds.ts';
import { nearNumbers } from './nearest-number.ts';
import { repairedStrings } from './nearest-string.ts';
import type { Solution } from './solve.ts';
import { scalarText } from './tree.ts';

/** The maximum number of sampled values of a set with other values than its own texts and numbers. */
const MANY = 24;
/** The distance of two texts with only invisible differences: less than one letter. */
const ALIKE = 0.05;
/** The maximum distance for single letters: only their case may differ. */
const CASE_ONLY = 0.5;
/** Texts whose lengths differ by more are not tested for invisible differences. */
const MOST_UNSEEN = 4;

/** `none` when the set has no scalar. */
export function nearestScalar(
  accepted: ValueSet,
  node: JsonNode | undefined,
  retyped: boolean,
  budget: Budget,
): Solution<Scalar> {
  const { members, complete } = sampleScalars(accepted, MANY, budget, { retyped });
  const [first] = members;
  if (first === undefined) return complete ? 'none' : 'unknown';
  if (node === undefined || !isScalar(node)) return { value: first };
  const same = leavesOut(accepted, node) ? [] : sameInAnotherKind(node);
  const own = same.find((value) => hasSent(accepted, value, retyped));
  if (own !== undefined) return { value: own };
  // A number in quotes is compared as a number if no string is accepted.
  for (const meant of [node, ...inAnotherKind(node)]) {
    const near = ofItsKind(accepted, meant, retyped);
    const candidates = near.length > 0 ? near : members.filter((one) => kindOf(one) === meant.kind);
    if (candidates.length > 0) return { value: nearestOf(candidates, meant) };
  }
  return { value: nearestOf(members, node) };
}

/** A number as a string, and a string as a number. */
function inAnotherKind(node: JsonNode): readonly JsonNode[] {
  const { range } = node;
  if (node.kind === 'number') return [{ kind: 'string', value: node.text, range }];
  const text = node.kind === 'string' ? node.value.trim() : '';
  return isNumberText(text) ? [{ kind: 'number', text, value: Number(text), range }] : [];
}

/** Whether the set accepts all values of a kind with exceptions, such as this one: then another kind was not meant. */
function leavesOut({ strings, numbers }: ValueSet, { kind }: JsonNode): boolean {
  const [first, last] = [numbers.intervals[0], numbers.intervals.at(-1)];
  if (kind === 'number') return first?.low === Number.NEGATIVE_INFINITY && last?.high === Number.POSITIVE_INFINITY;
  return kind === 'string' && strings.formula === true;
}

/** `"120"` may be meant as 120, `"True"` as true, and 120 as `"120"`. */
function sameInAnotherKind(node: JsonNode): readonly Scalar[] {
  if (node.kind === 'number') return [node.text];
  if (node.kind === 'boolean') return [String(node.value)];
  if (node.kind !== 'string') return [];
  const text = node.value.trim();
  const literals: readonly Scalar[] = [true, false, null];
  return [
    ...(isNumberText(text) ? [{ number: text }, { number: JSON.stringify(Number(text)) }] : []),
    ...literals.filter((literal) => String(literal) === text.toLowerCase()),
    ...(text === node.value ? [] : [text]),
    text.normalize(),
  ];
}

/** The values of a set that have the kind of a node and may be near to it. */
function ofItsKind(accepted: ValueSet, node: JsonNode, retyped: boolean): readonly Scalar[] {
  const sent = (value: Scalar): boolean => hasSent(accepted, value, retyped);
  if (node.kind === 'number') {
    return nearNumbers(accepted.numbers, node, retyped)
      .map((number) => ({ number }))
      .filter(sent);
  }
  if (node.kind !== 'string') return [];
  const { formula, except } = accepted.strings;
  const own: string[] = [];
  for (const text of except) if (!holds(formula, text)) own.push(text);
  for (const text of repairedStrings(formula, node.value)) if (sent(text)) own.push(text);
  return own;
}

/** The first of the nearest ones. */
function nearestOf(candidates: readonly Scalar[], node: JsonNode): Scalar {
  let nearest = candidates[0] as Scalar;
  let least = distance(nearest, node);
  for (const one of candidates) {
    // The distance of two texts is at least the difference of their lengths.
    if (typeof one === 'string' && node.kind === 'string' && Math.abs(one.length - node.value.length) >= least)
      continue;
    const far = distance(one, node);
    if (far < least) [nearest, least] = [one, far];
  }
  return nearest;
}

function distance(value: Scalar, node: JsonNode): number {
  if (node.kind === 'number' && typeof value === 'object' && value !== null) {
    // Prefers short numbers: above 0 that is 1, not 1.0000000000000001e-7.
    const digits = Math.max(0, value.number.length - node.text.length);
    const far = Math.abs(Number(value.number) - node.value);
    return (Number.isNaN(far) ? 0 : far) + digits + value.number.length / 1000;
  }
  if (node.kind === 'string' && typeof value === 'string') return textDistance(value, node.value);
  return editDistance(scalarText(value), printJson(node));
}

function textDistance(value: string, text: string): number {
  const isAlike = Math.abs(value.length - text.length) <= MOST_UNSEEN && lookAlike(text, value) !== undefined;
  return isAlike ? ALIKE : editDistance(value, text);
}

/** Whether a value was probably meant by another one: the same in another kind, or a typing mistake away. */
export function isNear(value: Scalar, node: JsonNode): boolean {
  if (node.kind === 'string' && typeof value === 'string') {
    return textDistance(value, node.value) <= (node.value.length <= 1 ? CASE_ONLY : node.value.length <= 4 ? 1 : 2);
  }
  return sameInAnotherKind(node).some((same) => scalarText(same) === scalarText(value));
}

function kindOf(value: Scalar): JsonNode['kind'] {
  if (value === null) return 'null';
  return typeof value === 'object' ? 'number' : typeof value === 'string' ? 'string' : 'boolean';
}
