/** Answers about patterns against events: no event refutes a "yes", and every witness proves its "no". */
import * as engine from '../../src/index.ts';
import { repeatsNames } from '../../test/pattern/survives-parsing.ts';
import { type Json, readJson, writeJson } from '../../test/support/json.ts';
import { type DialectName, type Field, fieldHolds, fieldsOf } from '../../test/support/reference.ts';
import { referenceAccepts } from '../../test/support/reference-accepts.ts';
import { Aim } from '../generate/event.ts';
import { anyPattern } from '../generate/pattern.ts';
import { relatedPatterns } from '../generate/related.ts';
import type { Random } from '../random.ts';
import { fewer, oneSimpler, simplerTexts } from '../shrink.ts';
import type { Difference, Tally, Target } from '../target.ts';
import { without } from './without.ts';

export interface Case {
  readonly dialect: DialectName;
  readonly patterns: readonly string[];
  /** Near the patterns, and near two of them at once. */
  readonly events: readonly string[];
}

export type Engine = typeof engine;

const PATTERNS = 6;
const EVENTS_OF_ONE = 10;
const EVENTS_OF_TWO = 4;
const SAMPLES = 4;

export function analysis(subject: Engine = engine): Target<Case> {
  return {
    name: 'analysis',
    compares:
      'every yes and no about patterns with events, witnesses with the reference interpreter, overlaps with disjoint',
    unit: 'answers',
    positive: 'yes',
    make,
    judge: (one, tally) => new Judge(subject, one, tally).all(),
    smaller,
  };
}

/** A pattern, read by the engine and by the reference interpreter. */
interface Read {
  readonly text: string;
  readonly pattern: engine.Pattern;
  readonly matches: (event: Json) => boolean;
  /** Of the events of the case. */
  readonly verdicts: readonly boolean[];
}

class Judge {
  private readonly engine: Engine;
  private readonly dialect: DialectName;
  private readonly tally: Tally;
  private readonly events: readonly Json[];
  /** Whether no array is in the event: those that `scalars` speaks of. */
  private readonly plain: readonly boolean[];
  private readonly patterns: readonly Read[];
  /** What `disjoint` says of each two. */
  private readonly apart = new Map<Read, Map<Read, engine.Disjoint>>();
  private failed: Difference | undefined;

  constructor(subject: Engine, { dialect, patterns, events }: Case, tally: Tally) {
    this.engine = subject;
    this.dialect = dialect;
    this.tally = tally;
    this.events = events.map(readJson);
    this.plain = this.events.map(hasNoArray);
    this.patterns = patterns.map((text) => this.read(text));
  }

  private read(text: string): Read {
    const fields = fieldsOf(readJson(text), this.dialect);
    const matches = (event: Json): boolean => holdsFor(fields, event, this.dialect);
    const { pattern } = this.engine.compilePattern(text, { dialect: this.dialect });
    return { text, pattern, matches, verdicts: this.events.map(matches) };
  }

  all(): Difference | undefined {
    const { patterns } = this;
    for (const [i, a] of patterns.entries()) {
      this.single(a);
      for (const b of patterns.slice(i + 1)) this.pair(a, b);
      if (this.failed !== undefined) return this.failed;
    }
    this.overlaps(false);
    this.overlaps(true);
    return this.failed;
  }

  /** `refutes` says whether an event of the case contradicts a "yes", `proves` whether a witness proves the "no". */
  private check(
    of: string,
    answer: engine.Answer,
    refutes: (index: number) => boolean,
    proves: (witness: Json) => boolean,
  ): void {
    if (answer.answer === 'unknown') {
      this.tally.count('unknown');
      return;
    }
    this.tally.judge(answer.answer === 'yes');
    if (answer.answer === 'no') {
      if (!proves(readJson(answer.witness))) this.differ(of, 'a witness that proves it', answer);
      return;
    }
    const index = this.events.findIndex((_, at) => refutes(at));
    if (index >= 0) this.differ(of, { answer: 'no', witness: writeJson(this.events[index] as Json) }, answer);
  }

  private differ(of: string, expected: unknown, found: unknown): void {
    this.failed ??= { of, expected, found };
  }

  private single(a: Read): void {
    const { neverMatches } = this.engine;
    const never = neverMatches(a.pattern);
    this.check('neverMatches', never, (at) => a.verdicts[at] === true, a.matches);
    this.samples(a, never);
    if (never.answer === 'no') this.redundant(a);
  }

