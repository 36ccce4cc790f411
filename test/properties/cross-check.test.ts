import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aliyun,
  compilePattern,
  crossCheck,
  crossChecker,
  type Dialect,
  parsePattern,
  pointerTo,
  type RuleName,
  rocketmq,
  ruleSentences,
} from '../../src/index.ts';
import { brokenPattern, eventFor, filterPattern } from '../support/arbitraries.ts';
import { readJson } from '../support/json.ts';
import { fieldHolds, fieldsOf } from '../support/reference.ts';
import { referenceAccepts } from '../support/reference-accepts.ts';
import { runs } from '../support/runs.ts';

const NAMES = Object.keys(aliyun.rules) as RuleName[];

/** The default dialect with the given rules of the other one. */
function exchanged(names: readonly RuleName[]): Dialect {
  return {
    ...aliyun,
    rules: { ...aliyun.rules, ...Object.fromEntries(names.map((name) => [name, rocketmq.rules[name]])) },
  };
}

function verdictOf(pattern: string, event: string, dialect: Dialect): string {
  if (parsePattern(pattern, { dialect }).pattern === undefined) return 'refused';
  return compilePattern(pattern, { dialect }).matchesJson(event) ? 'match' : 'no match';
}

/** All sets of rules of a size. */
function setsOf(size: number, names: readonly RuleName[] = NAMES): RuleName[][] {
  if (size === 0) return [[]];
  return names.flatMap((name, i) => setsOf(size - 1, names.slice(i + 1)).map((rest) => [name, ...rest]));
}

/** The smallest sets that decide, by trying every set of each size in turn. */
function smallestSets(pattern: string, event: string, wanted: string): RuleName[][] {
  for (let size = 1; size <= NAMES.length; size++) {
    const sets = setsOf(size).filter((set) => verdictOf(pattern, event, exchanged(set)) === wanted);
    if (sets.length > 0) return sets;
  }
  return [];
}

const patterns = fc.oneof(filterPattern('aliyun'), filterPattern('rocketmq'), brokenPattern('rocketmq'));
const pairs = patterns.chain((pattern) => {
  const dialect = (['aliyun', 'rocketmq'] as const).find((name) => referenceAccepts(pattern, name));
  return fc.tuple(fc.constant(pattern), dialect === undefined ? fc.constant('{}') : eventFor(pattern, dialect));
});

