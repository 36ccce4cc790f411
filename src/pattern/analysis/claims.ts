/** Claims on an event, as a tree of their paths: which fields must hold at each place, and which must not. */
import type { SubjectField } from './subject.ts';

export interface Claim {
  readonly field: SubjectField;
  /** Whether the field must hold, or must not hold. */
  readonly holds: boolean;
}

/** One path of the tree. */
export interface ClaimNode {
  readonly children: Map<string, ClaimNode>;
  claims: readonly Claim[];
  /** As in `PathNode`. */
  readonly required: boolean;
  /** Cached results of `missingBelow` and `failsBelow`, which are called at every level. */
  missing?: boolean | undefined;
  fails?: boolean | undefined;
}

export function claimTree(claims: readonly Claim[]): ClaimNode {
  const root = emptyNode(false);
  const here = new Map<ClaimNode, Claim[]>();
  for (const claim of claims) {
    const { path, plan } = claim.field;
    let place = root;
    for (const [depth, name] of path.entries()) {
      let next = place.children.get(name);
      if (next === undefined) {
        next = emptyNode(depth === 0 && plan.rootRequired);
        place.children.set(name, next);
      }
      place = next;
    }
    const list = here.get(place);
    if (list === undefined) here.set(place, [claim]);
    else list.push(claim);
  }
  for (const [place, list] of here) place.claims = list;
  return root;
}

export function emptyNode(required: boolean): ClaimNode {
  return { children: new Map(), claims: [], required };
}

/** Whether the claims at a place and below it are satisfied when the place is missing. */
export function missingBelow(place: ClaimNode): boolean {
  place.missing ??= holdMissing(place.claims) && everyChild(place, missingBelow);
  return place.missing;
}

/** Whether no claim at a place or below it requires a field to hold. */
export function failsBelow(place: ClaimNode): boolean {
  place.fails ??= metByMissing(place.claims) && everyChild(place, failsBelow);
  return place.fails;
}

export function holdMissing(claims: readonly Claim[]): boolean {
  return claims.every(({ field, holds }) => field.set.missing === holds);
}

export function metByMissing(claims: readonly Claim[]): boolean {
  return claims.every(({ holds }) => !holds);
}

function everyChild({ children }: ClaimNode, test: (child: ClaimNode) => boolean): boolean {
  for (const child of children.values()) if (!test(child)) return false;
  return true;
}
