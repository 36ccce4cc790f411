/** A JavaScript object is read as plain JSON data, and any name is a plain name (sections 1 and 3 of the language). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, type JsonObject, PatternSet, parsePattern } from '../../src/index.ts';
import type { DialectName } from '../support/reference.ts';

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  'a.b',
  '.',
  '$',
  '*',
  '0',
  'length',
];
/** Names that rocketmq refuses below `data`, since it builds a JSONPath from them. */
const NO_PATHS = ['', '.', '*'];

/** An object with own members of these names, `__proto__` too: an object literal would set the prototype. */
function own(members: Readonly<Record<string, unknown>> | readonly (readonly [string, unknown])[]): object {
  const object = {};
  for (const [name, value] of Array.isArray(members) ? members : Object.entries(members)) {
    Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
  }
  return object;
}

describe.each<DialectName>(['aliyun', 'rocketmq'])('names of JavaScript are plain names under %s', (dialect) => {
  const below = NAMES.filter((name) => dialect === 'aliyun' || !NO_PATHS.includes(name));

  it.each(below)('%j below data', (name) => {
    const conditions = (text: string): string => `{"data":{${JSON.stringify(name)}:[${text}]}}`;
    const wanted = compilePattern(conditions('"x"'), { dialect });
    const absent = compilePattern(conditions('{"exists":false}'), { dialect });
    // In rocketmq a dot is a step, so that the same name is a path of two members.
    const steps = dialect === 'rocketmq' ? name.split('.') : [name];
    const data = (value: unknown) => steps.reduceRight((inner, step) => own([[step, inner]]), value);
    const hit = { data: data('x') };
    for (const [event, isThere, isAbsent] of [
      [hit, true, false],
      [{ data: data('y') }, false, false],
      [{ data: {} }, false, true],
      [{ data: Object.create({ [name]: 'x' }) }, false, true],
    ] as const) {
      expect(wanted.matches(event)).toBe(isThere);
      expect(wanted.matchesJson(JSON.stringify(event))).toBe(isThere);
      expect(wanted.explain(event).matches).toBe(isThere);
      expect(absent.matches(event)).toBe(isAbsent);
      expect(absent.matchesJson(JSON.stringify(event))).toBe(isAbsent);
      expect(absent.explain(event).matches).toBe(isAbsent);
    }
  });

  it.each(NAMES)('%j at the top, when it is declared', (name) => {
    const matcher = compilePattern(`{${JSON.stringify(name)}:["x"]}`, { dialect, extensions: [name] });
    expect(matcher.matches(own([[name, 'x']]))).toBe(true);
    expect(matcher.matches({})).toBe(false);
    expect(matcher.matches(own([[`${name}x`, 'x']]))).toBe(false);
  });

  it.each(NAMES)('%j is no operator, inside and outside of anything-but', (name) => {
    const member = `${JSON.stringify(name)}:"x"`;
    const codes = (text: string) => parsePattern(text, { dialect }).diagnostics.map(({ code }) => code);
    expect(codes(`{"source":[{${member}}]}`)).toEqual(['unknown-operator']);
    expect(codes(`{"source":[{"anything-but":{${member}}}]}`)).toEqual(['anything-but-inner']);
    expect(codes(`{"source":[{"numeric":[${JSON.stringify(name)},5]}]}`)).toEqual(['numeric-comparison']);
  });

  it.each(NAMES)('%j is no dialect', (name) => {
    expect(() => parsePattern('{}', { dialect: name as DialectName })).toThrow(TypeError);
  });
});

