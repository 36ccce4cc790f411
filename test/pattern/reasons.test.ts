/** Reasons beyond the plain difference: special rules, texts that look alike, members that are elsewhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  type DialectName,
  type FieldExplanation,
  parsePointer,
  type Reason,
  reasonTexts,
} from '../../src/index.ts';
import { runs } from '../support/runs.ts';

function explain(pattern: string, event: string, dialect?: DialectName): FieldExplanation {
  const { fields } = compilePattern(pattern, { dialect }).explain(event);
  if (fields[0] === undefined) throw new Error('the pattern has no field');
  return fields[0];
}

/** The reason of a field, or of the condition that makes it hold. */
function reasonFor(condition: string, value: string, dialect?: DialectName): string | undefined {
  const field = explain(`{"data":{"v":[${condition}]}}`, `{"data":{"v":${value}}}`, dialect);
  return field.holds ? field.conditions.find(({ holds }) => holds)?.reason : field.reason;
}

describe('a reason names the special rule that decides', () => {
  const BY_TEXT = ': a plain number is compared by its text';
  it.each<[string, string, string | undefined]>([
    // The tolerance, when the verdict differs from plain arithmetic.
    ['{"numeric":[">",0.0000001]}', '0.0000002', equal('0.0000002', '0.0000001', '>')],
    ['{"numeric":["!=",0]}', '0.00000005', equal('0.00000005', '0', '!=')],
    ['{"numeric":["<",5]}', '4.99999995', equal('4.99999995', '5', '<')],
    ['{"numeric":[">",1e9]}', '1000000000.00000001', equal('1000000000.00000001', '1e9', '>')],
    ['{"numeric":[">",0,"<",5]}', '4.99999995', equal('4.99999995', '5', '<')],
    ['{"numeric":["=",0]}', '0.00000005', equal('0.00000005', '0')],
    ['{"numeric":["<=",5]}', '5.00000005', equal('5.00000005', '5')],
    ['{"numeric":[">=",5]}', '4.99999995', equal('4.99999995', '5')],
    ['{"numeric":[">",0,"<=",5]}', '5.00000005', equal('5.00000005', '5')],
    [
      '{"numeric":["=",1]}',
      '1.0000001',
      '1.0000001 is not = 1: computed in floating point, it differs from 1 by more than 1e-7',
    ],
    // Plain arithmetic.
    ['{"numeric":["<",5]}', '5.0', '5.0 is not < 5'],
    ['{"numeric":["<",5]}', '5.00000005', '5.00000005 is not < 5'],
    ['{"numeric":["!=",5]}', '5.00', '5.00 is not != 5'],
    ['{"numeric":[">",1e9]}', '1000000000', '1000000000 is not > 1e9'],
    ['{"numeric":[">",1e9]}', '2000000000', undefined],
    ['{"numeric":["<=",5]}', '4.99999995', undefined],
    ['{"numeric":[">=",5]}', '5.00', undefined],
    // The text of a plain number.
    ['8', '8.0', `8.0 is not the same text as 8${BY_TEXT}`],
    ['8.0', '8', `8 is not the same text as 8.0${BY_TEXT}`],
    ['300', '3e2', `3e2 is not the same text as 300${BY_TEXT}`],
    ['{"anything-but":8}', '8.0', `8.0 is not the same text as 8${BY_TEXT}`],
    ['{"anything-but":[7,8]}', '8.0', `8.0 is not the same text as 8${BY_TEXT}`],
    ['{"anything-but":8}', '9', undefined],
    // Kinds.
    ['"300"', '300.0', '300.0 is a number, and "300" is a string'],
    ['300', '"300.0"', '"300.0" is a string, and 300 is a number'],
    ['{"anything-but":8}', '"8"', '"8" is a string, and 8 is a number'],
    [
      '{"cidr":"10.0.0.0/8"}',
      '"010.0.0.1"',
      '"010.0.0.1" is not an IPv4 address: an address with leading zeros is not accepted here',
    ],
    // A wildcard of other languages.
    [
      '"oss:ObjectCreated:*"',
      '"oss:ObjectCreated:PutObject"',
      '"oss:ObjectCreated:PutObject" is not "oss:ObjectCreated:*": `*` is literal here; write {"prefix": "oss:ObjectCreated:"}',
    ],
    ['"*.jpg"', '"a.jpg"', '"a.jpg" is not "*.jpg": `*` is literal here; write {"suffix": ".jpg"}'],
    [
      '"*Error*"',
      '"UserErrorEvent"',
      '"UserErrorEvent" is not "*Error*": `*` is literal here; write {"contains": "Error"}',
    ],
    ['"*"', '"a"', '"a" is not "*": `*` is literal here; write {"exists": true}'],
    ['"a*b"', '"axb"', '"axb" is not "a*b": `*` is literal here'],
    ['"a*b"', '"c"', '"c" is not "a*b": `*` is literal here'],
    ['"Put?bject"', '"PutObject"', '"PutObject" is not "Put?bject": `?` is literal here'],
    ['"a?b=c"', '"x"', '"x" is not "a?b=c"'],
    [
      '{"prefix":"acs.*"}',
      '"acs.oss"',
      '"acs.oss" does not start with "acs.*": `*` is literal here; write {"prefix": "acs."}',
    ],
    [
      '{"suffix":"*.jpg"}',
      '"a.jpg"',
      '"a.jpg" does not end with "*.jpg": `*` is literal here; write {"suffix": ".jpg"}',
    ],
    ['{"contains":"a*c"}', '"xabcx"', '"xabcx" does not contain "a*c": `*` is literal here'],
    ['{"anything-but":"test-*"}', '"test-1"', '"test-1" is not "test-*": `*` is literal here'],
  ])('%s for %s', (condition, value, expected) => {
    expect(reasonFor(condition, value)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['"300"', '300', 'here 300 and "300" are compared by their text'],
    ['true', '"true"', 'here "true" and true are compared by their text'],
    [
      '{"anything-but":["300"]}',
      '300',
      '300 is one of the excluded values: here 300 and "300" are compared by their text',
    ],
    ['{"numeric":["<",0]}', '-2147483649', '-2147483649 is compared as 2147483647, and 2147483647 is not < 0'],
    [
      '{"cidr":"10.0.0.0/24"}',
      '"10.0.0.255"',
      '"10.0.0.255" is outside 10.0.0.1 to 10.0.0.254: the first and the last address of a block count as outside here',
    ],
    ['{"cidr":"10.0.0.0/24"}', '"10.0.1.255"', '"10.0.1.255" is outside 10.0.0.1 to 10.0.0.254'],
    ['{"cidr":"10.0.0.0/24"}', '"010.0.0.1"', 'an address with leading zeros is read as decimal here'],
    ['"*Error*"', '"UserErrorEvent"', '"UserErrorEvent" is not "*Error*": `*` is literal here'],
  ])('under rocketmq %s for %s', (condition, value, expected) => {
    expect(reasonFor(condition, value, 'rocketmq')).toBe(expected);
  });

  function equal(value: string, bound: string, symbol?: string): string {
    return `${value} differs from ${bound} by no more than 1e-7, so it counts as equal${symbol === undefined ? '' : ` and not as ${symbol}`}`;
  }
});

describe('a reason names the code points in which similar texts differ', () => {
  const E = 'e\u0301';
  it.each<[string, unknown, string, string]>([
    [
      'composed and decomposed letters',
      'caf\u00e9',
      `caf${E}`,
      'U+0065 (e) + U+0301 (a combining mark) at 4, where the pattern has U+00E9 (é)',
    ],
    ['a no-break space', 'a b', 'a\u00a0b', 'U+00A0 (no-break space) at 2, where the pattern has U+0020 (space)'],
    [
      'a full-width colon',
      'a:b',
      'a：b',
      'U+FF1A (a full-width or half-width form) at 2, where the pattern has U+003A (:)',
    ],
    ['a zero width space', 'paid', 'p\u200baid', 'U+200B (zero width space) at 2, where the pattern has nothing'],
    [
      'a byte order mark',
      'paid',
      '\ufeffpaid',
      'U+FEFF (zero width no-break space) at 1, where the pattern has nothing',
    ],
    ['a Cyrillic letter', 'paid', 'p\u0430id', 'U+0430 (a Cyrillic letter) at 2, where the pattern has U+0061 (a)'],
    ['a Greek letter', 'AB', 'A\u0392', 'U+0392 (a Greek letter) at 2, where the pattern has U+0042 (B)'],
    ['a turned direction', 'paid', 'pa\u202eid', 'U+202E (right-to-left override) at 3, where the pattern has nothing'],
    ['a blank at the end', 'paid', 'paid ', 'U+0020 (space) at 5, where the pattern has nothing'],
    ['a blank at the end of the pattern', 'paid ', 'paid', 'nothing at 5, where the pattern has U+0020 (space)'],
    ['line ends', 'a\nb', 'a\r\nb', 'U+000D (carriage return) at 2, where the pattern has nothing'],
    ['an en dash', 'a-b', 'a\u2013b', 'U+2013 (en dash) at 2, where the pattern has U+002D (hyphen-minus)'],
    ['a digit and a letter', 'O1', '01', 'U+0030 (0) at 1, where the pattern has U+004F (O)'],
    ['case', 'Paid', 'paid', 'only the case differs'],
    [
      'a letter and case',
      'paid',
      'P\u0430id',
      'U+0430 (a Cyrillic letter) at 2, where the pattern has U+0061 (a), and the case differs',
    ],
    [
      'two places',
      'a b c',
      'a\u00a0b\u00a0c',
      'U+00A0 (no-break space) at 2, where the pattern has U+0020 (space), and U+00A0 (no-break space) at 4, where the pattern has U+0020 (space)',
    ],
    [
      'more places than are named',
      'a b c d e',
      'a\u00a0b\u00a0c\u00a0d\u00a0e',
      'U+00A0 (no-break space) at 2, where the pattern has U+0020 (space), and U+00A0 (no-break space) at 4, where the pattern has U+0020 (space), and 2 more differ',
    ],
    [
      'one place more',
      'A b c d',
      'a\u00a0b\u00a0c\u00a0d',
      'U+00A0 (no-break space) at 2, where the pattern has U+0020 (space), and U+00A0 (no-break space) at 4, where the pattern has U+0020 (space), and 1 more differs, and the case differs',
    ],
    [
      'more characters than are named',
      'paid',
      `pa${'\u200b'.repeat(6)}id`,
      `${Array(4).fill('U+200B (zero width space)').join(' + ')} … at 3, where the pattern has nothing`,
    ],
    [
      'a prefix',
      { prefix: 'oss:' },
      'oss：Object',
      'U+FF1A (a full-width or half-width form) at 4, where the pattern has U+003A (:)',
    ],
    ['a suffix', { suffix: '.jpg' }, 'a.jpg ', 'U+0020 (space) at 6, where the pattern has nothing'],
    [
      'a part',
      { contains: 'Error' },
      'User\u200bErr\u043er!',
      'U+043E (a Cyrillic letter) at 9, where the pattern has U+006F (o)',
    ],
    ['the case of a prefix', { prefix: 'acs.' }, 'ACS.oss', 'only the case differs'],
  ])('%s', (_, condition, value, difference) => {
    const reason = reasonFor(JSON.stringify(condition), JSON.stringify(value));
    expect(reason?.endsWith(`: ${difference}`) ? difference : reason).toBe(difference);
  });

  it('for names, too', () => {
    expect(explain('{"data":{"state":["x"]}}', '{"data":{"st\u0430te":"x"}}').reason).toBe(
      '`/data` has no member `state`; it has `st\u0430te`: U+0430 (a Cyrillic letter) at 3, where the pattern has U+0061 (a)',
    );
    expect(explain('{"data":{"state":["x"]}}', '{"data":{"state\u00a0":"x","statu":1}}').reason).toBe(
      '`/data` has no member `state`; it has `state\u00a0`: U+00A0 (no-break space) at 6, where the pattern has nothing',
    );
  });

  it('for a value that `anything-but` excludes except for such a difference', () => {
    expect(reasonFor('{"anything-but":"paid"}', '"p\u0430id"')).toContain('U+0430 (a Cyrillic letter) at 2');
  });

  it.each(['"b" for "a"', '"abc" for "abd"', '"" for "x"', '"10" for "11"'])(
    'but not for plain differences: %s',
    (pair) => {
      const [condition, value] = pair.split(' for ') as [string, string];
      expect(reasonFor(condition, value)).toBe(`${value} is not ${condition}`);
    },
  );

  it('wherever the invisible character is', () => {
    const unseen = fc.constantFrom('\u00ad', '\u200b', '\u200c', '\u2060', '\ufe0f', '\u061c', '\u2066', '\ufeff');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,9}$/), unseen, fc.nat(9), (word, character, place) => {
        const at = Math.min(place, word.length);
        const event = JSON.stringify(word.slice(0, at) + character + word.slice(at));
        const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
        expect(reasonFor(JSON.stringify(word), event)).toMatch(
          new RegExp(`: U\\+${code} \\([^)]*\\) at ${at + 1}, where`),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('a reason names where the missing member is', () => {
  it.each<[string, string, string, string]>([
    [
      'one level down',
      '{"data":{"state":["paid"]}}',
      '{"data":{"body":{"state":"paid"}}}',
      '`state` is at /data/body/state',
    ],
    ['one level up', '{"data":{"body":{"state":["paid"]}}}', '{"data":{"state":"paid"}}', '`state` is at /data/state'],
    [
      'in a sibling',
      '{"data":{"a":{"state":["paid"]}}}',
      '{"data":{"a":{},"b":{"state":"open"}}}',
      '`state` is at /data/b/state',
    ],
    ['below data', '{"state":["paid"]}', '{"data":{"state":"paid"}}', '`state` is at /data/state'],
    ['beside data', '{"data":{"source":["acs.oss"]}}', '{"source":"acs.oss","data":{}}', '`source` is at /source'],
    ['where there is no data', '{"data":{"state":["paid"]}}', '{"state":"paid"}', '`state` is at /state'],
    [
      'in an element',
      '{"data":{"items":{"sku":["a"]}}}',
      '{"data":{"items":[{"sku":"a"}]}}',
      '`sku` is at /data/items/0/sku, inside an array, and no path leads into one',
    ],
    [
      'in a JSON text',
      '{"data":{"state":["paid"]}}',
      '{"data":{"body":"{\\"o\\":{\\"state\\":\\"paid\\"}}"}}',
      '`state` is at /o/state in the JSON text of `/data/body`, and strings are not read as JSON',
    ],
    [
      'in the JSON text in its way',
      '{"data":{"body":{"state":["paid"]}}}',
      '{"data":{"body":"{\\"state\\":\\"paid\\"}"}}',
      '`state` is at /state in it',
    ],
    [
      'behind a dotted name',
      '{"data":{"order.state":["paid"]}}',
      '{"data":{"order":{"state":"paid"}}}',
      '/data/order/state exists, and a name is not a path: write {"data": {"order": {"state": ["paid"]}}}',
    ],
    [
      'behind a dotted attribute',
      '{"data.state":["paid"]}',
      '{"data":{"state":"paid"}}',
      '/data/state exists, and a name is not a path: write {"data": {"state": ["paid"]}}',
    ],
    [
      'behind a JSONPath',
      '{"data":{"$.data.order.state":["paid"]}}',
      '{"data":{"order":{"state":"x"}}}',
      '/data/order/state exists, and a name is not a path: write {"data": {"order": {"state": ["paid"]}}}',
    ],
    [
      'behind a JSONPath in brackets',
      '{"data":{"$[\'order\'][\'state\']":["paid"]}}',
      '{"data":{"order":{"state":"x"}}}',
      '/data/order/state exists, and a name is not a path: write {"data": {"order": {"state": ["paid"]}}}',
    ],
    [
      'behind an index',
      '{"data":{"items[0].sku":["a"]}}',
      '{"data":{"items":[{"sku":"a"}]}}',
      '`sku` is at /data/items/0/sku, inside an array, and no path leads into one',
    ],
    [
      'behind a dotted name that leads nowhere',
      '{"data":{"order.state":["paid"]}}',
      '{"data":{"state":"paid"}}',
      '`state` is at /data/state',
    ],
    [
      'in one name with a dot',
      '{"data":{"order":{"state":["paid"]}}}',
      '{"data":{"order.state":"paid"}}',
      '`order.state`, one name with a dot, is at /data/order.state',
    ],
    ['by its value', '{"data":{"status":["paid"]}}', '{"data":{"phase":"paid"}}', '"paid" is at /data/phase'],
    ['by a number', '{"data":{"total":[4711]}}', '{"data":{"sum":4711}}', '4711 is at /data/sum'],
    [
      'where the field holds',
      '{"data":{"x":{"n":[{"numeric":[">",5]}]}}}',
      '{"data":{"n":1,"y":{"n":7}}}',
      '`n` is at /data/y/n and at one more place',
    ],
    [
      'by a name on the way',
      '{"data":{"order":{"sum":[1]}}}',
      '{"data":{"body":{"order":{"total":1}}}}',
      '`order` is at /data/body/order',
    ],
  ])('%s', (_, pattern, event, where) => {
    const { reason, reasons } = explain(pattern, event);
    expect(reasons?.[1]?.text).toBe(where);
    expect(reason).toBe(`${reasons?.[0]?.text}; ${where}`);
  });

  it.each<[string, string, string, string]>([
    [
      'its own name',
      '{"data":{"state":["paid"]}}',
      '{"data":{"state":"x","o":{"state":"paid"}}}',
      '"x" is not "paid"; `state` is at /data/o/state',
    ],
    [
      'its value',
      '{"source":["oss:Put"]}',
      '{"source":"acs.oss","type":"oss:Put"}',
      '"acs.oss" is not "oss:Put"; "oss:Put" is at /type',
    ],
    [
      'nothing that would hold',
      '{"data":{"state":["paid"]}}',
      '{"data":{"state":"x","o":{"state":"y"}}}',
      '"x" is not "paid"',
    ],
    ['nothing for a short value', '{"data":{"a":[1],"b":["x"]}}', '{"data":{"a":2,"b":1,"c":"x"}}', '2 is not 1'],
  ])('for a field whose value does not hold: %s', (_, pattern, event, reason) => {
    expect(explain(pattern, event).reason).toBe(reason);
  });

  it('under rocketmq, where a name with a dot is a path', () => {
    expect(explain('{"data":{"a.b":["x"]}}', '{"data":{"a.b":"x"}}', 'rocketmq').reason).toBe(
      '`/data` has no member `a`; `a.b` is at /data/a.b, and here a name with a dot is read as a path',
    );
  });

  it('with a pointer that resolves', () => {
    const value = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'tree' },
        fc.nat(9),
        fc.dictionary(fc.constantFrom('a', 'b', 'c/d', 'wanted'), tie('tree'), { minKeys: 1, maxKeys: 3 }),
        fc.array(tie('tree'), { maxLength: 2 }),
      ),
    })).tree;
    let found = 0;
    fc.assert(
      fc.property(value, (data) => {
        const field = explain(
          '{"subject":{"wanted":["never"]}}'.replace('"subject"', '"data"'),
          JSON.stringify({ data }),
        );
        const where = field.reasons?.find(({ code }) => code === 'name-elsewhere') as
          | Reason<'name-elsewhere'>
          | undefined;
        if (where === undefined) return;
        found++;
        let at: unknown = { data };
        for (const name of parsePointer(where.params.pointer) ?? []) {
          expect(Object.keys(at as object)).toContain(name);
          at = (at as Record<string, unknown>)[name];
        }
        expect(where.params.pointer).toMatch(/\/wanted$/);
      }),
      { numRuns: runs(800) },
    );
    expect(found).toBeGreaterThan(runs(800) / 15);
  });
});

