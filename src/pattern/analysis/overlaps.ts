/**
 * Which patterns of many can match one event? Pairs are not tried blindly: where a pattern wants one of a few values, only
 * those that accept one of them come into question, and whole sets of patterns are cut at once, as bits.
 */
import { has, type Scalar, type ValueSet } from '../value/value-set.ts';
import type { Witness } from './answer.ts';
import { OVER_BUDGET } from './answer.ts';
import { exclude } from './questions.ts';
import {
  type AnalysisOptions,
  budgetFor,
  type Source,
  type Subject,
  type SubjectField,
  subjectsOf,
} from './subject.ts';

export interface OverlapOptions extends AnalysisOptions {
  /** Whether events whose fields hold arrays count too; without them two exact values of one field never meet. */
  readonly arrays?: boolean | undefined;
}

export interface Overlap<Id> {
  readonly ids: readonly [Id, Id];
  /** An event that both match; absent when the budget ended. */
  readonly witness?: Witness;
  readonly unknown?: string;
}

/**
 * The pairs of patterns that one event matches, in the order of the set. Pairs come one by one, since there may be as many as
 * the square of the patterns.
 * @throws PatternError, TypeError as `implies` does
 */
export function* overlaps<Id>(
  set: Iterable<readonly [Id, Source]>,
  options: OverlapOptions = {},
): Generator<Overlap<Id>, void> {
  const { arrays = false } = options;
  const entries = [...set];
  const subjects = subjectsOf(
    entries.map(([, source]) => source),
    options,
  );
  const index = arrays ? undefined : new Index(subjects);
  for (const [i, a] of subjects.entries()) {
    for (const j of index?.after(i) ?? rest(i + 1, subjects.length)) {
      const answer = exclude([a, subjects[j] as Subject], budgetFor(options), arrays);
      const ids = [entries[i]?.[0] as Id, entries[j]?.[0] as Id] as const;
      if (answer.answer === 'no') yield { ids, witness: answer.witness };
      else if (answer.answer === 'unknown') yield { ids, unknown: OVER_BUDGET };
    }
  }
}

function* rest(from: number, to: number): Generator<number> {
  for (let j = from; j < to; j++) yield j;
}

/** One bit for each pattern. */
type Bits = Uint32Array;

interface Wanting {
  readonly path: string;
  readonly field: SubjectField;
  /** All that the field accepts, when that is a few scalars and nothing else. */
  readonly values: readonly Scalar[] | undefined;
}

/** What patterns say of one path. */
interface PathEntry {
  /** Patterns that a value does not rule out, whichever it is. */
  readonly free: Bits;
  /** By value, the others that accept it. */
  readonly accepting: Map<string, number[]>;
}

// A field of more values cuts little and costs much.
const FEW = 64;
// So many questions are asked of the fields of one path before all of them are let through to the exact answer.
const MANY_QUESTIONS = 2_000_000;

class Index {
  private readonly size: number;
  private readonly wants: readonly (readonly Wanting[])[];
  private readonly byPath = new Map<string, PathEntry>();

  constructor(subjects: readonly Subject[]) {
    this.size = subjects.length;
    this.wants = subjects.map(({ fields }) =>
      fields.map((field) => ({ path: JSON.stringify(field.path), field, values: fewValues(field.set) })),
    );
    const paths = new Map<string, [number, Wanting][]>();
    for (const [i, wants] of this.wants.entries()) {
      // One field of each path is enough: what it rules out is out.
      for (const [path, want] of new Map(wants.map((one) => [one.path, one]))) {
        const list = paths.get(path);
        if (list === undefined) paths.set(path, [[i, want]]);
        else list.push([i, want]);
      }
    }
    for (const [path, list] of paths) this.byPath.set(path, this.entryOf(list));
  }

  private entryOf(list: readonly (readonly [number, Wanting])[]): PathEntry {
    const free = new Uint32Array((this.size >>> 5) + 1).fill(0xffffffff);
    const accepting = new Map<string, number[]>();
    const values = new Map<string, Scalar>();
    const large = new Map<string, { readonly field: SubjectField; readonly of: number[] }>();
    for (const [i, want] of list) {
      for (const value of want.values ?? []) values.set(JSON.stringify(value), value);
      const same = want.values === undefined ? large.get(want.field.plan.key) : undefined;
      if (same !== undefined) same.of.push(i);
      else if (want.values === undefined) large.set(want.field.plan.key, { field: want.field, of: [i] });
    }
    const isAsked = values.size * large.size <= MANY_QUESTIONS;
    for (const [i, want] of list) {
      if (want.values === undefined && !isAsked) continue;
      free[i >>> 5] = (free[i >>> 5] as number) & ~(1 << (i & 31));
      for (const value of want.values ?? []) push(accepting, JSON.stringify(value), i);
    }
    if (isAsked) {
      // Equal fields of many patterns are asked once for each value.
      for (const [key, value] of values) {
        for (const { field, of } of large.values())
          if (has(field.set, value)) for (const i of of) push(accepting, key, i);
      }
    }
    return { free, accepting };
  }

  /** The patterns behind one that come into question for a pair with it. */
  *after(i: number): Generator<number> {
    const wants = this.wants[i] as readonly Wanting[];
    let left: Bits | undefined;
    for (const { path, values } of wants) {
      if (values === undefined) continue;
      const { free, accepting } = this.byPath.get(path) as PathEntry;
      const any = free.slice();
      for (const value of values) {
        for (const j of accepting.get(JSON.stringify(value)) ?? [])
          any[j >>> 5] = (any[j >>> 5] as number) | (1 << (j & 31));
      }
      if (left === undefined) left = any;
      else for (let w = 0; w < any.length; w++) left[w] = (left[w] as number) & (any[w] as number);
    }
    for (let j = i + 1; j < this.size; j++) {
      const bits = left === undefined ? -1 : (left[j >>> 5] as number);
      // Thirty-two patterns at once that do not come into question.
      if (bits === 0) j |= 31;
      else if (((bits >>> (j & 31)) & 1) === 1 && !this.excludes(j, wants)) yield j;
    }
  }

  /** Whether a field of few values of one pattern accepts none that a field of another one accepts. */
  private excludes(j: number, wants: readonly Wanting[]): boolean {
    return (this.wants[j] as readonly Wanting[]).some(({ path, values }) => {
      const other = values && wants.find((one) => one.path === path);
      return other !== undefined && !values?.some((value) => has(other.field.set, value));
    });
  }
}

function push(map: Map<string, number[]>, key: string, i: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [i]);
  else list.push(i);
}

function fewValues(set: ValueSet): readonly Scalar[] | undefined {
  if (set.missing || set.strings.formula !== false || set.numbers.intervals.length > 0) return undefined;
  const count = set.strings.except.size + set.numbers.except.size;
  if (count > FEW) return undefined;
  const literals: Scalar[] = [...(set.true ? [true] : []), ...(set.false ? [false] : []), ...(set.null ? [null] : [])];
  return [...set.strings.except, ...[...set.numbers.except].map((number) => ({ number })), ...literals];
}
