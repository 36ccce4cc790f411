/** The nearest event that a pattern matches: what would have to be sent instead, with the fewest members changed. */
import { eventNode } from '../event.ts';
import { isScalar, type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import { pointerTo } from '../json/pointer.ts';
import type { Budget } from '../value/budget.ts';
import { retype } from '../value/java-numbers.ts';
import { has, type Scalar, sampleScalars } from '../value/value-set.ts';
import { OVER_BUDGET, type Witness } from './answer.ts';
import { missingBelow, type Place, placeOf } from './place.ts';
import { type Solution, wanted } from './solve.ts';
import {
  type AnalysisOptions,
  budgetFor,
  type Source,
  type Subject,
  type SubjectField,
  subjectsOf,
} from './subject.ts';
import { scalarText, type Tree, treeText } from './tree.ts';
import { verified } from './verify.ts';

export interface Change {
  /** A JSON pointer into the event. */
  readonly pointer: string;
  /** JSON texts; absent for what was not there, and for what is taken out. */
  readonly from?: string;
  readonly to?: string;
}

export type NearestMatch =
  | { readonly answer: 'yes'; readonly event: Witness; readonly changes: readonly Change[] }
  /** The pattern never matches. */
  | { readonly answer: 'no' }
  | { readonly answer: 'unknown'; readonly reason: string };

/**
 * For an event that matches already there are no changes. Other members of the event stay as they are.
 * @throws PatternError, TypeError as `compilePattern` does; EventSyntaxError, TypeError for what is no event
 */
export function nearestMatch(
  pattern: Source,
  event: object | string | Uint8Array,
  options?: AnalysisOptions,
): NearestMatch {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const node = eventNode(event);
  const place = placeOf(subject.fields.map((field) => ({ field, holds: true })));
  const found = members(place, node, [], budgetFor(options));
  if (found === 'none') return { answer: 'no' };
  if (found === 'unknown') return { answer: 'unknown', reason: OVER_BUDGET };
  const { tree, steps } = found.value;
  const text = verified(treeText(tree ?? []), [[subject, true]]);
  return { answer: 'yes', event: text, changes: steps.map(changeOf) };
}

/** A change that may be made. What it costs to write it is paid for those of the answer only: every way has its own. */
interface Step {
  readonly path: readonly string[];
  readonly from: JsonNode | undefined;
  readonly to: Tree | undefined;
}

function changeOf({ path, from, to }: Step): Change {
  return {
    pointer: pointerTo(path),
    ...(from === undefined ? {} : { from: printJson(from) }),
    ...(to === undefined ? {} : { to: treeText(to) }),
  };
}

/** What is to stand at a place, and the changes that make it so. */
interface Mended {
  readonly tree: Tree | undefined;
  readonly steps: readonly Step[];
}

function members(
  place: Place,
  node: JsonObjectNode | undefined,
  path: readonly string[],
  budget: Budget,
): Solution<Mended> {
  const values = new Map<string, JsonNode>();
  for (const { name, value } of node?.members ?? []) values.set(name, value);
  const tree = new Map<string, Tree>();
  // A member of which the pattern speaks keeps its turn and is written once it is known.
  for (const [name, value] of values) tree.set(name, place.children.has(name) ? '' : printJson(value));
  const steps: Step[] = [];
  let unknown = false;
  for (const [name, child] of place.children) {
    const found = mend(child, values.get(name), [...path, name], budget);
    if (found === 'none') return 'none';
    if (found === 'unknown') unknown = true;
    else {
      if (found.value.tree === undefined) tree.delete(name);
      else tree.set(name, found.value.tree);
      for (const step of found.value.steps) steps.push(step);
    }
  }
  return unknown ? 'unknown' : { value: { tree, steps } };
}

/** The way with the fewest changes; of equal ones the first: leave it, change its members, set it, make an object of it, take it out. */
function mend(place: Place, node: JsonNode | undefined, path: readonly string[], budget: Budget): Solution<Mended> {
  const ways = [keep, into, set, remove, replace];
  let best: Mended | undefined;
  let unknown = false;
  for (const way of ways) {
    if (best !== undefined && best.steps.length <= 1 && way !== keep && way !== into) break;
    const found = way(place, node, path, budget);
    if (found === 'unknown') unknown = true;
    else if (found !== 'none' && (best === undefined || found.value.steps.length < best.steps.length)) {
      best = found.value;
    }
  }
  return best === undefined ? (unknown ? 'unknown' : 'none') : { value: best };
}

function keep(place: Place, node: JsonNode | undefined): Solution<Mended> {
  if (node?.kind === 'object') return 'none';
  if (!endsHere(place) || (place.required && node === undefined)) return 'none';
  if (!place.claims.every(({ field }) => holds(field, node))) return 'none';
  return { value: { tree: node && printJson(node), steps: [] } };
}

/** Whether a field holds for what stands at its path. */
function holds({ set, retyped }: SubjectField, node: JsonNode | undefined): boolean {
  if (node === undefined) return set.missing;
  if (node.kind === 'object') return false;
  const values = node.kind === 'array' ? node.items : [node];
  return (
    values.every(isScalar) &&
    values.some((value) => {
      if (value.kind === 'null') return set.null;
      if (value.kind !== 'number') return has(set, value.value);
      return has(set, { number: retyped && node.kind !== 'array' ? retype(value.text) : value.text });
    })
  );
}

function into(place: Place, node: JsonNode | undefined, path: readonly string[], budget: Budget): Solution<Mended> {
  if (node?.kind !== 'object' || place.claims.length > 0) return 'none';
  return members(place, node, path, budget);
}

// Of so many values the nearest one is looked for; a set's own texts count as far as they go.
const MANY = 24;
const MANY_TEXTS = 1000;

function set(place: Place, node: JsonNode | undefined, path: readonly string[], budget: Budget): Solution<Mended> {
  if (!endsHere(place)) return 'none';
  const retyped = place.claims.some(({ field }) => field.retyped);
  const accepted = wanted(place.claims);
  const count = Math.max(MANY, Math.min(accepted.strings.except.size, MANY_TEXTS));
  const { members: values, complete } = sampleScalars(accepted, count, budget, { retyped });
  const [first] = values;
  if (first === undefined) return complete ? elements(place, node, path, budget) : 'unknown';
  const value = values.reduce((a, b) => (distance(b, node) < distance(a, node) ? b : a), first);
  return changed(scalarText(value), node, path);
}

/** Two names that are one path may want values that only an array has side by side. */
function elements(
  { claims }: Place,
  node: JsonNode | undefined,
  path: readonly string[],
  budget: Budget,
): Solution<Mended> {
  const texts = new Set<string>();
  for (const { field } of claims) {
    const { members: values, complete } = sampleScalars({ ...field.set, missing: false }, 1, budget);
    const [value] = values;
    if (value === undefined) return complete ? 'none' : 'unknown';
    texts.add(scalarText(value));
  }
  return texts.size === 0 ? 'none' : changed(`[${[...texts].join(',')}]`, node, path);
}

function changed(to: Tree, from: JsonNode | undefined, path: readonly string[]): Solution<Mended> {
  return { value: { tree: to, steps: [{ path, from, to }] } };
}

/** Whether all that the pattern says of the places below holds when nothing is there. */
function endsHere({ children }: Place): boolean {
  for (const child of children.values()) if (!missingBelow(child)) return false;
  return true;
}

function remove(place: Place, node: JsonNode | undefined, path: readonly string[]): Solution<Mended> {
  if (node === undefined || place.required || !endsHere(place)) return 'none';
  if (!place.claims.every(({ field }) => field.set.missing)) return 'none';
  return { value: { tree: undefined, steps: [{ path, from: node, to: undefined }] } };
}

/** An object in the place of something else. It counts as many changes as it has members that matter. */
function replace(place: Place, node: JsonNode | undefined, path: readonly string[], budget: Budget): Solution<Mended> {
  if (node?.kind === 'object' || place.claims.length > 0) return 'none';
  const found = members(place, undefined, path, budget);
  if (typeof found === 'string') return found;
  const { tree, steps } = found.value;
  // What stood there goes with the first member; an object without members is a change too.
  return steps.length === 0 || node !== undefined ? changed(tree as Tree, node, path) : { value: { tree, steps } };
}

/** How far a value is from the one that stands there: of another kind is far. */
function distance(value: Scalar, node: JsonNode | undefined): number {
  if (node?.kind === 'number' && typeof value === 'object' && value !== null) {
    // A number that somebody would write: above 0 that is 1, and not 1.0000000000000001e-7.
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