describe('a pattern given as an object', () => {
  it('is read by its own enumerable members', () => {
    const pattern = Object.assign(Object.create({ type: ['inherited'] }), { source: ['acs.oss'] });
    Object.defineProperty(pattern, 'subject', { value: 'hidden', enumerable: false });
    expect(compilePattern(pattern).matches({ source: 'acs.oss' })).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['undefined', undefined, '/data/a/1'],
    ['a function', () => 'x', '/data/a/1'],
    ['a symbol', Symbol('x'), '/data/a/1'],
    ['NaN', Number.NaN, '/data/a/1'],
    ['Infinity', Number.POSITIVE_INFINITY, '/data/a/1'],
    ['a BigInt', 5n, '/data/a/1'],
  ])('is refused with %s in it, which would be lost or changed in JSON', (_, value, pointer) => {
    const source = { data: { a: ['x', value] } } as unknown as JsonObject;
    const { pattern, diagnostics } = parsePattern(source);
    expect(pattern).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, d.pointer])).toEqual([['not-json-value', pointer]]);
  });

  it('is refused with a hole in an array', () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is the case.
    const source = { source: ['a', , 'b'] } as unknown as JsonObject;
    expect(parsePattern(source).diagnostics.map((d) => [d.code, d.pointer])).toEqual([['not-json-value', '/source/1']]);
  });

  it('has every value reported that is not JSON, in reading order', () => {
    const source = { source: [undefined], data: { a: [1n], b: Number.NaN } } as unknown as JsonObject;
    expect(parsePattern(source).diagnostics.map(({ pointer }) => pointer)).toEqual([
      '/source/0',
      '/data/a/0',
      '/data/b',
    ]);
  });

  it.each([null, undefined, 5, true, [], () => ({})])('is refused when it is %s', (source) => {
    expect(parsePattern(source as unknown as JsonObject).pattern).toBeUndefined();
  });
});

class WithGetter {
  readonly own = 'x';
  get derived(): string {
    return 'x';
  }
}

class WithToJson {
  toJSON(): string {
    return 'x';
  }
}

const hidden = Object.defineProperty({}, 'a', { value: 'x', enumerable: false });

