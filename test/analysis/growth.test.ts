/** Law: twice the size of a hostile pattern or event costs at most 2.2 times the steps, or exhausts the budget. */
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  crossCheck,
  crossChecker,
  dialectDifference,
  diff,
  disjoint,
  equivalent,
  formatDiagnostic,
  implies,
  mutants,
  nearestMatch,
  nearestPatterns,
  nearMisses,
  neverMatches,
  overlaps,
  parsePattern,
  redundant,
  sample,
} from '../../src/index.ts';
import { countEach, countSteps } from '../support/steps.ts';

const SIZE = 100;
const isFull = process.env.EB_PATTERN_RUNS === '1';
const MOST_GROWTH = 2.2;

function many<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

const field = (conditions: readonly unknown[]): string => JSON.stringify({ data: { n: conditions } });
const fields = (count: number, conditions: readonly unknown[]): string =>
  JSON.stringify({ data: Object.fromEntries(many(count, (i) => [`f${i}`, conditions])) });

function nested(levels: number): string {
  const depth = Math.min(levels, 900);
  return `{"data":${'{"a":'.repeat(depth)}["x"]${'}'.repeat(depth)}}`;
}

const families: Record<string, (size: number) => string> = {
  intervals: (size) => field(many(size, (i) => ({ numeric: ['>', i, '<', i + 0.5] }))),
  'intervals that meet': (size) => field(many(size, (i) => ({ numeric: ['>', i, '<', i + 1.5] }))),
  'numbers and intervals': (size) => field(many(size, (i) => (i % 2 ? 10 * i : { numeric: ['=', 10 * i] }))),
  strings: (size) => field(many(size, (i) => `s${i}`)),
  'strings under one beginning': (size) => field([...many(size, (i) => `s${i}`), { prefix: 's' }]),
  'strings and beginnings': (size) => field(many(size, (i) => (i % 2 ? `q${i}` : { prefix: `p${i}-` }))),
  beginnings: (size) => field(many(size, (i) => ({ prefix: `p${i}-` }))),
  endings: (size) => field(many(size, (i) => ({ suffix: `-s${i}` }))),
  blocks: (size) => field(many(size, (i) => ({ cidr: `10.${i >> 8}.${i & 255}.0/25` }))),
  'all but one of many': (size) => field([{ 'anything-but': many(size, (i) => `b${i}`) }]),
  'beginnings that leave out one': (size) =>
    field(many(size, (i) => ({ prefix: `p${i}-`, 'anything-but': [`p${i}-x`] }))),
  'many that exclude one': (size) => field(many(size, (i) => ({ 'anything-but': [`b${i}`, i] }))),
  copies: (size) => field(many(size, () => ({ prefix: 'same' }))),
  'fields side by side': (size) => fields(size, ['x']),
  'fields that may be missing': (size) => fields(size, [{ exists: false }]),
  'fields that never hold': (size) => fields(size, [{ numeric: ['<', 1, '>', 2] }]),
  'a field far down': nested,
  'a long string': (size) => field([{ prefix: 'x'.repeat(10 * size) }, 'y'.repeat(10 * size)]),
};

const isUnknown = (answer: { readonly answer: string }): boolean => answer.answer === 'unknown';

/** The analyses of a pattern and of one that is smaller by one; each returns whether the budget was exhausted. */
const questions: Record<string, (pattern: string, smaller: string) => boolean> = {
  compilePattern: (a) => !compilePattern(a).matches({}) && compilePattern(a).matchesJson('{"data":{"n":"zzz"}}'),
  neverMatches: (a) => isUnknown(neverMatches(a)),
  implies: (a, b) => isUnknown(implies(a, b)),
  'implies, back': (a, b) => isUnknown(implies(b, a)),
  equivalent: (a) => isUnknown(equivalent(a, `${a} `)),
  disjoint: (a, b) => isUnknown(disjoint(a, b).arrays),
  diff: (a, b) => diff(a, b).relation === 'unknown',
  // Each condition is compared with all others; only the budget limits that.
  redundant: (a) => redundant(a, { budget: 500 }).unknown !== undefined,
  overlaps: (a, b) => [...overlaps(Object.entries({ a, b }))].some(({ unknown }) => unknown !== undefined),
  sample: (a) => sample(a, 3).length === 0,
  nearMisses: (a) => nearMisses(a, 3).length === 0,
  nearestMatch: (a) => isUnknown(nearestMatch(a, { data: { n: 'zzz', other: [1, 2] } })),
  explain: (a) => compilePattern(a).explain({ data: { n: ['zzz', 1], f: '{"a":1}' } }).matches,
  dialectDifference: (a) => isUnknown(dialectDifference(a)),
  crossCheck: (a) => crossCheck(a, '{"data":{"n":"zzz"}}').verdicts.length === 0,
};

