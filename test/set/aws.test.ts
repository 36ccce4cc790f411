import { describe, expect, it, test } from 'vitest';
import { compilePattern, PatternSet } from '../../src/index.ts';
import { foldedText } from '../../src/pattern/value/folding.ts';

const dialect = 'aws';
const encoder = new TextEncoder();

/** The answer of a set, which must be the same for an object, text and bytes, checked and trusted. */
function matching(set: PatternSet<string>, event: object): string[] {
  const text = JSON.stringify(event);
  const ids = set.matches(event);
  expect(set.matchesJson(text)).toEqual(ids);
  expect(set.matchesJson(text, { wellFormed: true })).toEqual(ids);
  expect(set.matchesJson(encoder.encode(text))).toEqual(ids);
  return ids;
}

describe('a pattern with several alternatives', () => {
  const or = (...branches: object[]): string => JSON.stringify({ $or: branches });
  const set = PatternSet.from(
    [
      ['one', or({ a: ['x'] }, { b: ['y'] }, { c: [{ prefix: 'z' }] })],
      ['two', '{"b":["y"]}'],
      ['three', or({ c: [{ exists: false }] }, { a: ['x'], b: ['y'] })],
    ],
    { dialect },
  );

  it('is found once, in the order of addition, however many of them hold', () => {
    expect(matching(set, { a: 'x', b: 'y', c: 'zz' })).toEqual(['one', 'two', 'three']);
    expect(matching(set, { b: 'y', c: 'zz' })).toEqual(['one', 'two']);
    expect(matching(set, { a: 'x' })).toEqual(['one', 'three']);
  });

  it('leaves nothing behind when it is removed', () => {
    expect(set.delete('one')).toBe(true);
    expect(matching(set, { a: 'x', b: 'y', c: 'zz' })).toEqual(['two', 'three']);
    set.add('one', or({ a: ['x'] }, { d: ['y'] }));
    expect(matching(set, { a: 'x', b: 'y', c: 'zz', d: 'y' })).toEqual(['two', 'three', 'one']);
    expect(set.delete('one')).toBe(true);
    expect(matching(set, { a: 'x', b: 'y', c: 'zz', d: 'y' })).toEqual(['two', 'three']);
  });

  it('is found once among thousands', () => {
    const many = PatternSet.from(
      Array.from({ length: 500 }, (_, i) => [`p${i}`, or({ a: [`v${i % 7}`] }, { b: ['y'] }, { c: [i] })] as const),
      { dialect },
    );
    const event = { a: 'v3', b: 'y', c: 10 };
    expect(matching(many, event)).toEqual([...many.ids()]);
    expect(matching(many, { a: 'v3', c: 10 })).toEqual([...many.ids()].filter((_, i) => i % 7 === 3 || i === 10));
  });
});

describe('fields that lead through one array', () => {
  const set = PatternSet.from(
    [
      ['same', '{"e":{"f":["A"],"l":["D"]}}'],
      ['free', '{"e":{"f":["A"]},"g":["D"]}'],
      ['missing', '{"e":{"f":["A"],"l":[{"exists":false}]}}'],
      ['not', '{"e":{"f":["A"],"l":[{"anything-but":"B"}]}}'],
    ],
    { dialect },
  );

  it('are met by one element', () => {
    expect(
      matching(set, {
        e: [
          { f: 'A', l: 'B' },
          { f: 'C', l: 'D' },
        ],
        g: ['D', 'X'],
      }),
    ).toEqual(['free']);
    expect(
      matching(set, {
        e: [
          { f: 'A', l: 'B' },
          { f: 'A', l: 'D' },
        ],
      }),
    ).toEqual(['same', 'not']);
    expect(matching(set, { e: [{ f: 'A' }, { f: 'C', l: 'B' }] })).toEqual(['missing']);
    expect(matching(set, { e: { f: ['A', 'C'], l: ['B', 'D'] } })).toEqual(['same', 'not']);
  });

  it('are met again by an event without such an array', () => {
    const alone = PatternSet.from([['same', '{"e":{"f":["A"],"l":["D"]}}']], { dialect });
    const wrong = {
      e: [
        { f: 'A', l: 'B' },
        { f: 'C', l: 'D' },
      ],
    };
    for (let i = 0; i < 3; i++) {
      expect(matching(alone, wrong)).toEqual([]);
      expect(matching(alone, { e: { f: 'A', l: 'D' } })).toEqual(['same']);
    }
  });
});

test('a path that ends with an empty name counts beside paths of other patterns as it does alone', () => {
  const patterns = ['{"a.":["x"]}', '{"":["x"]}', '{"a":{"b":["x"]}}', '{"a.":["x"],"":["x"]}', '{"b":{"":["x"]}}'];
  const set = PatternSet.from(
    patterns.map((pattern, i) => [String(i), pattern] as const),
    { dialect },
  );
  for (const event of [{ 'a.': 'x' }, { a: { '': 'x' } }, { '': 'x', a: { '': 'x' } }, { b: { '': 'x' } }]) {
    const alone = patterns.flatMap((pattern, i) =>
      compilePattern(pattern, { dialect }).matches(event) ? String(i) : [],
    );
    expect(matching(set, event)).toEqual(alone);
  }
  expect(set.delete('0')).toBe(true);
  expect(matching(set, { 'a.': 'x', '': 'x' })).toEqual(['1', '3']);
});

test('an open range between two neighbouring doubles holds for no number', () => {
  const pattern = '{"a":[{"numeric":[">",0,"<",5e-324]}]}';
  const set = PatternSet.from([['none', pattern]], { dialect });
  for (const a of [0, 5e-324, 1]) {
    expect(compilePattern(pattern, { dialect }).matches({ a })).toBe(false);
    expect(matching(set, { a })).toEqual([]);
  }
});

test('a folded text is the same for both forms of each unit', () => {
  for (let code = 0; code < 0x10000; code++) {
    const unit = String.fromCharCode(code);
    const folded = foldedText(unit);
    if (foldedText(unit.toLowerCase()) !== folded || foldedText(unit.toUpperCase()) !== folded)
      expect.fail(`U+${code.toString(16)}`);
  }
  expect(foldedText('STRAẞE')).toBe('strasse');
});
