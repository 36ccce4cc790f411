/** The places in an explanation: conditions and their parts in the pattern, values in the event. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeAt, readPartialJson } from '../../src/editor/index.ts';
import { type ConditionExplanation, compilePattern, type FieldExplanation, type Range } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { isScalar, type Json, readJson, writeJson } from '../support/json.ts';
import { type DialectName, fieldHolds } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

function explain(pattern: string, event: string, dialect?: DialectName): FieldExplanation {
  const [field] = compilePattern(pattern, { dialect }).explain(event).fields;
  if (field === undefined) throw new Error('the pattern has no field');
  return field;
}

function explainCondition(condition: string, value: string): ConditionExplanation {
  const [only] = explain(`{"data":{"v":[${condition}]}}`, `{"data":{"v":${value}}}`).conditions;
  if (only === undefined) throw new Error('the field has no condition');
  return only;
}

/** The text at a range, which must be the node at the pointer. */
function cut(text: string, place: { readonly pointer: string; readonly range?: Range | undefined }): string {
  const found = nodeAt(readPartialJson(text).node, place.pointer);
  expect(found?.node.range).toEqual(place.range);
  return text.slice(place.range?.start, place.range?.end);
}

describe('the part of a condition that decides', () => {
  it.each<[condition: string, value: string, part: string]>([
    ['"a"', '"b"', ''],
    ['null', '1', ''],
    ['{"prefix":"a"}', '"b"', '/prefix'],
    ['{"prefix":"a"}', '5', '/prefix'],
    ['{"prefix":"a","suffix":"b"}', '"ac"', '/suffix'],
    ['{"prefix":"a","suffix":"b"}', '"cb"', '/prefix'],
    ['{"prefix":"a","suffix":"b"}', '7', '/prefix'],
    ['{"prefix":"a","anything-but":["ab","ac"]}', '"ac"', '/anything-but/1'],
    ['{"numeric":[">",0,"<=",5]}', '6', '/numeric/2'],
    ['{"numeric":[">",0,"<=",5]}', '0', '/numeric/0'],
    ['{"numeric":[">",0,"<=",5]}', '"1"', '/numeric'],
    ['{"anything-but":"a"}', '"a"', '/anything-but'],
    ['{"anything-but":["a","b",3]}', '3', '/anything-but/2'],
    ['{"anything-but":{"prefix":"a"}}', '"ab"', '/anything-but/prefix'],
    ['{"exists":false}', '1', '/exists'],
    ['{"cidr":"10.0.0.0/24"}', '"10.0.1.0"', '/cidr'],
  ])('of %s for %s', (condition, value, part) => {
    expect(explainCondition(condition, value).failsFor?.map((one) => one.part)).toEqual([`/data/v/0${part}`]);
  });

  it('is given for each element that has a reason', () => {
    const { failsFor, reasons } = explainCondition('{"numeric":[">",0,"<",9]}', '[-1,"x",10,11]');
    expect(failsFor).toEqual([
      { pointer: '/data/v/0', range: { start: 14, end: 16 }, part: '/data/v/0/numeric/0' },
      { pointer: '/data/v/1', range: { start: 17, end: 20 }, part: '/data/v/0/numeric' },
      { pointer: '/data/v/2', range: { start: 21, end: 23 }, part: '/data/v/0/numeric/2' },
    ]);
    expect(reasons?.map(({ code }) => code)).toEqual(['not-compared', 'wrong-kind', 'not-compared', 'more-elements']);
  });
});

describe('places', () => {
  it('of a repeated condition include all its copies', () => {
    const pattern = '{"source": ["a", {"prefix": "b"}, "a", "a"]}';
    const [first, second] = explain(pattern, '{"source":"a"}').conditions;
    expect(first).toMatchObject({ pointer: '/source/0', range: { start: 12, end: 15 } });
    expect(first?.copies).toEqual([
      { pointer: '/source/2', range: { start: 34, end: 37 } },
      { pointer: '/source/3', range: { start: 39, end: 42 } },
    ]);
    expect(second).not.toHaveProperty('copies');
  });

  it('in a pattern that was given as an object are pointers', () => {
    const { fields } = compilePattern({ source: ['a', 'a'] }).explain('{"source":"a"}');
    expect(fields[0]).not.toHaveProperty('range');
    expect(fields[0]?.conditions[0]).toMatchObject({ pointer: '/source/0', copies: [{ pointer: '/source/1' }] });
    expect(fields[0]?.conditions[0]).not.toHaveProperty('range');
  });

  it('in the event are those of the last member, where a name occurs twice', () => {
    const event = '{"source":"x","source":["a","b","a"]}';
    const { seen, conditions } = explain('{"source":["a"]}', event);
    expect(cut(event, seen)).toBe('["a","b","a"]');
    expect(conditions[0]?.holdsFor.map((place) => [place.pointer, cut(event, place)])).toEqual([
      ['/source/0', '"a"'],
      ['/source/2', '"a"'],
    ]);
  });

  it('of thousands of values are counted after the first ones', () => {
    const values = JSON.stringify(Array.from({ length: 1000 }, (_, i) => `a${i}`));
    const conditions = Array.from({ length: 100 }, (_, i) => JSON.stringify({ 'anything-but': [`b${i}`] }));
    const field = explain(`{"source":[${conditions}]}`, `{"source":${values}}`);
    for (const { holdsFor, more = 0 } of field.conditions) {
      expect(holdsFor.length).toBeGreaterThan(0);
      expect(holdsFor.length + more).toBe(1000);
    }
    const named = field.conditions.reduce((sum, { holdsFor }) => sum + holdsFor.length, 0);
    expect(named).toBeLessThan(21_000);
    expect(field.conditions[0]?.holdsFor.length).toBe(1000);
  });

  it('of many values below a long name are limited by their size', () => {
    const values = JSON.stringify(Array.from({ length: 2000 }, () => 'a'));
    const name = 'n'.repeat(100_000);
    const [condition] = explain(`{"data":{"${name}":["a"]}}`, `{"data":{"${name}":${values}}}`).conditions;
    expect((condition?.holdsFor.length ?? 0) + (condition?.more ?? 0)).toBe(2000);
    expect(JSON.stringify(condition?.holdsFor).length).toBeLessThan(2_000_000);
  });
});

