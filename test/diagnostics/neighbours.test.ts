/** Syntax of other event buses and query languages, in any place: one error each, with advice that leads to the meaning. */
import { describe, expect, it } from 'vitest';
import { applyFix, compilePattern, type Diagnostic, type Fix, parsePattern } from '../../src/index.ts';
import { foreignOperators, operators } from '../../src/pattern/operators/index.ts';

const errorsOf = (text: string): readonly Diagnostic[] =>
  parsePattern(text).diagnostics.filter(({ severity }) => severity === 'error');

/** A valid operand in the language of the operator. */
function operandOf(name: string): unknown {
  const [own] = operators.get(name)?.examples.accepted ?? [];
  if (own !== undefined) return JSON.parse(/"[a-z-]+":((?:\[[^[\]]*\]|[^[\]}]+))\}\]/.exec(own)?.[1] ?? 'null');
  if (/^\$(?:or|and|nor)$/.test(name)) return [{ prefix: 'a' }, { suffix: 'b' }];
  if (/^\$n?in$|^\$all$/.test(name)) return ['a', 'b'];
  if (name === '$exists') return true;
  return name === '$not' ? { prefix: 'a' } : /^\$[gl]te?$/.test(name) ? 5 : 'a*';
}

/** The places of operators in other languages. */
const PLACES: Readonly<Record<string, (condition: object) => unknown>> = {
  'a condition': (condition) => ({ data: { s: [condition] } }),
  'beside a value': (condition) => ({ source: ['x', condition] }),
  'beside another operator': (condition) => ({ data: { s: [{ ...condition, suffix: 'z' }] } }),
  'inside anything-but': (condition) => ({ data: { s: [{ 'anything-but': condition }] } }),
  'in the list of anything-but': (condition) => ({ data: { s: [{ 'anything-but': ['x', condition] }] } }),
  'inside an excluded prefix': (condition) => ({ data: { s: [{ 'anything-but': { prefix: condition } }] } }),
  ...Object.fromEntries(
    [...operators.keys()].map((outer) => [
      `inside ${outer} of an attribute`,
      (condition: object) => ({ source: [{ [outer]: condition }] }),
    ]),
  ),
  'in a list in the list': (condition) => ({ source: [[condition]] }),
  'an attribute without its list': (condition) => ({ source: condition }),
  'a field without its list': (condition) => ({ data: { s: condition } }),
  'the pattern itself': (condition) => condition,
  'below data': (condition) => ({ data: condition }),
};

describe.each(Object.keys(PLACES))('an operator as %s', (where) => {
  const place = PLACES[where] as (condition: object) => unknown;

  it.each([...operators.keys(), ...foreignOperators.keys()])('%s is at most one error, with advice', (name) => {
    const text = JSON.stringify(place({ [name]: operandOf(name) }));
    const errors = errorsOf(text);
    expect(errors.length, text).toBeLessThanOrEqual(1);
    for (const { hint, code } of errors) {
      expect(hint, `${code} of ${text}`).toBeDefined();
      expect(hint).not.toMatch(/move it below/);
    }
  });
});