describe('an event given as an object', () => {
  /** The value of /data/a, and its JSON text; undefined for no member. */
  const VALUES: readonly (readonly [string, unknown, string | undefined])[] = [
    ['undefined is missing', undefined, undefined],
    ['a function is missing', () => 'x', undefined],
    ['a symbol is missing', Symbol('x'), undefined],
    ['NaN is null', Number.NaN, 'null'],
    ['Infinity is null', Number.POSITIVE_INFINITY, 'null'],
    ['-Infinity is null', Number.NEGATIVE_INFINITY, 'null'],
    ['-0 is 0', -0, '0'],
    ['a Date is an object without members', new Date(0), '{}'],
    ['a boxed string is an object', Object('x'), '{"0":"x"}'],
    ['a boxed number is an object', Object(5), '{}'],
    ['a Map is an object without members', new Map([['a', 'x']]), '{}'],
    ['no toJSON is called', new WithToJson(), '{}'],
    ['no own toJSON is called, and a function is no member', { toJSON: () => 'x', b: 1 }, '{"b":1}'],
    ['a null-prototype object is an object', Object.assign(Object.create(null), { b: 1 }), '{"b":1}'],
    ['a regular expression is an object without members', /x/, '{}'],
    ['an array with undefined has null there', ['x', undefined], '["x",null]'],
    ['an array with a function has null there', ['x', () => 1], '["x",null]'],
    ['an array with a symbol has null there', ['x', Symbol('x')], '["x",null]'],
    ['an array with NaN has null there', ['x', Number.NaN], '["x",null]'],
    // biome-ignore lint/suspicious/noSparseArray: the hole is the case.
    ['a hole in an array is null', ['x', , 'y'], '["x",null,"y"]'],
    ['an array of holes has nulls', new Array(2), '[null,null]'],
    ['an array keeps only its elements', Object.assign(['x'], { extra: 'y' }), '["x"]'],
    ['an array with a Date is an array with an object', ['x', new Date(0)], '["x",{}]'],
    ['-0 in an array is 0', [-0], '[0]'],
    ['an empty array is empty', [], '[]'],
    ['a typed array is an object', new Uint8Array([1, 2]), '{"0":1,"1":2}'],
  ];

  const CONDITIONS = [
    '"x"',
    'null',
    '0',
    '-0',
    'true',
    '{"exists":true}',
    '{"exists":false}',
    '{"anything-but":"x"}',
    '{"anything-but":[null]}',
    '{"prefix":"x"}',
    '{"numeric":["<",1]}',
  ];

  it.each(VALUES)('%s', (_, value, text) => {
    const json = `{"data":{${text === undefined ? '' : `"a":${text}`}}}`;
    for (const dialect of ['aliyun', 'rocketmq'] as const) {
      for (const condition of CONDITIONS) {
        const matcher = compilePattern(`{"data":{"a":[${condition}]}}`, { dialect });
        const expected = matcher.matchesJson(json);
        expect(matcher.matches({ data: { a: value } }), condition).toBe(expected);
        expect(matcher.explain({ data: { a: value } }).matches, condition).toBe(expected);
        const set = PatternSet.from([['x', matcher.pattern]], { dialect });
        expect(set.matches({ data: { a: value } }), condition).toEqual(expected ? ['x'] : []);
      }
      const nested = compilePattern('{"data":{"a":{"b":[1,{"exists":false}]}}}', { dialect });
      expect(nested.matches({ data: { a: value } })).toBe(nested.matchesJson(json));
    }
  });

  it.each<[string, unknown, string | undefined]>([
    ['undefined is no data at all', undefined, undefined],
    ['a function is no data at all', () => ({}), undefined],
    ['null is data without members', null, 'null'],
    ['NaN is null', Number.NaN, 'null'],
    ['a string has no members', '{"a":"x"}', '"{\\"a\\":\\"x\\"}"'],
    ['an array has no members', [{ a: 'x' }], '[{"a":"x"}]'],
    ['a Map has no members', new Map([['a', 'x']]), '{}'],
  ])('as data %s', (_, data, text) => {
    const json = text === undefined ? '{}' : `{"data":${text}}`;
    for (const condition of CONDITIONS) {
      const matcher = compilePattern(`{"data":{"a":[${condition}]}}`);
      expect(matcher.matches({ data }), condition).toBe(matcher.matchesJson(json));
    }
    // By section 2: without data nothing below it holds, not even `exists: false`.
    expect(compilePattern('{"data":{"a":[{"exists":false}]}}').matches({ data })).toBe(text !== undefined);
  });

  const matches = (pattern: string, event: object): boolean => compilePattern(pattern).matches(event);

  it('has no members that are not enumerable', () => {
    expect(matches('{"data":{"a":["x"]}}', { data: hidden })).toBe(false);
    expect(matches('{"data":{"a":[{"exists":false}]}}', { data: hidden })).toBe(true);
  });

  it('has no inherited members, whose getters do not run, but those of a class instance', () => {
    const event = { data: new WithGetter() };
    expect(matches('{"data":{"own":["x"]}}', event)).toBe(true);
    expect(matches('{"data":{"derived":["x"]}}', event)).toBe(false);
    const trap = Object.create({
      get a(): string {
        throw new Error('an inherited getter ran');
      },
    });
    expect(matches('{"data":{"a":["x"]}}', { data: trap })).toBe(false);
  });

  it('has its own getters read, as JSON.stringify reads them', () => {
    const event = {
      get source(): string {
        return 'acs.oss';
      },
    };
    expect(matches('{"source":["acs.oss"]}', event)).toBe(true);
  });

  it.each([
    ['as the value of a field', '{"data":{"a":["x"]}}', { data: { a: 1n } }],
    ['in an array', '{"data":{"a":["x"]}}', { data: { a: ['x', 1n] } }],
    ['on the way to a field', '{"data":{"a":["x"]}}', { data: 1n }],
  ])('with a BigInt %s is a TypeError', (_, pattern, event) => {
    expect(() => matches(pattern, event)).toThrow(new TypeError('a BigInt is not JSON data'));
    expect(() => compilePattern(pattern).explain(event)).toThrow(new TypeError('a BigInt is not JSON data'));
    const set = PatternSet.from([['x', pattern]]);
    expect(() => set.matches(event)).toThrow(new TypeError('a BigInt is not JSON data'));
  });

  it('is a TypeError that names the value when it is not an object', () => {
    const matcher = compilePattern('{}');
    for (const [event, found] of [
      [null, 'null'],
      [undefined, 'undefined'],
      ['{}', 'a value of type string'],
      [5, 'a value of type number'],
      [[], 'an array'],
      [() => ({}), 'a value of type function'],
    ] as const) {
      const error = new TypeError(`an event is an object, not ${found}; JSON text is matched by matchesJson`);
      expect(() => matcher.matches(event as unknown as object)).toThrow(error);
      if (typeof event !== 'string') expect(() => matcher.explain(event as unknown as object)).toThrow(error);
    }
  });

  it('is not changed by matching, frozen or not, for any JSON value around the pattern', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (attributes, data) => {
        const event = { ...attributes, data };
        const before = structuredClone(event);
        const matcher = compilePattern('{"source":["x",{"exists":false}],"data":{"a":[{"anything-but":"x"}]}}');
        const verdict = matcher.matches(event);
        expect(event).toStrictEqual(before);
        expect(matcher.matches(Object.freeze(event))).toBe(verdict);
      }),
    );
  });
});