const pairs = (dialect: DialectName) =>
  filterPattern(dialect).chain((pattern) => fc.tuple(fc.constant(pattern), eventFor(pattern, dialect)));

describe.each<DialectName>(['aliyun', 'rocketmq'])('for any pattern and event in %s', (dialect) => {
  it('a condition lists exactly the values for which it holds, with their pointers and ranges', () => {
    let named = 0;
    fc.assert(
      fc.property(pairs(dialect), ([pattern, event]) => {
        for (const { path, seen, conditions, ...field } of compilePattern(pattern, { dialect }).explain(event).fields) {
          const list = readJson(cut(pattern, field));
          expect(list.kind).toBe('array');
          cut(event, seen);
          const value = 'value' in seen || 'values' in seen ? readJson(cut(event, seen)) : undefined;
          const values = value === undefined ? [] : value.kind === 'array' ? value.items : [value];
          for (const condition of conditions) {
            const written = readJson(cut(pattern, condition));
            for (const copy of condition.copies ?? []) {
              expect(writeJson(readJson(cut(pattern, copy)))).toBe(writeJson(written));
            }
            const wanted = values.flatMap((one, i) => {
              if (!isScalar(one)) return [];
              const alone = { written: path, path, conditions: [written] };
              if (
                !fieldHolds(alone, holding(path, value?.kind === 'array' ? { ...value, items: [one] } : one), dialect)
              )
                return [];
              return [value?.kind === 'array' ? `${seen.pointer}/${i}` : seen.pointer];
            });
            // No condition holds for an array with an object in it.
            expect(condition.holdsFor.map(({ pointer }) => pointer)).toEqual(wanted);
            for (const place of condition.holdsFor) cut(event, place);
            named += condition.holdsFor.length;
          }
        }
      }),
      { numRuns: runs(150) },
    );
    expect(named).toBeGreaterThan(runs(150) / 3);
  });

  it('the part that decides fails by itself', () => {
    let parts = 0;
    fc.assert(
      fc.property(pairs(dialect), ([pattern, event]) => {
        for (const { path, conditions } of compilePattern(pattern, { dialect }).explain(event).fields) {
          for (const { pointer, failsFor = [], reasons } of conditions) {
            expect(failsFor.length).toBe(
              reasons === undefined || failsFor.length === 0
                ? 0
                : reasons.filter(({ code }) => code !== 'more-elements').length,
            );
            for (const { part, ...place } of failsFor) {
              const value = readJson(cut(event, place));
              expect(nodeAt(readPartialJson(pattern).node, part)).toBeDefined();
              const alone = reduced(readJson(pattern), pointer, part);
              const field = { written: path, path, conditions: [alone] };
              const isElement = place.pointer !== pointerOf(path);
              expect(
                fieldHolds(field, holding(path, isElement ? { kind: 'array', items: [value] } : value), dialect),
              ).toBe(false);
              parts++;
            }
          }
        }
      }),
      { numRuns: runs(150) },
    );
    expect(parts).toBeGreaterThan(runs(150) / 3);
  });
});

/** An event with a value at a path. */
function holding(path: readonly string[], value: Json): Json {
  return path.reduceRight<Json>((inner, name) => ({ kind: 'object', members: [[name, inner]] }), value);
}

function pointerOf(path: readonly string[]): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The condition reduced to one of its parts. */
function reduced(pattern: Json, condition: string, part: string): Json {
  const steps = part
    .slice(condition.length)
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const whole = nodeOf(pattern, condition);
  const narrow = (node: Json, [step, ...rest]: readonly string[]): Json => {
    if (step === undefined) return node;
    if (node.kind === 'object') {
      const member = node.members.find(([name]) => name === step);
      if (member === undefined) throw new Error('a part is in its condition');
      return { kind: 'object', members: [[step, narrow(member[1], rest)]] };
    }
    if (node.kind !== 'array') throw new Error('a part is in its condition');
    const i = Number(step);
    // A comparison is two items.
    const isComparison = condition.length > 0 && part.endsWith(`/numeric/${step}`);
    return { kind: 'array', items: node.items.slice(i, isComparison ? i + 2 : i + 1) };
  };
  return narrow(whole, steps);
}

function nodeOf(root: Json, pointer: string): Json {
  const { node } = nodeAt(readPartialJson(writeJson(root)).node, pointer) ?? {};
  if (node === undefined) throw new Error('a condition is in its pattern');
  return readJson(writeJson(root).slice(node.range.start, node.range.end));
}