describe('a combinator of fields from another language', () => {
  const FIELDS = [{ source: ['a'] }, { type: ['b'] }];

  it.each([
    ...['$or', '$and', '$not', '$nor', 'or', 'and', 'not', 'nor', 'anyOf', 'allOf', 'anything-but'].flatMap((name) => [
      { [name]: FIELDS },
      { [name]: FIELDS, subject: ['c'] },
      { [name]: FIELDS.slice(0, 1) },
      { data: { [name]: FIELDS } },
      { data: { state: { [name]: FIELDS } } },
    ]),
    ...['$or', '$and', '$not', '$nor', 'and', 'not', 'nor', 'anything-but'].map((name) => ({ [name]: FIELDS[0] })),
    { prefix: { type: 'com.' } },
    { suffix: { type: '.x', source: 'y' } },
    { exact: { type: ['x'] }, prefix: { type: 'com.' } },
  ])('is one error: %j', (pattern) => {
    const [error, ...more] = errorsOf(JSON.stringify(pattern)).filter(({ pointer }) => pointer !== '/exact');
    expect(more).toEqual([]);
    expect(['foreign-operator', 'operator-as-field']).toContain(error?.code);
    expect(error?.hint).not.toMatch(/move it below/);
  });

  it.each<[pattern: unknown, fixed: unknown]>([
    [{ $and: FIELDS }, { source: ['a'], type: ['b'] }],
    [
      { allOf: FIELDS, subject: ['c'] },
      { source: ['a'], type: ['b'], subject: ['c'] },
    ],
    [{ $or: [{ type: ['a'] }, { type: ['b'] }] }, { type: ['a', 'b'] }],
    [{ $not: { type: ['a', 'b'] } }, { type: [{ 'anything-but': ['a', 'b'] }] }],
    [{ not: { data: { s: ['a'] } } }, { data: { s: [{ 'anything-but': 'a' }] } }],
    [{ $nor: FIELDS }, { source: [{ 'anything-but': 'a' }], type: [{ 'anything-but': 'b' }] }],
    [{ 'anything-but': { source: ['a'] } }, { source: [{ 'anything-but': 'a' }] }],
    [{ prefix: { type: 'com.', source: 'acs.' } }, { type: [{ prefix: 'com.' }], source: [{ prefix: 'acs.' }] }],
    [{ numeric: { data: { size: ['>', 5] } } }, { data: { size: [{ numeric: ['>', 5] }] } }],
  ])('is rewritten by its fix: %j becomes %j', (pattern, fixed) => {
    const text = JSON.stringify(pattern);
    const [first] = errorsOf(text)[0]?.fixes ?? [];
    expect(first && JSON.parse(applyFix(text, first))).toEqual(fixed);
  });

  it.each<[pattern: unknown, events: readonly object[]]>([
    // The negation of two fields may exclude the combination or each of them: the text does not say which.
    [{ $not: { source: ['a'], type: ['b'] } }, [{ source: 'a', type: 'b' }]],
    [
      { $nor: FIELDS },
      [
        { source: 'a', type: 'x' },
        { source: 'x', type: 'b' },
      ],
    ],
    [{ $not: { type: ['a'] } }, [{ type: 'a' }]],
    [{ 'anything-but': { type: ['a', 'b'] } }, [{ type: 'a' }, { type: 'b' }]],
    [
      { $and: FIELDS },
      [
        { source: 'a', type: 'x' },
        { source: 'x', type: 'b' },
      ],
    ],
    [{ $and: [{ type: ['a'] }, { type: ['b'] }] }, [{ type: 'a' }, { type: 'b' }]],
    [{ data: { s: { $not: { prefix: 'a' } } } }, [{ data: { s: 'ab' } }]],
    [{ data: { s: { not: { prefix: 'a' } } } }, [{ data: { s: 'ab' } }]],
    [{ data: { s: { $nin: ['a', 'b'] } } }, [{ data: { s: 'a' } }, { data: { s: 'b' } }]],
    [{ data: { s: { $gt: 5, $lt: 9 } } }, [{ data: { s: 5 } }, { data: { s: 9 } }]],
  ])('has no fix that accepts what was excluded: %j', (pattern, events) => {
    const text = JSON.stringify(pattern);
    for (const { fixes = [] } of parsePattern(text).diagnostics) {
      for (const fix of fixes) {
        const { pattern: fixed } = parsePattern(applyFix(text, fix));
        if (fixed === undefined) continue;
        for (const event of events) expect(compilePattern(fixed).matches(event), fix.title).toBe(false);
      }
    }
  });
});

