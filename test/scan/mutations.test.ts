import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../../src/fast-check/text.ts';
import { compilePattern, EventSyntaxError, PatternSet } from '../../src/index.ts';
import { MAX_DEPTH } from '../../src/json.ts';
import { anyJson, eventFor, filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

const encoder = new TextEncoder();
const matcher = compilePattern('{"source":["a"],"data":{"a":[1,{"prefix":"b"}],"b":{"c":[true]}}}');
const set = PatternSet.from([['p', '{"source":["a"],"data":{"a":[1,{"prefix":"b"}],"b":{"c":[true]}}}']]);

/** Whether JSON.parse reads the text as an object, which defines an event. */
function isObjectText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function outcome(match: () => unknown): 'accepted' | EventSyntaxError {
  try {
    match();
    return 'accepted';
  } catch (thrown) {
    if (thrown instanceof EventSyntaxError) return thrown;
    throw thrown;
  }
}

function expectSameTexts(text: string): void {
  const wanted = isObjectText(text);
  const strategies = [
    () => matcher.matchesJson(text),
    () => set.matchesJson(text),
    ...(text.isWellFormed()
      ? [() => matcher.matchesJson(encoder.encode(text)), () => set.matchesJson(encoder.encode(text))]
      : []),
  ];
  for (const strategy of strategies) {
    const result = outcome(strategy);
    expect(result === 'accepted', `${JSON.stringify(text)}: ${String(result)}`).toBe(wanted);
    if (result !== 'accepted') {
      expect(result.offset).toBeGreaterThanOrEqual(0);
      expect(result.offset).toBeLessThanOrEqual(encoder.encode(text).length);
    }
  }
}

const seedEvent = fc.oneof(
  filterPattern('aliyun').chain((pattern) => eventFor(pattern, 'aliyun')),
  anyJson().map((json) => `{"source":"a","data":{"a":${json},"b":{"c":[true]}}}`),
  fc.constantFrom(
    '{"source":"a","data":{"a":1,"b":{"c":true}}}',
    '{"a":[1.5e-3,-0,0.1,1E+2],"\\u0073ource":"\\ud83d\\ude00","data":{"a":"b\\n\\"\\\\é中😀"}}',
    ' { "a" : [ ] , "b" : { } , "c" : null , "d" : false } ',
  ),
);

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 3 }),
  insert: fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      ...'{}[]",:\\/u019-+.eE tfn\n\t\r\u0000\u001f\u007f\u00a0\u2028\ufeff',
      '\\u00',
      '\\x',
      '00',
      '1.',
      '.5',
      'tru',
      'NaN',
      "'",
      ',,',
      '//',
    ),
    fc.string({ maxLength: 3, unit: anyCharacter }),
  ),
});

describe('randomly damaged text', () => {
  test('is accepted exactly when JSON.parse reads it as an object', () => {
    fc.assert(
      fc.property(seedEvent, fc.array(edit, { minLength: 1, maxLength: 3 }), (event, edits) => {
        let text = event;
        for (const { at, cut, insert } of edits) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + insert + text.slice(from + cut);
        }
        expectSameTexts(text);
      }),
      { numRuns: runs(3000) },
    );
  });

  test('as bytes is accepted exactly when it is UTF-8 and JSON.parse reads it as an object', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(
        seedEvent,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 3,
        }),
        (event, flips) => {
          const bytes = encoder.encode(event);
          for (const [at, byte] of flips) bytes[Math.min(bytes.length - 1, Math.floor(at * bytes.length))] = byte;
          let wanted = false;
          try {
            wanted = isObjectText(strict.decode(bytes));
          } catch {
            wanted = false;
          }
          for (const strategy of [() => matcher.matchesJson(bytes), () => set.matchesJson(bytes)]) {
            const result = outcome(strategy);
            expect(result === 'accepted', `${bytes}: ${String(result)}`).toBe(wanted);
            if (result !== 'accepted') expect(result.offset).toBeLessThanOrEqual(bytes.length);
          }
        },
      ),
      { numRuns: runs(3000) },
    );
  });

  test('declared well-formed neither hangs nor throws anything but an EventSyntaxError', () => {
    fc.assert(
      fc.property(seedEvent, fc.array(edit, { minLength: 1, maxLength: 3 }), (event, edits) => {
        let text = event;
        for (const { at, cut, insert } of edits) {
          const from = Math.floor(at * text.length);
          text = text.slice(0, from) + insert + text.slice(from + cut);
        }
        outcome(() => matcher.matchesJson(text, { wellFormed: true }));
        outcome(() => set.matchesJson(encoder.encode(text), { wellFormed: true }));
      }),
      { numRuns: runs(1500) },
    );
  });
});

describe('the limits of a text', () => {
  const nested = (depth: number): string => `{"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
  const asked = (depth: number): string => `{"data":{"a":${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}}}`;

  test.each([
    ['in a member outside of the pattern', nested],
    ['in a member that the pattern reads', asked],
  ])('accept nesting of %s up to the documented depth only', (_, make) => {
    expect(outcome(() => matcher.matchesJson(make(MAX_DEPTH)))).toBe('accepted');
    expect(outcome(() => set.matchesJson(encoder.encode(make(MAX_DEPTH))))).toBe('accepted');
    expect(outcome(() => matcher.matchesJson(make(MAX_DEPTH + 1)))).toBeInstanceOf(EventSyntaxError);
    expect(outcome(() => set.matchesJson(encoder.encode(make(MAX_DEPTH + 1))))).toBeInstanceOf(EventSyntaxError);
  });

  test('do not depend on the texts that used the buffer before', () => {
    const long = (word: string): string =>
      JSON.stringify({ source: 'a', x: word.repeat(3_000_000), data: { a: 1, b: { c: true } } });
    for (const text of [
      long('x'),
      '{"source":"b"}',
      long('é'),
      '{"source":"a","data":{"a":"bc","b":{"c":[true]}}}',
      '{}',
    ]) {
      expect(matcher.matchesJson(text)).toBe(matcher.matches(JSON.parse(text)));
      expect(matcher.matchesJson(encoder.encode(text))).toBe(matcher.matches(JSON.parse(text)));
    }
  });

  test('do not depend on where a string lies in the buffer', () => {
    for (let space = 0; space < 9; space++) {
      for (let length = 0; length < 20; length++) {
        const value = 'b'.repeat(length);
        const text = `${' '.repeat(space)}{"source":"a","data":{"a":"${value}","b":{"c":true}}}`;
        expect(matcher.matchesJson(text)).toBe(length > 0);
        expect(matcher.matchesJson(encoder.encode(text), { wellFormed: true })).toBe(length > 0);
      }
    }
  });
});
