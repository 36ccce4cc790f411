/** Laws of every finding, for any pattern. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, MAX_DIAGNOSTICS, parsePattern, parsePointer } from '../../src/index.ts';
import { anyJson, brokenPattern, filterPattern } from '../support/arbitraries.ts';
import { type Json, memberOf, readJson, writeJson } from '../support/json.ts';
import type { DialectName } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

/** Without JSON there is nothing to point into. */
const WITHOUT_JSON = new Set(['empty-text', 'invalid-json', 'too-deep']);

const RANK = { error: 0, warning: 1, info: 2 } as const;

function valueAt(node: Json, pointer: string): Json | undefined {
  return (parsePointer(pointer) ?? ['not a pointer']).reduce<Json | undefined>((found, part) => {
    if (found?.kind === 'array') return found.items[Number(part)];
    return found && memberOf(found, part);
  }, node);
}

function startOf({ focus, range }: Diagnostic): number {
  return (focus ?? range)?.start ?? Number.NaN;
}

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom(...'{}[]",:\\ue0-+.1a \n\ud83d\ude00\ufeff') }),
  anyJson(),
  // A valid text with one place removed or inserted resembles a typing mistake.
  fc
    .tuple(fc.oneof(filterPattern('aliyun'), brokenPattern('aliyun')), fc.nat(), fc.nat(3), fc.string({ maxLength: 2 }))
    .map(([text, at, cut, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + cut);
    }),
);

