/** The nearest event as edits of the event's own text: all other text is kept, and edited values stay similar. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, type Edit, nearestMatch } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (done, { range, text: to }) => done.slice(0, range.start) + to + done.slice(range.end),
    text,
  );
}

/** The nearest event, which is the text with the edits. */
function nearestTo(pattern: string, text: string): { readonly event: string; readonly edits: readonly Edit[] } {
  const nearest = nearestMatch(pattern, text);
  if (nearest.answer !== 'yes' || nearest.edits === undefined) throw new Error(nearest.answer);
  expect(nearest.event).toBe(edited(text, nearest.edits));
  return { event: nearest.event, edits: nearest.edits };
}

describe('the nearest value', () => {
  const nearestValue = (conditions: unknown, value: unknown): unknown => {
    const { event } = nearestTo(JSON.stringify({ data: { n: conditions } }), JSON.stringify({ data: { n: value } }));
    return (JSON.parse(event) as { data: { n: unknown } }).data.n;
  };

  it.each<[string, readonly unknown[], unknown, unknown]>([
    ['two letters', ['open', 'shipped', 'paid', 'void'], 'parc', 'paid'],
    ['a case', ['void', 'paid', 'Paid-late'], 'PAID', 'paid'],
    ['a case before a letter', ['pair', 'paid'], 'PAID', 'paid'],
    ['a letter too many', ['shop', 'shipped', 'ship'], 'shippped', 'shipped'],
    ['a letter too few', ['cancel', 'cancelled', 'closed'], 'canceled', 'cancelled'],
    ['two letters that changed places', ['shipped', 'shopped'], 'shpiped', 'shipped'],
    ['a letter of another script', ['open', 'paid', 'p--d'], 'p\u0430id', 'paid'],
    ['a blank that is not seen', ['a b', 'a-b'], 'a\u00a0b', 'a b'],
    ['a long list', [...Array.from({ length: 3000 }, (_, i) => `state-${i}`), 'paid'], 'pard', 'paid'],
    ['another ending', [{ suffix: '.png' }], 'a.jpg', 'a.png'],
    ['a longer ending', [{ suffix: '.png' }], 'photo.jpeg', 'photo.png'],
    ['a shorter ending', [{ suffix: '.jpeg' }], 'photo.jpg', 'photo.jpeg'],
    ['an ending of another case', [{ suffix: '.png' }], 'photo.PNG', 'photo.png'],
    ['no ending', [{ suffix: '.md' }], 'README', 'README.md'],
    ['the nearest of endings', [{ suffix: '.jpeg' }, { suffix: '.png' }], 'a.pn', 'a.png'],
    ['a beginning that lacks a letter', [{ prefix: 'logs/' }], 'log/x', 'logs/x'],
    ['another beginning', [{ prefix: 'logs/' }], 'tmp/x', 'logs/x'],
    ['no beginning', [{ prefix: 'logs/' }], 'xyz', 'logs/xyz'],
    ['a single character', [{ prefix: 'logs/' }], 'x', 'logs/'],
    [
      'a beginning with several parts',
      [{ prefix: 'acs:oss:cn-hangzhou:' }],
      'acs:oss:cn-beijing:b',
      'acs:oss:cn-hangzhou:b',
    ],
    ['a beginning of another case', [{ prefix: 'shop.' }], 'Shop.orders', 'shop.orders'],
    ['a beginning and an ending', [{ prefix: 'logs/', suffix: '.gz' }], 'log/x.txt', 'logs/x.gz'],
    ['a part that lacks a letter', [{ contains: 'Normal' }], 'UserNormlEvent', 'UserNormalEvent'],
    ['a part of another case', [{ contains: 'Normal' }], 'user-normal-event', 'user-Normal-event'],
    ['no part', [{ contains: 'Normal' }], 'User', 'UserNormal'],
    ['a beginning that must not be', [{ 'anything-but': { prefix: 'tmp/' } }], 'tmp/a.txt', 'a.txt'],
    ['an ending that must not be', [{ 'anything-but': { suffix: '.tmp' } }], 'a.txt.tmp', 'a.txt'],
    ['a bound', [{ numeric: ['>', 100] }], 50, 101],
    ['a bound that is met itself', [{ numeric: ['>=', 50] }], 49.5, 50],
    ['the nearer end of a range', [{ numeric: ['>', 0, '<=', 5] }], 9, 5],
    [
      'the nearest of many ranges',
      Array.from({ length: 100 }, (_, i) => ({ numeric: ['>=', 10 * i, '<=', 10 * i + 1] })),
      559,
      560,
    ],
    ['a number with decimals', [{ numeric: ['=', 301.8] }], 300, 301.8],
    ['a large number', [{ numeric: ['<', 1000] }], 1600000000000, 999],
    ['the nearest of numbers', [100, 200, 300], 260, 300],
    ['the nearest of many numbers', Array.from({ length: 3000 }, (_, i) => 7 * i), 20990, 20993],
    ['a number in quotes', [{ numeric: ['>', 100] }], '7', 101],
    ['a number that must not be', [{ 'anything-but': [100, 200] }], 100, 99],
    ['a host of another network', [{ cidr: '10.0.0.0/24' }], '10.0.1.77', '10.0.0.77'],
    ['an address of another network', [{ cidr: '10.0.0.0/8' }], '192.168.0.123', '10.168.0.123'],
    ['an address beside a small block', [{ cidr: '10.0.0.128/25' }], '10.0.0.5', '10.0.0.128'],
    ['an address beside one', [{ cidr: '10.0.0.7' }], '10.0.0.8', '10.0.0.7'],
    ['a literal of another case', [true, false], 'False', false],
  ])('is found for %s', (_, conditions, value, expected) => {
    expect(nearestValue(conditions, value)).toBe(expected);
  });
});

