/**
 * Finds the pairs of patterns that may match a common event whose fields may be arrays. An array can have an element
 * for every condition, so values never exclude a pair. Only two things do: a field that must be missing in one pattern
 * and present in the other, and a field of one at a path where the other needs an object.
 */
import { type ValueSet, valuesAreNone } from '../value/value-set.ts';
import type { Subject, SubjectField } from './subject.ts';

/** The patterns at one path, as ascending indices. */
interface Place {
  readonly children: Map<string, Place>;
  /** With a field at this path. */
  readonly speaking: number[];
  /** With a field at this path that does not hold when missing. */
  readonly wanting: number[];
  /** With a field at this path that holds only when missing. */
  readonly lacking: number[];
  /** With a field below this path that does not hold when missing, so that an object is needed here. */
  readonly below: number[];
}

export class ArrayOverlapIndex {
  private readonly subjects: readonly Subject[];
  private readonly root = placeOf();

  constructor(subjects: readonly Subject[]) {
    this.subjects = subjects;
    for (const [i, { fields }] of subjects.entries()) for (const field of fields) this.add(i, field);
  }

  private add(i: number, { path, set }: SubjectField): void {
    let place = this.root;
    for (const name of path) {
      if (!set.missing) push(place.below, i);
      let next = place.children.get(name);
      if (next === undefined) {
        next = placeOf();
        place.children.set(name, next);
      }
      place = next;
    }
    push(place.speaking, i);
    if (!set.missing) push(place.wanting, i);
    else if (isOnlyMissing(set)) push(place.lacking, i);
  }

  /** As in `OverlapIndex`. */
  *after(i: number): Generator<number> {
    const apart = new Uint8Array(this.subjects.length);
    const exclude = (some: readonly number[]): void => {
      for (const j of some) apart[j] = 1;
    };
    for (const { path, set } of (this.subjects[i] as Subject).fields) {
      let place = this.root;
      for (const name of path) {
        // No condition holds for an object, and where an object is needed nothing is missing.
        if (!set.missing) exclude(place.speaking);
        place = place.children.get(name) as Place;
      }
      exclude(place.below);
      if (!set.missing) exclude(place.lacking);
      else if (isOnlyMissing(set)) exclude(place.wanting);
    }
    for (let j = i + 1; j < apart.length; j++) if (apart[j] === 0) yield j;
  }
}

function placeOf(): Place {
  return { children: new Map(), speaking: [], wanting: [], lacking: [], below: [] };
}

/** A pattern may have two fields with one path, and many below one path. */
function push(list: number[], i: number): void {
  if (list.at(-1) !== i) list.push(i);
}

function isOnlyMissing(set: ValueSet): boolean {
  return set.missing && valuesAreNone(set);
}
