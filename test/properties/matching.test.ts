/** Every way to get a verdict, compared with the reference interpreter, on patterns and near-miss events. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, parsePattern } from '../../src/index.ts';
import { repeatsNames, survivesParsing, survivesUtf8 } from '../pattern/survives-parsing.ts';
import { anyJson, brokenPattern, eventFor, filterPattern, reserialise } from '../support/arbitraries.ts';
import { readJson } from '../support/json.ts';
import { type DialectName, fieldHolds, fieldsOf, referenceMatches } from '../support/reference.ts';
import { referenceAccepts } from '../support/reference-accepts.ts';
import { runs } from '../support/runs.ts';

const encoder = new TextEncoder();

/** A pattern, one of its near-miss events, and another text of that event. */
function triples(dialect: DialectName) {
  return filterPattern(dialect)
    .chain((pattern) => fc.tuple(fc.constant(pattern), eventFor(pattern, dialect)))
    .chain(([pattern, event]) => fc.tuple(fc.constant(pattern), fc.constant(event), reserialise(event)));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) deepFreeze(member);
    Object.freeze(value);
  }
  return value;
}

describe.each<DialectName>(['aliyun', 'rocketmq'])('under %s', (dialect) => {
  it('text, bytes and another spelling of an event get the verdict of the reference, with many of both verdicts', () => {
    let pairs = 0;
    let matching = 0;
    fc.assert(
      fc.property(triples(dialect), ([pattern, event, other]) => {
        const matcher = compilePattern(pattern, { dialect });
        const expected = referenceMatches(pattern, event, dialect);
        pairs++;
        if (expected) matching++;
        expect(matcher.matchesJson(event), 'text').toBe(expected);
        // With `wellFormed` it is undefined which of two members of one name counts.
        const vouched = repeatsNames(event) ? {} : { wellFormed: true };
        expect(matcher.matchesJson(event, vouched), 'text that the caller vouches for').toBe(expected);
        expect(matcher.matchesJson(other), 'another text').toBe(expected);
        expect(matcher.matchesJson(encoder.encode(other)), 'bytes of another text').toBe(expected);
        if (!survivesUtf8(event)) return;
        const bytes = encoder.encode(event);
        expect(matcher.matchesJson(bytes), 'bytes').toBe(expected);
        expect(matcher.matchesJson(bytes, vouched), 'bytes that the caller vouches for').toBe(expected);
        expect(matcher.matchesJson(Buffer.from(bytes)), 'a buffer inside a larger one').toBe(expected);
      }),
      { numRuns: runs(1000) },
    );
    // Random events almost never match, and a test in which all events miss would prove little.
    expect(matching / pairs).toBeGreaterThan(0.25);
    expect(matching / pairs).toBeLessThan(0.75);
  });

  it('a matcher that has read other events gives the verdict of a new one', () => {
    const history = filterPattern(dialect).chain((pattern) =>
      fc.tuple(fc.constant(pattern), fc.array(eventFor(pattern, dialect), { minLength: 2, maxLength: 6 })),
    );
    fc.assert(
      fc.property(history, ([pattern, events]) => {
        const matcher = compilePattern(pattern, { dialect });
        for (const event of events) {
          expect(matcher.matchesJson(event), event).toBe(referenceMatches(pattern, event, dialect));
          const parsed = JSON.parse(event);
          expect(matcher.matches(parsed), event).toBe(referenceMatches(pattern, JSON.stringify(parsed), dialect));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('a parsed event gets the verdict of its JSON.stringify text, and is not changed', () => {
    let survived = 0;
    let pairs = 0;
    fc.assert(
      fc.property(triples(dialect), ([pattern, text]) => {
        const matcher = compilePattern(pattern, { dialect });
        const event = deepFreeze(JSON.parse(text));
        const before = JSON.stringify(event);
        pairs++;
        expect(matcher.matches(event)).toBe(referenceMatches(pattern, before, dialect));
        expect(matcher.explain(event).matches).toBe(matcher.matches(event));
        expect(JSON.stringify(event)).toBe(before);
        if (!survivesParsing(text)) return;
        survived++;
        expect(matcher.matches(event)).toBe(referenceMatches(pattern, text, dialect));
      }),
      { numRuns: runs(1000) },
    );
    expect(survived / pairs).toBeGreaterThan(0.25);
  });

  it('an explanation has the verdict, marks the fields that fail, and gives each of them a reason', () => {
    fc.assert(
      fc.property(triples(dialect), ([pattern, text]) => {
        const explanation = compilePattern(pattern, { dialect }).explain(text);
        const event = readJson(text);
        const judged = fieldsOf(readJson(pattern), dialect).map((field) => fieldHolds(field, event, dialect));
        expect(explanation.fields.map(({ holds }) => holds)).toEqual(judged);
        expect(explanation.matches).toBe(judged.every(Boolean));
        for (const { holds, reason, conditions } of explanation.fields) {
          expect(reason === undefined).toBe(holds);
          expect(conditions.some((condition) => condition.holds)).toBe(holds);
        }
      }),
      { numRuns: runs(700) },
    );
  });

  it('a pattern is accepted exactly when the reference accepts it', () => {
    const patterns = fc.oneof(filterPattern(dialect), brokenPattern(dialect), anyJson());
    fc.assert(
      fc.property(patterns, (pattern) => {
        expect(parsePattern(pattern, { dialect }).pattern !== undefined).toBe(referenceAccepts(pattern, dialect));
      }),
      { numRuns: runs(3000) },
    );
  });
});
