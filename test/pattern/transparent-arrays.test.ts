/** Objects in arrays: which element decides, and that large and hostile events are decided. */
import { describe, expect, it } from 'vitest';
import { compilePattern, EventSyntaxError, PatternSet, parsePattern } from '../../src/index.ts';
import { referenceMatches } from '../support/reference.ts';

const dialect = 'aws';
const matcher = (pattern: object) => compilePattern(JSON.stringify(pattern), { dialect });
/** The verdicts for the text, the object, a set and the explanation. */
function verdicts(pattern: object, event: object): readonly boolean[] {
  const one = matcher(pattern);
  const text = JSON.stringify(event);
  const set = PatternSet.from([['x', JSON.stringify(pattern)]], { dialect });
  return [one.matchesJson(text), one.matches(event), set.matchesJson(text).length === 1, one.explain(text).matches];
}
const every = (verdict: boolean) => [verdict, verdict, verdict, verdict];

describe('the elements of an array', () => {
  it.each<[object, object, boolean]>([
    [
      { e: { f: ['A'], l: ['D'] } },
      {
        e: [
          { f: 'A', l: 'B' },
          { f: 'C', l: 'D' },
        ],
      },
      false,
    ],
    [{ e: { f: ['A'], l: ['D'] } }, { e: [[{ f: 'A' }, { l: 'D' }]] }, false],
    [{ e: { f: ['A'], l: ['D'] } }, { e: [[{ f: 'A', l: 'D' }]] }, true],
    [{ e: { f: ['A'], l: [{ exists: false }] } }, { e: [{ f: 'A' }, { l: 'x' }] }, true],
    // `e.a` comes before `e.f`, when nothing is chosen yet.
    [{ e: { f: ['A'], a: [{ exists: false }] } }, { e: [{ f: 'A' }, { a: 'x' }] }, false],
    [{ e: ['A'], g: ['X'] }, { e: ['A', 'X'], g: ['X', 'B'] }, true],
  ])('%j and %j: %s', (pattern, event, verdict) => {
    expect(verdicts(pattern, event)).toEqual(every(verdict));
  });

  it('are named by the explanation', () => {
    const pattern = { e: { f: ['A'], l: ['D'] } };
    const { alternatives } = matcher(pattern).explain('{"e":[{"f":"C"},{"f":"A","l":"D"}]}');
    expect(alternatives).toEqual([{ matches: true, fields: [0, 1], fails: [], elements: ['/e/1'] }]);
    const apart = matcher(pattern).explain('{"e":[{"f":"A"},{"l":"D"}]}');
    expect(apart.alternatives?.[0]?.reason).toBe(
      'the fields hold in different elements of an array, and no element has all of them: `e.f` at /e/0/f, `e.l` at /e/1/l',
    );
    const branches = { $or: [{ a: ['x'], b: ['y'] }, { c: ['z'] }] };
    const nearest = matcher(branches).explain('{"a":"x","c":"q"}').alternatives;
    expect(nearest?.map(({ fails }) => fails)).toEqual([[1], [2]]);
  });
});

describe('a hostile event', () => {
  it('has many elements, none of which has all values', () => {
    const names = Array.from({ length: 50 }, (_, i) => `k${i}`);
    const pattern = { e: Object.fromEntries(names.map((name) => [name, ['x']])) };
    const e = Array.from({ length: 300 }, (_, i) =>
      Object.fromEntries(names.map((name, k) => [name, k === i % 50 ? 'y' : 'x'])),
    );
    expect(matcher(pattern).matchesJson(JSON.stringify({ e }))).toBe(false);
    expect(matcher(pattern).matches({ e: [...e, Object.fromEntries(names.map((name) => [name, 'x']))] })).toBe(true);
  });

  it('is nested deeply', () => {
    const { matchesJson, matches } = matcher({ e: { f: ['x'], g: ['y'] } });
    const deep = (inner: string) => `{"e":${'['.repeat(900)}${inner}${']'.repeat(900)}}`;
    expect(matchesJson(deep('{"f":"x"},{"g":"y"}'))).toBe(false);
    expect(matchesJson(deep('{"f":"x","g":"y"}'))).toBe(true);
    let e: unknown = 1;
    for (let i = 0; i < 2000; i++) e = [e];
    expect(() => matches({ e })).toThrow('nested deeper than 1000 levels');
  });

  it('has duplicate members, all of which count', () => {
    const { matchesJson } = matcher({ e: { f: ['x'], g: ['y'] } });
    expect(matchesJson('{"e":[{"f":"x"}],"e":[{"g":"y"}]}')).toBe(true);
    expect(matchesJson('{"e":[{"f":"x"},{"g":"y"}],"e":1}')).toBe(false);
  });

  /** A formula in clauses: each `e` is a variable, its two elements are its values, and each field is a clause of three. */
  function clauses(variables: number, count: number): { readonly fields: object; readonly event: string } {
    let seed = 7;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
      return Math.floor((seed / 0x80_00_00_00) * below);
    };
    const elements = Array.from({ length: variables }, (): [string[], string[]] => [[], []]);
    const names = Array.from({ length: count }, (_, i) => `f${i}`);
    for (const name of names) {
      const some = new Set<number>();
      while (some.size < 3) some.add(random(variables));
      for (const at of some) elements[at]?.[random(2)]?.push(`"${name}":"x"`);
    }
    const arrays = elements.map(([first, second]) => `"e":[{${first}},{${second}}]`);
    return { fields: Object.fromEntries(names.map((name) => [name, ['x']])), event: `{${arrays}}` };
  }

  it('is a formula in clauses: solved while it is small, refused when its choices are too many', () => {
    const small = clauses(8, 30);
    const { matchesJson } = matcher({ e: small.fields });
    expect(matchesJson(small.event)).toBe(referenceMatches(JSON.stringify({ e: small.fields }), small.event, dialect));
    const large = clauses(40, 200);
    const pattern = JSON.stringify({ e: large.fields });
    const tooMany = 'names that occur twice or have dots make several arrays with one path';
    expect(() => matcher({ e: large.fields }).matchesJson(large.event)).toThrow(tooMany);
    expect(() => matcher({ e: large.fields }).explain(large.event)).toThrow(EventSyntaxError);
    expect(() => PatternSet.from([[1, pattern]], { dialect }).matchesJson(large.event)).toThrow(tooMany);
  });

  it('has twice the same name with many elements', () => {
    const some = Array.from({ length: 20_000 }, (_, i) => `{"f":"x","i":${i}}`);
    const { matchesJson } = matcher({ e: { f: ['x'], g: ['y'] } });
    expect(matchesJson(`{"e":[${some}],"e":[{"g":"y"}]}`)).toBe(true);
    expect(matchesJson(`{"e":[${some}],"e":[{"g":"z"}]}`)).toBe(false);
  });

  it('is long, for a wildcard with many stars', () => {
    const { matches } = matcher({ a: [{ wildcard: `${'a*'.repeat(400)}b` }] });
    expect(matches({ a: 'a'.repeat(100_000) })).toBe(false);
    expect(matches({ a: `${'a'.repeat(100_000)}b` })).toBe(true);
  });
});

it('a pattern of exponentially many combinations is refused', () => {
  let pattern: object = { a: ['1'] };
  for (let i = 0; i < 40; i++) pattern = { $or: [{ [`x${i}`]: ['1'] }, { [`y${i}`]: ['2'] }], n: pattern };
  const { diagnostics } = parsePattern(JSON.stringify(pattern), { dialect });
  expect(diagnostics.map(({ code }) => code)).toEqual(['too-many-combinations']);
});
