/** Events for a pattern: some that it matches, and some that it would match but for one field. */
import type { Budget } from '../value/budget.ts';
import type { Witness } from './answer.ts';
import { chooser } from './random.ts';
import { type Claim, type Place, placeOf, type Search, solvePlaces } from './solve.ts';
import { type AnalysisOptions, budgetFor, type Source, type Subject, subjectsOf } from './subject.ts';
import { eventText, type Tree } from './tree.ts';
import { verified } from './verify.ts';

export interface SampleOptions extends AnalysisOptions {
  /** The same seed gives the same events; 1 unless told. */
  readonly seed?: number | undefined;
}

export interface NearMiss {
  readonly event: Witness;
  /** The one field that does not hold: a JSON pointer into the pattern. */
  readonly pointer: string;
}

/**
 * Up to `count` different events that the pattern matches: small ones, of the pattern's own values. Where there are too few, some
 * differ by their `id` only, unless the pattern speaks of it.
 * @throws PatternError, TypeError as `compilePattern` does
 */
export function sample(pattern: Source, count: number, options: SampleOptions = {}): Witness[] {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const make = maker(options, count);
  const place = placeOf(subject.fields.map((field): Claim => ({ field, holds: true })));
  const found = new Distinct(subject, count);
  while (found.wantsMore) {
    const tree = make(place);
    if (tree === undefined) break;
    found.add(tree, undefined);
  }
  return found.events().map(({ text }) => verified(text, [[subject, true]]));
}

/**
 * Up to `count` different events that the pattern does not match, though every field but one holds; the fields take turns.
 * @throws PatternError, TypeError as `compilePattern` does
 */
export function nearMisses(pattern: Source, count: number, options: SampleOptions = {}): NearMiss[] {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const make = maker(options, count);
  let failings = subject.fields.map((failing) => ({
    pointer: failing.plan.source.pointer,
    place: placeOf(subject.fields.map((field) => ({ field, holds: field !== failing }))),
  }));
  const found = new Distinct<string>(subject, count);
  for (let turn = 0; found.wantsMore && failings.length > 0; turn++) {
    const failing = failings[turn % failings.length] as (typeof failings)[number];
    const tree = make(failing.place);
    if (tree === undefined) failings = failings.filter((one) => one !== failing);
    else found.add(tree, failing.pointer);
  }
  return found.events().map(({ text, of }) => ({ event: verified(text, [[subject, false]]), pointer: of }));
}

type EventTree = ReadonlyMap<string, Tree>;

/** Gathers events, those first that differ by more than their `id`. */
class Distinct<T> {
  private readonly count: number;
  private readonly spoken: ReadonlySet<string>;
  private readonly kept = new Map<string, { readonly tree: EventTree; readonly of: T }>();
  private readonly spare: { readonly tree: EventTree; readonly of: T }[] = [];
  private tries = 0;

  constructor(subject: Subject, count: number) {
    this.count = count;
    this.spoken = spokenOf(subject);
  }

  get wantsMore(): boolean {
    return this.kept.size < this.count && this.tries < 4 * this.count + 10;
  }

  add(tree: EventTree, of: T): void {
    this.tries++;
    const key = eventText(tree, this.spoken);
    if (this.kept.has(key)) this.spare.push({ tree, of });
    else this.kept.set(key, { tree, of });
  }

  events(): readonly { readonly text: Witness; readonly of: T }[] {
    const texts = new Map<Witness, T>();
    for (const { tree, of } of [...this.kept.values(), ...this.spare]) {
      if (texts.size >= this.count) break;
      const text = eventText(tree, this.spoken, JSON.stringify(String(texts.size + 1)));
      if (!texts.has(text)) texts.set(text, of);
    }
    return [...texts].map(([text, of]) => ({ text, of }));
  }
}

function spokenOf({ fields }: Subject): ReadonlySet<string> {
  return new Set(fields.map(({ path }) => path[0] as string));
}

/** Makes events that fulfil claims. */
function maker(options: SampleOptions, count: number): (place: Place) => EventTree | undefined {
  const budget: Budget = budgetFor(options);
  const pick = chooser(options.seed ?? 1);
  const variety = Math.min(Math.max(count, 4), 1000);
  const memo: Search['memo'] = new Map();
  return (place) => {
    const found = solvePlaces(place, { budget, arrays: true, pick, variety, memo });
    return typeof found === 'string' ? undefined : found.value;
  };
}
