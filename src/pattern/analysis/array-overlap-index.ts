/**
 * Finds the pairs of patterns that may share an event whose fields may be arrays. An array can hold an element for every condition, so
 * values never separate two patterns. Only two things do: a field that one needs missing and the other needs present, and a field of
 * one where the other needs an object. The result is a superset: the caller decides each pair exactly.
 */
import { type ValueSet, valuesAreNone } from '../value/value-set.ts';
import type { Subject, SubjectField } from './subject.ts';

/** What patterns say of one path: their numbers, ascending. */
interface Place {
  readonly children: Map<string, Place>;
  /** Those that have a field there. */
  readonly speaking: number[];
  /** Those that have a field there that does not hold when it is missing. */
  readonly wanting: number[];
  /** Those that have a field there that holds for nothing else. */
  readonly lacking: number[];
  /** Those that want something further down, so that an object must be there. */
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

  /** The patterns behind one that come into question for a pair with it. */
  *after(i: number): Generator<number> {
    const apart = new Uint8Array(this.subjects.length);
    const exclude = (some: readonly number[]): void => {
      for (const j of some) apart[j] = 1;
    };
    for (const { path, set } of (this.subjects[i] as Subject).fields) {
      let place = this.root;
      for (const name of path) {
        // No condition holds for an object, and where one must be, nothing is missing.
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

/** A pattern may have two fields of one path, and many below one. */
function push(list: number[], i: number): void {
  if (list.at(-1) !== i) list.push(i);
}

function isOnlyMissing(set: ValueSet): boolean {
  return set.missing && valuesAreNone(set);
}
