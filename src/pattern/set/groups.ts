/**
 * The condition groups of a set. A group is one path with one list of conditions, shared by all patterns that have it,
 * and a number. A list of one plain value has the number of that value at that path; so a value of an event that is
 * looked up once is compared with groups, and found in indexes, as a number.
 */
import type { Rules } from '../dialect.ts';
import { compileField, holdsOnMissing } from '../field.ts';
import type { Key } from '../operators/keys.ts';
import type { Predicate } from '../operators/predicate.ts';
import type { PlanCondition, PlanField } from '../plan.ts';
import { newInts, trimmed, withIndex } from '../scan/ints.ts';
import { Interned } from './interned.ts';
import { ABSENT } from './kinds.ts';
import { conditionsTag, isConditions, scalarTag, slotOfTag, stringTag } from './tags.ts';
import type { EventView } from './view.ts';

/** How a group finds its patterns: by an index, as those that a value does not exclude, or not at all. */
export type Access = 'index' | 'negated' | 'none';

/** A key as it is filed: the number of a plain value at the path, or a key of another kind. */
export type FiledKey = number | OtherKey;
export type OtherKey =
  | Exclude<Key, { readonly kind: 'string' | 'number' | 'literal' | 'except' }>
  | { readonly kind: 'except'; readonly keys: readonly FiledKey[] };

/** A path of the set's patterns. */
export interface Slot {
  readonly index: number;
  readonly path: readonly string[];
  /** The path as text. */
  readonly name: string;
  /** The required root member, as a number of `Paths.watch`, or -1. */
  readonly root: number;
  /** The number of fields with this path. */
  uses: number;
}

/** A compiled group, with its verdict on the last event that evaluated it. */
interface GroupTest {
  readonly predicate: Predicate;
  /** Whether it holds for an event without the member. */
  readonly missing: boolean;
  decided: number;
  verdict: boolean;
}

/** The keys of a group, and how they find its patterns. */
interface Filing {
  readonly keys: readonly FiledKey[];
  readonly access: Access;
  /** Whether a key that covers a value proves that the group holds; otherwise the group is evaluated. */
  readonly exact: boolean;
  /** Whether it does so of numbers for which doubles stand. */
  readonly exactOfDoubles: boolean;
}

const NO_KEYS: Filing = { keys: [], access: 'none', exact: true, exactOfDoubles: true };

export class Groups {
  /** Plain values and lists of conditions by their texts: a tag is a slot and a kind. */
  readonly values = new Interned();
  /** By number: how many patterns have the group, and how many other groups have the value among their keys. */
  private uses = newInts(16);
  /** Of groups that several patterns have, and of those that are being filed. */
  private readonly filings = new Map<number, Filing>();
  private tests: (GroupTest | undefined)[] = [];
  private readonly slots: readonly (Slot | undefined)[];
  private readonly rules: Rules;
  private readonly read: (conditions: string) => readonly PlanCondition[];

  /** `read` reads the conditions of a group from their text, which is the smallest form: most are never evaluated. */
  constructor(
    slots: readonly (Slot | undefined)[],
    rules: Rules,
    read: (conditions: string) => readonly PlanCondition[],
  ) {
    this.slots = slots;
    this.rules = rules;
    this.read = read;
  }

  /** One more than the largest slot. */
  get slotCount(): number {
    return this.slots.length;
  }

  /** The group of a field, which one more pattern has. */
  take(slot: Slot, field: PlanField): number {
    slot.uses++;
    const plain = plainKeyOf(field.conditions, this.rules);
    if (plain !== undefined) return this.takeValue(slot.index, plain);
    const group = this.values.intern(conditionsTag(slot.index), field.key);
    if (this.use(group) === 1) {
      const filing = this.filingOf(slot.index, field.conditions);
      this.filings.set(group, filing);
      for (const value of valuesOf(filing.keys)) this.use(value);
    }
    return group;
  }

  private takeValue(slot: number, key: PlainKey): number {
    const value = this.valueOf(slot, key);
    this.use(value);
    return value;
  }

  private valueOf(slot: number, key: PlainKey): number {
    if (key.kind === 'string') return this.values.intern(stringTag(slot), key.text);
    return this.values.intern(scalarTag(slot), key.kind === 'number' ? key.text : String(key.value));
  }

