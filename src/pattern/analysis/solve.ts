/**
 * Finds an event for which some fields hold and others do not, or proves that there is none. Paths are independent
 * unless one is a prefix of another, so each place of the trie of paths is decided by itself: an object, a scalar, an
 * array of scalars, or missing.
 */
import { isScalar, type JsonArray, type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import { afford, type Budget } from '../value/budget.ts';
import type { Found } from '../value/strings/search.ts';
import {
  anyScalar,
  intersection,
  otherScalars,
  type Scalar,
  sampleScalars,
  sizeOf,
  type ValueSet,
} from '../value/value-set.ts';
import { type Claim, type ClaimNode, failsBelow, holdMissing, missingBelow } from './claims.ts';
import { isHeld } from './field-holds.ts';
import { nearScalars } from './near-misses.ts';
import { type Members, scalarText, type Tree, treeText } from './tree.ts';

export interface Search {
  readonly budget: Budget;
  /** Whether fields may be arrays. */
  readonly arrays: boolean;
  /** Whether fields look into objects in arrays, so that a value and an object can share a path. */
  readonly transparent?: boolean;
  /** Picks one of `count` equally good values, from 0; by default the first. */
  readonly pick?: (count: number) => number;
  /** The number of values that `pick` may choose from. */
  readonly variety?: number;
  /** Caches the values to choose from by the claims of a place, since many events are made from one place. */
  readonly memo?: Map<readonly Claim[], Found<Scalar>>;
  /** Whether the event is made from another one, whose values stay unless a claim excludes them. */
  readonly based?: boolean;
}

/** `none`: proved that there is no such event. `unknown`: the budget ended before an event was found. */
export type Solution<T> = { readonly value: T } | 'none' | 'unknown';

/** One place, with the state of the places below it. */
export interface SearchPlace {
  readonly claims: readonly Claim[];
  readonly required: boolean;
  /** The number of children. */
  readonly size: number;
  /** Whether `missingBelow`, and `failsBelow`, are true for each child. */
  readonly missing: () => boolean;
  readonly fails: () => boolean;
  /** The members, if the value is an object. */
  readonly members: () => Solution<Members>;
  /** The node of the base event at this place. */
  readonly node?: JsonNode | undefined;
}

/**
 * The members of an event that satisfies every claim of a place and below it; `base` is the object of the base event at
 * this place.
 */
export function solvePlaces({ children }: ClaimNode, search: Search, base?: JsonObjectNode): Solution<Members> {
  const members = new Map<string, Tree>();
  const nodes = new Map<string, JsonNode>();
  for (const { name, value } of base?.members ?? []) {
    nodes.set(name, value);
    // Members of the pattern are set below; they keep their position here.
    members.set(name, children.has(name) ? '' : printJson(value));
  }
  let unknown = false;
  for (const [name, child] of children) {
    const found = solvePlace(hereOf(child, search, nodes.get(name)), search);
    // An impossible child decides, even if others are unknown.
    if (found === 'none') return 'none';
    if (found === 'unknown') unknown = true;
    else if (found.value === undefined) members.delete(name);
    else members.set(name, found.value);
  }
  return unknown ? 'unknown' : { value: members };
}

function hereOf(place: ClaimNode, search: Search, node: JsonNode | undefined): SearchPlace {
  const { claims, required, children } = place;
  const every = (test: (child: ClaimNode) => boolean) => (): boolean => {
    for (const child of children.values()) if (!test(child)) return false;
    return true;
  };
  const members = (): Solution<Members> => solvePlaces(place, search, node?.kind === 'object' ? node : undefined);
  return {
    claims,
    required,
    size: children.size,
    missing: every(missingBelow),
    fails: every(failsBelow),
    members,
    node,
  };
}

type Way = (here: SearchPlace, search: Search) => Solution<Tree | undefined>;

const PARENT_FIRST: readonly Way[] = [object, scalar, missing, array, beside];
const LEAF_FIRST: readonly Way[] = [scalar, missing, array, object];

/** The value at a place; undefined if it is missing. */
export function solvePlace(here: SearchPlace, search: Search): Solution<Tree | undefined> {
  let unknown = false;
  for (const way of waysOf(here, search)) {
    const found = way(here, search);
    if (found === 'unknown') unknown = true;
    else if (found !== 'none') return found;
  }
  return unknown ? 'unknown' : 'none';
}

function waysOf({ size, node }: SearchPlace, { based = false, pick }: Search): readonly Way[] {
  const ways = size > 0 ? PARENT_FIRST : LEAF_FIRST;
  if (based) return [node === undefined ? missing : kept, ...(node?.kind === 'array' ? [array] : []), ...ways];
  // If several kinds of values are equally good, samples contain each of them.
  return size === 0 && pick !== undefined && pick(4) === 3 ? [missing, ...ways] : ways;
}

function kept({ claims, missing: below, size, node }: SearchPlace): Solution<Tree> {
  // The members of an object are decided one by one if any of them has claims.
  if (node === undefined || (node.kind === 'object' && size > 0) || !below()) return 'none';
  return claims.every(({ field, holds }) => isHeld(field, node) === holds) ? { value: printJson(node) } : 'none';
}

function object({ claims, members }: SearchPlace, { transparent = false }: Search): Solution<Tree> {
  // No condition holds for an object; where fields look through it, it is no value.
  const isAllowed = transparent ? holdMissing(claims) : !claims.some(({ holds }) => holds);
  return isAllowed ? members() : 'none';
}

function missing({ claims, required, missing: below, fails }: SearchPlace): Solution<undefined> {
  return holdMissing(claims) && (required ? fails() : below()) ? { value: undefined } : 'none';
}

function scalar({ claims, missing: below }: SearchPlace, search: Search): Solution<Tree> {
  if (!below()) return 'none';
  const found = search.memo?.get(claims) ?? scalarsAt(claims, search);
  search.memo?.set(claims, found);
  const { members, complete } = found;
  if (members.length === 0) return complete ? 'none' : 'unknown';
  return { value: scalarText(members[search.pick?.(members.length) ?? 0] as Scalar) };
}

const NOT_AFFORDED: Found<Scalar> = { members: [], complete: false };

function scalarsAt(claims: readonly Claim[], { budget, pick, variety = 1 }: Search): Found<Scalar> {
  if (!afford(budget, weightOf(claims))) return NOT_AFFORDED;
  const set = wanted(claims);
  const retyped = claims.some(({ field }) => field.retyped);
  const missed = claims.find(({ holds }) => !holds);
  if (pick === undefined) return sampleScalars(set, 1, budget, { retyped });
  const near = missed === undefined ? [] : nearScalars(missed.field.set, set, retyped, budget);
  if (near.length >= variety) return { members: near, complete: true };
  const { members, complete } = various(variety - near.length, budget, (count, part) =>
    sampleScalars(set, count, part, { retyped }),
  );
  return { members: [...near, ...members], complete };
}

/** The part of the budget that may go into values to choose from, beyond the first. */
const FOR_VARIETY = 1 / 16;

/** Up to `count` members, at least one if the whole budget finds one: other places need the budget, too. */
function various<T>(count: number, budget: Budget, find: (count: number, budget: Budget) => Found<T>): Found<T> {
  const part: Budget = { steps: Math.floor(budget.steps * FOR_VARIETY) };
  budget.steps -= part.steps;
  const found = find(count, part);
  budget.steps += Math.max(part.steps, 0);
  return found.members.length > 0 || found.complete ? found : find(1, budget);
}

/** The scalars that satisfy the claims of one place. */
export function wanted(claims: readonly Claim[]): ValueSet {
  if (claims.length === 0) return anyScalar;
  const sets = claims.map(({ field, holds }) => (holds ? field.set : otherScalars(field.set)));
  return { ...intersection(sets), missing: false, unmatchable: false };
}

/** The cost of intersecting the sets of several claims; the set of one already exists. */
function weightOf(claims: readonly Claim[]): number {
  return claims.length < 2 ? 0 : claims.reduce((sum, { field }) => sum + sizeOf(field.set), 0);
}

/**
 * One element for each field that must hold, and none for which a field holds that must not. Elements of the base event
 * stay, if they may.
 */
function array(here: SearchPlace, search: Search): Solution<Tree> {
  if (!search.arrays || !here.claims.some(({ holds }) => holds) || !here.missing()) return 'none';
  const elements = elementsAt(here, search);
  return typeof elements === 'string' ? elements : { value: `[${elements.value.join(',')}]` };
}

/** The elements of `array`, and an object for the claims below. */
function beside(here: SearchPlace, search: Search): Solution<Tree> {
  if (search.transparent !== true || here.size === 0 || !here.claims.some(({ holds }) => holds)) return 'none';
  const elements = elementsAt(here, search);
  const members = here.members();
  if (elements === 'none' || members === 'none') return 'none';
  if (elements === 'unknown' || members === 'unknown') return 'unknown';
  return { value: `[${[...elements.value, treeText(members.value)].join(',')}]` };
}

function elementsAt({ claims, node }: SearchPlace, { budget }: Search): Solution<readonly string[]> {
  const excluding = claims.filter(({ holds }) => !holds);
  const there = node?.kind === 'array' && mayStay(node, excluding) ? node : undefined;
  const holding = claims.filter(({ field, holds }) => holds && !(there !== undefined && isHeld(field, there)));
  const allowed = wanted(excluding);
  // Each element is searched among all allowed ones.
  if (!afford(budget, weightOf(claims) + holding.length * weightOf([...excluding, ...excluding]))) return 'unknown';
  const elements = new Set<string>();
  const present = there?.items.map(printJson) ?? [];
  let unknown = false;
  for (const { field } of holding) {
    const set = intersection([field.set, allowed]);
    // Elements are not retyped.
    const { members, complete } = sampleScalars({ ...set, missing: false, unmatchable: false }, 1, budget);
    const [element] = members;
    if (element !== undefined) elements.add(scalarText(element));
    else if (complete) return 'none';
    else unknown = true;
  }
  return unknown ? 'unknown' : { value: [...present, ...elements] };
}

function mayStay(node: JsonArray, excluding: readonly Claim[]): boolean {
  return node.items.every(isScalar) && !excluding.some(({ field }) => isHeld(field, node));
}
