/**
 * Hostile input gets an answer or a clear error, in time and memory linear in the text. Nothing is timed: quadratic time would exceed the
 * timeout of the test runner.
 */
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  crossCheck,
  EventSyntaxError,
  formatDiagnostic,
  type JsonObject,
  MAX_DIAGNOSTICS,
  parsePattern,
  printPattern,
} from '../../src/index.ts';
import { MAX_DEPTH } from '../../src/json.ts';

const encoder = new TextEncoder();
const DEEP = 100_000;

function nestedObject(levels: number, leaf: unknown): Record<string, unknown> {
  let value = leaf;
  for (let i = 0; i < levels; i++) value = { a: value };
  return value as Record<string, unknown>;
}

function nestedArray(levels: number): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < levels; i++) value = [value];
  return value;
}

describe('nesting of 100,000 levels', () => {
  it.each([
    ['objects', `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`, 5 * MAX_DEPTH],
    ['objects below data', `{"data":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP + 1)}`, 8 + 5 * (MAX_DEPTH - 1)],
    ['arrays', `{"source":${'['.repeat(DEEP)}`, 10 + MAX_DEPTH - 1],
    ['objects that never end', '{"data":'.repeat(DEEP), 8 * MAX_DEPTH],
  ])('of %s in a text is a finding or an EventSyntaxError with the place', (_, text, offset) => {
    for (const dialect of ['aliyun', 'rocketmq'] as const) {
      const { diagnostics } = parsePattern(text, { dialect });
      expect(diagnostics.map(({ code, range }) => [code, range?.start])).toEqual([['too-deep', offset]]);
    }
    for (const pattern of ['{}', '{"data":{"a":["x"]}}']) {
      for (const event of [text, encoder.encode(text)]) {
        expect(() => compilePattern(pattern).matchesJson(event)).toThrow(
          expect.objectContaining({
            name: 'EventSyntaxError',
            offset,
            problem: `the event is nested deeper than ${MAX_DEPTH} levels`,
          }),
        );
        expect(() => compilePattern(pattern).explain(event)).toThrow(EventSyntaxError);
      }
    }
  });

  it('is read, matched, printed and explained up to the limit', () => {
    const depth = MAX_DEPTH - 2;
    const pattern = `{"data":${'{"a":'.repeat(depth)}["x"]${'}'.repeat(depth + 1)}`;
    const event = `{"data":${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth + 1)}`;
    for (const dialect of ['aliyun', 'rocketmq'] as const) {
      const matcher = compilePattern(pattern, { dialect });
      expect(matcher.matchesJson(event)).toBe(true);
      expect(matcher.matchesJson(encoder.encode(event))).toBe(true);
      expect(matcher.matches(JSON.parse(event))).toBe(true);
      expect(matcher.explain(event).fields[0]?.holds).toBe(true);
      expect(printPattern(matcher.pattern)).toBe(pattern);
    }
    expect(crossCheck(pattern, event).deciding).toEqual([]);
  });

  it('in a pattern object is one finding', () => {
    for (const source of [
      nestedObject(DEEP, ['x']),
      { data: nestedObject(DEEP, ['x']) },
      { source: nestedArray(DEEP) },
    ]) {
      const { pattern, diagnostics } = parsePattern(source as JsonObject);
      expect(pattern).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(['too-deep']);
    }
  });

  it('in an event object is read only as deep as the pattern goes', () => {
    const event = { source: 'a', data: nestedObject(DEEP, 'x'), list: nestedArray(DEEP) };
    const matches = (pattern: string) => compilePattern(pattern, { extensions: ['list'] }).matches(event);
    expect(matches('{"source":["a"],"data":{"a":{"a":{"b":[{"exists":false}]}}}}')).toBe(true);
    expect(matches('{"data":{"a":{"a":["x"]}}}')).toBe(false);
    expect(matches('{"list":[{"exists":true}]}')).toBe(false);
    // An explanation converts the whole event to JSON, which fails with a message.
    expect(() => compilePattern('{}').explain(event)).toThrow(
      new TypeError(`the event is nested deeper than ${MAX_DEPTH} levels`),
    );
  });

  it('of steps in one dotted name is a finding where a dot steps down', () => {
    const text = `{"data":{"${'a.'.repeat(DEEP)}a":["x"]}}`;
    expect(parsePattern(text, { dialect: 'rocketmq' }).diagnostics.map(({ code }) => code)).toEqual([
      'long-pattern',
      'too-deep',
    ]);
    expect(compilePattern(text).matches({ data: {} })).toBe(false);
    // Short names one below the other form a path as long.
    const half = 'a.'.repeat(MAX_DEPTH / 2);
    const nested = `{"data":{"${half}a":{"${half}a":["x"],"b":["x"]}}}`;
    expect(
      parsePattern(nested, { dialect: 'rocketmq' }).diagnostics.map(
        ({ code, pointer }) => `${code} ${pointer.slice(-2)}`,
      ),
    ).toEqual(['too-deep .a']);
  });
});