  private use(number: number): number {
    this.uses = withIndex(this.uses, number);
    return ++(this.uses[number] as number);
  }

  /** Takes back one use; the number of a group without uses may be given to another group. */
  release(group: number): void {
    if (--(this.uses[group] as number) > 0) return;
    if (!this.isPlain(group)) for (const value of valuesOf(this.filing(group).keys)) this.release(value);
    this.filings.delete(group);
    if (group < this.tests.length) this.tests[group] = undefined;
    this.values.remove(group);
  }

  usesOf(group: number): number {
    return this.uses[group] as number;
  }

  slotOf(group: number): number {
    return slotOfTag(this.values.tagOf(group));
  }

  /** Whether it is a list of one plain value. */
  isPlain(group: number): boolean {
    return !isConditions(this.values.tagOf(group));
  }

  accessOf(group: number): Access {
    return this.isPlain(group) ? 'index' : this.filing(group).access;
  }

  isExact(group: number): boolean {
    return this.isPlain(group) || this.filing(group).exact;
  }

  /** Whether a key by which the group was found for the event in the view proves that it holds. */
  isProven(group: number, view: EventView): boolean {
    if (this.isPlain(group)) return true;
    const { exact, exactOfDoubles } = this.filing(group);
    return exact || (exactOfDoubles && view.hasDoubles(this.slotOf(group)));
  }

  /** The keys under which its patterns are filed. */
  keysOf(group: number): readonly FiledKey[] {
    return this.isPlain(group) ? [group] : this.filing(group).keys;
  }

  private filing(group: number): Filing {
    let filing = this.filings.get(group);
    if (filing === undefined) {
      filing = this.filingOf(this.slotOf(group), this.read(this.values.textOf(group)));
      this.filings.set(group, filing);
    }
    return filing;
  }

  /** Drops the cached keys if only one pattern has the group: they are needed only to file and to remove it. */
  forgetKeys(group: number): void {
    if (this.uses[group] === 1) this.filings.delete(group);
  }

  /** `event` is the number of the event in the view. Numbers are not reused before `resetMarks`. */
  holds(group: number, view: EventView, event: number): boolean {
    const tag = this.values.tagOf(group);
    const slot = slotOfTag(tag);
    if (!isConditions(tag)) return view.hasValue(slot, group);
    const test = this.tests[group] ?? this.compile(group);
    if (test.decided === event) return test.verdict;
    test.decided = event;
    if (view.kinds[slot] !== ABSENT) {
      // In an element that other fields choose it may be missing.
      test.verdict =
        view.holds(slot, test.predicate) || (test.missing && view.places.count > 1 && view.places.has(slot));
    } else {
      const root = this.slots[slot]?.root ?? -1;
      test.verdict = test.missing && (root < 0 || view.hasRoot(root));
    }
    return test.verdict;
  }

  /** Whether an event without the member holds it. */
  mayBeMissing(group: number): boolean {
    return !this.isPlain(group) && (this.tests[group] ?? this.compile(group)).missing;
  }

  /** Whether a group that is not plain holds for each value at its slot, which must be present. */
  eachHolds(group: number, view: EventView): readonly boolean[] {
    return view.eachHolds(this.slotOf(group), (this.tests[group] ?? this.compile(group)).predicate);
  }

  /** Gives back memory that was reserved for more groups. */
  trim(): void {
    this.values.trim();
    this.uses = trimmed(this.uses, this.values.size);
  }

  resetMarks(): void {
    for (const test of this.tests) if (test !== undefined) test.decided = 0;
  }

  private compile(group: number): GroupTest {
    const path = this.slots[this.slotOf(group)]?.path ?? [];
    const conditions = this.read(this.values.textOf(group));
    const { predicate, missing } = compileField({ path, conditions }, this.rules);
    const test = { predicate, missing, decided: 0, verdict: false };
    while (this.tests.length <= group) this.tests.push(undefined);
    this.tests[group] = test;
    return test;
  }

