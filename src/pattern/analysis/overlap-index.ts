/**
 * Finds the pairs of patterns that may match a common event with single values. A pattern that accepts a few values can
 * only overlap with patterns that accept one of them; for other fields, the bounding boxes of the two sets must
 * intersect. Sets of patterns are bit sets. The result is a superset: the caller decides each pair exactly.
 */
import { type BoundingBox, boundingBoxOf } from '../value/bounding-box.ts';
import { has, type Scalar, type ValueSet } from '../value/value-set.ts';
import type { Subject, SubjectField } from './subject.ts';

/** One bit for each pattern. */
type Bits = Uint32Array;

interface Wanting {
  readonly path: string;
  readonly field: SubjectField;
  /** All values of the field, if these are only a few scalars. */
  readonly values: readonly Scalar[] | undefined;
}

// A field with more values excludes few patterns and is expensive.
const FEW = 64;
// The maximum number of membership tests for one path; beyond it only bounding boxes are compared.
const MANY_QUESTIONS = 2_000_000;

export class OverlapIndex {
  private readonly size: number;
  private readonly wants: readonly (readonly Wanting[])[];
  private readonly byPath = new Map<string, PathEntry>();

  constructor(subjects: readonly Subject[]) {
    this.size = subjects.length;
    this.wants = subjects.map(wantsOf);
    const paths = new Map<string, [number, Wanting][]>();
    for (const [i, wants] of this.wants.entries()) {
      for (const want of wants) {
        const list = paths.get(want.path);
        if (list === undefined) paths.set(want.path, [[i, want]]);
        else list.push([i, want]);
      }
    }
    for (const [path, list] of paths) this.byPath.set(path, new PathEntry(this.size, list));
  }

  /** The later patterns that may match a common event with a pattern. */
  *after(i: number): Generator<number> {
    let left: Bits | undefined;
    for (const { path, values } of this.wants[i] as readonly Wanting[]) {
      const entry = this.byPath.get(path) as PathEntry;
      const bits = values === undefined ? entry.meeting(i) : entry.acceptingOneOf(i, values);
      if (left === undefined) left = bits;
      else for (let w = 0; w < left.length; w++) left[w] = (left[w] as number) & (bits[w] as number);
    }
    for (let j = i + 1; j < this.size; j++) {
      const word = left === undefined ? -1 : (left[j >>> 5] as number);
      // Skips thirty-two excluded patterns at once.
      if (word === 0) j |= 31;
      else if (((word >>> (j & 31)) & 1) === 1) yield j;
    }
  }
}

/**
 * INVARIANT: one field for each path, the same one wherever a pattern is used. Two names may be the same path, and a
 * single value must satisfy both fields, so either one may exclude a pattern. A field with few values is preferred,
 * since it excludes most.
 */
function wantsOf({ fields }: Subject): readonly Wanting[] {
  const wants = new Map<string, Wanting>();
  for (const field of fields) {
    const path = JSON.stringify(field.path);
    if (wants.get(path)?.values !== undefined) continue;
    const want = { path, field, values: fewValues(field.set) };
    if (want.values !== undefined || !wants.has(path)) wants.set(path, want);
  }
  return [...wants.values()];
}

/** The index of one path. */
class PathEntry {
  /** The patterns without a field at this path. */
  private readonly silent: Bits;
  private readonly patterns: readonly number[];
  private readonly places = new Map<number, number>();
  /** The patterns that accept each value; absent if that needs too many tests. */
  private readonly accepting: Map<string, number[]> | undefined;
  private readonly covers: readonly BoundingBox[];
  /** The ends of the strings, as ranks among all ends: integers compare faster. */
  private readonly from: Int32Array;
  private readonly to: Int32Array;