describe('an operator at the top, beside no field', () => {
  const NAMES =
    'not ! != or any and all none nor oneOf anyOf allOf eq equals = is ne in notIn startsWith starts-with begins_with endsWith includes regexp matches like gt gte lt lte > >= < <= greaterThan atLeast between ip-in-range isMissing equalsIgnoreCase';

  it.each([...NAMES.split(' '), ...operators.keys(), ...foreignOperators.keys()])('is one finding: %s', (name) => {
    for (const value of ['a', 5, true, null, {}]) {
      const [error, ...more] = parsePattern(JSON.stringify({ [name]: value })).diagnostics;
      expect(more).toEqual([]);
      expect(error).toMatchObject({ severity: 'error', pointer: `/${name}` });
      expect(['foreign-operator', 'operator-as-field']).toContain(error?.code);
      expect(error?.hint).not.toMatch(/extension|move it|write \[/);
    }
  });

  it.each(NAMES.split(' '))('is named as an operator when it has a list, and gets no fix: %s', (name) => {
    const [finding, ...more] = parsePattern(JSON.stringify({ [name]: ['a'] })).diagnostics;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'unknown-key', hint: expect.stringContaining(`\`${name}\` is an operator`) });
    expect(finding?.fixes).toBeUndefined();
  });

  it('may be a misspelt member when its name is a usual one', () => {
    for (const name of ['value', 'network', 'range', 'pattern', 'min']) {
      // The text does not say which of the two was meant.
      const wrapped = errorsOf(JSON.stringify({ [name]: 'a' }))[0]?.fixes;
      expect(wrapped?.map(({ kind, title }) => [kind, title])).toEqual([['choice', 'write ["a"]']]);
      const [finding] = parsePattern(JSON.stringify({ [name]: ['a'] })).diagnostics;
      expect(finding?.hint).toMatch(/declare (?:it|an attribute of your own) as an extension/);
    }
  });

  it('is an attribute when it is declared', () => {
    expect(parsePattern('{"not":["a"]}', { extensions: ['not'] }).diagnostics).toEqual([]);
  });
});

describe('an operator below a field without the list', () => {
  it.each<[field: unknown, conditions: unknown]>([
    [{ 'anything-but': ['a', 'b'] }, [{ 'anything-but': ['a', 'b'] }]],
    [{ 'anything-but': { prefix: 'a' } }, [{ 'anything-but': { prefix: 'a' } }]],
    [{ numeric: ['>', 5] }, [{ numeric: ['>', 5] }]],
    [{ $in: ['a', 'b'] }, ['a', 'b']],
    [{ $nin: ['a', 'b'] }, [{ 'anything-but': ['a', 'b'] }]],
    [{ $ne: 'a' }, [{ 'anything-but': 'a' }]],
    [{ $eq: 'a' }, ['a']],
    [{ $gt: 5 }, [{ numeric: ['>', 5] }]],
    [{ $gte: 5, $lt: 9 }, [{ numeric: ['>=', 5, '<', 9] }]],
    [{ $exists: true }, [{ exists: true }]],
    [{ $not: { prefix: 'a' } }, [{ 'anything-but': { prefix: 'a' } }]],
    [{ not: { prefix: 'a' } }, [{ 'anything-but': { prefix: 'a' } }]],
    [{ startsWith: 'a' }, [{ prefix: 'a' }]],
    [{ 'equals-ignore-case': 'a' }, ['a']],
  ])('is moved into the list: %j becomes %j', (field, conditions) => {
    for (const [text, at] of [
      [JSON.stringify({ data: { s: field } }), (pattern: { data: { s: unknown } }) => pattern.data.s],
      [JSON.stringify({ data: { o: { s: field } } }), (pattern: { data: { o: { s: unknown } } }) => pattern.data.o.s],
    ] as const) {
      const [finding, ...more] = parsePattern(text).diagnostics;
      expect(more).toEqual([]);
      const [first] = finding?.fixes ?? [];
      expect(first && at(JSON.parse(applyFix(text, first)))).toEqual(conditions);
    }
  });

  it.each(['prefix', 'suffix', 'contains', 'exists', 'cidr', 'in', 'value', 'regex'])(
    'is a member name when members often have it: %s',
    (name) => {
      expect(parsePattern(JSON.stringify({ data: { s: { [name]: ['a'] } } })).diagnostics).toEqual([]);
    },
  );
});

