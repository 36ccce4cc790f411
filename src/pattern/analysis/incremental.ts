/**
 * Solves a tree of claims again after the claims of one place have changed, for many fields in turn. Everything else is
 * solved once, so that each answer costs the length of its path, not the size of the tree.
 */
import { type Claim, type ClaimNode, emptyNode, holdMissing, metByMissing } from './claims.ts';
import { type Search, type Solution, solvePlace } from './solve.ts';
import type { SubjectField } from './subject.ts';
import type { Members, Tree } from './tree.ts';

/** The result for one place. */
interface PlaceResult {
  readonly solution: Solution<Tree | undefined>;
  /** As `missingBelow` and `failsBelow`. */
  readonly missing: boolean;
  readonly fails: boolean;
  readonly below: Below;
  /** The members below, if the value is an object. */
  readonly object: Solution<Members>;
}

/** The number of children, and for how many of them each property is false. */
interface Below {
  readonly size: number;
  readonly none: number;
  readonly unknown: number;
  readonly notMissing: number;
  readonly notFailing: number;
}

export type Change = (claims: readonly Claim[]) => readonly Claim[];

export class IncrementalSolver {
  /** Whether the budget ended at some place, so that a later question should solve it again. */
  unknown = false;
  private readonly root: ClaimNode;
  private readonly arrays: boolean;
  private readonly transparent: boolean;
  private readonly known = new Map<ClaimNode, PlaceResult>();

  constructor(root: ClaimNode, { arrays, transparent = false }: Pick<Search, 'arrays' | 'transparent'>) {
    this.root = root;
    this.arrays = arrays;
    this.transparent = transparent;
  }

  /**
   * The members of an event when the claims at the path of a field are changed. They must be read before the next
   * change.
   */
  solve(field: SubjectField, change: Change, budget: Search['budget']): Solution<Members> {
    return this.changed(this.root, field, 0, change, false, budget).object;
  }

  /** `solve`, and makes the change permanent. */
  keep(field: SubjectField, change: Change, budget: Search['budget']): void {
    this.changed(this.root, field, 0, change, true, budget);
  }

  private changed(
    place: ClaimNode,
    field: SubjectField,
    depth: number,
    change: Change,
    keep: boolean,
    budget: Search['budget'],
  ): PlaceResult {
    const before = this.standing(place, budget);
    const name = field.path[depth];
    let { claims } = place;
    let { below } = before;
    let members: Members = this.members(place);
    if (name === undefined) claims = change(claims);
    else {
      const child = place.children.get(name);
      const empty = emptyNode(depth === 0 && field.plan.rootRequired);
      const after = this.changed(child ?? empty, field, depth + 1, change, keep, budget);
      below = exchanged(below, child && this.known.get(child), after);
      members = this.members(place, [name, after]);
    }
    const result = this.judge({ claims, required: place.required }, below, members, budget);
    if (keep) {
      place.claims = claims;
      place.missing = undefined;
      place.fails = undefined;
      this.known.set(place, result);
    }
    return result;
  }

  private standing(place: ClaimNode, budget: Search['budget']): PlaceResult {
    const known = this.known.get(place);
    if (known !== undefined) return known;
    let below: Below = { size: 0, none: 0, unknown: 0, notMissing: 0, notFailing: 0 };
    for (const child of place.children.values()) below = exchanged(below, undefined, this.standing(child, budget));
    const result = this.judge(place, below, this.members(place), budget);
    // A place without claims is created anew for each change.
    if (place.claims.length + below.size > 0) this.known.set(place, result);
    return result;
  }

  private judge(
    { claims, required }: Pick<ClaimNode, 'claims' | 'required'>,
    below: Below,
    members: Members,
    budget: Search['budget'],
  ): PlaceResult {
    const missing = (): boolean => below.notMissing === 0;
    const fails = (): boolean => below.notFailing === 0;
    const object: Solution<Members> = below.none > 0 ? 'none' : below.unknown > 0 ? 'unknown' : { value: members };
    const here = { claims, required, size: below.size, missing, fails, members: () => object };
    const solution = solvePlace(here, { budget, arrays: this.arrays, transparent: this.transparent });
    if (solution === 'unknown') this.unknown = true;
    return {
      solution,
      missing: holdMissing(claims) && missing(),
      fails: metByMissing(claims) && fails(),
      below,
      object,
    };
  }

  /** The values at the children of a place, with another result for one of them. */
  private members(place: ClaimNode, other?: readonly [name: string, standing: PlaceResult]): Members {
    const { known } = this;
    return {
      *[Symbol.iterator]() {
        for (const [name, child] of place.children) {
          const standing = name === other?.[0] ? other[1] : known.get(child);
          yield* memberOf(name, standing);
        }
        if (other !== undefined && !place.children.has(other[0])) yield* memberOf(...other);
      },
    };
  }
}

function memberOf(name: string, standing: PlaceResult | undefined): (readonly [string, Tree])[] {
  const solution = standing?.solution;
  if (solution === undefined || typeof solution === 'string' || solution.value === undefined) return [];
  return [[name, solution.value]];
}

/** The counts after a child has changed; without `before` the child is new. */
function exchanged(below: Below, before: PlaceResult | undefined, after: PlaceResult): Below {
  const change = (test: (standing: PlaceResult) => boolean): number =>
    Number(test(after)) - (before === undefined ? 0 : Number(test(before)));
  return {
    size: below.size + (before === undefined ? 1 : 0),
    none: below.none + change(({ solution }) => solution === 'none'),
    unknown: below.unknown + change(({ solution }) => solution === 'unknown'),
    notMissing: below.notMissing + change(({ missing }) => !missing),
    notFailing: below.notFailing + change(({ fails }) => !fails),
  };
}
