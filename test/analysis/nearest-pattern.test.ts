/** Patterns that would match an event. The reference interpreter judges them, and which other events they accept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, type Edit, nearestPatterns } from '../../src/index.ts';
import { choices, chooser, spell } from '../support/arbitraries/json-text.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { readJson } from '../support/json.ts';
import { referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

const PATTERN = `{
  "source": [{"prefix": "shop."}],
  "data": {"state": ["paid"], "total": [{"numeric": [">", 100]}]}
}`;

describe('the nearest pattern for an event', () => {
  it.each<[string, string, string, string, string]>([
    ['a name of another case', '{"state":"paid","Total":250}', 'rename', '"total"', '"Total"'],
    ['a value that is not listed', '{"state":"open","total":250}', 'accept', '["paid"]', '["paid", "open"]'],
    ['a bound', '{"state":"paid","total":50}', 'widen', '[">", 100]', '[">=", 50]'],
    [
      'a level',
      '{"state":"paid","body":{"total":250}}',
      'step-down',
      '"total": [{"numeric": [">", 100]}]',
      '"body": {"total": [{"numeric": [">", 100]}]}',
    ],
  ])('changes %s and nothing else', (_, data, kind, from, to) => {
    const event = `{"source":"shop.a","data":${data}}`;
    const found = nearestPatterns(PATTERN, event);
    expect(found[0]?.steps.map((step) => step.kind)).toEqual([kind]);
    expect(found[0]?.text).toBe(PATTERN.replace(from, to));
    expect(found.at(-1)?.steps.map((step) => step.kind)).toEqual(['leave-out']);
  });

  it('does not exist when the event matches', () => {
    expect(nearestPatterns(PATTERN, '{"source":"shop.a","data":{"state":"paid","total":101}}')).toEqual([]);
  });

  it('changes every field that fails', () => {
    const found = nearestPatterns(PATTERN, { source: 'shop.a', data: { state: 'open', Total: 7 } });
    expect(found[0]?.steps.map(({ kind, pointer }) => [kind, pointer])).toEqual([
      ['accept', '/data/state'],
      ['rename', '/data/total'],
    ]);
  });

  it('removes all members of a name, where a name may occur twice', () => {
    const text = '{"data":{"a":["x"],"b":["y"],"a":["z"]}}';
    const found = nearestPatterns(text, { data: { a: 'other', b: 'y' } }, { dialect: 'rocketmq' });
    expect(found.at(-1)).toMatchObject({
      steps: [{ kind: 'leave-out', pointer: '/data/a' }],
      text: '{"data":{"b":["y"]}}',
    });
  });
});

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (done, { range, text: to }) => done.slice(0, range.start) + to + done.slice(range.end),
    text,
  );
}

/** The changes of one field, as `kind: title -> its conditions`. */
function changesOf(conditions: unknown, value: unknown, dialect: 'aliyun' | 'rocketmq' = 'aliyun'): readonly string[] {
  const text = JSON.stringify({ data: { n: conditions } });
  return nearestPatterns(text, { data: { n: value } }, { dialect }).map(({ steps: [step], text: changed, edits }) => {
    expect(edited(text, edits)).toBe(changed);
    const { data } = JSON.parse(changed) as { data?: { n: unknown } };
    return `${step?.kind}: ${step?.title}${data === undefined ? '' : ` -> ${JSON.stringify(data.n)}`}`;
  });
}

const LEFT_OUT = 'leave-out: leave `/data/n` out';