describe('a synonym of an operator', () => {
  /** When the second item is a text, no condition has the meaning, and the hint is advice only. */
  const WORDS: readonly (readonly [condition: object, expected: readonly unknown[] | string])[] = [
    [{ eq: 'a' }, ['a']],
    [{ equals: 'a' }, ['a']],
    [{ is: true }, [true]],
    [{ $eq: 'a' }, ['a']],
    [{ eq: 5 }, [{ numeric: ['=', 5] }]],
    [{ eq: { a: 1 } }, 'write plain values directly in the list of the field'],
    [{ in: ['a', 'b'] }, ['a', 'b']],
    [{ $in: ['a', 5] }, ['a', 5]],
    [{ oneOf: ['a'] }, ['a']],
    [{ or: ['a', { prefix: 'b' }] }, ['a', { prefix: 'b' }]],
    [{ $or: [{ prefix: 'a' }, { suffix: 'b' }] }, [{ prefix: 'a' }, { suffix: 'b' }]],
    [{ and: [{ prefix: 'a' }, { suffix: 'b' }] }, [{ prefix: 'a', suffix: 'b' }]],
    [{ and: [{ prefix: 'a' }, { prefix: 'b' }] }, 'operators in one object must all hold for the same value'],
    [{ not: 'a' }, [{ 'anything-but': 'a' }]],
    [{ not: { prefix: 'a' } }, [{ 'anything-but': { prefix: 'a' } }]],
    [{ $ne: 'a' }, [{ 'anything-but': 'a' }]],
    [{ ne: 5 }, [{ numeric: ['!=', 5] }]],
    [{ $nin: ['a', 'b'] }, [{ 'anything-but': ['a', 'b'] }]],
    [{ nor: ['a', 'b'] }, [{ 'anything-but': ['a', 'b'] }]],
    [{ ne: [1, 2] }, '`anything-but` takes plain values, or one operator that it can negate'],
    [{ startsWith: 'a' }, [{ prefix: 'a' }]],
    [{ 'starts-with': ['a', 'b'] }, [{ prefix: 'a' }, { prefix: 'b' }]],
    [{ StringBeginsWith: ['a'] }, [{ prefix: 'a' }]],
    [{ startsWith: '' }, 'the operator takes one non-empty text; write several as separate conditions'],
    [{ endsWith: 'a' }, [{ suffix: 'a' }]],
    [{ includes: 'a' }, [{ contains: 'a' }]],
    [{ doesNotStartWith: 'a' }, [{ 'anything-but': { prefix: 'a' } }]],
    [{ notContains: 'a' }, 'no condition can exclude this: list the excluded values, or write a positive condition'],
    [{ regex: '^a' }, [{ prefix: 'a' }]],
    [{ $regex: 'a$' }, [{ suffix: 'a' }]],
    [
      { regex: '^(a|b)+$' },
      'no condition takes a regular expression: write what the text begins with, ends with or contains',
    ],
    [{ like: 'a%' }, [{ prefix: 'a' }]],
    [{ like: 'a_' }, 'no condition has wildcards: write what the text begins with, ends with or contains'],
    [{ wildcard: 'a*' }, [{ prefix: 'a' }]],
    [{ wildcard: 'a*b*c' }, 'no condition has wildcards: write what the text begins with, ends with or contains'],
    [{ shellstyle: '*a*' }, [{ contains: 'a' }]],
    [{ gt: 5 }, [{ numeric: ['>', 5] }]],
    [{ $gte: 5 }, [{ numeric: ['>=', 5] }]],
    [{ lt: 5 }, [{ numeric: ['<', 5] }]],
    [{ $lte: 5 }, [{ numeric: ['<=', 5] }]],
    [{ '>': 5 }, [{ numeric: ['>', 5] }]],
    [{ gt: 0, lte: 5 }, [{ numeric: ['>', 0, '<=', 5] }]],
    [{ gt: 'm' }, '`numeric` compares numbers with bounds from -1e9 to 1e9; no condition compares the order of texts'],
    [{ gt: 5e9 }, '`numeric` compares numbers with bounds from -1e9 to 1e9; no condition compares the order of texts'],
    [{ between: [1, 5] }, [{ numeric: ['>=', 1, '<=', 5] }]],
    [
      { between: ['a', 'b'] },
      '`numeric` compares numbers with bounds from -1e9 to 1e9; no condition compares the order of texts',
    ],
    [{ between: '1..5' }, [{ numeric: ['>=', 1, '<=', 5] }]],
    [{ range: { gte: 1, lt: 5 } }, [{ numeric: ['>=', 1, '<', 5] }]],
    [{ NumberInRange: [[1, 5]] }, [{ numeric: ['>=', 1, '<=', 5] }]],
    [
      {
        NumberInRange: [
          [1, 5],
          [7, 9],
        ],
      },
      [{ numeric: ['>=', 1, '<=', 5] }, { numeric: ['>=', 7, '<=', 9] }],
    ],
    [{ notBetween: [1, 5] }, [{ numeric: ['<', 1] }, { numeric: ['>', 5] }]],
    [
      {
        NumberNotInRange: [
          [1, 5],
          [7, 9],
        ],
      },
      '`numeric` compares numbers with bounds from -1e9 to 1e9; no condition compares the order of texts',
    ],
    [{ 'equals-ignore-case': 'a' }, ['a']],
    [
      { 'equals-ignore-case': { prefix: 'a' } },
      'no condition ignores case: list the spellings that your producers send',
    ],
    [{ ip: '10.0.0.0/8' }, [{ cidr: '10.0.0.0/8' }]],
    [{ ipv6: '2001:db8::/32' }, 'only IPv4 addresses are compared: list the others as plain texts'],
    [{ ip: 5 }, '`cidr` takes one IPv4 address or block; write several as separate conditions'],
    [{ $exists: true }, [{ exists: true }]],
    [{ isMissing: true }, [{ exists: false }]],
    [{ present: 'yes' }, '`exists` takes `true` or `false`'],
  ];

  it.each(WORDS)('is rewritten: %j becomes %j', (condition, expected) => {
    const text = JSON.stringify({ data: { s: [condition] } });
    const [finding] = parsePattern(text).diagnostics;
    expect(finding?.severity).toBe('error');
    const [first] = finding?.fixes ?? [];
    if (typeof expected === 'string') {
      expect(first).toBeUndefined();
      expect(finding?.hint).toBe(expected);
    } else expect(first && JSON.parse(applyFix(text, first))).toEqual({ data: { s: expected } });
  });
});