describe('cyclic objects', () => {
  const cycle: Record<string, unknown> = { source: 'a' };
  cycle.data = cycle;
  cycle.list = [cycle];
  // Every member leads back, so that following each of them would multiply the work at every level.
  const maze: Record<string, unknown> = {};
  for (let i = 0; i < 20; i++) maze[`m${i}`] = maze;

  it('are one finding when given as a pattern', () => {
    for (const source of [cycle, { data: cycle }, maze, { data: maze }, { data: { a: [maze, maze, cycle] } }]) {
      expect(parsePattern(source as JsonObject).diagnostics.map(({ code }) => code)).toEqual(['too-deep']);
    }
  });

  it('can be matched as events as deep as the pattern goes, and are a TypeError for an explanation', () => {
    expect(compilePattern('{"data":{"data":{"data":{"source":["a"]}}}}').matches(cycle)).toBe(true);
    expect(compilePattern('{"list":["a"]}').matches(cycle)).toBe(false);
    expect(compilePattern('{"data":{"m1":{"m2":{"x":[{"exists":false}]}}}}').matches({ data: maze })).toBe(true);
    for (const event of [cycle, maze]) expect(() => compilePattern('{}').explain(event)).toThrow(TypeError);
  });

  it('are distinguished from one object that occurs twice', () => {
    const shared = ['a'];
    const { pattern, diagnostics } = parsePattern({ source: shared, data: { x: { y: shared }, z: shared } });
    expect(diagnostics).toEqual([]);
    expect(pattern && printPattern(pattern)).toBe('{"source":["a"],"data":{"x":{"y":["a"]},"z":["a"]}}');
    const part = { b: 1 };
    expect(compilePattern('{"data":{"a":{"b":[1]}}}').explain({ data: { a: part, c: part } }).matches).toBe(true);
  });
});

describe('a pattern of 2 MB', () => {
  const value = 'x'.repeat(2_000_000);

  it.each([
    ['in one string', `{"source":["${value}"]}`, { source: value }],
    ['in one operand', `{"source":[{"suffix":"${value}"}]}`, { source: `y${value}` }],
    ['of white space', `{"source":["a"]${' '.repeat(2_000_000)}}`, { source: 'a' }],
    ['in one name', `{"data":{"${value}":["a"]}}`, { data: { [value]: 'a' } }],
  ])('%s is read and matches', (_, text, event) => {
    const { diagnostics } = parsePattern(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['long-pattern']);
    expect(compilePattern(text).matches(event)).toBe(true);
    expect(compilePattern(text).matches({ source: 'b', data: {} })).toBe(false);
  });

  it('of 20,000 fields is read and matches', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `name${i}`);
    const text = `{"data":{${names.map((name) => `"${name}":["v"]`).join()}}}`;
    const event = { data: Object.fromEntries(names.map((name) => [name, 'v'])) };
    const matcher = compilePattern(text);
    expect(matcher.matches(event)).toBe(true);
    expect(matcher.matches({ data: { ...event.data, name17777: 'w' } })).toBe(false);
    expect(printPattern(matcher.pattern)).toBe(text);
  });

  it('with an error at its end has a finding that is shown in a few lines', () => {
    const text = `{"source":["${value}"],"type":"a"}`;
    const { diagnostics } = parsePattern(text);
    const [, mistake] = diagnostics;
    expect(mistake).toMatchObject({ code: 'attribute-not-array' });
    for (const diagnostic of diagnostics) {
      for (const line of formatDiagnostic(diagnostic, text).split('\n')) expect(line.length).toBeLessThan(200);
    }
  });
});

