/** Events that lie among other bytes: in a part of them, and in the space of events, where they are not copied. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compilePattern, EventSyntaxError, PatternSet } from '../../src/index.ts';
import { EventSpace } from '../../src/pattern/scan/event-space.ts';
import { loadWasm } from '../../src/pattern/scan/wasm/load.ts';
import { runs } from '../support/runs.ts';
import { amongOthers, engines, spaceOf, withEngine, withWindow } from '../support/strategies.ts';

const encoder = new TextEncoder();
const PATTERN = '{"source":["a"],"data":{"n":[1,{"prefix":"x"}]}}';
const DIALECTS = ['aliyun', 'rocketmq', 'aws'] as const;

const readers = DIALECTS.flatMap((dialect) => {
  const matcher = compilePattern('{"source":["a"]}', { dialect });
  const set = PatternSet.from([['p', '{"source":["a"]}']], { dialect });
  return [
    {
      name: `a matcher of ${dialect}`,
      read: (...given: Parameters<typeof matcher.matchesJson>) => matcher.matchesJson(...given),
    },
    {
      name: `a set of ${dialect}`,
      read: (...given: Parameters<typeof matcher.matchesJson>) => set.matchesJson(...given).length > 0,
    },
  ];
});

describe.each(readers)('the place of an event, of $name', ({ read }) => {
  const bytes = encoder.encode('[{"source":"a"},{"source":"b"}]');

  test.each([
    [{ start: 1, end: 15 }, true],
    [{ start: 16, end: 30 }, false],
    [{ start: 1, end: 15, wellFormed: true }, true],
  ])('%j is read', (options, verdict) => {
    expect(read(bytes, options)).toBe(verdict);
  });

  it('has the other end of the bytes without one of them', () => {
    expect(read(encoder.encode('x{"source":"a"}'), { start: 1 })).toBe(true);
    expect(read(encoder.encode('{"source":"a"}x'), { end: 14 })).toBe(true);
  });

  it('is where offsets of errors begin', () => {
    expect(() => read(bytes, { start: 1, end: 14 })).toThrow(
      expect.objectContaining({ name: 'EventSyntaxError', offset: 13 }),
    );
    expect(() => read(bytes, { start: 2, end: 15 })).toThrow(EventSyntaxError);
  });

  test.each([
    [-1, 5],
    [1.5, 5],
    [5, 4],
    [0, 32],
    [Number.NaN, 5],
    ['1' as never, 5],
  ])('from %s to %s is refused', (start, end) => {
    expect(() => read(bytes, { start, end })).toThrow(RangeError);
  });

  it('is refused in a string', () => {
    expect(() => read('{"source":"a"}', { start: 0 })).toThrow(TypeError);
  });
});

describe.each(engines)('the space of events, with %s', (engine) => {
  const matcher = compilePattern(PATTERN);
  const set = PatternSet.from([['p', PATTERN]]);
  const outcomes = (given: Uint8Array, options: object): unknown[] =>
    [() => matcher.matchesJson(given, options), () => set.matchesJson(given, options).join()].map((match) => {
      try {
        return match();
      } catch (thrown) {
        if (!(thrown instanceof EventSyntaxError)) throw thrown;
        return [thrown.offset, thrown.message];
      }
    });

  const events = fc
    .record({
      n: fc.constantFrom('1', '12', '"x"', '"y"', '[2,1]'),
      pad: fc.integer({ min: 0, max: 300 }),
      cut: fc.integer({ min: 0, max: 40 }),
    })
    .map(({ n, pad, cut }) => {
      const text = `{"source":"a","pad":"${'é'.repeat(pad)}","data":{"n":${n}}}`;
      return encoder.encode(text.slice(0, text.length - (cut < 30 ? 0 : cut)));
    });

  it('gives the outcomes of copies, and leaves all bytes as they were', () => {
    fc.assert(
      fc.property(events, fc.nat(1000), fc.integer({ min: 1, max: 600 }), (event, n, window) => {
        for (const wellFormed of [false, true]) {
          const found = withEngine(engine, () =>
            withWindow(window, () =>
              amongOthers(event, n, spaceOf(engine, event.length), (bytes, start, end) =>
                outcomes(bytes, { wellFormed, start, end }),
              ),
            ),
          );
          expect(found).toEqual(withEngine(engine, () => withWindow(window, () => outcomes(event, { wellFormed }))));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('finds the line feeds, if it does', () => {
    const space = withEngine(engine, () => new EventSpace(1 << 14));
    const some = fc.array(fc.constantFrom(10, 10, 13, 0, 0x8a, 0x61), { maxLength: 300 });
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 70 }), (bytes, shift) => {
        const start = space.start + shift;
        space.bytes.set([...bytes, 10, 10], start);
        const found = space.findLineFeeds(start, start + bytes.length);
        const places = Array.from({ length: found }, (_, i) => space.lineFeed(i) - start);
        const expected = bytes.flatMap((byte, i) => (byte === 10 ? [i] : []));
        expect(places).toEqual(space.findsLineFeeds ? expected : []);
      }),
      { numRuns: runs(200) },
    );
    space.bytes.fill(10, space.start, space.start + 10_000);
    const found = space.findLineFeeds(space.start, space.start + 10_000);
    expect(found).toBe(space.findsLineFeeds ? 4096 : 0);
    if (found > 0) expect(space.lineFeed(4095)).toBe(space.start + 4095);
  });
});

it.runIf(engines.includes('WebAssembly'))('the buffer stays the same while the space is held', () => {
  withEngine('WebAssembly', () => {
    const space = new EventSpace(1 << 16);
    const before = space.bytes;
    const event = encoder.encode('{"data":{"n":"x"}}');
    space.bytes.set(event, space.start);
    const place = { start: space.start, end: space.start + event.length };
    // Tries of a quarter of a megabyte, which find no place without growing.
    const large = Array.from({ length: 2 }, (_, k) =>
      compilePattern({
        data: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`name-${k}-${i}`, [{ exists: false }]])),
      }),
    );
    space.hold();
    for (const matcher of large) for (let i = 0; i < 3; i++) expect(matcher.matchesJson(space.bytes, place)).toBe(true);
    expect(space.bytes).toBe(before);
    expect(before.length).toBe(loadWasm()?.memory.buffer.byteLength);
    space.letGo();
    expect(space.bytes.length).toBeGreaterThan(before.length === 0 ? 1 << 19 : before.length);
    expect(space.bytes.subarray(place.start, place.end)).toEqual(event);
    for (const matcher of large)
      expect(matcher.matchesJson(space.bytes, { start: space.start, end: space.start + event.length })).toBe(true);
  });
});

it('a space is replaced by a later one', () => {
  const first = new EventSpace(1 << 14);
  expect(first.isReplaced).toBe(false);
  const second = new EventSpace(1 << 12);
  expect([first.isReplaced, second.isReplaced]).toEqual([true, false]);
});
