import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEvent, filterPattern } from '../../src/fast-check/index.ts';
import { schemaTexts } from '../../src/fast-check/schema.ts';
import { compilePattern, dialects, type Pattern, parsePattern, printPattern } from '../../src/index.ts';
import { supportOf } from '../../src/pattern/dialect.ts';
import { allOperators, innerOperators, plain } from '../../src/pattern/operators/index.ts';
import { testsOf } from '../../src/pattern/pattern.ts';
import { runs } from '../support/runs.ts';

const EMPTY = compilePattern('{}').pattern;

describe.each(dialects)('generated patterns of $name', (dialect) => {
  it.each(['object', 'text'] as const)('as %s are accepted, printed and accepted again', (as) => {
    fc.assert(
      fc.property(filterPattern(dialect, { as }), (source) => {
        const { pattern } = parsePattern(source, { dialect });
        expect(pattern).toBeDefined();
        const printed = printPattern(pattern!);
        expect(printPattern(compilePattern(printed, { dialect }).pattern)).toBe(printed);
      }),
      { numRuns: runs(500) },
    );
  });

  const sources = fc.sample(filterPattern(dialect, { as: 'text' }), { seed: 3, numRuns: 800 });
  const patterns = sources.map((source) => compilePattern(source, { dialect }).pattern);
  const tests = patterns.flatMap(({ fields }) => fields.flatMap(({ conditions }) => conditions.map(testsOf)));
  const names = tests.flat().map(({ operator }) => operator.name);

  it('use every operator of the dialect, and no other', () => {
    const expected = [plain, ...allOperators.values()]
      .map(({ name }) => name)
      .filter((name) => supportOf(dialect.rules, name) !== 'refused');
    expect([...new Set(names)].sort()).toEqual(expected.sort());
    for (const name of expected) expect(names.filter((one) => one === name).length).toBeGreaterThan(names.length / 50);
  });

  it('use every operator that is allowed inside another one', () => {
    for (const outer of allOperators.values()) {
      const schema = JSON.stringify(
        outer.schema({ rules: dialect.rules, plain: {}, inner: { INNER: {} }, negates: false }),
      );
      if (!schema.includes('INNER')) continue;
      for (const [name, { support }] of innerOperators(dialect.rules, outer)) {
        const found = sources.some((source) => source.replace(/\s/g, '').includes(`"${outer.name}":{"${name}":`));
        expect(found).toBe(support !== 'refused');
      }
    }
  });

  it('combine operators in one object where the dialect permits it', () => {
    expect(tests.some(({ length }) => length > 1)).toBe(dialect.rules['combined-operators'] !== 'refused');
  });

  it.each<[string, (pattern: Pattern) => boolean]>([
    ['no field', ({ fields }) => fields.length === 0],
    ['several fields', ({ fields }) => fields.length > 2],
    ['an attribute', ({ fields }) => fields.some(({ path }) => path[0] !== 'data')],
    ['data, nested', ({ fields }) => fields.some(({ path }) => path.length > 2)],
    ['several conditions', ({ fields }) => fields.some(({ conditions }) => conditions.length > 1)],
  ])('sometimes have %s, where the dialect permits it', (_, holds) => {
    // An empty pattern is not valid everywhere.
    if (holds(EMPTY) && parsePattern('{}', { dialect }).pattern === undefined) return;
    expect(patterns.filter(holds).length).toBeGreaterThan(40);
  });

  it('have number texts that no object can have', () => {
    expect(sources.filter((source) => /\d\.0\b/.test(source)).length).toBeGreaterThan(10);
  });
});

describe('generated patterns', () => {
  it('may have the extension attributes that the caller declares', () => {
    const extensions = ['traceparent'];
    const sources = fc.sample(filterPattern('rocketmq', { extensions }), { seed: 1, numRuns: 1000 });
    expect(sources.some((source) => 'traceparent' in source)).toBe(true);
  });

  it('are refused for an unknown dialect or form', () => {
    expect(() => filterPattern('azure' as never)).toThrow(/no dialect `azure`/);
    expect(() => filterPattern('aliyun', { as: 'yaml' as never })).toThrow(/no form `yaml`/);
  });

  it('cover what the schema describes', () => {
    expect(() => schemaTexts({ type: 'string', format: 'ipv4' } as never)).toThrow(
      /nothing is known of the keyword format/,
    );
  });
});

describe('any event', () => {
  const objects = fc.sample(anyEvent(), { seed: 1, numRuns: 1000 });
  const texts = fc.sample(anyEvent({ as: 'text' }), { seed: 1, numRuns: 1000 });

  it('is an envelope, as an object and as text', () => {
    for (const event of [...objects, ...texts.map((text) => JSON.parse(text))]) {
      expect(Object.keys(event)).toEqual(expect.arrayContaining(['specversion', 'id', 'source', 'type']));
    }
  });

  it('is the same object after JSON.stringify and JSON.parse', () => {
    for (const event of objects) expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  });

  it.each<[string, (event: Readonly<Record<string, unknown>>, text: string) => boolean]>([
    ['data', ({ data }) => data !== undefined],
    ['no data', ({ data }) => data === undefined],
    ['data that is no object', ({ data }) => data !== undefined && typeof data !== 'object'],
    ['a source that is no string', ({ source }) => typeof source !== 'string'],
    ['names of prototypes', (_, text) => text.includes('"__proto__":')],
    ['halves of surrogate pairs', (_, text) => /\\ud[89a-f]/.test(text)],
    ['an empty array', (_, text) => text.includes('[]')],
    ['an array with an object', (_, text) => text.includes('[{')],
    ['many levels', (_, text) => text.includes('[[[[[[[[')],
    ['large numbers', (_, text) => /\d{16}/.test(text)],
  ])('sometimes has %s', (_, holds) => {
    expect(objects.filter((event) => holds(event, JSON.stringify(event))).length).toBeGreaterThan(3);
  });

  it('has number texts as text that no object can have', () => {
    expect(texts.some((text) => text.includes('300.0'))).toBe(true);
    expect(texts.some((text) => text.includes('1e400'))).toBe(true);
  });
});
