/** The errors for wrong use of the library. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compilePattern, type Pattern, PatternError, PatternSet, parsePattern } from '../../src/index.ts';

const read = (text: string): Pattern => parsePattern(text, { dialect: 'aliyun' }).pattern as Pattern;

describe('an event that is neither text nor bytes', () => {
  it.each([[{ source: 'a' }], [null], [undefined], [5], [[]], [new ArrayBuffer(2)]])(
    'throws a TypeError: %j',
    (event) => {
      const message = /^matchesJson takes JSON text or its UTF-8 bytes, not /;
      expect(() => compilePattern('{}').matchesJson(event as never)).toThrow(TypeError);
      expect(() => compilePattern('{}').matchesJson(event as never)).toThrow(message);
      expect(() => new PatternSet().matchesJson(event as never, { wellFormed: true })).toThrow(message);
    },
  );
});

it('PatternSet refuses the result of parsePattern', () => {
  for (const text of ['{"source":["a"]}', '{"source":"a"}']) {
    const parsed = parsePattern(text);
    expect(() => compilePattern(parsed as never)).toThrow(/pass its `\.pattern`/);
    expect(() => new PatternSet().add('a', parsed as never)).toThrow(TypeError);
  }
});

describe('a set', () => {
  it('accepts parsed patterns', () => {
    const set = PatternSet.from([['a', read('{"source":["a"]}')]]);
    set.add('b', read('{"data":{"n":[1.0]}}'));
    expect(set.matchesJson('{"source":"a","data":{"n":1.0}}')).toEqual(['a', 'b']);
    expect(set.explain('{"source":"b"}', 'a').matches).toBe(false);
    expect(() => new PatternSet({ dialect: 'rocketmq' }).add('a', read('{}'))).toThrow(TypeError);
    expect(() => new PatternSet().add('a', parsePattern('{}', { dialect: 'rocketmq' }).pattern as Pattern)).toThrow(
      TypeError,
    );
  });

  it('re-reads the text of a pattern with the extensions of the parsed one', () => {
    const options = { dialect: 'rocketmq', extensions: ['shop'] } as const;
    const set = new PatternSet({ dialect: 'rocketmq' });
    set.add('a', parsePattern('{"shop":["a"]}', options).pattern as Pattern);
    expect(set.explain({ shop: 'a' }, 'a').matches).toBe(true);
    expect(() => set.add('b', '{"shop":["a"]}')).toThrow(PatternError);
  });

  it('returns a pattern by its id, and can be cleared', () => {
    const set = PatternSet.from([
      [1, '{"source":["a"]}'],
      [2, '{}'],
    ]);
    expect(set.get(1)?.fields.map(({ pointer }) => pointer)).toEqual(['/source']);
    expect(set.get(3)).toBeUndefined();
    set.clear();
    expect([set.size, set.matches({ source: 'a' })]).toEqual([0, []]);
    set.add(1, '{}');
    expect(set.matches({})).toEqual([1]);
  });

  it('names all patterns that are not valid', () => {
    const add = (): unknown =>
      PatternSet.from([
        ['a', '{}'],
        ['b', '{"source":"x"}'],
        ['c', ''],
        ['d', '[]'],
      ]);
    expect(add).toThrow(/^the pattern `b` is not valid: .*; nor is `c`, `d`$/);
    try {
      add();
    } catch (thrown) {
      const error = thrown as PatternError;
      expect([error.id, error.others.map(({ id, diagnostics }) => [id, diagnostics[0]?.code])]).toEqual([
        'b',
        [
          ['c', 'empty-text'],
          ['d', 'pattern-not-object'],
        ],
      ]);
    }
    expect(() => new PatternSet().add('x', '[]')).toThrow(expect.objectContaining({ id: 'x', others: [] }));
  });

  it('is printed on one line by console.log', () => {
    const set = PatternSet.from(Array.from({ length: 9 }, (_, i) => [`p${i}`, '{}'] as const));
    expect(inspect(set)).toBe('PatternSet(9) { "p0", "p1", "p2", "p3", "p4", … 4 more }');
  });
});

it('a matcher is printed on one line by console.log', () => {
  expect(inspect(compilePattern({ source: ['acs.oss'] }))).toBe('Matcher { {"source":["acs.oss"]} }');
  expect(inspect(compilePattern({ source: ['x'.repeat(500)] })).length).toBeLessThan(80);
});
