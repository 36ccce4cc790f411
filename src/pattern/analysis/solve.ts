/**
 * Finds an event of which some fields hold and others do not, or proves that there is none. Paths are independent but where one
 * runs through another's leaf, so each place of the trie of paths is decided by itself: it is an object, a scalar, an array of
 * scalars, or not there.
 */
import type { Budget } from '../value/budget.ts';
import type { Found } from '../value/strings/search.ts';
import {
  anyScalar,
  intersection,
  otherScalars,
  type Scalar,
  sampleScalars,
  type ValueSet,
} from '../value/value-set.ts';
import { nearScalars } from './near.ts';
import type { SubjectField } from './subject.ts';
import { scalarText, type Tree } from './tree.ts';

export interface Claim {
  readonly field: SubjectField;
  /** Whether the field must hold, or must not. */
  readonly holds: boolean;
}

export interface Search {
  readonly budget: Budget;
  /** Whether the event may have arrays. */
  readonly arrays: boolean;
  /** Picks one of `count` equally good values, from 0 on; without it the first is taken. */
  readonly pick?: (count: number) => number;
  /** How many values `pick` may choose from. */
  readonly variety?: number;
  /** What `pick` chooses from, by place: many events are made of one place. */
  readonly memo?: Map<Place, Found<Scalar>>;
}

/** `none`: proved that there is no such event. `unknown`: the budget ended before an event was found. */
export type Solution<T> = { readonly value: T } | 'none' | 'unknown';

/** A place that paths lead to. */
export interface Place {
  readonly children: ReadonlyMap<string, Place>;
  readonly claims: readonly Claim[];
  /** Without this member no field below it can hold, not even one that wants to be missing. */
  readonly required: boolean;
}

export function placeOf(claims: readonly Claim[], depth = 0): Place {
  const here: Claim[] = [];
  const below = new Map<string, Claim[]>();
  for (const claim of claims) {
    const name = claim.field.path[depth];
    const group = name === undefined ? here : below.get(name);
    if (group !== undefined) group.push(claim);
    else below.set(name as string, [claim]);
  }
  return {
    children: new Map([...below].map(([name, group]) => [name, placeOf(group, depth + 1)])),
    claims: here,
    required: depth === 1 && claims.some(({ field }) => field.plan.rootRequired),
  };
}

/** The members of an event that fulfils every claim. */
export function solve(claims: readonly Claim[], search: Search): Solution<ReadonlyMap<string, Tree>> {
  return solvePlaces(placeOf(claims), search);
}

/** As `solve`, for claims that were put in their places before. */
export function solvePlaces({ children }: Place, search: Search): Solution<ReadonlyMap<string, Tree>> {
  const members = new Map<string, Tree>();
  let unknown = false;
  for (const [name, child] of children) {
    const found = solvePlace(child, search);
    // What cannot be is stronger than what is not known.
    if (found === 'none') return 'none';
    if (found === 'unknown') unknown = true;
    else if (found.value !== undefined) members.set(name, found.value);
  }
  return unknown ? 'unknown' : { value: members };
}

/** What stands at a place; undefined when nothing does. */
function solvePlace(place: Place, search: Search): Solution<Tree | undefined> {
  const ways = place.children.size > 0 ? [object, scalar, missing, array] : [scalar, missing, array, object];
  // Where one thing is as good as another a sample shows both.
  if (place.children.size === 0 && search.pick !== undefined && search.pick(4) === 3) ways.unshift(missing);
  let unknown = false;
  for (const way of ways) {
    const found = way(place, search);
    if (found === 'unknown') unknown = true;
    else if (found !== 'none') return found;
  }
  return unknown ? 'unknown' : 'none';
}

function object(place: Place, search: Search): Solution<Tree> {
  // No condition holds for an object.
  return place.claims.some(({ holds }) => holds) ? 'none' : solvePlaces(place, search);
}

function missing({ claims, children, required }: Place): Solution<undefined> {
  const here = claims.every(({ field, holds }) => field.set.missing === holds);
  const below = required ? [...children.values()].every(failsBelow) : [...children.values()].every(missingBelow);
  return here && below ? { value: undefined } : 'none';
}

/** Whether the claims below a place are fulfilled when the paths end before them. */
export function missingBelow({ claims, children }: Place): boolean {
  return claims.every(({ field, holds }) => field.set.missing === holds) && [...children.values()].every(missingBelow);
}

/** Whether no field below a place needs to hold. */
function failsBelow({ claims, children }: Place): boolean {
  return claims.every(({ holds }) => !holds) && [...children.values()].every(failsBelow);
}

function scalar(place: Place, search: Search): Solution<Tree> {
  if (![...place.children.values()].every(missingBelow)) return 'none';
  const found = search.memo?.get(place) ?? scalarsAt(place, search);
  search.memo?.set(place, found);
  const { members, complete } = found;
  if (members.length === 0) return complete ? 'none' : 'unknown';
  return { value: scalarText(members[search.pick?.(members.length) ?? 0] as Scalar) };
}

function scalarsAt({ claims }: Place, { budget, pick, variety = 1 }: Search): Found<Scalar> {
  const set = wanted(claims);
  const retyped = claims.some(({ field }) => field.retyped);
  const missed = claims.find(({ holds }) => !holds);
  if (pick === undefined) return sampleScalars(set, 1, budget, { retyped });
  const near = missed === undefined ? [] : nearScalars(missed.field.set, set, retyped, budget);
  if (near.length >= variety) return { members: near, complete: true };
  const { members, complete } = sampleScalars(set, variety - near.length, budget, { retyped });
  return { members: [...near, ...members], complete };
}

/** The scalars that fulfil the claims of one place. */
export function wanted(claims: readonly Claim[]): ValueSet {
  if (claims.length === 0) return anyScalar;
  const sets = claims.map(({ field, holds }) => (holds ? field.set : otherScalars(field.set)));
  return { ...intersection(sets), missing: false, unanswerable: false };
}

/** One element for each field that must hold, and none for which one that must not would hold. */
function array(place: Place, { budget, arrays }: Search): Solution<Tree> {
  const holding = place.claims.filter(({ holds }) => holds);
  if (!arrays || holding.length === 0 || ![...place.children.values()].every(missingBelow)) return 'none';
  const allowed = wanted(place.claims.filter(({ holds }) => !holds));
  const elements = new Set<string>();
  let unknown = false;
  for (const { field } of holding) {
    const set = intersection([field.set, allowed]);
    // Elements of an array are compared as they were sent.
    const { members, complete } = sampleScalars({ ...set, missing: false, unanswerable: false }, 1, budget);
    const [element] = members;
    if (element !== undefined) elements.add(scalarText(element));
    else if (complete) return 'none';
    else unknown = true;
  }
  return unknown ? 'unknown' : { value: `[${[...elements].join(',')}]` };
}
