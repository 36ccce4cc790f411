/** Reading a document takes linear time: counts the members that are read, for a size and its double. */
import { expect, it } from 'vitest';
import { nodeAt } from '../../../src/cli/syntax/document.ts';
import type { JsonMember, JsonNode, JsonObjectNode } from '../../../src/index.ts';
import { merge, Removal } from '../../../src/suite/edit.ts';
import { memberNamed } from '../../../src/suite/members.ts';

const range = { start: 0, end: 0 };
const number: JsonNode = { kind: 'number', value: 1, text: '1', range };

/** An object that counts how often names of its members are read. */
function counted(count: number): { readonly node: JsonObjectNode; readonly steps: () => number } {
  let steps = 0;
  const members = Array.from(
    { length: count },
    (_, i): JsonMember => ({
      get name() {
        steps++;
        return `k${i}`;
      },
      nameRange: range,
      value: number,
    }),
  );
  return { node: { kind: 'object', members, range }, steps: () => steps };
}

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `k${i}`);

it.each<readonly [string, (node: JsonObjectNode, count: number) => void]>([
  ['members are looked up', (node, n) => void names(n).map((name) => memberNamed(node, name))],
  ['problems are placed', (node, n) => void names(n).map((name) => nodeAt(node, `/${name}`))],
  [
    'places are removed',
    (node, n) => {
      const removal = new Removal(node);
      for (const name of names(n)) removal.remove(`/${name}`);
      expect(removal.result()).toMatchObject({ members: [] });
    },
  ],
  ['maps are merged', (node) => void merge(node, node)],
])('%s in steps that double with the object', (_, work) => {
  const cost = (count: number): number => {
    const { node, steps } = counted(count);
    work(node, count);
    return steps();
  };
  expect(cost(1000)).toBeGreaterThan(0);
  for (const count of [1000, 2000, 4000]) expect(cost(2 * count) / cost(count)).toBeLessThanOrEqual(2.2);
});
