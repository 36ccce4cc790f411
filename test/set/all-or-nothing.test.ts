import { describe, expect, test } from 'vitest';
import { PatternSet } from '../../src/index.ts';

type Id = string | number;
type Change = (set: PatternSet<Id>) => void;

/** Patterns with keys of all kinds, each kind shared by too many to be tried one by one. */
function patterns(): [Id, string][] {
  const kinds = [
    { source: ['x'], data: { a: [{ prefix: 'p' }], b: [{ numeric: ['>', 1] }] } },
    { source: ['x', 'y'], data: { a: [{ suffix: 's' }, 'q'], c: [{ cidr: '10.0.0.0/8' }] } },
    { source: ['x'], type: [{ 'anything-but': ['t', 'u'] }], data: { d: [{ contains: 'c' }] } },
    { source: [{ 'anything-but': { prefix: 'z' } }], data: { e: [{ exists: true }], n: [1, 2, 3] } },
  ];
  return Array.from({ length: 160 }, (_, i) => [i, JSON.stringify(kinds[i % kinds.length])]);
}

function full(): PatternSet<Id> {
  const set = new PatternSet<Id>();
  for (const [id, text] of patterns()) set.add(id, text);
  return set;
}

const events = [
  { source: 'x', type: 'v', data: { a: 'ps', b: 5, c: '10.1.1.1', d: 'abc', e: 1, n: 2 } },
  { source: ['x', 'w'], type: ['t', 'w'], data: { a: ['q', 'p'], b: [0, 9], c: 'no', d: ['c'], e: [1], n: [3, 4] } },
  { source: 'zz', type: 't', data: {} },
];

function answers(set: PatternSet<Id>): unknown {
  return [
    [...set.ids()],
    set.size,
    ...events.flatMap((event) => [set.matches(event), set.matchesJson(JSON.stringify(event))]),
  ];
}

const changes: readonly [string, Change][] = [
  ['an addition', (set) => set.add('new', patterns()[1]?.[1] as string)],
  [
    'an addition on new paths and keys',
    (set) => set.add('new', { subject: ['s'], data: { deep: { er: [{ prefix: 'p' }, { numeric: ['<', 3] }] } } }),
  ],
  ['a deletion', (set) => set.delete(5)],
  ['a deletion of an excluding pattern', (set) => set.delete(3)],
];

/** The methods inside the set: the test makes each call of one during a change throw. */
const steps: readonly [string, object, string][] = [
  ['Map.set', Map.prototype, 'set'],
  ['Map.get', Map.prototype, 'get'],
  ['Map.delete', Map.prototype, 'delete'],
  ['Set.add', Set.prototype, 'add'],
  ['Array.push', Array.prototype, 'push'],
  ['Array.filter', Array.prototype, 'filter'],
  ['Array.map', Array.prototype, 'map'],
  ['Array.splice', Array.prototype, 'splice'],
];

/** Runs the work with the n-th call of a method throwing; returns whether there was such a call. */
function throwsAt(owner: object, name: string, n: number, work: () => void): boolean {
  const methods = owner as Record<string, (...all: unknown[]) => unknown>;
  const original = methods[name] as (...all: unknown[]) => unknown;
  let calls = 0;
  methods[name] = function (this: unknown, ...all) {
    if (++calls === n) throw new RangeError('the test ends here');
    return original.apply(this, all);
  };
  try {
    work();
    return false;
  } catch {
    return true;
  } finally {
    methods[name] = original;
  }
}

describe.each(changes)('%s', (_, change) => {
  test.each(steps)('that throws in any call of %s leaves the set unchanged', (_, owner, name) => {
    const set = full();
    const fresh = full();
    const before = answers(fresh);
    change(fresh);
    const after = answers(fresh);
    for (let n = 1; ; n++) {
      const thrown = throwsAt(owner, name, n, () => change(set));
      expect(answers(set), `call ${n}`).toEqual(thrown ? before : after);
      if (!thrown) break;
    }
  });

  test('runs completely or not at all, at any depth of the stack', () => {
    const set = full();
    const fresh = full();
    const before = answers(fresh);
    change(fresh);
    const after = answers(fresh);
    let done = false;
    let failed = 0;
    /** Recurses until the stack ends, then tries with a little more stack at each level on the way back. */
    const descend = (): void => {
      try {
        descend();
      } catch (thrown) {
        if (!(thrown instanceof RangeError)) throw thrown;
      }
      if (done) return;
      try {
        change(set);
        done = true;
      } catch {
        failed++;
      }
    };
    descend();
    expect(done).toBe(true);
    expect(failed).toBeGreaterThan(0);
    expect(answers(set)).toEqual(after);
    expect(before).not.toEqual(after);
  });
});

test('an object with a `toJSON` that throws is read as plain data', () => {
  class Source {
    readonly source = ['x'];
    toJSON(): never {
      throw new Error('toJSON must not run');
    }
  }
  const set = new PatternSet();
  set.add('one', new Source() as never);
  expect(set.matches({ source: 'x' })).toEqual(['one']);
  expect(set.explain({ source: 'x' }, 'one').matches).toBe(true);
});

test('a bad pattern in the middle of a bulk build adds nothing', () => {
  const set = PatternSet.from([['one', '{"source":["x"]}']]);
  expect(() => set.add('two', '{"source":["x"],"data":{"a":[{"prefix":5}]}}')).toThrow();
  expect(set.matches({ source: 'x', data: { a: 'b' } })).toEqual(['one']);
  expect(set.delete('one')).toBe(true);
  expect(set.matchesJson('{"source":"x"}')).toEqual([]);
});
