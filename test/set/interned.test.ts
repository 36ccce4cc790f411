/** Numbers of texts and items of pairs, compared with Maps, after any additions and deletions; hostile texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PatternSet } from '../../src/index.ts';
import { ESCAPED, Interned, NONE } from '../../src/pattern/set/interned.ts';
import { PairTable } from '../../src/pattern/set/pair-table.ts';
import { runs } from '../support/runs.ts';

const encoder = new TextEncoder();

/** Looks a text up by bytes that stand among others. */
function findBytes(known: Interned, tag: number, text: string): number {
  const bytes = encoder.encode(text);
  const all = new Uint8Array(bytes.length + 12).fill(0x78);
  all.set(bytes, 5);
  return known.findBytes(tag, new DataView(all.buffer), 5, bytes.length);
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '\\', 'é', '😀', '\ud800', '\ufffd', '\0'), maxLength: 9 }),
  fc.constantFrom('', 'x'.repeat(64), 'x'.repeat(65), 'é'.repeat(70), 'x'.repeat(3000)),
);
const changes = fc.array(fc.tuple(fc.constantFrom(true, true, false), fc.integer({ min: 0, max: 3 }), text), {
  minLength: 1,
  maxLength: 400,
});

/** The numbers of texts are those of a Map that is changed in the same way. */
function expectAsMap(list: readonly (readonly [boolean, number, string])[]): void {
  const known = new Interned();
  const model = new Map<string, number>();
  for (const [add, tag, each] of list) {
    const key = `${tag}:${each}`;
    const before = model.get(key);
    if (add) {
      const id = known.intern(tag, each);
      if (before === undefined) expect([...model.values()]).not.toContain(id);
      else expect(id).toBe(before);
      model.set(key, id);
    } else if (before !== undefined) {
      known.remove(before);
      model.delete(key);
    }
  }
  const some = new Set([...model.keys(), ...list.map(([, tag, each]) => `${tag}:${each}`)]);
  for (const key of some) {
    const tag = Number(key[0]);
    const each = key.slice(2);
    const id = model.get(key) ?? NONE;
    expect(known.findString(tag, each)).toBe(id);
    if (!each.isWellFormed()) continue;
    // Longer than any text with its escapes: no escape has to be decoded.
    expect([id, each.includes('\\') ? ESCAPED : id, NONE]).toContain(findBytes(known, tag, each));
    if (!each.includes('\\')) expect(findBytes(known, tag, each)).toBe(id);
    if (id !== NONE) expect([known.tagOf(id), known.textOf(id)]).toEqual([tag, each]);
  }
}

test('texts have the numbers that a Map gives them', () => {
  fc.assert(fc.property(changes, expectAsMap), { numRuns: runs(300) });
});

test('texts of equal hash have different numbers', () => {
  const imul = Math.imul;
  try {
    Math.imul = () => 0;
    fc.assert(fc.property(changes, expectAsMap), { numRuns: runs(100) });
    // More than a look-up tries, and all of them removed again.
    const many = Array.from({ length: 200 }, (_, i) => `v${i}`);
    expectAsMap([...many.map((each) => [true, 0, each] as const), ...many.map((each) => [false, 0, each] as const)]);
    expectAsMap(many.map((each) => [true, 0, each] as const));
  } finally {
    Math.imul = imul;
  }
});

test('pairs have the items that a Map gives them', () => {
  const pair = fc.tuple(fc.constantFrom(true, true, false), fc.nat(12), fc.nat(12), fc.nat());
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 400 }), (list) => {
      const table = new PairTable<number>();
      const model = new Map<string, number>();
      for (const [add, first, second, item] of list) {
        if (add) table.set(first, second, item);
        else table.delete(first, second);
        if (add) model.set(`${first} ${second}`, item);
        else model.delete(`${first} ${second}`);
        expect(table.get(first, second)).toBe(add ? item : undefined);
      }
      for (let first = 0; first < 14; first++)
        for (let second = 0; second < 14; second++)
          expect(table.get(first, second)).toBe(model.get(`${first} ${second}`));
    }),
    { numRuns: runs(300) },
  );
});

describe('values of events', () => {
  const set = PatternSet.from([
    ['plain', '{"source":["é\\\\n"],"data":{"v":["a/b"]}}'],
    ['lone', '{"data":{"v":["\\ud800"]}}'],
    ['replaced', '{"data":{"v":["\\ufffd"]}}'],
    ['list', '{"data":{"v":["x", "\\ud800", 5, 0, true, null]}}'],
    ['number', '{"data":{"v":[0]}}'],
    ['text', '{"data":{"v":["0"]}}'],
  ]);
  test.each([
    ['written with escapes', '{"source":"\\u00e9\\\\n","data":{"v":"a\\/b"}}', ['plain']],
    ['written plainly', '{"source":"é\\\\n","data":{"v":"a/b"}}', ['plain']],
    ['whose escape is another character', '{"source":"é\\n","data":{"v":"a/b"}}', []],
    ['that are lone surrogates', '{"data":{"v":"\\ud800"}}', ['lone', 'list']],
    ['that are the replacement character', '{"data":{"v":"\ufffd"}}', ['replaced']],
    ['in a list', '{"data":{"v":["y","\\ud800","x"]}}', ['lone', 'list']],
    ['in a list of numbers and literals', '{"data":{"v":[null, 5, "0"]}}', ['list', 'text']],
    ['that are numbers', '{"data":{"v":0}}', ['list', 'number']],
    ['that are strings of digits', '{"data":{"v":"0"}}', ['text']],
    ['that are literals', '{"data":{"v":true}}', ['list']],
    ['longer than any of the set', `{"data":{"v":"${'x'.repeat(1e6)}"}}`, []],
    ['with long escapes', `{"data":{"v":"\\u0078"}}`, ['list']],
  ])('%s are found', (_, event, ids) => {
    expect(set.matchesJson(event)).toEqual(ids);
    expect(set.matchesJson(event, { wellFormed: true })).toEqual(ids);
    expect(set.matches(JSON.parse(event))).toEqual(ids);
    if (event.isWellFormed()) expect(set.matchesJson(encoder.encode(event))).toEqual(ids);
  });
});

test('values of events that no pattern has leave nothing in a set', () => {
  const set = PatternSet.from(Array.from({ length: 100 }, (_, i) => [i, `{"source":["v${i}"],"type":["t"]}`] as const));
  const { values } = (set as unknown as { index: { groups: { values: Interned } } }).index.groups;
  const before = structuredClone(values);
  for (let i = 0; i < 100_000; i++)
    if (set.matchesJson(`{"source":"w${i}","type":"t"}`).length > 0) throw new Error('there is no such pattern');
  expect(structuredClone(values)).toEqual(before);
  expect(set.matchesJson('{"source":"v7","type":"t"}')).toEqual([7]);
});
