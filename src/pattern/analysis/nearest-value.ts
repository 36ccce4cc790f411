/** Which of the values that a field accepts is nearest to the one that an event has. */
import type { JsonNode } from '../json/node.ts';
import type { Budget } from '../value/budget.ts';
import { isNumberText } from '../value/number-texts.ts';
import { atomsOf } from '../value/strings/formula.ts';
import { has, type Scalar, sampleScalars, type ValueSet } from '../value/value-set.ts';
import { hasSent } from './held.ts';
import type { Solution } from './solve.ts';

// Of so many values the nearest one is looked for; a set's own texts count as far as they go.
const MANY = 24;
const MANY_TEXTS = 1000;
/** A longer string is not mended at its ends. */
const LONGEST = 2000;

/** `none` when the set has no scalar. */
export function nearestScalar(
  accepted: ValueSet,
  node: JsonNode | undefined,
  retyped: boolean,
  budget: Budget,
): Solution<Scalar> {
  const count = Math.max(MANY, Math.min(accepted.strings.except.size, MANY_TEXTS));
  const { members, complete } = sampleScalars(accepted, count, budget, { retyped });
  const [first] = members;
  if (first === undefined) return complete ? 'none' : 'unknown';
  const own = sameInAnotherKind(node).find((value) => hasSent(accepted, value, retyped));
  if (own !== undefined) return { value: own };
  const candidates = [...members, ...mended(accepted, node).filter((text) => has(accepted, text))];
  const nearer = (a: Scalar, b: Scalar): Scalar => (distance(b, node) < distance(a, node) ? b : a);
  return { value: candidates.reduce(nearer, first) };
}

/** `"120"` is meant as 120, `"true"` as true, and 120 as `"120"`. */
function sameInAnotherKind(node: JsonNode | undefined): readonly Scalar[] {
  if (node?.kind === 'number') return [node.text];
  if (node?.kind === 'boolean') return [String(node.value)];
  if (node?.kind !== 'string') return [];
  const text = node.value.trim();
  const literals: readonly Scalar[] = [true, false, null];
  return [
    ...(isNumberText(text) ? [{ number: text }, { number: JSON.stringify(Number(text)) }] : []),
    ...literals.filter((literal) => String(literal) === text),
    ...(text === node.value ? [] : [text]),
    text.normalize(),
  ];
}

/** The string with what the set asks for at its ends. */
function mended({ strings }: ValueSet, node: JsonNode | undefined): readonly string[] {
  if (node?.kind !== 'string' || node.value.length > LONGEST) return [];
  const { value } = node;
  return atomsOf(strings.formula)
    .slice(0, MANY)
    .flatMap(({ atom, negated }) => {
      if (negated || !('text' in atom)) return [];
      const { kind, text } = atom;
      if (kind === 'beginning') return [text + value.slice(text.length)];
      if (kind === 'ending') return [value.slice(0, Math.max(0, value.length - text.length)) + text];
      return [value + text];
    });
}

/** How far a value is from the one that stands there: of another kind is far. */
function distance(value: Scalar, node: JsonNode | undefined): number {
  if (node?.kind === 'number' && typeof value === 'object' && value !== null) {
    // Prefers short numbers: above 0 that is 1, not 1.0000000000000001e-7.
    const digits = Math.max(0, value.number.length - node.text.length);
    return Math.min(Math.abs(Number(value.number) - node.value), 1e8) + digits + value.number.length / 1000;
  }
  if (node?.kind === 'string' && typeof value === 'string') return differences(value, node.value);
  return node !== undefined && node.kind === kindOf(value) ? 0 : 1e9;
}

function kindOf(value: Scalar): JsonNode['kind'] {
  if (value === null) return 'null';
  return typeof value === 'object' ? 'number' : typeof value === 'string' ? 'string' : 'boolean';
}

/** The characters that two strings do not share at their ends: cheap, and enough to find the likely one. */
function differences(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end;
}
