/** The offset at which a text is no longer an event: an index into the string, or into the bytes. */
import { describe, expect, it } from 'vitest';
import { compilePattern, EventSyntaxError } from '../../src/index.ts';

const matcher = compilePattern('{"source":["acs.oss"],"data":{"a":["x"]}}');
const encoder = new TextEncoder();

function errorOf(event: string | Uint8Array): EventSyntaxError {
  for (const ask of [() => matcher.matchesJson(event), () => matcher.explain(event)]) {
    try {
      ask();
    } catch (thrown) {
      if (thrown instanceof EventSyntaxError) return thrown;
      throw thrown;
    }
  }
  throw new Error('no EventSyntaxError was thrown');
}

/** ⚡ marks the place of the error, and is removed before reading. */
const CASES: readonly (readonly [text: string, problem: string])[] = [
  ['⚡', 'the event is empty'],
  ['⚡  \n', 'the event is empty'],
  ['⚡[]', 'an event is a JSON object'],
  ['  ⚡"{}"', 'an event is a JSON object'],
  ['⚡null', 'an event is a JSON object'],
  [' ⚡5', 'an event is a JSON object'],
  ['{"a":1}⚡}', 'the event is not JSON: unexpected `}` after the end of the JSON text'],
  ['{"a":1} ⚡x', 'the event is not JSON: unexpected `x` after the end of the JSON text'],
  ['{⚡', 'the event is not JSON: expected a member name in double quotes, found the end of the text'],
  ['{"a"⚡', 'the event is not JSON: expected a colon after a member name, found the end of the text'],
  ['{"a" ⚡1}', 'the event is not JSON: expected a colon after a member name, found `1`'],
  ['{"a":⚡', 'the event is not JSON: expected a value, found the end of the text'],
  ['{"a":1⚡', 'the event is not JSON: expected a comma or `}` in this object, found the end of the text'],
  ['{"a":1 ⚡"b":2}', 'the event is not JSON: expected a comma or `}` in this object, found `"`'],
  ['{"a":[1 ⚡2]}', 'the event is not JSON: expected a comma or `]` in this array, found `2`'],
  ['{"a":1,⚡}', 'the event is not JSON: a comma before `}` is not JSON'],
  ['{"a":[1,⚡]}', 'the event is not JSON: a comma before `]` is not JSON'],
  ["{⚡'a':1}", 'the event is not JSON: a member name must be in double quotes, not single quotes'],
  ['{"a":⚡\'x\'}', 'the event is not JSON: a string must be in double quotes, not single quotes'],
  ['{⚡a:1}', 'the event is not JSON: a member name must be in double quotes'],
  ['{⚡\\"a\\":1}', 'the event is not JSON: the quotes of this text are escaped: it is JSON inside a string'],
  ['⚡\\"{}\\"', 'the event is not JSON: the quotes of this text are escaped: it is JSON inside a string'],
  ['{⚡// c\n}', 'the event is not JSON: expected a member name in double quotes, found `/`'],
  ['{"a":⚡/* c */1}', 'the event is not JSON: JSON has no comments'],
  ['{"a":⚡"open}', 'the event is not JSON: this string has no closing quote'],
  ['{"a":"line⚡\n"}', 'the event is not JSON: a control character (U+000A) must be escaped in a string'],
  ['{"a":"⚡\0"}', 'the event is not JSON: a control character (U+0000) must be escaped in a string'],
  ['{"a":"⚡\\x41"}', 'the event is not JSON: JSON has no such escape; a backslash itself is written `\\\\`'],
  ['{"a":"⚡\\u12G4"}', 'the event is not JSON: `\\u` needs four hexadecimal digits'],
  ['{"a":⚡01}', 'the event is not JSON: this is not a JSON number'],
  ['{"a":⚡1.}', 'the event is not JSON: this is not a JSON number'],
  ['{"a":⚡.5}', 'the event is not JSON: this is not a JSON number'],
  ['{"a":⚡+1}', 'the event is not JSON: this is not a JSON number'],
  ['{"a":⚡-}', 'the event is not JSON: this is not a JSON number'],
  ['{"a":⚡1e}', 'the event is not JSON: this is not a JSON number'],
  ['{"a":⚡NaN}', 'the event is not JSON: `NaN` is not JSON; a string must be in double quotes'],
  ['{"a":⚡nul}', 'the event is not JSON: `nul` is not JSON; a string must be in double quotes'],
  ['{"a":⚡truer}', 'the event is not JSON: `truer` is not JSON; a string must be in double quotes'],
  ['{"a":⚡False}', 'the event is not JSON: `False` is not JSON; a string must be in double quotes'],
  [
    '{"a":⚡abcdefghijklmnopqrstuvwxyz}',
    'the event is not JSON: `abcdefghijklmnopqrst…` is not JSON; a string must be in double quotes',
  ],
  ['{"a":⚡}', 'the event is not JSON: expected a value, found `}`'],
  ['{"a":⚡\u00a01}', 'the event is not JSON: expected a value, found `\u00a0`'],
  ['{"a":⚡😀}', 'the event is not JSON: expected a value, found U+1F600'],
  ['{"a":⚡\u007f}', 'the event is not JSON: expected a value, found U+007F'],
  ['⚡\ufeff{}', 'the event is not JSON: a byte order mark is not JSON'],
  [`{"a":${'['.repeat(999)}⚡[`, 'the event is nested deeper than 1000 levels'],
  // Characters of two, three and four bytes before the error, and a pair of code units.
  ['{"é":⚡x}', 'the event is not JSON: `x` is not JSON; a string must be in double quotes'],
  ['{"中文":⚡x}', 'the event is not JSON: `x` is not JSON; a string must be in double quotes'],
  ['{"😀":"é中😀",⚡}', 'the event is not JSON: a comma before `}` is not JSON'],
];

