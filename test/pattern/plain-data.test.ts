/** The public form of a pattern is plain data: operators stay inside the library. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parsePattern, printCondition } from '../../src/index.ts';
import { operators } from '../../src/pattern/operators/index.ts';

/** Every own property that is a function, at any depth. */
function functionsIn(value: unknown, at = ''): string[] {
  if (typeof value === 'function') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Reflect.ownKeys(value).flatMap((key) => functionsIn(value[key as never], `${at}/${String(key)}`));
}

const accepted = [...operators.values()].flatMap(({ examples }) => examples.accepted);

describe.each(accepted)('%s', (text) => {
  const { pattern } = parsePattern(text);

  it('has no functions and shows none', () => {
    expect(functionsIn(pattern?.fields)).toEqual([]);
    expect(inspect(pattern?.fields, { depth: 20, showHidden: true })).not.toContain('[Function');
  });

  it('has conditions with a pointer and a range, which printCondition prints', () => {
    for (const { conditions } of pattern?.fields ?? []) {
      for (const condition of conditions) {
        expect(Object.keys(condition).sort()).toEqual(['pointer', 'range']);
        const { start, end } = condition.range as { start: number; end: number };
        expect(JSON.parse(printCondition(condition))).toEqual(JSON.parse(text.slice(start, end)));
      }
    }
  });
});

it('printCondition refuses an object that only looks like a condition', () => {
  expect(() => printCondition({ pointer: '/source/0' })).toThrow(TypeError);
});

it.each([
  ['{"source":["a"]}', false],
  ['{"source":[{"exists":false}]}', true],
  ['{"source":["a",{"exists":false}]}', true],
  ['{"source":[{"exists":true}]}', false],
  ['{"source":[{"anything-but":"a"}]}', false],
])('mayBeMissing of the field of %s', (text, expected) => {
  expect(parsePattern(text).pattern?.fields.map(({ mayBeMissing }) => mayBeMissing)).toEqual([expected]);
});
