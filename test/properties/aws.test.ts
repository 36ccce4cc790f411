/** Every way to a verdict in the dialect `aws`, compared with the interpreter, on patterns and near-miss events. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, PatternSet, parsePattern } from '../../src/index.ts';
import { repeatsPaths, survivesUtf8 } from '../pattern/survives-parsing.ts';
import { brokenPattern, eventFor, filterPattern } from '../support/arbitraries.ts';
import { referenceMatches } from '../support/reference.ts';
import { referenceAccepts } from '../support/reference-accepts.ts';
import { runs } from '../support/runs.ts';
import { byStrategy, strategies } from '../support/strategies.ts';

const dialect = 'aws';
const encoder = new TextEncoder();

const pairs = filterPattern(dialect).chain((pattern) =>
  fc.tuple(fc.constant(pattern), fc.array(eventFor(pattern, dialect), { minLength: 5, maxLength: 5 })),
);

describe('under aws', () => {
  it('objects, texts, bytes, trusted texts, sets and explanations get the verdict of the reference', () => {
    let judged = 0;
    let matching = 0;
    fc.assert(
      fc.property(pairs, ([pattern, events]) => {
        const matcher = compilePattern(pattern, { dialect });
        const set = PatternSet.from([['one', pattern]], { dialect });
        for (const event of events) {
          const expected = referenceMatches(pattern, event, dialect);
          judged++;
          if (expected) matching++;
          expect(matcher.matchesJson(event), `text ${event}`).toBe(expected);
          const trusted = repeatsPaths(event) ? {} : { wellFormed: true };
          expect(matcher.matchesJson(event, trusted), `trusted text ${event}`).toBe(expected);
          if (survivesUtf8(event)) expect(matcher.matchesJson(encoder.encode(event)), `bytes ${event}`).toBe(expected);
          expect(set.matchesJson(event).length > 0, `set ${event}`).toBe(expected);
          // Each event by some of the ways, which are many.
          for (const strategy of [
            strategies[judged % strategies.length],
            strategies[(judged * 7) % strategies.length],
          ]) {
            if (strategy === undefined || (strategy.source !== 'string' && !survivesUtf8(event))) continue;
            if (strategy.wellFormed && repeatsPaths(event)) continue;
            const verdicts = byStrategy(strategy, judged, event, (text, options) => [
              matcher.matchesJson(text, options),
              set.matchesJson(text, options).length > 0,
            ]);
            expect(verdicts, `${strategy.name} ${event}`).toEqual([expected, expected]);
          }
          expect(matcher.explain(event).matches, `explanation ${event}`).toBe(expected);
          const object = JSON.parse(event);
          const text = JSON.stringify(object);
          expect(matcher.matches(object), `object ${text}`).toBe(referenceMatches(pattern, text, dialect));
          expect(set.matches(object).length > 0, `set, object ${text}`).toBe(referenceMatches(pattern, text, dialect));
        }
      }),
      { numRuns: runs(400) },
    );
    expect(matching / judged).toBeGreaterThan(0.3);
    expect(matching / judged).toBeLessThan(0.75);
  });

  it('a set of many finds the same by all ways', () => {
    let judged = 0;
    let matching = 0;
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 2, maxLength: 6 }), (some) => {
        const set = PatternSet.from(
          some.map(([pattern], i) => [i, pattern]),
          { dialect },
        );
        for (const event of some.flatMap(([, events]) => events)) {
          if (!survivesUtf8(event) || repeatsPaths(event)) continue;
          const object = JSON.parse(event);
          const expected = set.matches(object);
          judged++;
          matching += expected.length;
          const strategy = strategies[(judged * 7) % strategies.length] as (typeof strategies)[0];
          const found = byStrategy(strategy, judged, JSON.stringify(object), (text, options) =>
            set.matchesJson(text, options),
          );
          expect(found, `${strategy.name} ${event}`).toEqual(expected);
        }
      }),
      { numRuns: runs(160) },
    );
    expect(matching).toBeGreaterThan(judged / 4);
  });

  it('a pattern is accepted exactly when the reference accepts it', () => {
    fc.assert(
      fc.property(fc.oneof(filterPattern(dialect), brokenPattern(dialect)), (pattern) => {
        expect(parsePattern(pattern, { dialect }).pattern !== undefined).toBe(referenceAccepts(pattern, dialect));
      }),
      { numRuns: runs(1000) },
    );
  });
});
