/** Law: the size of the windows in which trusted text is loaded changes no outcome. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, EventSyntaxError, type Matcher, PatternSet } from '../../src/index.ts';
import { windows } from '../../src/pattern/scan/text.ts';
import { eventFor, filterPattern, reserialise } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';
import { LARGEST_WINDOW, withWindow } from '../support/strategies.ts';

const encoder = new TextEncoder();
const trusted = { wellFormed: true };

/** The verdict, or the message of the error. */
function outcome(match: () => unknown): unknown {
  try {
    return match();
  } catch (thrown) {
    if (thrown instanceof EventSyntaxError) return thrown.message;
    throw thrown;
  }
}

const sources = (event: string): (string | Uint8Array)[] =>
  event.isWellFormed() ? [event, encoder.encode(event)] : [event];

describe('a token that a window cuts is read in full', () => {
  const pattern = JSON.stringify({
    source: ['a1234567é\n😀'],
    data: { n: [12345678], 'na😀me': [true], list: [1.25], none: [null], low: [-0.5] },
  });
  const event =
    ' {"source" : "a1234567\\u00e9\\n\\ud83d\\ude00", "data":{"other":{"n":[1,{"x":"}"}]}, "n":12345678,' +
    '"na\\ud83d\\ude00me":true ,"list":[0.5, 1.25],"none":null,"low":-0.5}}';
  const plain = '{"source":"a1234567é\\n😀","data":{"list":1.25,"na😀me":true,"none":null,"n":12345678,"low":-0.5}}';
  const misses = [
    event.replace('12345678,', '1234567,'),
    event.replace('12345678,', '123456789,'),
    event.replace('na\\ud83d\\ude00me', 'na\\ud83d\\ude01me'),
    plain.replace('na😀me', 'na😁me'),
    plain.replace('-0.5', '-0.55'),
    plain.replace('true', 'false'),
    plain.replace('a1234567é', 'a1234567è'),
  ];
  const matcher = compilePattern(pattern);
  const set = PatternSet.from([[1, pattern]]);

  const texts: readonly (readonly [string, boolean])[] = [
    [event, true],
    [plain, true],
    ...misses.map((miss) => [miss, false] as const),
  ];
  test.each(texts)('%s', (text, verdict) => {
    expect(matcher.matchesJson(text)).toBe(verdict);
    for (let size = 1; size <= LARGEST_WINDOW; size += size < 200 ? 1 : 7) {
      for (const source of sources(text)) {
        withWindow(size, () => {
          expect(matcher.matchesJson(source, trusted), `window of ${size}`).toBe(verdict);
          expect(set.matchesJson(source, trusted), `window of ${size}`).toEqual(verdict ? [1] : []);
        });
      }
    }
  });
});

describe('a number at the end of a window', () => {
  // `1` would match, and the window may end behind each of its digits.
  const matcher = compilePattern('{"data":{"n":[1]}}');
  test.each(['1', '12', '1e1', '1.5', '10', '1.0e0'])('%s is not there yet', (number) => {
    const event = `{"data":{"n":${number}}}`;
    const verdict = matcher.matchesJson(event);
    expect(verdict).toBe(number === '1');
    for (let size = 1; size <= event.length; size++)
      for (const source of sources(event))
        withWindow(size, () => expect(matcher.matchesJson(source, trusted)).toBe(verdict));
  });
});

/** Trusted text is read in no further than to the verdict, in windows of any size. */
const damaged = fc.constantFrom('aliyun', 'rocketmq').chain((dialect) =>
  filterPattern(dialect).chain((pattern) =>
    fc.record({
      dialect: fc.constant(dialect),
      pattern: fc.constant(pattern),
      event: eventFor(pattern, dialect).chain(reserialise),
      size: fc.integer({ min: 1, max: LARGEST_WINDOW }),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      insert: fc.constantFrom('', '"', '\\', '}', '{', ',', '\u0000', '1', ' '),
    }),
  ),
);

test('windows of any size have the outcome of one window, for damaged texts too', () => {
  const matching = { true: 0, false: 0, error: 0 };
  fc.assert(
    fc.property(damaged, ({ dialect, pattern, event, size, cut, insert }) => {
      const at = Math.floor((cut ?? 1) * event.length);
      const text = cut === null ? event : event.slice(0, at) + insert + event.slice(at + 1);
      // Of a string with a lone surrogate all is checked, as soon as one is read.
      fc.pre(text.isWellFormed());
      const matcher: Matcher = compilePattern(pattern, { dialect: dialect as 'aliyun' });
      const set = PatternSet.from([[1, pattern]], { dialect: dialect as 'aliyun' });
      for (const source of sources(text)) {
        const whole = withWindow(1e6, () => outcome(() => matcher.matchesJson(source, trusted)));
        matching[typeof whole === 'string' ? 'error' : (String(whole) as 'true')]++;
        for (const each of [1, size])
          expect(withWindow(each, () => outcome(() => matcher.matchesJson(source, trusted)))).toBe(whole);
        const ids = withWindow(1e6, () => outcome(() => set.matchesJson(source, trusted)));
        for (const each of [1, size])
          expect(withWindow(each, () => outcome(() => set.matchesJson(source, trusted)))).toEqual(ids);
      }
    }),
    { numRuns: runs(600) },
  );
  for (const [kind, count] of Object.entries(matching)) expect(count, kind).toBeGreaterThan(10);
});

describe('only what decides is read', () => {
  const matcher = compilePattern('{"source":["a"]}');
  const rest = 'x'.repeat(100_000);

  test.each([
    ['a lone surrogate behind the verdict', `{"source":"a","x":"${rest}\ud800"}`, true],
    ['a lone surrogate in the first window', `{"x":"\ud800","source":"a"}`, true],
    ['a lone surrogate at the end of a window', `{"source":"b","x":"${' '.repeat(windows.first - 20)}\ud800"}`, false],
  ])('%s', (_, event, verdict) => {
    expect(matcher.matchesJson(event, trusted)).toBe(verdict);
  });

  test('a string is encoded no further than its first window', () => {
    const original = TextEncoder.prototype.encodeInto;
    const lengths: number[] = [];
    TextEncoder.prototype.encodeInto = function (source, target) {
      lengths.push(source.length);
      return original.call(this, source, target);
    };
    try {
      expect(matcher.matchesJson(`{"source":"a","x":"${rest}"}`, trusted)).toBe(true);
    } finally {
      TextEncoder.prototype.encodeInto = original;
    }
    expect(lengths).toEqual([windows.first]);
  });
});
