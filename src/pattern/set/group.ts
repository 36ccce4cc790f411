/**
 * A condition group: one path with one list of conditions, shared by all patterns that have it. Each event evaluates a
 * group at most once.
 */
import type { Rules } from '../dialect.ts';
import { compileField } from '../field.ts';
import type { Key } from '../operators/keys.ts';
import type { Predicate } from '../operators/predicate.ts';
import type { PlanCondition } from '../plan.ts';
import { ABSENT, type EventView } from './view.ts';

/** How a group finds its patterns: by an index, as those that a value does not exclude, or not at all. */
export type Access = 'index' | 'negated' | 'none';

/** A path of the set's patterns, with its groups. */
export interface Slot {
  readonly index: number;
  readonly path: readonly string[];
  readonly rules: Rules;
  /** The required root member, as an index of `EventView.roots`, or -1. */
  readonly root: number;
  /** By their conditions. */
  readonly groups: Map<string, Group>;
  /** The number of fields with this path. */
  uses: number;
  /** Reads the conditions of a group from their text. */
  readonly read: (conditions: string) => readonly PlanCondition[];
}

export class Group {
  readonly slot: Slot;
  /** Canonical JSON. Most groups are never evaluated, and text is the smallest form. */
  readonly conditions: string;
  readonly access: Access;
  /** Whether a key that covers a value proves that the group holds; otherwise the group is evaluated. */
  readonly exact: boolean;
  /** The number of patterns with this group. */
  uses = 0;
  private found: readonly Key[] | undefined;
  private predicate: Predicate | undefined;
  private missing = false;
  private decided = 0;
  private verdict = false;

  constructor(slot: Slot, name: string, conditions: readonly PlanCondition[]) {
    this.slot = slot;
    this.conditions = name;
    this.found = keysOf(conditions, slot.rules);
    this.access = accessBy(this.found);
    this.exact = conditions.every(({ tests }) => tests.length === 1);
  }

  /** The keys under which its patterns are filed. */
  keys(): readonly Key[] {
    this.found ??= keysOf(this.slot.read(this.conditions), this.slot.rules) ?? [];
    return this.found;
  }

  /** The number of index entries for a pattern filed by this group. */
  get keyCount(): number {
    return this.keys().reduce((sum, key) => sum + (key.kind === 'except' ? key.keys.length : 0), this.keys().length);
  }

  /** Drops the cached keys if only one pattern has the group: they are needed only to file and to remove it. */
  forgetKeys(): void {
    if (this.uses === 1) this.found = undefined;
  }

  /** `event` is the number of the event in the view. Numbers are not reused before `resetMarks`. */
  holds(view: EventView, event: number): boolean {
    if (this.decided === event) return this.verdict;
    if (this.predicate === undefined) this.compile();
    this.decided = event;
    const { index, root } = this.slot;
    if (view.kinds[index] !== ABSENT) this.verdict = view.holds(index, this.predicate as Predicate);
    else this.verdict = this.missing && (root < 0 || view.roots[root] === true);
    return this.verdict;
  }

  resetMarks(): void {
    this.decided = 0;
  }

  private compile(): void {
    const { path, rules, read } = this.slot;
    const { predicate, missing } = compileField({ path, conditions: read(this.conditions) }, rules);
    this.predicate = predicate;
    this.missing = missing;
  }
}

function accessBy(keys: readonly Key[] | undefined): Access {
  if (keys === undefined) return 'none';
  if (keys.every(({ kind }) => kind !== 'except')) return 'index';
  return keys.length === 1 ? 'negated' : 'none';
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
    const keys = operator.keys?.(operand, rules);
    if (keys !== undefined && (tests.length === 1 || keys.every(({ kind }) => kind !== 'except'))) return keys;
  }
  return undefined;
}
