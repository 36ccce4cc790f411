/** Where arrays are transparent both engines find the same values, also of texts with more than there is space for at first. */
import { describe, expect, it } from 'vitest';
import { compilePattern, PatternSet } from '../../src/index.ts';
import { engines, withEngine } from '../support/strategies.ts';

const pattern = JSON.stringify({
  detail: { items: { id: [{ numeric: ['>', 5] }], on: [true] }, 'last é': [{ prefix: 'x' }] },
});
const matcher = compilePattern(pattern, { dialect: 'aws' });
const set = PatternSet.from([['one', pattern]], { dialect: 'aws' });

function event(count: number, { id, on }: { readonly id: number; readonly on: number }): string {
  const items = Array.from({ length: count }, (_, i) => ({ id: i === id ? 7.25 : i / 1e6, on: i === on }));
  return JSON.stringify({ detail: { items, 'last é': ['é', 'xé'] } });
}

describe.each(engines)('with %s', (engine) => {
  it.each([1, 30, 3000, 5])('reads %i elements', (count) => {
    const last = count - 1;
    const texts = [
      [event(count, { id: last, on: last }), true],
      [event(count, { id: last, on: -1 }), false],
      [event(count, { id: 0, on: last }), count === 1],
    ] as const;
    for (const [text, verdict] of texts) {
      for (const options of [{}, { wellFormed: true }]) {
        withEngine(engine, () => {
          expect(matcher.matchesJson(text, options)).toBe(verdict);
          expect(set.matchesJson(Buffer.from(text), options)).toEqual(verdict ? ['one'] : []);
        });
      }
    }
  });

  it('reads more values than any table has places for', () => {
    const count = 60_000;
    const bytes = Buffer.from(event(count, { id: count - 1, on: count - 1 }));
    withEngine(engine, () => expect(set.matchesJson(bytes)).toEqual(['one']));
  });

  it('finds a value below a name that only an escape can write', () => {
    for (const dialect of ['aliyun', 'aws'] as const) {
      const odd = compilePattern('{"data":{"\\ud800":[1]}}', { dialect });
      withEngine(engine, () => expect(odd.matchesJson('{"data":{"\\ud800":1}}')).toBe(true));
    }
  });

  it('follows a set whose patterns come to share an array', () => {
    const some = PatternSet.from(
      [
        ['x', '{"a":{"x":[1]}}'],
        ['y', '{"a":{"y":[2]}}'],
      ],
      { dialect: 'aws' },
    );
    const text = '{"a":[{"x":1,"y":3},{"x":3,"y":2}]}';
    withEngine(engine, () => expect(some.matchesJson(text)).toEqual(['x', 'y']));
    some.add('both', '{"a":{"x":[1],"y":[2]}}');
    withEngine(engine, () => expect(some.matchesJson(text)).toEqual(['x', 'y']));
  });
});
