import { describe, expect, it } from 'vitest';
import { type Code, catalogue, type Diagnostic, type JsonObject, parsePattern } from '../../src/index.ts';
import { type Fixture, objectFixtures, fixtures as ofTwo } from './fixtures.ts';
import { fixturesOfAws } from './fixtures-aws.ts';

const fixtures: readonly Fixture[] = [...ofTwo, ...fixturesOfAws];

const codes = Object.keys(catalogue) as Code[];

function read({ pattern, dialect }: Fixture): {
  text: string;
  start: number;
  end: number;
  diagnostics: readonly Diagnostic[];
} {
  const start = pattern.indexOf('«');
  const end = pattern.indexOf('»') - 1;
  const text = pattern.replace('«', '').replace('»', '');
  return { text, start, end, diagnostics: parsePattern(text, { dialect }).diagnostics };
}

describe('the finding', () => {
  it.each(
    fixtures.map(
      (fixture) => [fixture.code, fixture.dialect ?? 'aliyun', fixture.pattern.slice(0, 90), fixture] as const,
    ),
  )('%s under %s: %s', (_, __, ___, fixture) => {
    const { code, severity, pointer, message, hint, besides = [] } = fixture;
    const { start, end, diagnostics } = read(fixture);
    const found = diagnostics.find((d) => d.code === code);
    expect(found).toMatchObject({ code, severity, pointer, message });
    expect(found?.hint).toBe(hint);
    expect(found?.focus ?? found?.range, 'the underlined part').toEqual({ start, end });
    // One mistake has one finding.
    expect(diagnostics.filter((d) => d !== found).map((d) => d.code)).toEqual(besides);
  });

  it.each(objectFixtures)('not-json-value reports %s in an object', (value, message) => {
    const source = { data: { a: ['x', value] } } as unknown as JsonObject;
    expect(parsePattern(source).diagnostics).toEqual([
      {
        code: 'not-json-value',
        severity: 'error',
        pointer: '/data/a/1',
        message,
        params: { found: message.replace(' is not JSON data', '') },
      },
    ]);
  });

  it('has no ranges when the pattern is an object', () => {
    for (const fixture of fixtures) {
      const { text } = read(fixture);
      let source: JsonObject;
      try {
        source = JSON.parse(text);
      } catch {
        continue;
      }
      if (typeof source === 'string') continue;
      for (const { range, focus, related = [] } of parsePattern(source, { dialect: fixture.dialect }).diagnostics) {
        expect([range, focus, ...related.map((r) => r.range)].filter((r) => r !== undefined)).toEqual([]);
      }
    }
  });

  it('has the related place', () => {
    const text = '{"source":["a"],"source":["b"],"type":["c","c"]}';
    const { diagnostics } = parsePattern(text);
    const related = diagnostics.map(({ code, related: places = [] }) => [
      code,
      places.map(({ pointer, message, range }) => [pointer, message, range?.start]),
    ]);
    expect(related).toEqual([
      ['duplicate-name', [['/source', 'it is also written here', text.indexOf('"source"')]]],
      ['duplicate-condition', [['/type/0', 'it is first written here', text.indexOf('"c"')]]],
    ]);
  });

  it('has at most ten related places', () => {
    const text = `{${Array(50).fill('"source":["a"]').join()}}`;
    expect(parsePattern(text).diagnostics.map(({ related }) => related?.length)).toEqual([10]);
  });
});