describe('a word in the operand of `numeric`', () => {
  const N = 9007199254740993n;

  /** Operands, and the conditions of the same meaning. */
  it.each<[operand: string, conditions: string]>([
    ['["between", 5, 10]', '{"numeric": [">=", 5, "<=", 10]}'],
    ['["between", 5.50, 1E1]', '{"numeric": [">=", 5.50, "<=", 1E1]}'],
    ['["between", "5", "10"]', '{"numeric": [">=", 5, "<=", 10]}'],
    ['["range", [5, 10]]', '{"numeric": [">=", 5, "<=", 10]}'],
    ['["between", 5, "and", 10]', '{"numeric": [">=", 5, "<=", 10]}'],
    ['["NumberInRange", [5, 10]]', '{"numeric": [">=", 5, "<=", 10]}'],
    ['["not between", 5, 10]', '{"numeric": ["<", 5]}, {"numeric": [">", 10]}'],
    ['{"between": [5, 10]}', '{"numeric": [">=", 5, "<=", 10]}'],
    ['{"range": {"gt": 5, "lte": 10}}', '{"numeric": [">", 5, "<=", 10]}'],
    ['{"$gt": 5}', '{"numeric": [">", 5]}'],
    ['"between 5 and 10"', '{"numeric": [">=", 5, "<=", 10]}'],
    ['"-5..10"', '{"numeric": [">=", -5, "<=", 10]}'],
    ['[5, 10]', '{"numeric": [">=", 5, "<=", 10]}'],
    ['[">=", 5, "and", "<", 10]', '{"numeric": [">=", 5, "<", 10]}'],
    ['["in", 5, 10]', '{"numeric": ["=", 5]}, {"numeric": ["=", 10]}'],
    ['["=", 5, 10]', '{"numeric": ["=", 5]}, {"numeric": ["=", 10]}'],
    ['{"in": [5, 10]}', '{"numeric": ["=", 5]}, {"numeric": ["=", 10]}'],
    ['["not in", [5, 10]]', '{"numeric": ["!=", 5, "!=", 10]}'],
    ['["is not", 5]', '{"numeric": ["!=", 5]}'],
    // Beyond the bounds of `numeric` and the precision of a double: compared by its text.
    [`["=", ${N}]`, `${N}`],
    [`[">=", ${N}, "<=", ${N}]`, `${N}`],
    [`["<=", ${N}, ">=", ${N}.0]`, `${N}`],
  ])('is rewritten: %s becomes %s', (operand, conditions) => {
    const text = `{"data": {"n": [{"numeric": ${operand}}]}}`;
    const [first] = errorsOf(text)[0]?.fixes ?? [];
    expect(first && applyFix(text, first)).toBe(`{"data": {"n": [${conditions}]}}`);
  });

  const words = ['between', 'BETWEEN', 'range', 'NumberInRange', 'not between', '!between', 'outside', 'from'];
  const separators = ['and', 'AND', 'to', '-', '..', ','];
  it.each(words.flatMap((word) => separators.map((separator) => [word, separator])))(
    'is one finding with the rewrite where words surround the numbers: ["%s", 5, "%s", 10]',
    (word, separator) => {
      for (const [low, high] of [
        [5, 10],
        ['5', '10'],
        [-0.5, '1e3'],
      ]) {
        const text = JSON.stringify({ data: { n: [{ numeric: [word, low, separator, high] }] } });
        const found = errorsOf(text);
        expect(found.map(({ code }) => code)).toEqual(['numeric-comparison']);
        const [first] = found[0]?.fixes ?? [];
        const matcher = compilePattern(applyFix(text, first as Fix));
        const inside = [-0.4, 5.5, 9].filter((n) => n > Number(low) && n < Number(high));
        for (const n of inside) expect(matcher.matches({ data: { n } })).toBe(!/not|!|out/.test(word as string));
        expect(matcher.matches({ data: { n: 2000 } })).toBe(/not|!|out/.test(word as string));
      }
    },
  );

  it.each<[operand: string, findings: number]>([
    // Each word has a meaning of its own, or none.
    ['["min", 5, "max", 10]', 2],
    ['["gte", 5, "and", 10]', 2],
    ['["between", 5, "or", 10]', 2],
    ['["between", "a", "and", 10]', 3],
    ['[">", 5, "and", 10]', 1],
    // The rewrite would be refused.
    ['["between", 5, "and", 1e30]', 2],
  ])('is a finding of its own beside words that spell no range: %s has %i', (operand, findings) => {
    expect(errorsOf(`{"data": {"n": [{"numeric": ${operand}}]}}`)).toHaveLength(findings);
  });

  it.each([
    '["in"]',
    '["between", 5]',
    '["between", 5, 10, 15]',
    '["not in", 5, 6, 7]',
    '["between", "a", "b"]',
    '["outside", [[5, 6], [8, 9]]]',
    '{"between": [5, 10], "gt": 1}',
    '{"gt": 5, "lt": 9, "ne": 7}',
    '[">=", 5, "or", "<", 10]',
    `[">", ${N}, "<", ${N}]`,
    `[">=", ${N}, "<=", ${N + 1n}]`,
    `[">=", ${N}, ">=", ${N}]`,
  ])('gets no fix when its meaning is unclear: %s', (operand) => {
    const errors = errorsOf(`{"data": {"n": [{"numeric": ${operand}}]}}`);
    expect(errors).not.toEqual([]);
    for (const { fixes } of errors) expect(fixes).toBeUndefined();
  });

  it('is rewritten without a change of the other operators', () => {
    const text = '{"data": {"n": [{"numeric": ["between", 5, 10], "anything-but": [7]}]}}';
    const [first] = errorsOf(text)[0]?.fixes ?? [];
    expect(first && applyFix(text, first)).toBe(
      '{"data": {"n": [{"numeric": [">=", 5, "<=", 10], "anything-but": [7]}]}}',
    );
    // Alternatives cannot be written beside another operator.
    expect(errorsOf('{"data": {"n": [{"numeric": ["in", 5, 10], "anything-but": [7]}]}}')[0]?.fixes).toBeUndefined();
  });

  it.each(['["between", [5, 10]]', '["in", [5, 10]]', '{"between": [5, 10]}', '["nonsense", [5, 10]]'])(
    'is one error: %s',
    (operand) => {
      expect(errorsOf(`{"data": {"n": [{"numeric": ${operand}}]}}`)).toHaveLength(1);
    },
  );
});