const P = { source: ['shop.a'], data: { order: { state: ['paid'], total: [{ numeric: ['>', 100] }] }, tags: ['x'] } };

describe('the text of the nearest event', () => {
  it.each<[string, object, string, string]>([
    [
      'with lines, a name of another case, and blanks before colons',
      P,
      '{\n  "Source": "shop.a",\n  "n": 1.50,\n  "data": {\n    "order": {"state":"Paid", "total" : 50},\n    "tags": [ "y" ]\n  }\n}\n',
      '{\n  "source": "shop.a",\n  "n": 1.50,\n  "data": {\n    "order": {"state":"paid", "total" : 101},\n    "tags": [ "y", "x" ]\n  }\n}\n',
    ],
    [
      'gets members on lines of their own',
      P,
      '{\n  "source": "shop.a",\n  "data": {\n    "k": 1\n  }\n}',
      '{\n  "source": "shop.a",\n  "data": {\n    "k": 1,\n    "order": {\n      "state": "paid",\n      "total": 101\n    },\n    "tags": "x"\n  }\n}',
    ],
    [
      'gets members in an object without any, with tabs and CRLF',
      { data: { a: ['x'], b: ['y'] } },
      '{\r\n\t"source": "shop.a",\r\n\t"data": {}\r\n}',
      '{\r\n\t"source": "shop.a",\r\n\t"data": {\r\n\t\t"a": "x",\r\n\t\t"b": "y"\r\n\t}\r\n}',
    ],
    [
      'without blanks stays so',
      P,
      '{"source":"shop.a","data":{"order":{"state":"paid","total":101}}}',
      '{"source":"shop.a","data":{"order":{"state":"paid","total":101},"tags":"x"}}',
    ],
    [
      'with blanks inside of braces',
      { data: { a: { b: ['x'] } } },
      '{ "data": { "k": 1 } }',
      '{ "data": { "k": 1, "a": { "b": "x" } } }',
    ],
    [
      'with commas at the beginning of lines',
      { data: { a: ['x'] } },
      '{"data": {\n  "k": 1\n, "l": 2\n}}',
      '{"data": {\n  "k": 1\n, "l": 2\n, "a": "x"\n}}',
    ],
    ['with nothing in it', { data: { a: ['x'] } }, ' { } ', ' {"data":{"a":"x"}} '],
    [
      'of the last of two members',
      { data: { a: ['x'] } },
      '{"data": {"a": "x", "k": 0, "a" : "y"}}',
      '{"data": {"a": "x", "k": 0, "a" : "x"}}',
    ],
    [
      'of both members, which are renamed',
      { data: { a1: ['x'] } },
      '{"data": {"A1": "y", "k": 0, "A1" : "x"}}',
      '{"data": {"a1": "y", "k": 0, "a1" : "x"}}',
    ],
    [
      'of both members, which go',
      { data: { a: [{ exists: false }] } },
      '{"data": {"a": "y", "k": 0, "a" : "x"}}',
      '{"data": {"k": 0}}',
    ],
    [
      'where all members go and one comes',
      { data: { a: [{ exists: false }], b: ['x'] } },
      '{"data": { "a": "y" }}',
      '{"data": { "b": "x" }}',
    ],
    [
      'of a list with lines',
      { data: { a: ['c'] } },
      '{"data": {"a": [\n  "a",\n  "b"\n]}}',
      '{"data": {"a": [\n  "a",\n  "b",\n  "c"\n]}}',
    ],
    [
      'of a list with an element of another case',
      { data: { a: ['paid'] } },
      '{"data": {"a": ["x" ,"Paid", 1.0]}}',
      '{"data": {"a": ["x" ,"paid", 1.0]}}',
    ],
    [
      'of a list with a number in quotes',
      { data: { a: [7] } },
      '{"data": {"a": ["x", "7"]}}',
      '{"data": {"a": ["x", 7]}}',
    ],
    [
      'of a list with an object',
      { data: { a: ['c'] } },
      '{"data": {"a": ["a", {"k": 1}, "b" ]}}',
      '{"data": {"a": ["a", "b", "c" ]}}',
    ],
    [
      'of a list without plain values',
      { data: { a: ['c'] } },
      '{"data": {"a": [ {}, [] ]}}',
      '{"data": {"a": [ "c" ]}}',
    ],
    [
      'of JSON in a string',
      P,
      '{"source": "shop.a", "data": "{\\"order\\": {\\"state\\":\\"paid\\", \\"total\\":1e1}, \\"tags\\":[\\"x\\"],\\n  \\"k\\": 1.0}"}',
      '{"source": "shop.a", "data": {"order": {"state":"paid", "total":101}, "tags":["x"],\n  "k": 1.0}}',
    ],
    [
      'of an object in a list',
      { data: { a: { s: ['paid'] } } },
      '{"data": {"a": [{"s": "parc", "k":[1 ,2.0]}]}}',
      '{"data": {"a": {"s": "paid", "k":[1 ,2.0]}}}',
    ],
    [
      'with escapes in names',
      { data: { a: ['x'] } },
      '{"d\\u0061ta": {"\\u0061": "y", "\\u0062": "\\u0062"}}',
      '{"d\\u0061ta": {"\\u0061": "x", "\\u0062": "\\u0062"}}',
    ],
    ['that matches', { data: { a: ['x'] } }, '{"data": {"a" :"x"}}', '{"data": {"a" :"x"}}'],
  ])('%s', (_, pattern, text, expected) => {
    expect(nearestTo(JSON.stringify(pattern), text).event).toBe(expected);
  });

  it('has no edits when the event was not given as text', () => {
    const bytes = new TextEncoder().encode('{"data": {"a": 1}}');
    for (const event of [{ data: { a: 1 } }, bytes]) {
      expect(nearestMatch('{"data":{"a":[2]}}', event)).toEqual({
        answer: 'yes',
        event: '{"data":{"a":2}}',
        changes: [{ pointer: '/data/a', from: '1', to: '2' }],
      });
    }
  });
});

