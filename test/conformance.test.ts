import { describe, expect, it } from 'vitest';
import { compilePattern, type DialectName, type Matcher, PatternSet } from '../src/index.ts';
import { readPattern } from '../src/pattern/parse.ts';
import { repeatsNames, repeatsPaths, survivesParsing, survivesUtf8 } from './pattern/survives-parsing.ts';
import { AWS_FILES, CONFORMANCE_FILES, readConformance } from './support/conformance.ts';
import { byStrategy, type Strategy, strategies } from './support/strategies.ts';

/** Lines for which the engine may give another verdict, each as `file:line` with its reason. */
const SKIPPED: ReadonlyMap<string, string> = new Map([]);

/** The number of lines, and of pairs of a pattern and an event, since an empty or truncated file must not pass. */
const SIZES: Readonly<Record<string, { readonly lines: number; readonly cases: number }>> = {
  'aliyun.ndjson': { lines: 1196, cases: 4428 },
  'edges-aliyun.ndjson': { lines: 101, cases: 194 },
  'rocketmq.ndjson': { lines: 1193, cases: 4394 },
  'edges-rocketmq.ndjson': { lines: 101, cases: 178 },
  'aws.ndjson': { lines: 1679, cases: 7633 },
  'edges-aws.ndjson': { lines: 324, cases: 594 },
};

it('every line of the conformance data is read', () => {
  expect([...SKIPPED]).toEqual([]);
});

describe.each<readonly [string, DialectName]>([...CONFORMANCE_FILES, ...AWS_FILES])('%s', (file, dialect) => {
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
    // `parsePattern` without its warnings.
    const disagree = lines.filter(
      ({ pattern, ok }) => (readPattern(pattern, { dialect }).pattern !== undefined) !== ok,
    );
    expect(disagree).toEqual([]);
  });

  const survivors = new Set(cases.filter(({ event }) => survivesUtf8(event)));
  const repeats = dialect === 'aws' ? repeatsPaths : repeatsNames;
  const repeating = new Set(cases.filter(({ event }) => repeats(event)));
  // With `wellFormed` it is undefined which of two members of one name, or in aws of one path, counts.
  const judgedBy = ({ source, wellFormed }: Strategy): typeof cases =>
    cases.filter((one) => (source === 'string' || survivors.has(one)) && !(wellFormed && repeating.has(one)));

  const numbered = strategies.map((strategy, number) => ({ ...strategy, number }));
  /** Each case by every fourth strategy, and by all of them in a full run. */
  const aQuarter = ({ number }: { readonly number: number }, all: typeof cases): typeof cases =>
    process.env.EB_PATTERN_RUNS === '1' ? all : all.filter((_, i) => i % 4 === number % 4);

  it.each(numbered)('gives every verdict: $name', (strategy) => {
    const all = judgedBy(strategy);
    expect(all.length).toBeGreaterThan(cases.length * 0.9);
    const judged = aQuarter(strategy, all);
    let n = 0;
    const verdictOf = (pattern: string, event: string): boolean =>
      byStrategy(strategy, n++, event, (text, options) => matcherOf(pattern).matchesJson(text, options));
    expect(wrong(verdictOf, judged)).toEqual([]);
  });

  it.each(numbered)('gives every verdict of a set: $name', (strategy) => {
    // A set reads a text as a matcher does.
    const judged = aQuarter(strategy, judgedBy(strategy));
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