describe('12,000 alternatives', () => {
  // More than a stack has frames for.
  const count = 12_000;
  const list = (item: (i: number) => string) =>
    `{"data":{"a":[${Array.from({ length: count }, (_, i) => item(i)).join()}]}}`;

  it.each<[string, (i: number) => string, unknown, unknown]>([
    ['strings', (i) => `"v${i}"`, 'v11999', 'v12000'],
    ['numbers', (i) => String(i), 11_999, 12_000],
    ['prefixes', (i) => `{"prefix":"v${i}."}`, 'v11999.x', 'v12000.x'],
    ['comparisons', (i) => `{"numeric":["=",${i}]}`, 11_999, 11_999.5],
    ['blocks', (i) => `{"cidr":"10.${i >> 16}.${(i >> 8) & 255}.${i & 255}"}`, '10.0.46.223', '10.0.46.224'],
    ['exclusions', (i) => `{"anything-but":["v",${i}]}`, 'w', 'v'],
  ])('of %s are read and matched', (_, item, hit, miss) => {
    const matcher = compilePattern(list(item));
    for (const [value, verdict] of [
      [hit, true],
      [miss, false],
    ] as const) {
      const event = { data: { a: value } };
      expect(matcher.matches(event)).toBe(verdict);
      expect(matcher.matchesJson(JSON.stringify(event))).toBe(verdict);
      expect(matcher.explain(event).matches).toBe(verdict);
    }
  });

  it('in one list of anything-but match an array of as many elements', () => {
    const values = Array.from({ length: count }, (_, i) => `v${i}`);
    const matcher = compilePattern(JSON.stringify({ data: { a: [{ 'anything-but': values }] } }));
    expect(matcher.matches({ data: { a: values } })).toBe(false);
    expect(matcher.matches({ data: { a: [...values, 'w'] } })).toBe(true);
  });

  it('that are equal are read as one, with a warning for each copy', () => {
    const { pattern, diagnostics, omitted } = parsePattern(list(() => '"a"'));
    expect(pattern).toBeDefined();
    expect(diagnostics).toHaveLength(MAX_DIAGNOSTICS);
    // All copies but the first, and the length of the text.
    expect(omitted.warnings).toBe(count - 1 + 1 - MAX_DIAGNOSTICS);
    expect(compilePattern(list(() => '"a"')).explain({ data: { a: 'b' } }).fields[0]?.conditions).toHaveLength(1);
  });
});

describe('12,000 errors', () => {
  const count = 12_000;
  const many = (item: string | ((i: number) => string)) =>
    Array.from({ length: count }, (_, i) => (typeof item === 'string' ? item : item(i))).join();

  it.each([
    ['empty prefixes', `{"source":[${many('{"prefix":""}')}]}`, 'empty-operand'],
    ['unknown operators', `{"source":[${many((i) => `{"op${i}":1}`)}]}`, 'unknown-operator'],
    ['empty objects', `{"data":{${many((i) => `"a${i}":{}`)}}}`, 'empty-object'],
    ['nested arrays', `{"source":[${many('[]')}]}`, 'nested-array'],
    ['attributes that are no arrays', `{${many((i) => `"k${i}":1`)}}`, 'attribute-not-array'],
    ['names that occur twice', `{"data":{${many((i) => `"a${i % (count / 2)}":["x"]`)}}}`, 'duplicate-name'],
    ['items of a list', `{"source":[{"anything-but":[${many('[]')}]}]}`, 'anything-but-list-item'],
  ])('of %s are counted, and the first are kept', (_, text, code) => {
    const { pattern, diagnostics, omitted } = parsePattern(text);
    expect(pattern).toBeUndefined();
    expect(diagnostics).toHaveLength(MAX_DIAGNOSTICS);
    expect(new Set(diagnostics.map((d) => d.code))).toEqual(new Set([code]));
    expect(omitted.errors).toBe((code === 'duplicate-name' ? count / 2 : count) - MAX_DIAGNOSTICS);
  });

  it('of one repeated name are one finding', () => {
    const { diagnostics } = parsePattern(`{${many('"source":["a"]')}}`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['long-pattern', 'duplicate-name']);
  });

  it('of long unknown names get no suggestion and end', () => {
    const long = 'x'.repeat(2_000_000);
    expect(parsePattern(`{"${long}":["a"],"data":{"a":[{"${long}":1}]}}`).diagnostics.map(({ code }) => code)).toEqual([
      'long-pattern',
      'unknown-key',
      'unknown-operator',
    ]);
  });
});

