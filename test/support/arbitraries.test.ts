import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyJson, brokenPattern, eventFor, filterPattern, reserialise } from './arbitraries.ts';
import { readAlternatives } from './aws/reading.ts';
import { alternativeHolds } from './aws/reference.ts';
import { readJson, writeJson } from './json.ts';
import type { AnyDialect, DialectName } from './reference.ts';
import { fieldHolds, fieldsOf, referenceMatches } from './reference.ts';
import { referenceAccepts } from './reference-accepts.ts';
import { runs } from './runs.ts';

const SEED = 20_240_817;

/** Five events for each of 400 patterns. */
function pairs(dialect: AnyDialect): { readonly pattern: string; readonly event: string }[] {
  return fc
    .sample(filterPattern(dialect), { numRuns: runs(400), seed: SEED })
    .flatMap((pattern, index) =>
      fc
        .sample(eventFor(pattern, dialect), { numRuns: runs(5), seed: SEED + index })
        .map((event) => ({ pattern, event })),
    );
}

/** Whether the fields of an alternative hold, each for itself. */
function fieldsHoldEach(pattern: string, event: string): boolean {
  const alternatives = readAlternatives(pattern) ?? [];
  return alternatives.some((fields) =>
    [...fields].every((field) => alternativeHolds(new Map([field]), readJson(event))),
  );
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length;
}

describe.each<DialectName>(['aliyun', 'rocketmq'])('the generators for %s', (dialect) => {
  it('yield patterns that the dialect accepts', () => {
    fc.assert(
      fc.property(filterPattern(dialect), (pattern) => referenceAccepts(pattern, dialect)),
      { numRuns: runs(2000) },
    );
  });

  it('yield broken patterns that are JSON and of which the dialect refuses more than four in five', () => {
    const broken = fc.sample(brokenPattern(dialect), { numRuns: runs(5000), seed: SEED });
    expect(() => broken.map(readJson)).not.toThrow();
    expect(share(broken, (pattern) => !referenceAccepts(pattern, dialect))).toBeGreaterThan(0.8);
  });

  let sampled: ReturnType<typeof pairs>;
  beforeAll(() => {
    sampled = pairs(dialect);
  });

  it('yield events of which more than a quarter match, and more than a quarter do not', () => {
    const hits = share(sampled, ({ pattern, event }) => referenceMatches(pattern, event, dialect));
    expect(hits).toBeGreaterThan(0.25);
    expect(hits).toBeLessThan(0.75);
  });

  it('yield misses most of which fail in one field only', () => {
    const failures = sampled
      .map(({ pattern, event }) => {
        const node = readJson(event);
        return fieldsOf(readJson(pattern), dialect).filter((field) => !fieldHolds(field, node, dialect)).length;
      })
      .filter((count) => count > 0);
    expect(share(failures, (count) => count === 1)).toBeGreaterThan(0.6);
  });

  it('yield other texts of an event that get the same verdict', () => {
    const pairWithText = filterPattern(dialect)
      .chain((pattern) => fc.tuple(fc.constant(pattern), eventFor(pattern, dialect)))
      .chain(([pattern, event]) => fc.tuple(fc.constant(pattern), fc.constant(event), reserialise(event)));
    fc.assert(
      fc.property(pairWithText, ([pattern, event, text]) => {
        expect(referenceMatches(pattern, text, dialect)).toBe(referenceMatches(pattern, event, dialect));
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('the generators for aws', () => {
  const sampled = pairs('aws');

  it('yield patterns that the dialect accepts', () => {
    expect(sampled.filter(({ pattern }) => !referenceAccepts(pattern, 'aws'))).toEqual([]);
  });

  it('yield broken patterns that are JSON and of which the dialect refuses more than four in five', () => {
    const broken = fc.sample(brokenPattern('aws'), { numRuns: runs(1000), seed: SEED });
    expect(() => broken.map(readJson)).not.toThrow();
    expect(share(broken, (pattern) => !referenceAccepts(pattern, 'aws'))).toBeGreaterThan(0.8);
  });

  it('yield events of which more than 30 % match, and more than a quarter do not; also where objects stand in arrays, and beside `$or`', () => {
    const inArrays = sampled.filter(({ event }) => /\[\s*\{\s*"/.test(event));
    const disjunctions = sampled.filter(({ pattern }) => pattern.includes('"$or"'));
    for (const some of [sampled, inArrays, disjunctions]) {
      expect(some.length).toBeGreaterThan(sampled.length / 5);
      const hits = share(some, ({ pattern, event }) => referenceMatches(pattern, event, 'aws'));
      expect(hits).toBeGreaterThan(0.3);
      expect(hits).toBeLessThan(0.75);
    }
  });

  it('yield events that fail only because their fields hold in different elements of an array', () => {
    const apart = sampled.filter(({ pattern, event }) => fieldsHoldEach(pattern, event));
    const failing = apart.filter(({ pattern, event }) => !referenceMatches(pattern, event, 'aws'));
    expect(failing.length).toBeGreaterThan(0);
  });
});

describe('the JSON generators', () => {
  it('yield texts that the reader and JSON.parse read alike', () => {
    fc.assert(
      fc.property(anyJson(), (text) => {
        expect(parsed(writeJson(readJson(text)))).toEqual(parsed(text));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('yield other texts of the value that JSON.parse reads', () => {
    const textTwice = anyJson().chain((text) => fc.tuple(fc.constant(text), reserialise(text)));
    fc.assert(
      fc.property(textTwice, ([text, other]) => {
        expect(parsed(other)).toEqual(parsed(text));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('yield other texts that survive UTF-8', () => {
    fc.assert(
      fc.property(anyJson().chain(reserialise), (text) => {
        expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
      }),
    );
  });
});

/**
 * The value of `JSON.parse`, with a mark behind every string. Without it Node 24 may confuse an escaped name with a cached prefix of it:
 * there `JSON.parse('{"\\\\":1}')`, and then `JSON.parse('{"\\/":1}')`, give the same.
 */
function parsed(text: string): unknown {
  return JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"/g, (token) => `${token.slice(0, -1)}⁂"`));
}