  private samples(a: Read, never: engine.Answer): void {
    const { sample, nearMisses, nearestMatch } = this.engine;
    const samples = sample(a.pattern, SAMPLES, { seed: 1 });
    if (never.answer === 'no' && samples.length === 0) this.differ('sample', 'at least one event', samples);
    for (const event of samples) {
      if (!a.matches(readJson(event))) this.differ('sample', 'an event that matches', event);
    }
    for (const { event } of nearMisses(a.pattern, SAMPLES, { seed: 1 })) {
      if (a.matches(readJson(event))) this.differ('nearMisses', 'an event that does not match', event);
    }
    const [first] = this.events;
    if (first === undefined) return;
    const nearest = nearestMatch(a.pattern, writeJson(first));
    if (nearest.answer === 'no' && never.answer === 'no') this.differ('nearestMatch', 'an event', nearest);
    if (nearest.answer !== 'yes') return;
    const isSame = nearest.changes.length === 0;
    if (!a.matches(readJson(nearest.event))) this.differ('nearestMatch', 'an event that matches', nearest);
    if (isSame !== a.verdicts[0]) this.differ('nearestMatch', 'changes only where the event does not match', nearest);
  }

  /** What is redundant can go, and what is left is needed. */
  private redundant(a: Read): void {
    const { redundant, implies } = this.engine;
    const { conditions, fields, unknown } = redundant(a.pattern);
    if (unknown !== undefined) {
      this.tally.count('unknown');
      return;
    }
    const rest = without(a.text, [...conditions, ...fields]);
    const reduced = this.read(rest);
    const changed = a.verdicts.findIndex((verdict, at) => reduced.verdicts[at] !== verdict);
    if (changed >= 0) {
      const event = writeJson(this.events[changed] as Json);
      this.differ('redundant', 'what can go without a change', { conditions, fields, rest, event });
    }
    const still = this.engine.equivalent(a.pattern, reduced.pattern);
    this.check(
      'redundant, equivalent',
      still,
      (at) => a.verdicts[at] !== reduced.verdicts[at],
      () => false,
    );
    for (const { pointer } of reduced.pattern.fields) {
      const less = this.read(without(rest, [pointer]));
      const answer = implies(less.pattern, reduced.pattern);
      if (answer.answer === 'yes') this.differ('redundant', `\`${pointer}\` of ${rest} too`, { conditions, fields });
    }
  }

  private pair(a: Read, b: Read): void {
    const { implies, equivalent, disjoint, diff } = this.engine;
    const forth = implies(a.pattern, b.pattern);
    const back = implies(b.pattern, a.pattern);
    const only = (x: Read, y: Read) => (event: Json) => x.matches(event) && !y.matches(event);
    const onlyAt = (x: Read, y: Read) => (at: number) => x.verdicts[at] === true && y.verdicts[at] === false;
    const both = (event: Json): boolean => a.matches(event) && b.matches(event);
    const bothAt = (at: number): boolean => a.verdicts[at] === true && b.verdicts[at] === true;
    this.check('implies', forth, onlyAt(a, b), only(a, b));
    this.check('implies', back, onlyAt(b, a), only(b, a));
    this.check(
      'equivalent',
      equivalent(a.pattern, b.pattern),
      (at) => a.verdicts[at] !== b.verdicts[at],
      (event) => a.matches(event) !== b.matches(event),
    );
    const { scalars, arrays } = disjoint(a.pattern, b.pattern);
    this.check(
      'disjoint, scalars',
      scalars,
      (at) => bothAt(at) && this.plain[at] === true,
      (event) => both(event) && hasNoArray(event),
    );
    this.check('disjoint, arrays', arrays, bothAt, both);
    this.apart.set(a, (this.apart.get(a) ?? new Map()).set(b, { scalars, arrays }));
    this.diff(a, b, diff(a.pattern, b.pattern), { forth, back, scalars });
  }