describe('numbers', () => {
  const DIGITS = 10_000;
  const LONG: readonly (readonly [string, string])[] = [
    ['an integer of 10,000 digits', '1'.repeat(DIGITS)],
    ['a negative one', `-${'9'.repeat(DIGITS)}`],
    ['a fraction of 10,000 digits', `0.${'1'.repeat(DIGITS)}`],
    ['both', `${'7'.repeat(DIGITS)}.${'7'.repeat(DIGITS)}`],
    ['zeros and a one', `0.${'0'.repeat(DIGITS)}1`],
    // A run of zeros that does not end the digits: quadratic for a regular expression such as /0+$/.
    ['a one, a million zeros, and a one', `1.${'0'.repeat(1_000_000)}1`],
    ['a one and a million zeros', `1${'0'.repeat(1_000_000)}`],
  ];

  it.each(LONG)('%s is matched in pattern and event', (_, text) => {
    for (const dialect of ['aliyun', 'rocketmq'] as const) {
      const matcher = compilePattern(`{"source":[${text}],"data":{"list":[${text}]}}`, { dialect });
      expect(matcher.matchesJson(`{"source":${text},"data":{"list":[${text}]}}`)).toBe(true);
      expect(matcher.matchesJson(`{"source":${text}0,"data":{"list":[${text}]}}`)).toBe(false);
      // A member below data is re-typed under rocketmq, so only the text of the explanation is compared.
      const [, seen] = compilePattern('{"source":[1],"data":{"a":[1,{"numeric":["<",5]}]}}', { dialect }).explain(
        `{"data":{"a":${text}}}`,
      ).fields;
      expect(seen?.seen).toMatchObject({ kind: 'value', value: text });
    }
  });

  it.each(LONG)('%s is refused as the bound of a comparison', (_, text) => {
    const { diagnostics } = parsePattern(`{"data":{"n":[{"numeric":["<",${text}]}]}}`);
    const own = diagnostics.filter(({ code }) => code !== 'long-pattern');
    expect(own.map(({ code }) => code)).toEqual([Math.abs(Number(text)) > 1e9 ? 'numeric-range' : 'numeric-precision']);
    expect(own[0]?.message.length).toBeLessThan(200);
  });

  // By section 5: beyond a long as BigDecimal prints it; a negative integer its low 32 bits; a fraction that no double is, its BigDecimal.
  it.each([
    ['1e1000000', '1E+1000000'],
    ['1.5E+1000000', '1.5E+1000000'],
    ['12e1000000', '1.2E+1000001'],
    ['-1e1000000', '0'],
    ['-5e1000000', '0'],
    ['0e1000000', '0'],
    ['-0e1000000', '0'],
    ['1e-1000000', '1E-1000000'],
    ['-12.5e-1000000', '-1.25E-999999'],
    ['0e-1000000', '0.0'],
  ])('with an exponent of a million are never expanded: %s is compared as %s', (text, comparedAs) => {
    const event = `{"source":${text},"data":{"a":${text}}}`;
    const explanation = compilePattern('{"data":{"a":[1]}}', { dialect: 'rocketmq' }).explain(event);
    expect(explanation.fields[0]?.seen).toEqual({
      pointer: '/data/a',
      range: expect.anything(),
      kind: 'value',
      value: text,
      ...(comparedAs === text ? {} : { comparedAs }),
    });
    expect(JSON.stringify(explanation).length).toBeLessThan(1500);
    expect(compilePattern(`{"data":{"a":["${comparedAs}"]}}`, { dialect: 'rocketmq' }).matchesJson(event)).toBe(true);
    expect(compilePattern(`{"data":{"a":[${text}]},"source":[${text}]}`).matchesJson(event)).toBe(true);
    const own = compilePattern(`{"data":{"a":[1]}}`).explain(event).fields[0];
    expect(own?.seen).toMatchObject({ kind: 'value', value: text });
    expect(own?.seen).not.toHaveProperty('comparedAs');
  });

  it('beyond the doubles compare as infinities, and equal no number of an event object', () => {
    const range = compilePattern('{"data":{"n":[{"numeric":[">",1000000000]}]}}');
    expect(range.matchesJson('{"data":{"n":1e1000000}}')).toBe(true);
    expect(range.matchesJson('{"data":{"n":-1e1000000}}')).toBe(false);
    expect(range.matches(JSON.parse('{"data":{"n":1e1000000}}'))).toBe(false);
  });
});