describe('a reason shows the part of a long value that decides', () => {
  const long = 'x'.repeat(500);
  it.each<[string, unknown, string, RegExp]>([
    ['the end for a suffix', { suffix: '.png' }, `${long}.jpg`, /^…"x+\.jpg" does not end with "\.png"$/],
    ['the beginning for a prefix', { prefix: 'oss:' }, `ecs:${long}`, /^"ecs:x+"… does not start with "oss:"$/],
    [
      'what is nearest to a part',
      { contains: 'needle' },
      `${long}needless: need${long}`.replace('needle', 'needl_'),
      /^…"x{15,}needl_ss: needx+"… does not contain "needle"$/,
    ],
    ['where two long texts part', `${long}a${long}`, `${long}b${long}`, /^…"x+bx+"… is not …"x+ax+"…$/],
    [
      'what looks alike',
      { contains: 'needle' },
      `${long}needl\u0435${long}`,
      /^…"x+needl\u0435x+"… does not contain "needle": U\+0435 \(a Cyrillic letter\) at 506/,
    ],
    [
      'the end that is not wanted',
      { 'anything-but': { suffix: '.tmp' } },
      `${long}.tmp`,
      /^…"x+\.tmp" is excluded: suffix "\.tmp" holds$/,
    ],
  ])('%s', (_, condition, value, expected) => {
    expect(reasonFor(JSON.stringify(condition), JSON.stringify(value))).toMatch(expected);
  });

  it('for a value that holds, too', () => {
    const field = explain('{"data":{"v":[{"suffix":".jpg"}]}}', JSON.stringify({ data: { v: `${long}.jpg` } }));
    expect(field.conditions[0]?.excerpt).toMatch(/^…"x+\.jpg"$/);
  });

  it('without splitting a surrogate pair', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', '😀'), { minLength: 60, maxLength: 80 }), fc.nat(80), (all, at) => {
        const text = [...all.slice(0, at), '!', ...all.slice(at)].join('');
        const other = [...all.slice(0, at), '?', ...all.slice(at)].join('');
        expect(reasonFor(JSON.stringify(other), JSON.stringify(text))).not.toMatch(/\\ud/);
      }),
    );
  });

  it('and the nearest of many elements', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `tag-${i}`);
    many[700] = 'Paid';
    expect(reasonFor('"paid"', JSON.stringify(many))).toBe(
      '"Paid" is not "paid": only the case differs; "tag-0" is not "paid"; "tag-1" is not "paid"; and 4,997 more',
    );
  });
});

it('the text of a reason is made from its data', () => {
  const pattern = '{"source":["a"],"data":{"n":[300.0],"s":["caf\u00e9"],"m":[1],"o":["x",{"suffix":"y"}]}}';
  const event = '{"source":"b","data":{"n":300,"s":"cafe\u0301","o":"zz"}}';
  const { fields } = compilePattern(pattern).explain(event);
  const check = ({ code, params, text, note }: Reason): void => {
    const sentence = (reasonTexts[code] as (params: unknown) => string)(params);
    expect(text).toBe(note === undefined ? sentence : `${sentence}: ${note.text}`);
    if (note !== undefined) check(note);
  };
  for (const { reason, reasons = [], conditions } of fields) {
    expect(reasons.map(({ text }) => text).join('; ')).toBe(reason);
    for (const one of [...reasons, ...conditions.flatMap((condition) => condition.reasons ?? [])]) check(one);
  }
  expect(fields.map(({ reasons }) => reasons?.[0]?.code)).toEqual([
    'not-equal',
    'another-text',
    'not-equal',
    'no-member',
    'no-condition',
  ]);
});
