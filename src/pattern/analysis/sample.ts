/** Events for a pattern: some that it matches, and some that it would match but for one field. */
import type { Budget } from '../value/budget.ts';
import type { Witness } from './answer.ts';
import { chooser } from './random.ts';
import { type Claim, type Place, placeOf, type Search, solvePlaces } from './solve.ts';
import { type AnalysisOptions, budgetFor, type Source, type Subject, subjectsOf } from './subject.ts';
import { eventText } from './tree.ts';
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
 * Up to `count` different events that the pattern matches: small ones, of the pattern's own values.
 * @throws PatternError, TypeError as `compilePattern` does
 */
export function sample(pattern: Source, count: number, options: SampleOptions = {}): Witness[] {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const claims = subject.fields.map((field): Claim => ({ field, holds: true }));
  const events = new Set<Witness>();
  const place = placeOf(claims);
  const make = maker(subject, options, count);
  for (let tries = 0; events.size < count && tries < 4 * count + 10; tries++) {
    const event = make(place, events.size);
    if (event === undefined) break;
    events.add(verified(event, [[subject, true]]));
  }
  return [...events];
}

/**
 * Up to `count` different events that the pattern does not match, though every field but one holds; the fields take turns.
 * @throws PatternError, TypeError as `compilePattern` does
 */
export function nearMisses(pattern: Source, count: number, options: SampleOptions = {}): NearMiss[] {
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const found = new Map<Witness, NearMiss>();
  const make = maker(subject, options, count);
  const places = new Map(
    subject.fields.map((failing) => [
      failing,
      placeOf(subject.fields.map((field) => ({ field, holds: field !== failing }))),
    ]),
  );
  let fields = [...subject.fields];
  for (let tries = 0; found.size < count && fields.length > 0 && tries < 4 * count + 10; tries++) {
    const failing = fields[tries % fields.length] as Subject['fields'][number];
    const event = make(places.get(failing) as Place, found.size);
    if (event === undefined) fields = fields.filter((field) => field !== failing);
    else found.set(event, { event: verified(event, [[subject, false]]), pointer: failing.plan.source.pointer });
  }
  return [...found.values()];
}

/** Makes events that fulfil claims, each with an `id` of its own where the pattern does not speak of it. */
function maker(
  subject: Subject,
  options: SampleOptions,
  count: number,
): (place: Place, index: number) => Witness | undefined {
  const budget: Budget = budgetFor(options);
  const pick = chooser(options.seed ?? 1);
  const spoken = new Set(subject.fields.map(({ path }) => path[0] as string));
  const variety = Math.min(Math.max(count, 4), 1000);
  const memo: Search['memo'] = new Map();
  return (place, index) => {
    const found = solvePlaces(place, { budget, arrays: true, pick, variety, memo });
    return typeof found === 'string' ? undefined : eventText(found.value, spoken, JSON.stringify(String(index + 1)));
  };
}