  private diff(
    a: Read,
    b: Read,
    found: engine.PatternDiff,
    { forth, back, scalars }: Record<'forth' | 'back' | 'scalars', engine.Answer>,
  ): void {
    const { lost, gained, relation } = found;
    if (lost !== undefined && !(a.matches(readJson(lost)) && !b.matches(readJson(lost)))) {
      this.differ('diff', 'an event that is lost', found);
    }
    if (gained !== undefined && !(b.matches(readJson(gained)) && !a.matches(readJson(gained)))) {
      this.differ('diff', 'an event that is gained', found);
    }
    const expected = relationOf(forth, back, scalars);
    if (relation !== 'unknown') this.tally.judge(relation === 'equal' || relation === 'narrower');
    if (relation !== expected) this.differ('diff', expected, found);
  }

  /** The pairs that overlap are those that are not disjoint. */
  private overlaps(arrays: boolean): void {
    const { overlaps } = this.engine;
    const { patterns, apart } = this;
    const found = new Map<string, engine.Overlap<number>>();
    for (const overlap of overlaps(
      patterns.map(({ pattern }, id) => [id, pattern] as const),
      { arrays },
    )) {
      found.set(overlap.ids.join(), overlap);
    }
    for (const [i, a] of patterns.entries()) {
      for (const [j, b] of patterns.entries()) {
        if (j <= i || this.failed !== undefined) continue;
        const expected = apart.get(a)?.get(b)?.[arrays ? 'arrays' : 'scalars'];
        if (expected === undefined) continue;
        const overlap = found.get(`${i},${j}`);
        const answer = overlap === undefined ? 'yes' : overlap.unknown === undefined ? 'no' : 'unknown';
        const of = arrays ? 'overlaps, arrays' : 'overlaps';
        if (answer !== 'unknown') this.tally.judge(answer === 'yes');
        if (answer !== expected.answer) this.differ(of, expected, overlap ?? 'no overlap');
        if (overlap?.witness !== undefined) {
          const witness = readJson(overlap.witness);
          if (!a.matches(witness) || !b.matches(witness)) this.differ(of, 'an event that both match', overlap);
        }
      }
    }
  }
}

function relationOf(forth: engine.Answer, back: engine.Answer, scalars: engine.Answer): engine.PatternDiff['relation'] {
  const answers = [forth.answer, back.answer];
  if (answers.includes('unknown')) return 'unknown';
  if (forth.answer === 'yes') return back.answer === 'yes' ? 'equal' : 'wider';
  if (back.answer === 'yes') return 'narrower';
  if (scalars.answer === 'unknown') return 'unknown';
  return scalars.answer === 'yes' ? 'disjoint' : 'overlapping';
}

function holdsFor(fields: readonly Field[], event: Json, dialect: DialectName): boolean {
  return fields.every((field) => fieldHolds(field, event, dialect));
}

function hasNoArray(node: Json): boolean {
  return node.kind !== 'array' && (node.kind !== 'object' || node.members.every(([, value]) => hasNoArray(value)));
}

function make(random: Random): Case {
  const dialect = random.pick(['aliyun', 'rocketmq'] as const);
  const general = (): string[] => random.list(3, 3, () => acceptedOnce(random, dialect));
  const patterns = random.once(6) ? general() : relatedPatterns(random, dialect, PATTERNS);
  const fields = patterns.map((pattern) => fieldsOf(readJson(pattern), dialect));
  const events = fields.flatMap((some, i) => {
    const alone = new Aim(some, dialect);
    return [
      ...Array.from({ length: EVENTS_OF_ONE }, () => alone.event(random)),
      ...fields.slice(i + 1).flatMap((others) => {
        const both = new Aim([...some, ...others], dialect);
        return Array.from({ length: EVENTS_OF_TWO }, () => both.event(random));
      }),
    ];
  });
  return { dialect, patterns, events: events.map(writeJson) };
}

/** Members of one name have one pointer, so such a pattern cannot be asked what of it is redundant. */
function acceptedOnce(random: Random, dialect: DialectName): string {
  for (;;) {
    const pattern = anyPattern(random, dialect);
    if (!repeatsNames(pattern)) return pattern;
  }
}

function* smaller({ dialect, patterns, events }: Case): Generator<Case> {
  for (const some of fewer(patterns)) yield { dialect, patterns: some, events };
  for (const some of fewer(events)) yield { dialect, patterns, events: some };
  for (const some of oneSimpler(patterns, simplerTexts)) {
    if (some.every((pattern) => referenceAccepts(pattern, dialect))) yield { dialect, patterns: some, events };
  }
  for (const some of oneSimpler(events, simplerTexts)) {
    if (some.every((event) => event.startsWith('{'))) yield { dialect, patterns, events: some };
  }
}
