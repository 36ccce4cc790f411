import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, DuplicateIdError, type Matcher, PatternError, PatternSet } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

type Dialect = 'aliyun' | 'rocketmq' | 'aws';

/** A slow and obvious set: single matchers in the order of addition. */
class Model {
  readonly matchers = new Map<number, Matcher>();

  matchesJson(event: string): number[] {
    return [...this.matchers].filter(([, matcher]) => matcher.matchesJson(event)).map(([id]) => id);
  }
}

interface Real {
  readonly set: PatternSet<number>;
}

const encoder = new TextEncoder();
let pairs = 0;
let matching = 0;

class Add implements fc.Command<Model, Real> {
  readonly id: number;
  readonly pattern: string;
  readonly dialect: Dialect;
  constructor(id: number, pattern: string, dialect: Dialect) {
    this.id = id;
    this.pattern = pattern;
    this.dialect = dialect;
  }
  check = (): boolean => true;
  run(model: Model, { set }: Real): void {
    if (model.matchers.has(this.id)) {
      expect(() => set.add(this.id, this.pattern)).toThrow(DuplicateIdError);
      return;
    }
    set.add(this.id, this.pattern);
    model.matchers.set(this.id, compilePattern(this.pattern, { dialect: this.dialect }));
  }
  toString = (): string => `add(${this.id}, ${this.pattern})`;
}

class Refuse implements fc.Command<Model, Real> {
  check = (): boolean => true;
  run(_: Model, { set }: Real): void {
    expect(() => set.add(-1, '{"source":[{"prefix":5}],"type":["t"]}')).toThrow(PatternError);
    expect(set.has(-1)).toBe(false);
  }
  toString = (): string => 'add an invalid pattern';
}

class Delete implements fc.Command<Model, Real> {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
  check = (): boolean => true;
  run(model: Model, { set }: Real): void {
    expect(set.delete(this.id)).toBe(model.matchers.delete(this.id));
  }
  toString = (): string => `delete(${this.id})`;
}

class Match implements fc.Command<Model, Real> {
  readonly events: readonly string[];
  constructor(events: readonly string[]) {
    this.events = events;
  }
  check = (): boolean => true;
  run(model: Model, { set }: Real): void {
    expect([...set.ids()]).toEqual([...model.matchers.keys()]);
    expect(set.size).toBe(model.matchers.size);
    for (const event of this.events) {
      const expected = model.matchesJson(event);
      pairs += model.matchers.size;
      matching += expected.length;
      expect(set.matchesJson(event)).toEqual(expected);
      expect(set.matchesJson(encoder.encode(event))).toEqual(expected);
      const parsed = JSON.parse(event) as object;
      expect(set.matches(parsed)).toEqual(model.matchesJson(JSON.stringify(parsed)));
      const [first] = expected;
      if (first !== undefined) expect(set.explain(event, first).matches).toBe(true);
    }
  }
  toString = (): string => `match(${this.events.join(', ')})`;
}

function commands(dialect: Dialect): fc.Arbitrary<Iterable<fc.Command<Model, Real>>> {
  const id = fc.integer({ min: 0, max: 40 });
  const pattern = filterPattern(dialect);
  const events = pattern.chain((text) => fc.array(eventFor(text, dialect), { minLength: 1, maxLength: 3 }));
  // Patterns and events of one command list use few literals, so that patterns share groups and events are near them.
  const add = fc.tuple(id, pattern).map(([n, text]) => new Add(n, text, dialect));
  const addAndMatch = fc
    .tuple(id, pattern)
    .chain(([n, text]) =>
      fc
        .array(eventFor(text, dialect), { minLength: 1, maxLength: 3 })
        .map((es) => [new Add(n, text, dialect), new Match(es)]),
    );
  return fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: add.map((command) => [command]) },
        { weight: 5, arbitrary: addAndMatch },
        { weight: 3, arbitrary: id.map((n) => [new Delete(n)]) },
        { weight: 1, arbitrary: events.map((es) => [new Match(es)]) },
        { weight: 1, arbitrary: fc.constant([new Refuse()]) },
      ),
      { minLength: 5, maxLength: 60 },
    )
    .map((lists) => lists.flat());
}

describe.each(['aliyun', 'rocketmq', 'aws'] as const)('a set in the dialect %s', (dialect) => {
  test('answers as a loop over single matchers, after any additions and deletions', () => {
    pairs = 0;
    matching = 0;
    fc.assert(
      fc.property(commands(dialect), (list) => {
        fc.modelRun(() => ({ model: new Model(), real: { set: new PatternSet<number>({ dialect }) } }), list);
      }),
      { numRuns: runs(150) },
    );
    expect(matching / pairs).toBeGreaterThan(0.04);
  });

  test('built at once answers as one that was built step by step', () => {
    fc.assert(
      fc.property(
        fc
          .array(filterPattern(dialect), { minLength: 20, maxLength: 60 })
          .chain((patterns) =>
            fc.tuple(fc.constant(patterns), fc.tuple(...patterns.slice(0, 6).map((text) => eventFor(text, dialect)))),
          ),
        ([patterns, events]) => {
          const bulk = PatternSet.from(
            patterns.map((text, i) => [i, text] as const),
            { dialect },
          );
          const grown = new PatternSet<number>({ dialect });
          for (const [i, text] of patterns.entries()) grown.add(i, text);
          for (const event of events) expect(bulk.matchesJson(event)).toEqual(grown.matchesJson(event));
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