describe('the nearest patterns for one field', () => {
  it.each<[string, readonly unknown[], unknown, readonly string[]]>([
    [
      'a lower bound',
      [{ numeric: ['>', 100] }],
      50,
      [
        'widen: widen the bound to >= 50 -> [{"numeric":[">=",50]}]',
        'accept: accept 50 too -> [{"numeric":[">",100]},50]',
      ],
    ],
    [
      'an upper bound',
      [{ numeric: ['>', 0, '<', 5] }],
      9.5,
      [
        'widen: widen the bound to <= 9.5 -> [{"numeric":[">",0,"<=",9.5]}]',
        'accept: accept 9.5 too -> [{"numeric":[">",0,"<",5]},9.5]',
      ],
    ],
    [
      'a bound that holds almost',
      [{ numeric: ['>', 5] }],
      5,
      ['widen: widen the bound to >= 5 -> [{"numeric":[">=",5]}]', 'accept: accept 5 too -> [{"numeric":[">",5]},5]'],
    ],
    ['a number that is no bound', [{ numeric: ['=', 5] }], 6, ['accept: accept 6 too -> [{"numeric":["=",5]},6]']],
    ['a bound and a text', [{ numeric: ['>', 5] }], '6', ['accept: accept "6" too -> [{"numeric":[">",5]},"6"]']],
    [
      'a number that no bound may be',
      [{ numeric: ['<', 5] }],
      2e9,
      ['accept: accept 2000000000 too -> [{"numeric":["<",5]},2000000000]'],
    ],
    [
      'a beginning',
      [{ prefix: 'acs.oss' }],
      'acs.oms',
      [
        'widen: widen the beginning to "acs." -> [{"prefix":"acs."}]',
        'accept: accept "acs.oms" too -> [{"prefix":"acs.oss"},"acs.oms"]',
      ],
    ],
    [
      'a beginning within a word',
      [{ prefix: 'orders' }],
      'order',
      [
        'widen: widen the beginning to "order" -> [{"prefix":"order"}]',
        'accept: accept "order" too -> [{"prefix":"orders"},"order"]',
      ],
    ],
    [
      'a beginning of another case',
      [{ prefix: 'shop.' }],
      'Shop.a',
      [
        'accept: accept what starts with "Shop." too -> [{"prefix":"shop."},{"prefix":"Shop."}]',
        'accept: accept "Shop.a" too -> [{"prefix":"shop."},"Shop.a"]',
      ],
    ],
    [
      'a beginning that shares nothing',
      [{ prefix: 'abc' }],
      'xyz',
      ['accept: accept "xyz" too -> [{"prefix":"abc"},"xyz"]'],
    ],
    [
      'an ending',
      [{ suffix: '.tar.gz' }],
      'a.gz',
      [
        'widen: widen the ending to ".gz" -> [{"suffix":".gz"}]',
        'accept: accept what ends with ".gz" too -> [{"suffix":".tar.gz"},{"suffix":".gz"}]',
        'accept: accept "a.gz" too -> [{"suffix":".tar.gz"},"a.gz"]',
      ],
    ],
    [
      'another ending',
      [{ suffix: '.jpg' }],
      'a.png',
      [
        'accept: accept what ends with ".png" too -> [{"suffix":".jpg"},{"suffix":".png"}]',
        'accept: accept "a.png" too -> [{"suffix":".jpg"},"a.png"]',
      ],
    ],
    [
      'a part',
      [{ contains: 'Normal' }],
      'UserNormEvent',
      [
        'widen: widen the part to "Norm" -> [{"contains":"Norm"}]',
        'accept: accept "UserNormEvent" too -> [{"contains":"Normal"},"UserNormEvent"]',
      ],
    ],
    [
      'a part that shares nothing',
      [{ contains: 'Normal' }],
      'x',
      ['accept: accept "x" too -> [{"contains":"Normal"},"x"]'],
    ],
    [
      'a block',
      [{ cidr: '10.0.0.0/24' }],
      '10.0.1.7',
      [
        'widen: widen the block to 10.0.0.0/23 -> [{"cidr":"10.0.0.0/23"}]',
        'accept: accept "10.0.1.7" too -> [{"cidr":"10.0.0.0/24"},"10.0.1.7"]',
      ],
    ],
    [
      'one address',
      [{ cidr: '10.0.0.7' }],
      '10.0.0.6',
      [
        'widen: widen the block to 10.0.0.6/31 -> [{"cidr":"10.0.0.6/31"}]',
        'accept: accept "10.0.0.6" too -> [{"cidr":"10.0.0.7"},"10.0.0.6"]',
      ],
    ],
    [
      'a block of another network',
      [{ cidr: '10.0.0.0/24' }],
      '192.168.0.1',
      ['accept: accept "192.168.0.1" too -> [{"cidr":"10.0.0.0/24"},"192.168.0.1"]'],
    ],
    [
      'a block and no address',
      [{ cidr: '10.0.0.0/24' }],
      'here',
      ['accept: accept "here" too -> [{"cidr":"10.0.0.0/24"},"here"]'],
    ],
    [
      'one of several that must not be',
      [{ 'anything-but': ['a', 'b', 'c'] }],
      'b',
      ['drop: take "b" out of `anything-but` -> [{"anything-but":["a","c"]}]'],
    ],
    [
      'a number that must not be',
      [{ 'anything-but': [100, 200] }],
      200,
      ['drop: take 200 out of `anything-but` -> [{"anything-but":[100]}]'],
    ],
    ['the only one that must not be', [{ 'anything-but': 'b' }], 'b', ['drop: accept any value -> [{"exists":true}]']],
    ['the only one of a list', [{ 'anything-but': ['b'] }], 'b', ['drop: accept any value -> [{"exists":true}]']],
    [
      'one beside another operator',
      [{ prefix: 'a', 'anything-but': 'ab' }],
      'ab',
      ['drop: leave `anything-but` out -> [{"prefix":"a"}]'],
    ],
    [
      'a beginning that must not be',
      [{ 'anything-but': { prefix: 'in' } }],
      'init',
      ['accept: accept "init" too -> [{"anything-but":{"prefix":"in"}},"init"]'],
    ],
    [
      'two operators',
      [{ prefix: 'logs/a', suffix: '.gz' }],
      'logs/b.gz',
      [
        'widen: widen the beginning to "logs/" -> [{"prefix":"logs/","suffix":".gz"}]',
        'accept: accept "logs/b.gz" too -> [{"prefix":"logs/a","suffix":".gz"},"logs/b.gz"]',
      ],
    ],
    ['what must be missing', [{ exists: false }], 5, ['accept: accept 5 too -> [{"exists":false},5]']],
    [
      'a list of which the nearest is accepted first',
      ['paid', 'void'],
      ['x', 'pard'],
      ['accept: accept "pard" too -> ["paid","void","pard"]', 'accept: accept "x" too -> ["paid","void","x"]'],
    ],
    [
      'numbers of which the nearest is the bound',
      [{ numeric: ['>', 100] }],
      [10, 90],
      [
        'widen: widen the bound to >= 90 -> [{"numeric":[">=",90]}]',
        'widen: widen the bound to >= 10 -> [{"numeric":[">=",10]}]',
        'accept: accept 10 too -> [{"numeric":[">",100]},10]',
        'accept: accept 90 too -> [{"numeric":[">",100]},90]',
      ],
    ],
    ['an object', ['x'], { a: 1 }, []],
    ['an empty list', [{ exists: true }], [], []],
  ])('change %s', (_, conditions, value, expected) => {
    expect(changesOf(conditions, value)).toEqual([...expected, LEFT_OUT]);
  });

  it('follow the rules of the dialect', () => {
    expect(changesOf([{ cidr: '10.0.0.0/24' }], '10.0.1.255', 'rocketmq')[0]).toBe(
      'widen: widen the block to 10.0.0.0/22 -> [{"cidr":"10.0.0.0/22"}]',
    );
    expect(changesOf([{ 'anything-but': ['1', 2, '3'] }], 1, 'rocketmq')[0]).toBe(
      'drop: take "1" out of `anything-but` -> [{"anything-but":[2,"3"]}]',
    );
  });

  it('count the other elements', () => {
    const [first] = nearestPatterns('{"data":{"n":["paid"]}}', {
      data: { n: Array.from({ length: 5000 }, (_, i) => `t${i}`) },
    });
    expect(first?.steps).toMatchObject([{ kind: 'accept', more: 4997 }]);
  });
});