const numbered = Object.entries(families).map(([name, family], number) => [name, family, number] as const);

describe.each(numbered)('%s, twice as many', (_, family, number) => {
  // Every third pair of a family and an analysis, and all of them in a full run: each count walks all code that is loaded.
  const asked = Object.entries(questions).filter((_, i) => isFull || (i + number) % 3 === 0);

  it('cost at most 2.2 times the steps in each analysis', async () => {
    const slower: string[] = [];
    const works = (size: number, ended: boolean[]): (() => void)[] => {
      const [pattern, smaller] = [family(size), family(size - 1)];
      return asked.map(
        ([, ask]) =>
          () =>
            void ended.push(ask(pattern, smaller)),
      );
    };
    const ended: boolean[] = [];
    const once = await countEach(works(SIZE, []));
    const twice = await countEach(works(2 * SIZE, ended));
    for (const [i, [name]] of asked.entries()) {
      expect(once[i], name).toBeGreaterThan(0);
      const growth = (twice[i] as number) / (once[i] as number);
      if (!ended[i] && growth > MOST_GROWTH) slower.push(`${name}: ${growth.toFixed(2)}`);
    }
    expect(slower).toEqual([]);
  });
});

describe('input of twice the size', () => {
  const event = (count: number, from: number): string =>
    JSON.stringify({ data: Object.fromEntries(many(count, (i) => [`f${i + from}`, 'x'])) });
  // Names of equal length, none similar to another.
  const named = (name: string, count: number): string =>
    `{"data":{${many(count, (i) => `"${`${name}${i}`.padEnd(12, name)}":["x"]`)}}}`;
  const cases: Record<string, (size: number) => unknown> = {
    'explanation of fields that are there': (size) => compilePattern(fields(size, ['x'])).explain(event(size, 0)),
    'explanation of fields that are not there': (size) => compilePattern(named('p', size)).explain(named('q', size)),
    'explanation of fields below a string that holds JSON': (size) =>
      compilePattern(fields(size, ['x'])).explain({ data: event(size, 0) }),
    'explanation of conditions': (size) =>
      compilePattern(field(many(size, (i) => ({ prefix: `p${i}` })))).explain({
        data: { n: many(20, (i) => `q${i}`) },
      }),
    'explanation of elements': (size) =>
      compilePattern(field(many(20, (i) => ({ prefix: `p${i}` })))).explain({
        data: { n: many(size, (i) => `q${i}`) },
      }),
    'explanation of conditions that hold for all elements': (size) =>
      compilePattern(field(many(size, (i) => ({ 'anything-but': [`p${i}`] })))).explain({
        data: { n: many(20, (i) => `q${i}`) },
      }),
    'cross-check of an event': (size) =>
      crossCheck('{"data":{"n":["300"]}}', `{"data":{"n":300,"m":[${many(size, String)}]}}`),
    'cross-checks of events that differ': (size) => {
      const check = crossChecker(fields(10, [300, { cidr: '10.0.0.0/24' }]));
      for (let i = 0; i < size; i++) check({ data: { f0: i % 2 === 0 ? '300' : '10.0.0.0' } });
    },
    'near misses of fields': (size) => nearMisses(fields(size, ['x']), 20),
    'nearest match of a text with lists and members to add': (size) =>
      nearestMatch(
        JSON.stringify({
          data: Object.fromEntries(many(size, (i) => [`${1000 + i}-name`, i % 2 ? ['x'] : { h: ['x'] }])),
        }),
        JSON.stringify(
          { data: Object.fromEntries(many(size, (i) => [`${1000 + i + size / 2}-name`, ['y', {}]])) },
          null,
          2,
        ),
      ),
    'nearest value of many': (size) =>
      nearestMatch(field(many(size, (i) => (i % 2 ? `s${1000 + i}` : i))), { data: { n: 's7'.repeat(20) } }),
    'nearest patterns where all fields fail': (size) => nearestPatterns(fields(size, ['y']), event(size, 0)),
    'nearest patterns where all fields are one level down': (size) =>
      nearestPatterns(fields(size, ['x']), `{"data":{"body":${JSON.stringify(JSON.parse(event(size, 0)).data)}}}`),
    'nearest patterns where all fields are below a name that is spelled otherwise': (size) => {
      const below = (name: string, text: string): string => JSON.stringify({ data: { [name]: JSON.parse(text).data } });
      return nearestPatterns(below('order', fields(size, ['x'])), below('Order', event(size, 0)));
    },
    'nearest patterns of many conditions': (size) =>
      nearestPatterns(field(many(size, (i) => ({ prefix: `p${i}-` }))), { data: { n: many(20, (i) => `q${i}`) } }),
    'nearest patterns for many elements': (size) =>
      nearestPatterns(field(many(20, (i) => ({ prefix: `p${i}-` }))), { data: { n: many(size, (i) => `q${i}`) } }),
    'nearest match of an event': (size) => nearestMatch(fields(size, ['x']), event(size, 10)),
    'findings in one line': (size) => {
      const text = `${' '.repeat(100 * size)}{"data":{${many(size, (i) => `"k${i}":{}`)}}}`;
      for (const diagnostic of parsePattern(text).diagnostics) formatDiagnostic(diagnostic, text);
    },
  };

  it.each(Object.entries(cases))('costs at most 2.2 times the steps: %s', async (_, run) => {
    const [once, twice] = (await countEach([() => run(SIZE), () => run(2 * SIZE)])) as [number, number];
    expect(twice / once).toBeLessThan(MOST_GROWTH);
  });

  // Every other family, and all of them in a full run.
  const some = (odd: number) => numbered.filter(([, , number]) => isFull || number % 2 === odd);

  it('is checked for its meaning within a budget', async () => {
    for (const [name, family] of some(0)) {
      const pattern = family(8 * SIZE);
      const works = [() => compilePattern(pattern), () => parsePattern(pattern)];
      const [read, all] = (await countEach(works)) as [number, number];
      expect(all - read, name).toBeLessThan(5_000_000 + 200 * pattern.length);
    }
  });

  it('is cross-checked at the cost of one more reading, or of four where the dialects differ', async () => {
    const dearer: string[] = [];
    for (const [name, family] of some(1)) {
      const pattern = family(SIZE);
      const differing = pattern.replace('{"data":{', '{"data":{"d":[300],');
      for (const [source, event] of [
        [pattern, '{"data":{"n":"zzz"}}'],
        [differing, '{"data":{"d":"300"}}'],
      ] as const) {
        const { verdicts, fields } = crossCheck(source, event);
        const differ = new Set(verdicts.map(({ verdict }) => verdict)).size > 1 || fields.length > 0;
        // Each rule that decides costs one more reading of the pattern if it affects reading.
        const most = differ ? 5.6 : 2.8;
        const works = [() => compilePattern(source).matchesJson(event), () => crossCheck(source, event)];
        const [once, all] = (await countEach(works)) as [number, number];
        const times = all / once;
        if (times > most) dearer.push(`${name}: ${times.toFixed(1)}`);
      }
    }
    expect(dearer).toEqual([]);
  });

  it('has mutants each of which costs steps in proportion to the pattern', async () => {
    const first = (size: number): Promise<number> => {
      const { pattern } = parsePattern(field(many(size, (i) => ({ prefix: `p${i}` }))));
      if (pattern === undefined) throw new Error('it is a pattern');
      return countSteps(() => void mutants(pattern).next());
    };
    expect((await first(2 * SIZE)) / (await first(SIZE))).toBeLessThan(MOST_GROWTH);
  });
});
