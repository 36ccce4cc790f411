/** Generates events for a pattern: some that it matches, and some that fail in one field. */

import { assertNumber, isAmount, takes } from '../arguments.ts';
import type { Dialect } from '../dialect.ts';
import { eventNode } from '../event.ts';
import type { JsonObjectNode } from '../json/node.ts';
import type { PatternInput } from '../parse.ts';
import type { Budget } from '../value/budget.ts';
import { alternativesOf } from './alternatives.ts';
import type { Witness } from './answer.ts';
import { type Claim, type ClaimNode, claimTree } from './claims.ts';
import { type Change, IncrementalSolver } from './incremental.ts';
import { neverMatches } from './questions.ts';
import { chooser } from './random.ts';
import { type Search, solvePlaces } from './solve.ts';
import { type AnalysisOptions, budgetFor, type Subject, type SubjectField, subjectsOf } from './subject.ts';
import { eventText, type Members } from './tree.ts';
import { verified } from './verify.ts';

/** Options of `sample` and `nearMisses`. */
export interface SampleOptions extends AnalysisOptions {
  /** The same seed gives the same events; default 1. */
  readonly seed?: number | undefined;
  /**
   * An event from which the others are made, as an object, as JSON text or as its bytes. Members without a field in the
   * pattern stay, as do those whose fields hold already, so there may be few different events, or one.
   */
  readonly base?: object | string | Uint8Array | undefined;
}

/** An event that a pattern fails to match by one field. */
export interface NearMiss {
  /** The event; every other field of the pattern holds for it. */
  readonly event: Witness;
  /** JSON pointer into the pattern: the one field that does not hold. */
  readonly pointer: string;
}

/**
 * Up to `count` different events that the pattern matches: small ones, with the pattern's own values. If there are too
 * few, some differ only in their `id`, unless the pattern has a field for it or the base has one. A smaller `count`
 * gives a prefix of the events of a larger one.
 * @throws PatternError, TypeError as `compilePattern` does; EventSyntaxError, TypeError for a base that is not an event
 */
export function sample(pattern: PatternInput, count: number, options: SampleOptions = {}): Witness[] {
  takes(isAmount(count), 'sample', HOW_MANY, count);
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const base = baseOf(options);
  const make = maker(subject, options, base);
  const places = alternativesOf(subject).map(({ fields }) =>
    claimTree(fields.map((field): Claim => ({ field, holds: true }))),
  );
  const found = new Distinct(subject, base, count, REPEATS);
  // The alternatives take turns; one without events is left out.
  for (let turn = 0; found.wantsMore && places.length > 0; turn++) {
    const at = turn % places.length;
    const tree = make(places[at] as ClaimNode);
    if (tree === undefined) places.splice(at, 1);
    else found.add(tree, undefined);
  }
  const events = confirmed(found.events(), subject, true).map(({ text }) => text);
  if (events.length > 0 || count === 0 || base !== undefined || !isTransparent(subject)) return events;
  // Names with dots share a path, so that an event made name by name may not match; the proof of a match has other ways.
  const never = neverMatches(subject.pattern, options);
  return never.answer === 'no' ? [never.witness] : [];
}

/**
 * Up to `count` different events for which exactly one field of the pattern does not hold, for each field in turn. A
 * smaller `count` gives a prefix of the events of a larger one. A field that does not hold for the base keeps its value
 * in its own turn.
 * @throws PatternError, TypeError as `compilePattern` does; EventSyntaxError, TypeError for a base that is not an event
 */
export function nearMisses(pattern: PatternInput, count: number, options: SampleOptions = {}): NearMiss[] {
  takes(isAmount(count), 'nearMisses', HOW_MANY, count);
  const [subject] = subjectsOf([pattern], options) as [Subject];
  const all = alternativesOf(subject).flatMap((one) => nearMissesOf(one, count, options));
  return all.slice(0, count);
}

function nearMissesOf(subject: Subject, count: number, options: SampleOptions): NearMiss[] {
  const base = baseOf(options);
  const make = maker(subject, options, base);
  const budget = budgetFor(options);
  const root = claimTree(subject.fields.map((field) => ({ field, holds: true })));
  const changed = new IncrementalSolver(root, { arrays: true, transparent: isTransparent(subject) });
  const found = new Distinct<string>(subject, base, count, REPEATS + subject.fields.length);
  // The changed claims of each field are cached, so that results for them can be found again.
  const failings = new Map<SubjectField, readonly Claim[]>();
  const turns = new Turns(subject.fields);
  for (let field = turns.next(); found.wantsMore && field !== undefined; field = turns.next()) {
    const failing = field;
    const change: Change = (claims) => {
      const known = failings.get(failing);
      if (known !== undefined) return known;
      const other = claims.map((claim) => (claim.field === failing ? { field: failing, holds: false } : claim));
      failings.set(failing, other);
      return other;
    };
    // Fields that cannot fail alone are usually excluded before an event is made.
    const possible = failings.has(field) || typeof changed.solve(field, change, budget) !== 'string';
    const tree = possible ? make(changedPlace(root, field.path, change)) : undefined;
    if (tree !== undefined) found.add(tree, field.plan.source.pointer);
    else {
      failings.delete(field);
      turns.drop();
    }
  }
  return confirmed(found.events(), subject, false).map(({ text, of }) => ({ event: text, pointer: of }));
}