describe.each<DialectName>(['aliyun', 'rocketmq'])('under %s', (dialect) => {
  it('any string is read without an exception, and gives a pattern exactly when no finding is an error', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { pattern, diagnostics, omitted } = parsePattern(text, { dialect });
        const errors = diagnostics.some(({ severity }) => severity === 'error') || omitted.errors > 0;
        expect(pattern === undefined).toBe(errors);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('any JSON value given as an object is read like its text, without ranges', () => {
    fc.assert(
      fc.property(fc.oneof(brokenPattern(dialect), anyJson()), (text) => {
        // 1e400 parses to Infinity, which a pattern object must not contain; the second parse makes it null.
        const value = JSON.parse(JSON.stringify(JSON.parse(text)));
        fc.pre(typeof value !== 'string');
        const fromValue = parsePattern(value, { dialect });
        const fromText = parsePattern(JSON.stringify(value), { dialect });
        // Fixes are edits of a text, and an object has none.
        const withoutRanges = ({ range, focus, fixes, related, ...rest }: Diagnostic) => ({
          ...rest,
          related: related?.map(({ range: _, ...more }) => more),
        });
        expect(fromValue.diagnostics).toEqual(fromValue.diagnostics.map(withoutRanges).map(dropUndefined));
        expect(fromValue.diagnostics).toEqual(fromText.diagnostics.map(withoutRanges).map(dropUndefined));
        expect(fromValue.omitted).toEqual(fromText.omitted);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('the range of a finding is the JSON at its pointer, and its focus lies inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(brokenPattern(dialect), anyText), (text) => {
        for (const { code, range, focus, pointer } of parsePattern(text, { dialect }).diagnostics) {
          if (range === undefined) throw new Error('a finding in a text has a range');
          for (const { start, end } of focus === undefined ? [range] : [range, focus]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          if (WITHOUT_JSON.has(code)) continue;
          const found = valueAt(readJson(text), pointer);
          expect(found && writeJson(found)).toBe(writeJson(readJson(text.slice(range.start, range.end))));
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('findings are in source order', () => {
    fc.assert(
      fc.property(fc.oneof(brokenPattern(dialect), anyText), (text) => {
        const starts = parsePattern(text, { dialect }).diagnostics.map(startOf);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('a message is one short sentence in lower case without a full stop, for any pattern', () => {
    const hostile = fc.oneof(brokenPattern(dialect), anyText);
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { message, hint } of parsePattern(text, { dialect }).diagnostics) {
          expect(message.length).toBeLessThan(200);
          const ownWords = message.replace(/`.*`/gs, '');
          expect(message).not.toMatch(/[.!?]$/);
          expect(ownWords).not.toMatch(/[.!?] [A-Za-z]/);
          expect(message).toMatch(/^(`|[a-z])/);
          expect(hint?.length ?? 0).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});

function dropUndefined<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

describe('the limit of findings', () => {
  /** One condition for each severity, which has one finding. */
  const CONDITIONS = {
    error: ['{"prefix":""}', 'empty-operand'],
    warning: ['{"anything-but":[]}', 'anything-but-empty-list'],
    info: ['{"anything-but":{"suffix":"x"}}', 'undocumented-operator'],
  } as const;
  type Severity = keyof typeof CONDITIONS;

  /** Each condition is in a field of its own: together they would be duplicates, or too many operators. */
  function patternWith(severities: readonly Severity[]): string {
    const fields = severities.map((severity, i) => `"f${i}":[${CONDITIONS[severity][0]}]`);
    return `{"data":{${fields.join(',')}}}`;
  }

  /** All findings without the limit: each field has one, and a long text has one more at its start. */
  function uncapped(severities: readonly Severity[]): { code: string; severity: Severity; pointer: string }[] {
    const own = severities.map((severity, i) => ({
      code: CONDITIONS[severity][1],
      severity,
      pointer: severity === 'info' ? `/data/f${i}/0/anything-but/suffix` : pointerOf(severity, i),
    }));
    const long = patternWith(severities).length > 2048;
    return long ? [{ code: 'long-pattern', severity: 'warning', pointer: '' }, ...own] : own;
  }

  function pointerOf(severity: 'error' | 'warning', i: number): string {
    return `/data/f${i}/0/${severity === 'error' ? 'prefix' : 'anything-but'}`;
  }

  const severities = fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant<Severity>('error') },
      { weight: 4, arbitrary: fc.constant<Severity>('warning') },
      { weight: 1, arbitrary: fc.constant<Severity>('info') },
    ),
    { minLength: 1, maxLength: 300, size: 'max' },
  );

  it('keeps the first 100 by severity, in source order, and counts the others', () => {
    let capped = 0;
    fc.assert(
      fc.property(severities, (list) => {
        const all = uncapped(list);
        const kept = all
          .map((finding, order) => ({ ...finding, order }))
          .toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || a.order - b.order)
          .slice(0, MAX_DIAGNOSTICS)
          .toSorted((a, b) => a.order - b.order);
        const left = (severity: Severity) =>
          all.filter((f) => f.severity === severity).length - kept.filter((f) => f.severity === severity).length;
        const result = parsePattern(patternWith(list));
        expect(result.diagnostics.map(({ code, severity, pointer }) => ({ code, severity, pointer }))).toEqual(
          kept.map(({ order: _, ...finding }) => finding),
        );
        expect(result.omitted).toEqual({ errors: left('error'), warnings: left('warning'), infos: left('info') });
        expect(result.pattern === undefined).toBe(list.includes('error'));
        if (all.length > MAX_DIAGNOSTICS) capped++;
      }),
      { numRuns: runs(160) },
    );
    expect(capped).toBeGreaterThan(runs(160) / 4);
  });

  it('keeps the first ones in source order, in any order of discovery', () => {
    const numbers = Array.from({ length: 150 }, (_, i) => i);
    const empty = numbers.map((i) => `"a${i}":{}`);
    // Repeated names are found before the content of the object is read, and are behind it in the text.
    const twice = numbers.flatMap((i) => [`"b${i}":["x"]`, `"b${i}":["x"]`]);
    const { diagnostics, omitted } = parsePattern(`{"data":{${[...empty, ...twice].join()}}}`);
    expect(diagnostics.map(({ pointer }) => pointer)).toEqual(numbers.slice(0, 100).map((i) => `/data/a${i}`));
    // The length of the text is a warning.
    expect(omitted).toEqual({ errors: 200, warnings: 1, infos: 0 });
  });

  it('refuses a pattern whose only error follows a thousand warnings', () => {
    const list = [...Array<Severity>(1000).fill('warning'), 'error' as const];
    const { pattern, diagnostics, omitted } = parsePattern(patternWith(list));
    expect(pattern).toBeUndefined();
    expect(diagnostics).toHaveLength(MAX_DIAGNOSTICS);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'empty-operand', pointer: '/data/f1000/0/prefix' });
    // A long pattern is a warning too.
    expect(omitted).toEqual({ errors: 0, warnings: 1000 + 1 - 99, infos: 0 });
  });
});