describe('the catalogue', () => {
  it('has a fixture for each code', () => {
    const covered = new Set<Code>([...fixtures.map(({ code }) => code), 'not-json-value']);
    expect(codes.filter((code) => !covered.has(code))).toEqual([]);
  });

  it.each(codes)('has a valid name, severity and texts for %s', (code) => {
    const { summary, why, evidence, severity, fixable } = catalogue[code];
    if (fixable !== true) expect(fixable, 'why no edit helps').toMatch(/^[a-z`].*[^.]$/);
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(['error', 'warning', 'info']).toContain(severity);
    expect(summary, 'a summary is in lower case and has no full stop').toMatch(/^(`|[a-z]).*[^.]$/);
    expect(why, 'why is one or more sentences').toMatch(/^[A-Z`].*\.$/s);
    expect(evidence).not.toBe('');
  });

  /** Entries whose `avoid` is a description instead of a pattern, with the reason. */
  const AVOID_IN_WORDS: ReadonlyMap<Code, string> = new Map([
    ['too-deep', 'a text of a thousand levels is no reading for people'],
    ['too-large', 'a text of a thousand fields is no reading for people'],
    ['long-pattern', 'a text of two thousand characters is no reading for people'],
    ['too-many-combinations', 'a text of a thousand combinations is no reading for people'],
    ['too-many-paths', 'a text of hundreds of fields is no reading for people'],
    ['not-json-value', 'no text can hold such a value, so it is written as code'],
  ]);
  const dialectOf = (code: Code) => catalogue[code].dialect ?? 'aliyun';
  const codesOf = (text: string, code: Code) =>
    parsePattern(text, { dialect: dialectOf(code) }).diagnostics.map((d) => d.code);

  it.each(codes.filter((code) => !AVOID_IN_WORDS.has(code)))('has an `avoid` with the finding %s', (code) => {
    expect(codesOf(catalogue[code].avoid, code)).toContain(code);
  });

  it.each(codes.filter((code) => !AVOID_IN_WORDS.has(code)))(
    'has a fix for the `avoid` of %s, or a reason why there is none',
    (code) => {
      const { avoid, fixable } = catalogue[code];
      const found = parsePattern(avoid, { dialect: dialectOf(code) }).diagnostics.find((d) => d.code === code);
      expect(found?.fixes !== undefined).toBe(fixable === true);
    },
  );

  it('has fixes for at least 30 codes', () => {
    expect(codes.filter((code) => catalogue[code].fixable === true).length).toBeGreaterThanOrEqual(30);
  });

  it.each(codes.filter((code) => code !== 'not-json-value'))('has a `prefer` without the finding %s', (code) => {
    const { prefer } = catalogue[code];
    expect(codesOf(prefer, code)).toEqual([]);
  });

  it('has no exceptions that are not needed', () => {
    for (const code of AVOID_IN_WORDS.keys()) expect(codesOf(catalogue[code].avoid, code)).not.toContain(code);
    for (const code of codes.filter((one) => catalogue[one].dialect !== undefined)) {
      expect(parsePattern(catalogue[code].avoid).diagnostics.map((d) => d.code)).not.toContain(code);
    }
  });
});

describe('a message', () => {
  const HOSTILE = [
    'x'.repeat(10_000),
    'x'.repeat(160),
    '\u0000\u001b[31m',
    '. A second sentence. And a third',
    '`',
    '\n\n',
    '\ud83d',
    '😀'.repeat(200),
    '__proto__',
  ];

  /** User input in every place that messages quote. */
  const PLACES: readonly ((text: string) => unknown)[] = [
    (text) => ({ [text]: ['a'] }),
    (text) => ({ source: [{ [text]: 'a' }] }),
    (text) => ({ [text]: 'a' }),
    (text) => ({ data: { [text]: 'a' } }),
    (text) => ({ data: { [`${text}[`]: ['a'] } }),
    (text) => ({ source: [{ cidr: text }] }),
    (text) => ({ source: [{ numeric: [text, 5] }] }),
    (text) => ({ source: [{ numeric: ['<', text] }] }),
    (text) => ({ source: [{ numeric: [{ [text]: text }, 5] }] }),
    (text) => ({ source: [{ 'anything-but': { [text]: 'a' } }] }),
    (text) => ({
      source: [{ 'anything-but': Object.fromEntries(Array.from({ length: 20 }, (_, i) => [text + i, 1])) }],
    }),
    (text) => ({ source: [text, text] }),
    (text) => ({ source: [{ prefix: [text] }] }),
    (text) => text,
  ];

  it.each(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
    'is one short sentence for %s',
    (_, text) => {
      for (const dialect of ['aliyun', 'rocketmq'] as const) {
        for (const place of PLACES) {
          const source = JSON.stringify(place(text));
          for (const { code, message, hint = '' } of parsePattern(source, { dialect }).diagnostics) {
            expect(message.length, `${code}: ${message.slice(0, 300)}`).toBeLessThan(200);
            expect(hint.length, code).toBeLessThanOrEqual(200);
            expect(message.replace(/`.*`/gs, ''), code).not.toMatch(/[.!?]( |$)/);
          }
        }
      }
    },
  );

  it('stays short for numbers of ten thousand digits', () => {
    const digits = '1'.repeat(10_000);
    const operands = [
      `{"numeric":["<",${digits}]}`,
      `{"numeric":${digits}}`,
      `{"prefix":${digits}}`,
      `{"numeric":[${digits},1]}`,
      `1.${digits}`,
      `{"numeric":["<","${digits}"]}`,
    ];
    const { diagnostics } = parsePattern(`{"source":[${operands.join()}]}`);
    expect(diagnostics.length).toBeGreaterThan(operands.length);
    for (const { message, hint = '' } of diagnostics) {
      expect(message.length).toBeLessThan(200);
      expect(hint.length).toBeLessThanOrEqual(200);
    }
  });
});
