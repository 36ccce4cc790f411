/** The nearest event that a pattern matches: what would have to be sent instead, with the fewest members changed. */
import { eventNode } from '../event.ts';
import { isScalar, type JsonArray, type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import { pointerTo } from '../json/pointer.ts';
import { readJson } from '../json/read.ts';
import { nearest } from '../suggest.ts';
import type { Budget } from '../value/budget.ts';
import { lookAlike } from '../value/look-alike.ts';
import { OVER_BUDGET, type Witness } from './answer.ts';
import { isHeld } from './held.ts';
import { nearestScalar } from './nearest-value.ts';
import { missingBelow, type Place, placeOf } from './place.ts';
import { type Solution, wanted } from './solve.ts';
import { type AnalysisOptions, budgetFor, type Source, type Subject, subjectsOf } from './subject.ts';
import { scalarText, type Tree, treeText } from './tree.ts';
import { verified } from './verify.ts';

export interface Change {
  /** A JSON pointer into the event. `/-` at its end stands for an element that is added to an array (RFC 6902). */
  readonly pointer: string;
  /** The pointer that the member had, where it is renamed; `from` and `to` are its values, the same unless that changes too. */
  readonly renamedFrom?: string;
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
  readonly renamed?: string;
  readonly from: JsonNode | undefined;
  readonly to: Tree | undefined;
}

function changeOf({ path, renamed, from, to }: Step): Change {
  return {
    pointer: pointerTo(path),
    ...(renamed === undefined ? {} : { renamedFrom: pointerTo([...path.slice(0, -1), renamed]) }),
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
  const spare = new Spare(values, place);
  const found = new Map<string, Tree | undefined>();
  const steps: Step[] = [];
  let unknown = false;
  for (const [name, child] of place.children) {
    const solution = member({ name, child, value: values.get(name), path: [...path, name] }, spare, budget);
    if (solution === 'none') return 'none';
    if (solution === 'unknown') unknown = true;
    else {
      found.set(name, solution.value.tree);
      for (const step of solution.value.steps) steps.push(step);
    }
  }
  return unknown ? 'unknown' : { value: { tree: inOrder(values, spare, found), steps } };
}

/** The members where they stood, a renamed one in the place of its old name, and then those that are new. */
function inOrder(
  values: ReadonlyMap<string, JsonNode>,
  spare: Spare,
  found: ReadonlyMap<string, Tree | undefined>,
): Tree {
  const tree = new Map<string, Tree>();
  const put = (name: string): void => {
    const value = found.get(name);
    if (value !== undefined) tree.set(name, value);
  };
  for (const [name, value] of values) {
    const now = spare.renamed.get(name);
    if (now !== undefined || found.has(name)) put(now ?? name);
    else tree.set(name, printJson(value));
  }
  for (const name of found.keys()) put(name);
  return tree;
}

/** Among so many members one is looked for that has the wrong name. */
const MANY_NAMES = 200;

/** Members of which the pattern does not speak, and which it may have meant by another name. */
class Spare {
  /** New names by old ones. */
  readonly renamed = new Map<string, string>();
  private readonly free: Map<string, JsonNode>;

  constructor(values: ReadonlyMap<string, JsonNode>, { children }: Place) {
    this.free = new Map([...values].filter(([name]) => !children.has(name)).slice(0, MANY_NAMES));
  }

  /** The member whose name is this one but for case, a letter or what cannot be seen. */
  like(name: string): readonly [name: string, value: JsonNode] | undefined {
    const names = [...this.free.keys()];
    const old = names.find((one) => lookAlike(one, name) !== undefined) ?? nearest(name, names);
    return old === undefined ? undefined : [old, this.free.get(old) as JsonNode];
  }

  take(old: string, name: string): void {
    this.free.delete(old);
    this.renamed.set(old, name);
  }
}

interface Wanted {
  readonly name: string;
  readonly child: Place;
  readonly value: JsonNode | undefined;
  readonly path: readonly string[];
}

function member({ name, child, value, path }: Wanted, spare: Spare, budget: Budget): Solution<Mended> {
  const found = mend(child, value, path, budget);
  if (value !== undefined || (typeof found === 'object' && found.value.steps.length === 0)) return found;
  const like = spare.like(name);
  if (like === undefined) return found;
  const [old, node] = like;
  const moved = mend(child, node, path, budget);
  if (typeof moved === 'string' || moved.value.tree === undefined) return found;
  spare.take(old, name);
  const { tree, steps } = moved.value;
  const [only] = steps;
  // The member itself and its value are one change.
  const itself = steps.length === 0 || (steps.length === 1 && only?.path.length === path.length);
  const renaming: Step = { path, renamed: old, from: node, to: itself ? tree : printJson(node) };
  return { value: { tree, steps: itself ? [renaming] : [renaming, ...steps] } };
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
  if (!place.claims.every(({ field }) => isHeld(field, node))) return 'none';
  return { value: { tree: node && printJson(node), steps: [] } };
}

function into(place: Place, node: JsonNode | undefined, path: readonly string[], budget: Budget): Solution<Mended> {
  if (node?.kind !== 'object' || place.claims.length > 0) return 'none';
  return members(place, node, path, budget);
}

function set(place: Place, node: JsonNode | undefined, path: readonly string[], budget: Budget): Solution<Mended> {
  if (!endsHere(place)) return 'none';
  const more = node?.kind === 'array' ? addElements(place, node, path, budget) : 'none';
  if (more !== 'none') return more;
  const retyped = place.claims.some(({ field }) => field.retyped);
  const found = nearestScalar(wanted(place.claims), node, retyped, budget);
  if (found === 'unknown') return 'unknown';
  return found === 'none' ? replaceByElements(place, node, path, budget) : changed(scalarText(found.value), node, path);
}

/** An array stays, and gets an element for each field that does not hold for it; what is no plain value has to go. */
function addElements({ claims }: Place, node: JsonArray, path: readonly string[], budget: Budget): Solution<Mended> {
  const plain = node.items.filter(isScalar);
  const left: JsonArray = { ...node, items: plain };
  const added = elementsFor(
    claims.filter(({ field }) => !isHeld(field, left)),
    budget,
  );
  if (typeof added === 'string') return added;
  const tree = `[${[...plain.map(printJson), ...added.value].join(',')}]`;
  if (plain.length < node.items.length) return changed(tree, node, path);
  const steps = added.value.map((to): Step => ({ path: [...path, '-'], from: undefined, to }));
  return { value: { tree, steps } };
}

/** Two names that are one path may want values that only an array has side by side. */
function replaceByElements(
  { claims }: Place,
  node: JsonNode | undefined,
  path: readonly string[],
  budget: Budget,
): Solution<Mended> {
  const found = elementsFor(claims, budget);
  if (typeof found === 'string') return found;
  return found.value.length === 0 ? 'none' : changed(`[${found.value.join(',')}]`, node, path);
}

/** Elements of an array are compared as they were sent. */
function elementsFor(claims: Place['claims'], budget: Budget): Solution<readonly string[]> {
  const texts = new Set<string>();
  for (const { field } of claims) {
    const found = nearestScalar({ ...field.set, missing: false }, undefined, false, budget);
    if (typeof found === 'string') return found;
    texts.add(scalarText(found.value));
  }
  return { value: [...texts] };
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
  const found = members(place, objectIn(node), path, budget);
  if (typeof found === 'string') return found;
  const { tree, steps } = found.value;
  // What stood there goes with the first member; an object without members is a change too.
  return steps.length === 0 || node !== undefined ? changed(tree as Tree, node, path) : { value: { tree, steps } };
}

/** The object that was sent as something else: as a JSON text, or in an array. */
function objectIn(node: JsonNode | undefined): JsonObjectNode | undefined {
  const inner = node?.kind === 'string' && /^\s*[[{]/.test(node.value) ? readJson(node.value).node : node;
  const one = inner?.kind === 'array' ? inner.items.find((item) => item.kind === 'object') : inner;
  return one?.kind === 'object' ? one : undefined;
}