/** The events with the verdict. Without alternatives another verdict is a bug; with them another one may match, or objects in arrays matter. */
function confirmed<T extends { readonly text: Witness }>(
  events: readonly T[],
  subject: Subject,
  verdict: boolean,
): readonly T[] {
  if (isTransparent(subject)) {
    return events.filter(({ text }) => subject.matcher.matchesJson(text) === verdict);
  }
  for (const { text } of events) verified(text, [[subject, verdict]]);
  return events;
}

function isTransparent({ pattern }: Subject): boolean {
  return pattern.dialect.rules.arrays === 'transparent';
}

const HOW_MANY = 'the number of events, an integer of at least 0';

function baseOf({ base }: SampleOptions): JsonObjectNode | undefined {
  return base === undefined ? undefined : eventNode(base);
}

/** A copy of a place with other claims at a path; subtrees beside the path are shared. */
function changedPlace(place: ClaimNode, path: readonly string[], change: Change, depth = 0): ClaimNode {
  const name = path[depth];
  const { claims, required, children } = place;
  if (name === undefined) return { claims: change(claims), required, children };
  const child = changedPlace(children.get(name) as ClaimNode, path, change, depth + 1);
  return { claims, required, children: new Map(children).set(name, child) };
}

/** Cycles through fields, without those that were dropped. */
class Turns {
  private fields: readonly SubjectField[];
  private kept: SubjectField[] = [];
  private at = 0;

  constructor(fields: readonly SubjectField[]) {
    this.fields = fields;
  }

  next(): SubjectField | undefined {
    if (this.at === this.fields.length) {
      this.fields = this.kept;
      this.kept = [];
      this.at = 0;
    }
    const field = this.fields[this.at++];
    if (field !== undefined) this.kept.push(field);
    return field;
  }

  /** Drops the field that was returned last. */
  drop(): void {
    this.kept.pop();
  }
}

type EventTree = Members;

/** The maximum number of consecutive duplicates before the search ends, plus one for each field that takes turns. */
const REPEATS = 32;

/**
 * Collects different events, first those that differ in more than their `id`.
 * INVARIANT: which event comes next does not depend on `count`.
 */
class Distinct<T> {
  private readonly count: number;
  private readonly usual: Dialect;
  private readonly spoken: ReadonlySet<string>;
  /** The names of the members of the base. */
  private readonly base: ReadonlySet<string>;
  private readonly hasOwnId: boolean;
  private readonly patience: number;
  private readonly kept = new Map<string, { readonly tree: EventTree; readonly of: T }>();
  private readonly spare: { readonly tree: EventTree; readonly of: T }[] = [];
  /** Consecutive duplicates. */
  private repeats = 0;

  constructor(subject: Subject, base: JsonObjectNode | undefined, count: number, patience: number) {
    this.count = count;
    this.usual = subject.pattern.dialect;
    this.spoken = spokenOf(subject);
    this.base = new Set(base?.members.map(({ name }) => name));
    this.hasOwnId = this.spoken.has('id') || this.base.has('id');
    this.patience = patience;
  }

  get wantsMore(): boolean {
    if (this.kept.size >= this.count) return false;
    if (!this.isComplete) return true;
    return !this.hasOwnId && this.kept.size + this.spare.length < this.count;
  }

  private get isComplete(): boolean {
    return this.repeats >= this.patience;
  }

  add(tree: EventTree, of: T): void {
    const key = this.isComplete ? undefined : eventText(tree, this.spoken, this.usual, { base: this.base });
    if (key === undefined || this.kept.has(key)) {
      this.spare.push({ tree, of });
      this.repeats++;
    } else {
      this.kept.set(key, { tree, of });
      this.repeats = 0;
    }
  }

  events(): readonly { readonly text: Witness; readonly of: T }[] {
    const texts = new Map<Witness, T>();
    for (const { tree, of } of [...this.kept.values(), ...this.spare]) {
      if (texts.size >= this.count) break;
      const text = eventText(tree, this.spoken, this.usual, {
        id: JSON.stringify(String(texts.size + 1)),
        base: this.base,
      });
      if (!texts.has(text)) texts.set(text, of);
    }
    return [...texts].map(([text, of]) => ({ text, of }));
  }
}

function spokenOf({ fields }: Subject): ReadonlySet<string> {
  return new Set(fields.map(({ path }) => path[0] as string));
}

/** The number of values of a field that the first events choose from, and the maximum for later ones. */
const FIRST_VARIETY = 4;
const LAST_VARIETY = 1024;

/**
 * Makes events that satisfy claims, the first ones from the simplest values. Doubles the number of values to choose
 * from whenever that number of events has been made.
 */
function maker(
  subject: Subject,
  options: SampleOptions,
  base: JsonObjectNode | undefined,
): (place: ClaimNode) => EventTree | undefined {
  const transparent = isTransparent(subject);
  const budget: Budget = budgetFor(options);
  assertNumber(options.seed, 'seed');
  const pick = chooser(options.seed ?? 1);
  const memo: Search['memo'] = new Map();
  let variety = FIRST_VARIETY;
  let made = 0;
  return (place) => {
    if (made++ === variety && variety < LAST_VARIETY) {
      variety *= 2;
      memo.clear();
    }
    const search: Search = { budget, arrays: true, transparent, pick, variety, memo, based: base !== undefined };
    const found = solvePlaces(place, search, base);
    return typeof found === 'string' ? undefined : found.value;
  };
}