describe.each(['aliyun', 'rocketmq'] as const)(
  'the nearest event for generated patterns and events, in %s',
  (dialect) => {
    it('matches, and keeps every value for which its field holds', () => {
      const cases = filterPattern(dialect).chain((text) => fc.tuple(fc.constant(text), eventFor(text, dialect)));
      let changed = 0;
      fc.assert(
        fc.property(cases, ([pattern, text]) => {
          const nearest = nearestMatch(pattern, text, { dialect });
          if (nearest.answer !== 'yes') return;
          const edits = nearest.edits ?? [];
          expect(nearest.event).toBe(edited(text, edits));
          expect(referenceMatches(pattern, nearest.event, dialect)).toBe(true);
          expect(edits.length > 0).toBe(!referenceMatches(pattern, text, dialect));
          if (edits.length > 0) changed++;
          const { fields } = compilePattern(pattern, { dialect }).explain(text);
          const failing = new Set(fields.filter(({ holds }) => !holds).map(({ path }) => path.join('\n')));
          for (const { holds, seen, path } of fields) {
            const { range } = seen;
            // Two fields may have one path.
            if (!holds || seen.kind === 'missing' || range === undefined || failing.has(path.join('\n'))) continue;
            for (const edit of edits) expect(edit.range.end <= range.start || edit.range.start >= range.end).toBe(true);
          }
        }),
        { numRuns: runs(400) },
      );
      expect(changed).toBeGreaterThan(runs(400) / 5);
    });
  },
);
