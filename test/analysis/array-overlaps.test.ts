import { describe, expect, it } from 'vitest';
import { type DialectName, disjoint, overlaps, type Pattern, parsePattern } from '../../src/index.ts';
import { ArrayOverlapIndex } from '../../src/pattern/analysis/array-overlap-index.ts';
import { subjectsOf } from '../../src/pattern/analysis/subject.ts';
import { patternsOf } from './small-world.ts';

const absent = '[{"exists":false}]';
const lists = ['["x"]', '["y",{"prefix":"z"}]', absent, '["x",{"exists":false}]', '[{"numeric":["=",1,"=",2]}]'];
const shapes: readonly ((list: string) => string)[] = [
  (list) => `{"source":${list}}`,
  (list) => `{"data":{"a":${list}}}`,
  (list) => `{"data":{"a":{"b":${list}}}}`,
  (list) => `{"data":{"a":{"b":{"c":${list}}}}}`,
  (list) => `{"data":{"a":{"b":${list},"d":["x"]}}}`,
  (list) => `{"data":{"a.b":${list}}}`,
  (list) => `{"data":{"a.b":${list},"a":{"b":${absent}}}}`,
];

function read(texts: readonly string[], dialect: DialectName): Pattern[] {
  return texts.flatMap((text) => parsePattern(text, { dialect }).pattern ?? []);
}

describe.each(['aliyun', 'rocketmq'] as const)('overlaps of patterns on arrays, under %s', (dialect) => {
  const made = read(
    shapes.flatMap((shape) => lists.map(shape)),
    dialect,
  );
  const drawn = patternsOf('nested', dialect, 60, 5).map(({ pattern }) => pattern);

  it.each([
    ['made by hand', made],
    ['drawn', drawn],
  ])('agree with the answer for each pair, %s', (_, patterns) => {
    const set = patterns.map((pattern, i) => [i, pattern] as const);
    const alone = set.flatMap(([i, a]) =>
      set.filter(([j, b]) => i < j && disjoint(a, b).arrays.answer === 'no').map(([j]) => `${i},${j}`),
    );
    expect([...overlaps(set, { arrays: true })].map(({ ids }) => ids.join())).toEqual(alone);
  });

  it('are tested only between fields of one path', () => {
    const index = new ArrayOverlapIndex(subjectsOf(made));
    const asked = made.flatMap((_, i) => [...index.after(i)]).length;
    expect(asked).toBeLessThan((made.length * (made.length - 1)) / 2 - 100);
  });
});