describe('odd strings', () => {
  it('such as very long blocks are refused like short ones', () => {
    for (const text of ['-', ':', '1.', '1:', '1', '0', ' ', '/', '::ffff:1.', '%']) {
      const { diagnostics } = parsePattern(`{"data":{"ip":[{"cidr":"${text.repeat(100_000)}"}]}}`);
      expect(diagnostics.map(({ code }) => code)).toEqual(['long-pattern', 'cidr-syntax']);
    }
  });

  it('with NUL characters, lone surrogates and line separators may be names and values', () => {
    const odd = ['\0', 'a\0b', '\ud83d', '\ude00', '\u2028', '\u2029', '\ufeff', '\u202e', '\uffff'];
    for (const text of odd) {
      for (const dialect of ['aliyun', 'rocketmq'] as const) {
        const pattern = JSON.stringify({ data: { [text]: [text, { prefix: `${text}!` }] } });
        const matcher = compilePattern(pattern, { dialect });
        expect(printPattern(matcher.pattern)).toBe(pattern);
        for (const [value, verdict] of [
          [text, true],
          [`${text}!`, true],
          [`${text}x`, false],
          ['', false],
        ] as const) {
          const event = { data: { [text]: value } };
          expect(matcher.matches(event)).toBe(verdict);
          expect(matcher.matchesJson(JSON.stringify(event))).toBe(verdict);
          expect(matcher.matchesJson(encoder.encode(JSON.stringify(event)))).toBe(verdict);
        }
      }
    }
  });

  it('with a raw NUL or a byte order mark are not JSON', () => {
    expect(parsePattern('{"source":["\0"]}').diagnostics).toMatchObject([
      { code: 'invalid-json', range: { start: 12 } },
    ]);
    expect(parsePattern('\0').diagnostics).toMatchObject([{ code: 'invalid-json', range: { start: 0 } }]);
    expect(parsePattern('\ufeff{}').diagnostics).toMatchObject([{ code: 'invalid-json', range: { start: 0, end: 1 } }]);
    expect(parsePattern('{}\ufeff').diagnostics).toMatchObject([{ code: 'invalid-json', range: { start: 2, end: 3 } }]);
  });

  it('of 2 MB that hold JSON, and events of 20,000 members, can be matched', () => {
    const members = Array.from({ length: 20_000 }, (_, i) => `"member${i}":${i}`).join();
    const matcher = compilePattern('{"data":{"member19999":[19999],"none":[{"exists":false}]}}');
    expect(matcher.matchesJson(`{"data":{${members}}}`)).toBe(true);
    expect(matcher.explain(`{"data":{${members}}}`).matches).toBe(true);
    const text = JSON.stringify(`{"a":"${'x'.repeat(2_000_000)}"}`);
    expect(compilePattern('{"data":{"a":["x"]}}').explain(`{"data":${text}}`).fields[0]?.seen).toMatchObject({
      holdsJson: true,
    });
  });
});