describe('the nearest patterns for several fields', () => {
  const first = (pattern: string, event: object) => {
    const [found] = nearestPatterns(pattern, event);
    if (found === undefined) throw new Error('there is a nearest pattern');
    expect(edited(pattern, found.edits)).toBe(found.text);
    return { titles: found.steps.map(({ title }) => title), text: found.text };
  };

  it.each<[string, string, object, readonly string[], string]>([
    [
      'below a name of another case are renamed at once',
      '{"data": {"order": {"state": ["paid"], "total" : [1]}}}',
      { data: { Order: { state: 'open', total: 1 } } },
      ['name it `Order`, and accept "open" too'],
      '{"data": {"Order": {"state": ["paid", "open"], "total" : [1]}}}',
    ],
    [
      'of other names below other names',
      '{"data": {"order": {"total": [1]}}}',
      { data: { Order: { Total: 2 } } },
      ['name it `Order`, name it `Total`, and accept 2 too'],
      '{"data": {"Order": {"Total": [1, 2]}}}',
    ],
    [
      'go one level down together',
      '{"data": {"a": [1],\n "b": [2], "c": [3]}}',
      { data: { body: { a: 1, b: 2 }, c: 3 } },
      ['look for it in `body`', 'look for it in `body`'],
      '{"data": {"body": {"a": [1], "b": [2]},\n "c": [3]}}',
    ],
    [
      'go one level down into an object that is there',
      '{"data": {"a": [1], "body": {"k": [0]}}}',
      { data: { body: { a: 1, k: 0 } } },
      ['look for it in `body`'],
      '{"data": {"body": {"k": [0], "a": [1]}}}',
    ],
    [
      'with lines of their own',
      '{\n  "data": {\n    "a": [\n      "x"\n    ],\n    "b":["y"]\n  }\n}',
      { data: { a: 'q', b: 'r' } },
      ['accept "q" too', 'accept "r" too'],
      '{\n  "data": {\n    "a": [\n      "x",\n      "q"\n    ],\n    "b":["y", "r"]\n  }\n}',
    ],
  ])('%s', (_, pattern, event, titles, text) => {
    expect(first(pattern, event)).toEqual({ titles, text });
  });

  it('leave out the fields together, with the objects that become empty', () => {
    const text = '{"source": ["s"], "data": {"a": {"x": [1], "y": [2]}, "b": [3], "c": [4]}}';
    const found = nearestPatterns(text, { source: 's', data: { a: { x: 0, y: 0 }, b: 3, c: 0 } }).at(-1);
    expect(found?.steps.map(({ kind }) => kind)).toEqual(['leave-out', 'leave-out', 'leave-out']);
    expect(found?.text).toBe('{"source": ["s"], "data": {"b": [3]}}');
  });

  it('are found for many fields', () => {
    const names = Array.from({ length: 300 }, (_, i) => `f${i}`);
    const text = JSON.stringify({ data: Object.fromEntries(names.map((name) => [name, ['x']])) });
    const [found, last] = nearestPatterns(text, { data: Object.fromEntries(names.map((name) => [name, 'y'])) });
    expect(found?.steps).toHaveLength(300);
    expect(last?.text).toBe('{}');
  });
});

