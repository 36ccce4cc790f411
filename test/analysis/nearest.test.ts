/** The nearest event keeps what already holds, and its changes lead to it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, compilePattern, nearestMatch, parsePointer } from '../../src/index.ts';
import { runs } from '../support/runs.ts';

function changesOf(pattern: string, event: string): readonly Change[] {
  const nearest = nearestMatch(pattern, event);
  if (nearest.answer !== 'yes') throw new Error(nearest.answer);
  expect(compilePattern(pattern).matchesJson(nearest.event)).toBe(true);
  expect(applied(event, nearest.changes)).toEqual(JSON.parse(nearest.event));
  return nearest.changes;
}

/** Applies the changes one after the other. */
function applied(event: string, changes: readonly Change[]): unknown {
  const root = { '': JSON.parse(event) as unknown };
  for (const { pointer, renamedFrom, to } of changes) {
    if (renamedFrom !== undefined) put(root, renamedFrom, undefined);
    put(root, pointer, to);
  }
  return root[''];
}

function put(root: object, pointer: string, to: string | undefined): void {
  const names = ['', ...(parsePointer(pointer) ?? [])];
  const last = names.pop() as string;
  let at = root as Record<string, unknown>;
  for (const name of names) {
    if (!Object.hasOwn(at, name)) at[name] = {};
    at = at[name] as Record<string, unknown>;
  }
  if (Array.isArray(at) && last === '-') at.push(JSON.parse(to as string));
  else if (to === undefined) delete at[last];
  else at[last] = JSON.parse(to) as unknown;
}

const ABOVE_0 = '{"data":{"size":[{"numeric":[">",0]}]}}';

it.each<[string, string, string, readonly Change[]]>([
  ['a name of another case', ABOVE_0, '{"data":{"Size":10}}', [renamed('size', 'Size', '10')]],
  ['a name that differs by a letter', ABOVE_0, '{"data":{"sise":10}}', [renamed('size', 'sise', '10')]],
  ['a name with a blank', ABOVE_0, '{"data":{"size ":10}}', [renamed('size', 'size ', '10')]],
  ['a name with a Cyrillic letter', ABOVE_0, '{"data":{"siz\u0435":10}}', [renamed('size', 'siz\u0435', '10')]],
  [
    'an attribute',
    '{"source":["a"]}',
    '{"Source":"a"}',
    [{ pointer: '/source', renamedFrom: '/Source', from: '"a"', to: '"a"' }],
  ],
  ['a name and its value', ABOVE_0, '{"data":{"Size":0}}', [renamed('size', 'Size', '0', '1')]],
  [
    'an object by its name',
    '{"data":{"order":{"state":["paid"]}}}',
    '{"data":{"Order":{"state":"open","n":1}}}',
    [
      renamed('order', 'Order', '{"state":"open","n":1}'),
      { pointer: '/data/order/state', from: '"open"', to: '"paid"' },
    ],
  ],
  [
    'a member that the pattern names',
    '{"data":{"size":[1],"Size":[2]}}',
    '{"data":{"Size":2}}',
    [{ pointer: '/data/size', to: '1' }],
  ],
  ['a member that must be missing', '{"data":{"size":[{"exists":false}]}}', '{"data":{"Size":2}}', []],
  ['a number in a string', ABOVE_0, '{"data":{"size":"120"}}', [value('size', '"120"', '120')]],
  ['a number in a string with a blank', ABOVE_0, '{"data":{"size":" 120"}}', [value('size', '" 120"', '120')]],
  ['a number in a string, but not in the range', ABOVE_0, '{"data":{"size":"-3"}}', [value('size', '"-3"', '1')]],
  ['a plain number in a string', '{"data":{"n":[5]}}', '{"data":{"n":"5"}}', [value('n', '"5"', '5')]],
  ['another text of a number', '{"data":{"n":[5]}}', '{"data":{"n":"5.0"}}', [value('n', '"5.0"', '5')]],
  ['a string of digits', '{"data":{"n":["5","7"]}}', '{"data":{"n":7}}', [value('n', '7', '"7"')]],
  ['a literal in a string', '{"data":{"n":[false,true]}}', '{"data":{"n":"true"}}', [value('n', '"true"', 'true')]],
  [
    'an ending',
    '{"data":{"n":[{"suffix":".jpg"}]}}',
    '{"data":{"n":"photo.png"}}',
    [value('n', '"photo.png"', '"photo.jpg"')],
  ],
  [
    'a beginning',
    '{"data":{"n":[{"prefix":"acs."}]}}',
    '{"data":{"n":"ecs.oss"}}',
    [value('n', '"ecs.oss"', '"acs.oss"')],
  ],
  ['a list', '{"data":{"n":["z"]}}', '{"data":{"n":["x","y"]}}', [{ pointer: '/data/n/-', to: '"z"' }]],
  ['an empty list', '{"data":{"n":["z"]}}', '{"data":{"n":[]}}', [{ pointer: '/data/n/-', to: '"z"' }]],
  [
    'a list with an object',
    '{"data":{"n":["z"]}}',
    '{"data":{"n":["x",{"a":1}]}}',
    [value('n', '["x",{"a":1}]', '["x","z"]')],
  ],
  [
    'a list whose values would do without an object',
    '{"data":{"n":["x"]}}',
    '{"data":{"n":["x",{}]}}',
    [value('n', '["x",{}]', '["x"]')],
  ],
  [
    'a list of objects where one is wanted',
    '{"data":{"n":{"s":["a"]}}}',
    '{"data":{"n":[{"s":"b","k":1}]}}',
    [value('n', '[{"s":"b","k":1}]', '{"s":"a","k":1}')],
  ],
  [
    'a JSON text',
    '{"data":{"body":{"s":["paid"],"n":[{"numeric":[">",1]}]}}}',
    '{"data":{"body":"{\\"s\\":\\"open\\",\\"n\\":120,\\"k\\":[1]}"}}',
    [value('body', '"{\\"s\\":\\"open\\",\\"n\\":120,\\"k\\":[1]}"', '{"s":"paid","n":120,"k":[1]}')],
  ],
  [
    'a text that is no JSON',
    '{"data":{"body":{"s":["paid"]}}}',
    '{"data":{"body":"{x"}}',
    [value('body', '"{x"', '{"s":"paid"}')],
  ],
])('the nearest event for %s', (_, pattern, event, expected) => {
  expect(changesOf(pattern, event)).toEqual(expected);
});