  private filingOf(slot: number, conditions: readonly PlanCondition[]): Filing {
    const keys = keysOf(conditions, this.rules);
    if (keys === undefined) return NO_KEYS;
    const negated = keys.some(({ kind }) => kind === 'except');
    const isDecisive = conditions.every(({ tests }) => tests.length === 1);
    return {
      keys: keys.map((key) => this.filed(slot, key)),
      access: !negated ? 'index' : keys.length === 1 ? 'negated' : 'none',
      exact: isDecisive && keys.every(isExact),
      exactOfDoubles: isDecisive && keys.every((key) => isExact(key) || key.kind === 'interval'),
    };
  }

  private filed(slot: number, key: Key): FiledKey {
    if (isPlainKey(key)) return this.valueOf(slot, key);
    if (key.kind === 'except') return { kind: 'except', keys: key.keys.map((inner) => this.filed(slot, inner)) };
    return key;
  }
}

type PlainKey = Extract<Key, { readonly kind: 'string' | 'number' | 'literal' }>;

function isPlainKey(key: Key): key is PlainKey {
  return key.kind === 'string' || key.kind === 'number' || key.kind === 'literal';
}

/** The key of a list of one plain value. */
function plainKeyOf(conditions: readonly PlanCondition[], rules: Rules): PlainKey | undefined {
  const [condition, another] = conditions;
  if (condition === undefined || another !== undefined || condition.tests.length > 1 || holdsOnMissing(condition))
    return undefined;
  const [key, second] = conditionKeys(condition, rules) ?? [];
  return key !== undefined && second === undefined && isPlainKey(key) ? key : undefined;
}

/** The numbers among keys. */
function valuesOf(keys: readonly FiledKey[]): number[] {
  return keys.flatMap((key) => (typeof key === 'number' ? key : key.kind === 'except' ? valuesOf(key.keys) : []));
}

function keysOf(conditions: readonly PlanCondition[], rules: Rules): readonly Key[] | undefined {
  const [first, ...more] = conditions;
  if (first === undefined) return undefined;
  const keys = conditionKeys(first, rules);
  if (more.length === 0 && keys?.length === 1) return keys;
  const all = new Map<string, Key>();
  for (const condition of conditions) {
    const some = conditionKeys(condition, rules);
    if (some === undefined) return undefined;
    for (const key of some) all.set(JSON.stringify(key), key);
  }
  return [...all.values()];
}

/** All operators of a condition must hold, so the keys of any one of them find it. */
function conditionKeys({ tests }: PlanCondition, rules: Rules): readonly Key[] | undefined {
  for (const { operator, operand } of tests) {
    const keys = operator.keys?.(operand, rules)?.map(separate);
    if (keys !== undefined && (tests.length === 1 || keys.every(({ kind }) => kind !== 'except'))) return keys;
  }
  return undefined;
}

/**
 * The index of what keys exclude counts the elements of a list that they cover, each once. So the keys inside of `except`
 * must prove that the value is excluded, and no two of them may cover one value.
 */
function separate(key: Key): Key {
  if (key.kind !== 'except') return key;
  if (key.keys.every(isPlainOrNumber)) return key;
  const [first, second] = key.keys;
  if (second === undefined && !first?.inexact) return key;
  const kind = first?.kind;
  const texts = key.keys.flatMap((one) => (one.kind === kind && !one.inexact && 'text' in one ? one.text : []));
  if ((kind === 'beginning' || kind === 'ending') && texts.length === key.keys.length)
    return { kind: 'except', keys: shortest(texts, kind === 'ending').map((text) => ({ kind, text })) };
  return { kind: 'present', inexact: true };
}

/** Whether a value that the index finds by the key meets the condition. */
function isExact(key: Key): boolean {
  return !key.inexact;
}

/** Keys of which no two different ones cover one value. Of inexact intervals the index skips what they do not cover. */
function isPlainOrNumber(key: Key): boolean {
  return isPlainKey(key) || key.kind === 'interval';
}

/** The texts that begin, or end, with no other one of them. */
function shortest(texts: readonly string[], atEnd: boolean): readonly string[] {
  const turned = (text: string): string => (atEnd ? text.split('').reverse().join('') : text);
  const kept: string[] = [];
  // In this order a text comes directly before those that begin with it.
  for (const text of texts.map(turned).sort()) {
    const last = kept.at(-1);
    if (last === undefined || !text.startsWith(last)) kept.push(text);
  }
  return kept.map(turned);
}