describe('an event given as text', () => {
  it.each(CASES)('%j: %s', (marked, problem) => {
    const offset = marked.indexOf('⚡');
    const text = marked.replace('⚡', '');
    const error = errorOf(text);
    expect(error).toBeInstanceOf(SyntaxError);
    expect(error).toMatchObject({
      name: 'EventSyntaxError',
      problem,
      offset,
      message: `${problem} (at offset ${offset})`,
    });
    const byteOffset = encoder.encode(text.slice(0, offset)).length;
    expect(errorOf(encoder.encode(text))).toMatchObject({ problem, offset: byteOffset });
  });

  it('is refused when it is broken, whatever the pattern tests', () => {
    for (const pattern of ['{}', '{"source":["a"]}']) {
      for (const event of ['', '[]', '{"source":"b"', '{"source":"b"} x']) {
        expect(() => compilePattern(pattern).matchesJson(event)).toThrow(EventSyntaxError);
        expect(() => compilePattern(pattern).explain(event)).toThrow(EventSyntaxError);
      }
    }
  });

  it('may have lone surrogates, raw or escaped, which are compared by code unit', () => {
    const high = compilePattern('{"source":["\\ud83d"]}');
    expect(high.matchesJson('{"source":"\ud83d"}')).toBe(true);
    expect(high.matchesJson('{"source":"\\uD83D"}')).toBe(true);
    expect(high.matchesJson('{"source":"\\ude00"}')).toBe(false);
    expect(high.matchesJson('{"source":"\ud83d\ude00"}')).toBe(false);
    expect(compilePattern('{"source":[{"prefix":"\ud83d"}]}').matchesJson('{"source":"😀"}')).toBe(true);
    expect(errorOf('{"\ud83d":x}')).toMatchObject({ offset: 5 });
  });
});