function value(name: string, from: string, to: string): Change {
  return { pointer: `/data/${name}`, from, to };
}

function renamed(name: string, old: string, from: string, to = from): Change {
  return { pointer: `/data/${name}`, renamedFrom: `/data/${old}`, from, to };
}

it('the nearest event has one more element in a list of 5,000', () => {
  const list = Array.from({ length: 5000 }, (_, i) => `t${i}`);
  expect(changesOf('{"data":{"tags":["z"]}}', JSON.stringify({ data: { tags: list } }))).toEqual([
    { pointer: '/data/tags/-', to: '"z"' },
  ]);
});

it('the nearest event keeps the order of members, with a renamed one in its place', () => {
  const nearest = nearestMatch(ABOVE_0, '{"a":1,"data":{"x":1,"Size":2,"y":3},"z":0}');
  expect(nearest).toMatchObject({ event: '{"a":1,"data":{"x":1,"size":2,"y":3},"z":0}' });
});

describe('the nearest event for any event', () => {
  const scalar = fc.oneof(fc.constantFrom('a', 'paid', '5', 'true'), fc.nat(9), fc.boolean(), fc.constant(null));
  const member = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(fc.constantFrom('s', 'S'), scalar));
  const names = fc.constantFrom('state', 'State', 'total', 'other', 'body');
  const patterns = fc.dictionary(
    names,
    fc.constantFrom(['paid'], [{ numeric: ['>', 4] }], [{ exists: false }], { s: ['a'] }, [{ 'anything-but': 5 }]),
    { minKeys: 1 },
  );
  it('keeps what held, what the pattern does not name, and arrays as arrays', () => {
    fc.assert(
      fc.property(patterns, fc.dictionary(names, member), (data, sent) => {
        const pattern = JSON.stringify({ data });
        const event = JSON.stringify({ data: sent });
        const changes = changesOf(pattern, event);
        const touched = changes.flatMap(({ pointer, renamedFrom }) => [pointer, renamedFrom ?? pointer]);
        const { fields } = compilePattern(pattern).explain(event);
        for (const { pointer, holds, seen } of fields) {
          if (holds && seen.kind !== 'missing') expect(touched).not.toContain(pointer);
        }
        for (const name of Object.keys(sent)) {
          if (!Object.hasOwn(data, name) && touched.includes(`/data/${name}`)) {
            expect(changes.map(({ renamedFrom }) => renamedFrom)).toContain(`/data/${name}`);
          }
        }
        for (const { from = '', to = '[' } of changes) {
          if (from.startsWith('[') && !to.startsWith('{')) expect(to).toMatch(/^\[/);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