  constructor(size: number, list: readonly (readonly [number, Wanting])[]) {
    this.silent = new Uint32Array((size >>> 5) + 1).fill(0xffffffff);
    this.patterns = list.map(([i]) => i);
    for (const [k, [i]] of list.entries()) {
      this.silent[i >>> 5] = (this.silent[i >>> 5] as number) & ~(1 << (i & 31));
      this.places.set(i, k);
    }
    this.accepting = accepting(list);
    // Equal fields of many patterns share one bounding box.
    const known = new Map<string, BoundingBox>();
    this.covers = list.map(([, { field }]) => {
      const cover = known.get(field.plan.key) ?? boundingBoxOf(field.set);
      known.set(field.plan.key, cover);
      return cover;
    });
    const ends = new Set(
      this.covers.flatMap(({ strings }) => (strings === undefined ? [] : [strings.low, strings.high])),
    );
    const sorted = [...ends].filter((end) => end !== undefined).sort((a, b) => (a < b ? -1 : 1));
    const rank = new Map(sorted.map((end, place) => [end, place]));
    this.from = Int32Array.from(
      this.covers,
      ({ strings }) => (strings === undefined ? 0 : rank.get(strings.low)) as number,
    );
    this.to = Int32Array.from(this.covers, ({ strings }) => {
      if (strings === undefined) return -1;
      return strings.high === undefined ? sorted.length : (rank.get(strings.high) as number);
    });
  }

  acceptingOneOf(i: number, values: readonly Scalar[]): Bits {
    if (this.accepting === undefined) return this.meeting(i);
    const bits = this.silent.slice();
    // Each pattern is filed under its own values, so every value is present.
    for (const value of values) for (const j of this.accepting.get(JSON.stringify(value)) as number[]) setBit(bits, j);
    return bits;
  }

  /** The patterns whose bounding boxes intersect that of a pattern. */
  meeting(i: number): Bits {
    const bits = this.silent.slice();
    const own = this.places.get(i) as number;
    const { low, high, others } = this.covers[own] as BoundingBox;
    const [from, to] = [this.from[own] as number, this.to[own] as number];
    for (let k = 0; k < this.patterns.length; k++) {
      const cover = this.covers[k] as BoundingBox;
      const meets =
        ((this.from[k] as number) < to && from < (this.to[k] as number)) ||
        (cover.low <= high && low <= cover.high) ||
        (cover.others & others) !== 0;
      if (meets) setBit(bits, this.patterns[k] as number);
    }
    return bits;
  }
}

function setBit(bits: Bits, i: number): void {
  bits[i >>> 5] = (bits[i >>> 5] as number) | (1 << (i & 31));
}

function accepting(list: readonly (readonly [number, Wanting])[]): Map<string, number[]> | undefined {
  const result = new Map<string, number[]>();
  const values = new Map<string, Scalar>();
  const large = new Map<string, { readonly field: SubjectField; readonly of: number[] }>();
  for (const [i, want] of list) {
    if (want.values === undefined) {
      const same = large.get(want.field.plan.key);
      if (same === undefined) large.set(want.field.plan.key, { field: want.field, of: [i] });
      else same.of.push(i);
    }
    for (const value of want.values ?? []) {
      values.set(JSON.stringify(value), value);
      push(result, JSON.stringify(value), i);
    }
  }
  if (values.size * large.size > MANY_QUESTIONS) return undefined;
  // Equal fields of many patterns are tested once for each value.
  for (const [key, value] of values) {
    for (const { field, of } of large.values()) if (has(field.set, value)) for (const i of of) push(result, key, i);
  }
  return result;
}

function push(map: Map<string, number[]>, key: string, i: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [i]);
  else list.push(i);
}

function fewValues(set: ValueSet): readonly Scalar[] | undefined {
  if (set.missing || set.strings.formula !== false || set.numbers.intervals.length > 0) return undefined;
  if (set.strings.except.size + set.numbers.except.size > FEW) return undefined;
  const literals: Scalar[] = [...(set.true ? [true] : []), ...(set.false ? [false] : []), ...(set.null ? [null] : [])];
  return [...set.strings.except, ...[...set.numbers.except].map((number) => ({ number })), ...literals];
}
