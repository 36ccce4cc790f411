import { describe, expect, it } from 'vitest';
import { compilePattern, type Matcher, parsePattern } from '../src/index.ts';
import { survivesParsing, survivesUtf8 } from './pattern/survives-parsing.ts';
import { CONFORMANCE_FILES, readConformance } from './support/conformance.ts';

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

  it('gives every verdict for the text', () => {
    expect(wrong((pattern, event) => matcherOf(pattern).matchesJson(event))).toEqual([]);
  });

  it('gives every verdict for the bytes', () => {
    const encodable = cases.filter(({ event }) => survivesUtf8(event));
    const encoder = new TextEncoder();
    expect(encodable.length).toBeGreaterThan(cases.length * 0.95);
    expect(wrong((pattern, event) => matcherOf(pattern).matchesJson(encoder.encode(event)), encodable)).toEqual([]);
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