describe('an event given as bytes', () => {
  const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)));

  /** Each class of ill-formed UTF-8 (Unicode 15, table 3-7). The error stands at the first byte of the sequence. */
  const INVALID: readonly (readonly [string, readonly number[]])[] = [
    ['a stray continuation byte', [0x80]],
    ['another stray continuation byte', [0xbf]],
    ['an overlong form of two bytes', [0xc0, 0xaf]],
    ['another overlong form of two bytes', [0xc1, 0xbf]],
    ['an overlong form of three bytes', [0xe0, 0x9f, 0xbf]],
    ['an overlong form of four bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['the first surrogate', [0xed, 0xa0, 0x80]],
    ['the last surrogate', [0xed, 0xbf, 0xbf]],
    ['the first code point beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that begins nothing', [0xf5, 0x80, 0x80, 0x80]],
    ['the byte FF', [0xff]],
    ['a sequence of two with a wrong second byte', [0xc3, 0x28]],
    ['a sequence of three with a wrong third byte', [0xe4, 0xb8, 0x28]],
    ['a sequence of four with a wrong fourth byte', [0xf0, 0x9f, 0x98, 0x28]],
  ];

  it.each(INVALID)('is refused when it has %s', (_, bytes) => {
    const before = '{"é中😀":"';
    expect(errorOf(bytesOf(before, bytes, '"}'))).toMatchObject({
      problem: 'the bytes are not UTF-8',
      offset: encoder.encode(before).length,
    });
  });

  it.each([
    ['two', [0xc3]],
    ['three', [0xe4, 0xb8]],
    ['four', [0xf0, 0x9f, 0x98]],
  ])('is refused when it ends inside a sequence of %s', (_, bytes) => {
    expect(errorOf(bytesOf('{"a":"', bytes))).toMatchObject({ problem: 'the bytes are not UTF-8', offset: 6 });
  });

  it.each([
    ['the first of two', [0xc2, 0x80]],
    ['the last of two', [0xdf, 0xbf]],
    ['the first of three', [0xe0, 0xa0, 0x80]],
    ['the last before the surrogates', [0xed, 0x9f, 0xbf]],
    ['the first after the surrogates', [0xee, 0x80, 0x80]],
    ['the last of three', [0xef, 0xbf, 0xbf]],
    ['the first of four', [0xf0, 0x90, 0x80, 0x80]],
    ['the last of all', [0xf4, 0x8f, 0xbf, 0xbf]],
  ])('may have every code point of Unicode: %s', (_, bytes) => {
    const text = new TextDecoder().decode(Uint8Array.from(bytes));
    const found = compilePattern({ source: [text] });
    expect(found.matchesJson(bytesOf('{"source":"', bytes, '"}'))).toBe(true);
    expect(found.matchesJson(bytesOf('{"source":"x"}'))).toBe(false);
  });

  it('has the leftmost of several problems reported', () => {
    // A JSON error before the bad byte comes first; a text that only ends there does not.
    expect(errorOf(bytesOf('{"a" "b":1}', [0xff]))).toMatchObject({
      problem: 'the event is not JSON: expected a colon after a member name, found `"`',
      offset: 5,
    });
    expect(errorOf(bytesOf('{"é":x', [0xff]))).toMatchObject({ offset: 6 });
    expect(errorOf(bytesOf('{"a":1,', [0xff]))).toMatchObject({ problem: 'the bytes are not UTF-8', offset: 7 });
    expect(errorOf(bytesOf([0xff]))).toMatchObject({ problem: 'the bytes are not UTF-8', offset: 0 });
    expect(errorOf(bytesOf('  ', [0xff]))).toMatchObject({ problem: 'the bytes are not UTF-8', offset: 2 });
    expect(errorOf(bytesOf('{}', [0xff]))).toMatchObject({ problem: 'the bytes are not UTF-8', offset: 2 });
    expect(errorOf(bytesOf('{"a":"\\"', [0xff], '"}'))).toMatchObject({
      problem: 'the bytes are not UTF-8',
      offset: 8,
    });
  });

  it('is refused when it begins with a byte order mark', () => {
    expect(errorOf(bytesOf([0xef, 0xbb, 0xbf], '{}'))).toMatchObject({
      problem: 'the event is not JSON: a byte order mark is not JSON',
      offset: 0,
    });
  });

  it('may be a view into a larger buffer', () => {
    const text = '{"source":"acs.oss","data":{"a":"x"}}';
    const large = bytesOf([0xff, 0xff], text, [0xff]);
    const view = large.subarray(2, large.length - 1);
    expect(matcher.matchesJson(view)).toBe(true);
    expect(matcher.matchesJson(Buffer.from(large.buffer, 2, text.length))).toBe(true);
    expect(matcher.explain(view).matches).toBe(true);
  });
});
