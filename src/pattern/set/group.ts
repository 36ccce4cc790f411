/**
 * A condition group: one path with one list of conditions, made once however many patterns have it. An event decides each
 * group at most once.
 */

import type { Rules } from '../dialect.ts';
import { compileField } from '../field.ts';
import type { Key } from '../operators/keys.ts';
import type { Predicate } from '../operators/predicate.ts';
import type { PlanCondition, PlanField } from '../plan.ts';
import { ABSENT, type EventView } from './view.ts';

/** How a pattern can be found by a group: through an index, as one of those that a value does not exclude, or only by looking. */
export type Access = 'index' | 'negated' | 'none';

export class Group {
  readonly slot: number;
  readonly path: readonly string[];
  readonly name: string;
  readonly access: Access;
  /** Whether a key that covers a value decides that the group holds; else the group is asked again. */
  readonly exact: boolean;
  /** How many patterns have this group. */
  uses = 0;
  private readonly field: Pick<PlanField, 'path' | 'conditions' | 'rootRequired'>;
  private readonly rules: Rules;
  private predicate: Predicate | undefined;
  private missing = false;
  private decided = 0;
  private verdict = false;

  constructor(slot: number, field: PlanField, rules: Rules) {
    this.slot = slot;
    this.path = field.path;
    this.name = field.key;
    this.rules = rules;
    this.field = { path: field.path, conditions: field.conditions, rootRequired: field.rootRequired };
    const keys = this.allKeys();
    this.access =
      keys === undefined
        ? 'none'
        : keys.every(({ kind }) => kind !== 'except')
          ? 'index'
          : keys.length === 1
            ? 'negated'
            : 'none';
    this.exact = field.conditions.every(({ tests }) => tests.length === 1);
  }

  /** Made anew for each call: keys are needed when a pattern comes and goes, and would take more memory than all else. */
  keys(): readonly Key[] {
    return this.allKeys() ?? [];
  }

  private allKeys(): readonly Key[] | undefined {
    const keys = new Map<string, Key>();
    for (const condition of this.field.conditions) {
      const some = conditionKeys(condition, this.rules);
      if (some === undefined) return undefined;
      for (const key of some) keys.set(JSON.stringify(key), key);
    }
    return [...keys.values()];
  }

  /** `event` is the number of the event that the view shows; one is never used twice. */
  holds(view: EventView, event: number): boolean {
    if (this.decided === event) return this.verdict;
    if (this.predicate === undefined) {
      const { predicate, missing } = compileField(this.field, this.rules);
      this.predicate = predicate;
      this.missing = missing;
    }
    this.decided = event;
    if (view.kinds[this.slot] !== ABSENT) this.verdict = view.holds(this.slot, this.predicate);
    else this.verdict = this.missing && (!this.field.rootRequired || view.roots.has(this.path[0] as string));
    return this.verdict;
  }
}

/** All operators of a condition must hold, so the keys of any one of them find it. */
function conditionKeys({ tests }: PlanCondition, rules: Rules): readonly Key[] | undefined {
  for (const { operator, operand } of tests) {
    const keys = operator.keys?.(operand, rules);
    if (keys !== undefined && (tests.length === 1 || keys.every(({ kind }) => kind !== 'except'))) return keys;
  }
  return undefined;
}