describe('a cross-check', () => {
  it('of many events of one pattern gives each the answer that it gets alone', () => {
    const many = patterns.chain((pattern) =>
      fc.tuple(
        fc.constant(pattern),
        fc.array(
          pairs.map(([, event]) => event),
          { minLength: 1, maxLength: 5 },
        ),
      ),
    );
    fc.assert(
      fc.property(many, ([pattern, events]) => {
        const check = crossChecker(pattern);
        for (const text of events)
          for (const event of [text, JSON.parse(text) as object])
            expect(check(event)).toEqual(crossCheck(pattern, event));
      }),
      { numRuns: runs(200) },
    );
  });

  it('has the verdict of each dialect, and the smallest sets of rules that decide where they differ', () => {
    let differing = 0;
    fc.assert(
      fc.property(pairs, ([pattern, event]) => {
        const { verdicts, deciding } = crossCheck(pattern, event);
        expect(verdicts.map(({ dialect, verdict }) => [dialect, verdict])).toEqual([
          ['aliyun', verdictOf(pattern, event, aliyun)],
          ['rocketmq', verdictOf(pattern, event, rocketmq)],
        ]);
        for (const { verdict, diagnostics } of verdicts) expect(diagnostics !== undefined).toBe(verdict === 'refused');
        const [first, second] = verdicts.map(({ verdict }) => verdict);
        if (first === second) {
          expect(deciding).toEqual([]);
          return;
        }
        differing++;
        for (const set of deciding) expect(verdictOf(pattern, event, exchanged(set))).toBe(second);
        const smallest = smallestSets(pattern, event, second as string);
        const size = smallest[0]?.length ?? 0;
        expect(deciding[0]?.length).toBe(size);
        // Of larger sets one is named; of single rules and pairs all are.
        if (size <= 2) expect(deciding).toEqual(smallest);
      }),
      { numRuns: runs(400) },
    );
    expect(differing).toBeGreaterThan(runs(400) / 20);
  });

  it('lists each field that holds in one dialect only, with the rules that decide', () => {
    let differing = 0;
    let hidden = 0;
    fc.assert(
      fc.property(pairs, ([pattern, event]) => {
        const { verdicts, fields } = crossCheck(pattern, event);
        if (verdicts.some(({ verdict }) => verdict === 'refused')) {
          expect(fields).toEqual([]);
          return;
        }
        const held = (name: 'aliyun' | 'rocketmq') =>
          fieldsOf(readJson(pattern), name).map((field) => ({
            pointer: pointerTo(field.written),
            holds: fieldHolds(field, readJson(event), name),
          }));
        const [first, second] = [held('aliyun'), held('rocketmq')];
        const expected = first.flatMap(({ pointer, holds }, i) =>
          holds === second[i]?.holds ? [] : [{ pointer, holds: [holds, !holds] }],
        );
        expect(fields.map(({ pointer, holds }) => ({ pointer, holds }))).toEqual(expected);
        for (const { pointer, holds, deciding } of fields) {
          expect(deciding.length).toBeGreaterThan(0);
          for (const set of deciding) {
            const explained = compilePattern(pattern, { dialect: exchanged(set) }).explain(event).fields;
            expect(explained.find((field) => field.pointer === pointer)?.holds).toBe(holds[1]);
          }
        }
        differing += fields.length;
        if (fields.length > 0 && verdicts[0]?.verdict === verdicts[1]?.verdict) hidden++;
      }),
      { numRuns: runs(800) },
    );
    expect(differing).toBeGreaterThan(runs(800) / 20);
    expect(hidden).toBeGreaterThan(0);
  });

  it('finds a field that differs beside one that fails in both dialects', () => {
    const pattern = '{"data":{"ip":[{"cidr":"10.0.0.0/24"}],"total":[1]}}';
    for (const event of ['{"data":{"ip":"10.0.0.0"}}', { data: { ip: '10.0.0.0' } }]) {
      const { verdicts, deciding, fields } = crossCheck(pattern, event);
      expect(verdicts.map(({ verdict }) => verdict)).toEqual(['no match', 'no match']);
      expect(deciding).toEqual([]);
      expect(fields).toEqual([{ pointer: '/data/ip', holds: [true, false], deciding: [['cidr-ends']] }]);
    }
  });

  // Each rule of section 5 with a pattern and an event for which it alone decides.
  it.each<[RuleName, string, string, string, string]>([
    ['contains', '{"type":[{"contains":"b"}]}', '{"type":"abc"}', 'match', 'refused'],
    ['combined-operators', '{"type":[{"prefix":"a","suffix":"c"}]}', '{"type":"abc"}', 'match', 'refused'],
    ['unknown-keys', '{"other":["a"]}', '{"other":"a"}', 'match', 'refused'],
    ['duplicate-names', '{"type":["a"],"type":["b"]}', '{"type":"b"}', 'refused', 'match'],
    ['equality', '{"data":{"n":["300"]}}', '{"data":{"n":300}}', 'no match', 'match'],
    ['number-text', '{"data":{"n":[1.1]}}', '{"data":{"n":1.10}}', 'no match', 'match'],
    ['cidr-ends', '{"data":{"ip":[{"cidr":"10.0.0.0/24"}]}}', '{"data":{"ip":"10.0.0.255"}}', 'match', 'no match'],
    ['cidr-zeros', '{"data":{"ip":[{"cidr":"10.0.0.0/8"}]}}', '{"data":{"ip":"010.0.0.1"}}', 'no match', 'match'],
    ['names', '{"data":{"a.b":["x"]}}', '{"data":{"a":{"b":"x"}}}', 'no match', 'match'],
  ])('names the rule %s where it decides alone', (rule, pattern, event, first, second) => {
    const { verdicts, deciding } = crossCheck(pattern, event);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual([first, second]);
    expect(deciding).toEqual([[rule]]);
  });

  it('names two rules where only both together decide', () => {
    const pattern = '{"data":{"n":["1.1"]}}';
    const { verdicts, deciding } = crossCheck(pattern, '{"data":{"n":1.10}}');
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['no match', 'match']);
    expect(deciding).toEqual([['equality', 'number-text']]);
  });

  it('names more than two rules where only all of them together decide', () => {
    const pattern = '{"data":{"a.n":["1.1"]}}';
    const { deciding } = crossCheck(pattern, '{"data":{"a":{"n":1.10}}}');
    expect(deciding).toEqual([['equality', 'number-text', 'names']]);
  });

  it('has the findings of a dialect that refuses the pattern', () => {
    const { verdicts } = crossCheck('{"type":[{"contains":"b"}]}', '{}');
    expect(verdicts[1]?.diagnostics?.map(({ code }) => code)).toEqual(['unsupported-operator']);
  });

  it('takes events as objects and as bytes, declared extensions, and a choice of dialects', () => {
    const bytes = new TextEncoder().encode('{"other":"a"}');
    const options = { extensions: ['other'] };
    for (const event of ['{"other":"a"}', bytes, { other: 'a' }]) {
      expect(crossCheck({ other: ['a'] }, event, options).verdicts.map(({ verdict }) => verdict)).toEqual([
        'match',
        'match',
      ]);
    }
    expect(crossCheck('{}', {}, { dialects: [rocketmq] })).toEqual({
      verdicts: [{ dialect: 'rocketmq', verdict: 'match' }],
      deciding: [],
      fields: [],
    });
    expect(crossCheck('{}', {}, { dialects: [] })).toEqual({ verdicts: [], deciding: [], fields: [] });
  });

  it('names no rule where dialects differ in their attributes', () => {
    const other: Dialect = { ...rocketmq, name: 'other', keys: [...rocketmq.keys, 'extra'] };
    const { verdicts, deciding } = crossCheck('{"extra":["a"]}', '{"extra":"a"}', { dialects: [rocketmq, other] });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['refused', 'match']);
    expect(deciding).toEqual([]);
  });

  it('refuses an event that matching refuses', () => {
    expect(() => crossCheck('{}', '[]')).toThrow(SyntaxError);
    expect(() => crossCheck('{}', [])).toThrow(TypeError);
  });
});

it('every value of every rule of a dialect has a description', () => {
  for (const { rules } of [aliyun, rocketmq]) {
    for (const name of NAMES) {
      const sentences: Readonly<Record<string, string>> = ruleSentences[name];
      expect(sentences[rules[name]], `${name}: ${rules[name]}`).toMatch(/^[a-z].*[^.]$/);
    }
  }
});
