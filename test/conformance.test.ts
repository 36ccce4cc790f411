import { describe, expect, it } from 'vitest';
import { compilePattern, type Matcher, PatternSet, parsePattern } from '../src/index.ts';
import { repeatsNames, survivesParsing, survivesUtf8 } from './pattern/survives-parsing.ts';
import { CONFORMANCE_FILES, readConformance } from './support/conformance.ts';
import { byStrategy, strategies } from './support/strategies.ts';

/** Lines for which the engine may give another verdict, each as `file:line` with its reason. */
const SKIPPED: ReadonlyMap<string, string> = new Map([]);

/** The number of lines, and of pairs of a pattern and an event, since an empty or truncated file must not pass. */
const SIZES: Readonly<Record<string, { readonly lines: number; readonly cases: number }>> = {
  'aliyun.ndjson': { lines: 1196, cases: 4428 },
  'edges-aliyun.ndjson': { lines: 101, cases: 194 },
  'rocketmq.ndjson': { lines: 1193, cases: 4394 },
  'edges-rocketmq.ndjson': { lines: 101, cases: 178 },
};

it('every line of the conformance data is read', () => {
  expect([...SKIPPED]).toEqual([]);
});

describe.each(CONFORMANCE_FILES)('%s', (file, dialect) => {
  const all = readConformance(file).map((line, i) => ({ ...line, at: `${file}:${i + 1}` }));
  const lines = all.filter(({ at }) => !SKIPPED.has(at));
  const cases = lines.flatMap(({ at, pattern, cases: pairs = [] }) =>
    pairs.map(([event, verdict]) => ({ at, pattern, event, verdict })),
  );

  const matchers = new Map(
    lines.filter(({ cases: pairs }) => pairs).map(({ pattern }) => [pattern, compilePattern(pattern, { dialect })]),
  );
  const matcherOf = (pattern: string): Matcher => matchers.get(pattern) as Matcher;
  const sets = new Map([...matchers.keys()].map((pattern) => [pattern, PatternSet.from([[1, pattern]], { dialect })]));
  const setOf = (pattern: string): PatternSet<number> => sets.get(pattern) as PatternSet<number>;

  /** All cases with a wrong verdict, so that a failure shows them together. */
  function wrong(verdictOf: (pattern: string, event: string) => boolean, judged = cases): typeof cases {
    return judged.filter(({ pattern, event, verdict }) => verdictOf(pattern, event) !== verdict);
  }

  it('has all of its lines', () => {
    expect({ lines: all.length, cases: cases.length }).toEqual(SIZES[file]);
  });

  it('accepts or refuses each pattern as the line says', () => {
    const disagree = lines.filter(
      ({ pattern, ok }) => (parsePattern(pattern, { dialect }).pattern !== undefined) !== ok,
    );
    expect(disagree).toEqual([]);
  });

  // With `wellFormed` it is undefined which of two members of one name counts.
  it.each(strategies)('gives every verdict: $name', (strategy) => {
    const judged = cases.filter(
      ({ event }) =>
        (strategy.source === 'string' || survivesUtf8(event)) && !(strategy.wellFormed && repeatsNames(event)),
    );
    expect(judged.length).toBeGreaterThan(cases.length * 0.9);
    let n = 0;
    const verdictOf = (pattern: string, event: string): boolean =>
      byStrategy(strategy, n++, event, (text, options) => matcherOf(pattern).matchesJson(text, options));
    expect(wrong(verdictOf, judged)).toEqual([]);
  });

  it.each(strategies)('gives every verdict of a set: $name', (strategy) => {
    const judged = cases.filter(
      ({ event }) =>
        (strategy.source === 'string' || survivesUtf8(event)) && !(strategy.wellFormed && repeatsNames(event)),
    );
    let n = 0;
    const verdictOf = (pattern: string, event: string): boolean =>
      byStrategy(strategy, n++, event, (text, options) => setOf(pattern).matchesJson(text, options)).length === 1;
    expect(wrong(verdictOf, judged)).toEqual([]);
  });

  it('gives every verdict for the parsed event, where parsing loses nothing', () => {
    const parsable = cases.filter(({ event }) => survivesParsing(event));
    expect(parsable.length).toBeGreaterThan(cases.length * 0.5);
    expect(wrong((pattern, event) => matcherOf(pattern).matches(JSON.parse(event)), parsable)).toEqual([]);
  });

  it('explains every verdict', () => {
    expect(wrong((pattern, event) => matcherOf(pattern).explain(event).matches)).toEqual([]);
  });
});
