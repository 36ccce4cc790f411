import { describe, expect, it } from 'vitest';
import {
  type Answer,
  compilePattern,
  diff,
  disjoint,
  equivalent,
  implies,
  neverMatches,
  redundant,
  sample,
} from '../../src/index.ts';
import { budgetOf } from '../../src/pattern/value/budget.ts';
import { stringsWhere } from '../../src/pattern/value/strings.ts';
import {
  intersection,
  isEmpty,
  nothing,
  otherScalars,
  union,
  type ValueSet,
} from '../../src/pattern/value/value-set.ts';

/** Words over few letters, so that they share prefixes and suffixes. */
function words(count: number, seed: number, length = 10): string[] {
  let state = seed;
  return Array.from({ length: count }, () =>
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return 'abc'[(state >>> 16) % 3];
    }).join(''),
  );
}

const texts = (some: readonly string[]): object[] =>
  some.map((word, i) => (i % 2 === 0 ? { suffix: word } : { contains: word }));
const pattern = (conditions: readonly unknown[]): string => JSON.stringify({ data: { name: conditions } });

/** A "no" has a witness that the matcher confirms, and an "unknown" a reason. */
function expectHonest(answer: Answer, proves: (witness: string) => boolean): void {
  if (answer.answer === 'no') expect(proves(answer.witness)).toBe(true);
  if (answer.answer === 'unknown') expect(answer.reason).toMatch(/budget/);
}

describe('the analysis of a hostile pattern', () => {
  it('ends for 200 suffixes and substrings against 200 others', () => {
    const [a, b] = [pattern(texts(words(200, 1))), pattern(texts(words(200, 2)))];
    const [inA, inB] = [compilePattern(a), compilePattern(b)];
    expect(implies(a, b).answer).toBe('no');
    expect(disjoint(a, b).scalars.answer).toBe('no');
    expect(diff(a, b).relation).toBe('overlapping');
    expectHonest(equivalent(a, b), (witness) => inA.matchesJson(witness) !== inB.matchesJson(witness));
    // The same suffixes in another order, and one that others make redundant.
    const again = pattern([...texts(words(200, 1)).reverse(), { contains: `${words(2, 1)[1]}a` }]);
    expectHonest(equivalent(a, again), () => false);
  });

  it('ends for hundreds of substrings, of which some must be absent and others present', () => {
    const all = texts(words(200, 3, 4)).map((condition, i) => ({ prefix: words(200, 4, 3)[i], ...condition }));
    const [a, b] = [pattern(all), pattern(texts(words(200, 5, 3)))];
    const [inA, inB] = [compilePattern(a), compilePattern(b)];
    expectHonest(implies(a, b), (witness) => inA.matchesJson(witness) && !inB.matchesJson(witness));
    expectHonest(implies(b, a), (witness) => inB.matchesJson(witness) && !inA.matchesJson(witness));
  });

  it('is unknown with a reason when the budget is too small, and certain otherwise', () => {
    const a = pattern([{ prefix: 'abcab', suffix: 'cabca', contains: 'bb' }]);
    const b = pattern([{ prefix: 'abc', suffix: 'bca', contains: 'b' }]);
    expect(implies(a, b)).toEqual({ answer: 'yes' });
    const exclusive = pattern([
      { prefix: 'a', contains: 'b' },
      { prefix: 'a', suffix: 'a' },
    ]);
    const other = pattern([{ prefix: 'a', 'anything-but': ['a'] }]);
    const small = implies(other, exclusive, { budget: 0 });
    expectHonest(small, () => true);
    const impossible = pattern([
      { cidr: '10.0.0.0/8', contains: '11.', suffix: '.9', prefix: '10.3', 'anything-but': { suffix: '.9' } },
    ]);
    expect(neverMatches(impossible).answer).toBe('yes');
    const hard = pattern([{ cidr: '10.0.0.0/8', contains: '999' }]);
    expect(neverMatches(hard, { budget: 10 }).answer).toBe('unknown');
    expect(neverMatches(hard).answer).toBe('yes');
  });

  it('compares ten thousand literals with ten thousand others', () => {
    const literals = Array.from({ length: 10_000 }, (_, i) => `value-${i}`);
    const [a, b] = [pattern(literals), pattern([...literals.slice(1), 'another'])];
    expect(implies(a, b)).toMatchObject({ answer: 'no', witness: expect.stringContaining('"value-0"') });
    expect(diff(a, b)).toMatchObject({ relation: 'overlapping', gained: expect.stringContaining('"another"') });
    expect(implies(pattern(literals), pattern([{ prefix: 'value-' }]))).toEqual({ answer: 'yes' });
    expect(implies(pattern([{ 'anything-but': literals }]), pattern([{ 'anything-but': literals.slice(5) }]))).toEqual({
      answer: 'yes',
    });
    expect(redundant(pattern([...literals, { prefix: 'value-99' }])).conditions).toHaveLength(111);
    expect(sample(pattern(literals), 50)).toHaveLength(50);
  });

  it('handles complements of complements', () => {
    const text = (kind: 'beginning' | 'ending' | 'substring', word: string): ValueSet => ({
      ...nothing,
      strings: stringsWhere({ kind, text: word }),
    });
    let set = union([text('beginning', 'ab'), text('substring', 'ca'), text('ending', 'bb')]);
    const begun = set;
    for (let i = 0; i < 1000; i++) set = otherScalars(otherScalars(set));
    expect(isEmpty(intersection([set, otherScalars(begun)]), budgetOf())).toBe(true);
    let mixed = begun;
    for (const word of words(60, 9, 3)) mixed = otherScalars(union([otherScalars(mixed), text('ending', word)]));
    expect([true, false, undefined]).toContain(isEmpty(intersection([mixed, text('substring', 'abc')]), budgetOf()));
  });

  it('treats names such as `__proto__` as plain names', () => {
    const odd = '{"data":{"__proto__":{"constructor":["\\ud83d",{"prefix":"\\udc00"}]},"":[{"suffix":"\\u0000"}]}}';
    expect(neverMatches(odd).answer).toBe('no');
    expect(implies(odd, '{"data":{"__proto__":{"constructor":[{"exists":true}]}}}')).toEqual({ answer: 'yes' });
    expect(sample(odd, 5)).toHaveLength(5);
  });

  it('handles patterns of the greatest depth', () => {
    const deep = `{"data":${'{"a":'.repeat(900)}["x"]${'}'.repeat(900)}}`;
    expect(neverMatches(deep).answer).toBe('no');
    expect(equivalent(deep, deep)).toEqual({ answer: 'yes' });
  });

  it('refuses patterns of two dialects and patterns with errors', async () => {
    const { parsePattern } = await import('../../src/index.ts');
    const { pattern: a } = parsePattern('{"source":["a"]}', { dialect: 'rocketmq' });
    const { pattern: b } = parsePattern('{"source":["a"]}');
    if (a === undefined || b === undefined) throw new Error('both are patterns');
    expect(() => implies(a, b)).toThrow(TypeError);
    expect(() => diff(b, a)).toThrow(/two dialects/);
    expect(implies(a, '{"source":["a","b"]}')).toEqual({ answer: 'yes' });
    expect(() => implies('{"source":5}', '{}')).toThrow(/not valid/);
  });
});
