/**
 * Searches values at the paths of a conjunction for which none of other conjunctions holds: in each of them one field fails. It is a search
 * of a satisfying assignment, so the conjunction with the fewest fields that can fail comes first.
 */
import { afford, type Budget, spend } from '../value/budget.ts';
import { has, nothing, setOf } from '../value/value-set.ts';
import { anything, type Choice, type Choices, chosen, failing, holding, isPossible, pathKey } from './path-choices.ts';
import type { SubjectField } from './subject.ts';

type Conjunction = readonly SubjectField[];

/** The choices of an event, `none` if it is proved that there are none, `unknown` when the budget ends. */
export type Refutation = Choices | 'none' | 'unknown';

/** `from` are the choices for which the conjunction holds. */
export function refute(from: Choices, others: readonly Conjunction[], budget: Budget): Refutation {
  return new Search(from, budget).run(others);
}

/** The choices for which a conjunction holds. */
export function choicesOf(fields: Conjunction): Choices {
  return new Map(fields.map((field) => [pathKey(field.path), holding(anything(field.path), field)]));
}

/** Comparisons that it takes to look at one conjunction once more. */
const SCAN = 4;

class Search {
  private readonly choices: Choices;
  private readonly budget: Budget;
  private unknown = false;
  /** The choices of paths that the conjunction has not. */
  private readonly free: Choices = new Map();
  /** Results by choice, which are immutable, and by field. */
  private readonly failed = new Map<Choice, Map<SubjectField, Choice | undefined>>();
  private readonly held = new Map<Choice, Map<SubjectField, boolean>>();

  constructor(from: Choices, budget: Budget) {
    this.choices = new Map(from);
    this.budget = budget;
  }

  run(others: readonly Conjunction[]): Refutation {
    for (const choice of this.choices.values()) {
      const possible = isPossible(choice, this.budget);
      if (possible === false) return 'none';
      if (possible === undefined) return 'unknown';
    }
    const guess = this.guess(others);
    if (guess !== undefined) return guess;
    if (this.search(others)) return this.choices;
    return this.unknown ? 'unknown' : 'none';
  }

  /** The first value of each choice, and nothing at further paths: mostly that is enough, and it takes no search. */
  private guess(others: readonly Conjunction[]): Choices | undefined {
    const values = new Map([...this.choices].map(([key, choice]) => [key, chosen(choice, this.budget)]));
    const fails = ({ path, set }: SubjectField): boolean => {
      const value = values.get(pathKey(path));
      return value === undefined ? !set.missing : !has(set, value);
    };
    if (!others.every((fields) => fields.some(fails))) return undefined;
    return new Map(
      [...this.choices].map(([key, { path }]) => {
        const value = values.get(key);
        const scalars = value === undefined ? nothing : setOf(value);
        return [key, { path, scalars, mayBeMissing: value === undefined }];
      }),
    );
  }

  private search(open: readonly Conjunction[]): boolean {
    if (!spend(this.budget) || !afford(this.budget, open.length * SCAN)) {
      this.unknown = true;
      return false;
    }
    let fewest: { readonly field: SubjectField; readonly next: Choice }[] | undefined;
    const rest: Conjunction[] = [];
    let first: Conjunction | undefined;
    for (const fields of open) {
      if (fields.some((field) => !this.canHold(field))) continue;
      rest.push(fields);
      const options = fields.flatMap((field) => {
        const next = this.failingChoice(field);
        return next === undefined ? [] : [{ field, next }];
      });
      if (options.length === 0) return false;
      if (fewest !== undefined && options.length >= fewest.length) continue;
      fewest = options;
      first = fields;
    }
    if (fewest === undefined) return true;
    const left = rest.filter((fields) => fields !== first);
    for (const { field, next } of fewest) {
      const key = pathKey(field.path);
      const before = this.choices.get(key);
      this.choices.set(key, next);
      if (this.search(left)) return true;
      if (before === undefined) this.choices.delete(key);
      else this.choices.set(key, before);
    }
    return false;
  }

  private choiceAt({ path }: SubjectField): Choice {
    const key = pathKey(path);
    const known = this.choices.get(key) ?? this.free.get(key);
    if (known !== undefined) return known;
    const free = anything(path);
    this.free.set(key, free);
    return free;
  }

  /** Undefined if the field holds for every choice that is left. */
  private failingChoice(field: SubjectField): Choice | undefined {
    const choice = this.choiceAt(field);
    let known = this.failed.get(choice);
    if (known === undefined) {
      known = new Map();
      this.failed.set(choice, known);
    }
    if (known.has(field)) return known.get(field);
    const next = failing(choice, field);
    const possible = isPossible(next, this.budget);
    if (possible === undefined) this.unknown = true;
    const result = possible === true ? next : undefined;
    known.set(field, result);
    return result;
  }

  /** False if the field fails for every choice that is left; true when that is not known. */
  private canHold(field: SubjectField): boolean {
    const choice = this.choiceAt(field);
    let known = this.held.get(choice);
    if (known === undefined) {
      known = new Map();
      this.held.set(choice, known);
    }
    let can = known.get(field);
    if (can === undefined) {
      can = isPossible(holding(choice, field), this.budget) !== false;
      known.set(field, can);
    }
    return can;
  }
}