describe('onlyThisKind', () => {
  it.each<[string, object, object, readonly ('yes' | 'no')[]]>([
    ['by one more value: nothing else', { data: { n: ['a'] } }, { data: { n: 'b' } }, ['yes', 'no']],
    [
      'by a wider bound: other numbers',
      { data: { n: [{ numeric: ['>', 9] }] } },
      { data: { n: 5 } },
      ['no', 'yes', 'no'],
    ],
    [
      'by a name: all that the field holds for',
      { data: { n1: [{ exists: true }] } },
      { data: { N1: 5 } },
      ['no', 'no'],
    ],
    ['by a name and one value: nothing else', { data: { n1: ['a'] } }, { data: { N1: 'a' } }, ['yes', 'yes', 'no']],
    [
      'by a value that may be: nothing else',
      { data: { n: [{ 'anything-but': ['a', 'b'] }] } },
      { data: { n: 'b' } },
      ['yes', 'no'],
    ],
    [
      'by two more values: each beside the old ones',
      { data: { a: ['x'], b: ['x'] } },
      { data: { a: 'y', b: 'y' } },
      ['no', 'no'],
    ],
    ['where it is missing: nothing else', { data: { n: ['a'] } }, { data: { k: 1 } }, ['yes', 'no']],
  ])('is answered %s', (_, pattern, event, expected) => {
    const text = JSON.stringify(pattern);
    const found = nearestPatterns(text, event);
    expect(found.map(({ onlyThisKind }) => onlyThisKind.answer)).toEqual(expected);
    for (const { onlyThisKind, text: changed } of found) {
      if (onlyThisKind.answer !== 'no') continue;
      expect(compilePattern(changed).matchesJson(onlyThisKind.witness)).toBe(true);
      expect(compilePattern(text).matchesJson(onlyThisKind.witness)).toBe(false);
    }
  });
});

describe.each(['aliyun', 'rocketmq'] as const)(
  'the nearest patterns for generated patterns and events, in %s',
  (dialect) => {
    it('match the event, have a true onlyThisKind, and keep the rest of the text', () => {
      let found = 0;
      const cases = fc
        .tuple(filterPattern(dialect), choices())
        .map(([text, picked]) => spell(readJson(text), chooser(picked)))
        .chain((text) => fc.tuple(fc.constant(text), eventFor(text, dialect)));
      fc.assert(
        fc.property(cases, ([text, event]) => {
          const explanation = compilePattern(text, { dialect }).explain(event);
          const all = nearestPatterns(text, event, { dialect });
          expect(all.length > 0).toBe(!referenceMatches(text, event, dialect));
          for (const { text: changed, edits, diff, onlyThisKind, steps } of all) {
            found++;
            expect(steps.length).toBeGreaterThan(0);
            expect(edited(text, edits)).toBe(changed);
            expect(referenceMatches(changed, event, dialect)).toBe(true);
            for (const { holds, range } of explanation.fields) {
              if (!holds || range === undefined) continue;
              for (const edit of edits)
                expect(edit.range.end <= range.start || edit.range.start >= range.end).toBe(true);
            }
            const witnesses = [diff.gained, onlyThisKind.answer === 'no' ? onlyThisKind.witness : undefined];
            if (diff.gained === undefined) expect(diff.relation).toBe('unknown');
            for (const witness of witnesses) {
              if (witness === undefined) continue;
              expect(referenceMatches(changed, witness, dialect)).toBe(true);
              expect(referenceMatches(text, witness, dialect)).toBe(false);
            }
          }
        }),
        { numRuns: runs(300) },
      );
      expect(found).toBeGreaterThan(runs(300) / 3);
    });
  },
);
