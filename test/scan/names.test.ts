import { expect, test } from 'vitest';
import { compilePattern, PatternSet } from '../../src/index.ts';
import { openWhole, type Text } from '../../src/pattern/scan/text.ts';
import { ScanNode } from '../../src/pattern/scan/trie.ts';
import { engines, withEngine } from '../support/strategies.ts';

const textOf = (name: string): Text => openWhole(name) as Text;

function find(node: ScanNode, name: string): ScanNode | undefined {
  const { bytes, start, end } = textOf(name);
  return node.find(bytes, start, end);
}

/** Few names of one length are compared one by one, more are found by their hash. */
test.each([3, 8, 9, 10, 300])('finds %i names of one length after any additions and deletions', (count) => {
  const root = new ScanNode();
  const names = Array.from({ length: count }, (_, i) => `name${String(i).padStart(4, '0')}`);
  for (const [slot, name] of names.entries()) root.reach([name]).slot = slot;
  for (const [slot, name] of names.entries()) expect(find(root, name)?.slot).toBe(slot);
  expect(find(root, 'name9999')).toBeUndefined();
  for (const [slot, name] of names.entries()) {
    root.remove([name]);
    expect(find(root, name)).toBeUndefined();
    for (const other of names.slice(slot + 1, slot + 5)) expect(find(root, other)).toBeDefined();
  }
  expect(root.children.size).toBe(0);
});

test('finds names of equal hash by their text', () => {
  const root = new ScanNode();
  const imul = Math.imul;
  try {
    // Every hash is 0: all names of one length share it.
    Math.imul = () => 0;
    const names = Array.from({ length: 40 }, (_, i) => `n${String(i).padStart(2, '0')}`);
    for (const [slot, name] of names.entries()) root.reach([name]).slot = slot;
    for (const [slot, name] of names.entries()) expect(find(root, name)?.slot).toBe(slot);
    for (const name of names.slice(0, 39)) root.remove([name]);
    expect(find(root, 'n00')).toBeUndefined();
    expect(find(root, 'n39')?.slot).toBe(39);
    root.reach(['n00']).slot = 7;
    expect(find(root, 'n00')?.slot).toBe(7);
  } finally {
    Math.imul = imul;
  }
});

test('adds and removes a name with a lone surrogate', () => {
  const set = new PatternSet();
  for (let i = 0; i < 3; i++) {
    set.add('one', { data: { '\ud800': ['x'] } });
    expect(set.matches({ data: { '\ud800': 'x' } })).toEqual(['one']);
    set.delete('one');
  }
  expect(set.matches({ data: { '\ud800': 'x' } })).toEqual([]);
});

test.each(engines)('finds a name with a lone surrogate that is alone in its object, with %s', (engine) => {
  const matcher = compilePattern({ data: { a: { '\ud83d': [0] } } });
  for (const wellFormed of [false, true])
    for (const [value, verdict] of [
      [0, true],
      [1, false],
    ])
      expect(withEngine(engine, () => matcher.matchesJson(`{"data":{"a":{"\\ud83d":${value}}}}`, { wellFormed }))).toBe(
        verdict,
      );
});

test('adds and removes a path of nine hundred names', () => {
  const set = new PatternSet({ dialect: 'rocketmq' });
  const name = Array(900).fill('a').join('.');
  set.add('deep', { data: { [name]: ['x'] } });
  expect(set.matchesJson('{"data":{"a":{"a":"x"}}}')).toEqual([]);
  expect(set.delete('deep')).toBe(true);
});
