import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sqlCondition } from '../../../src/cli/sql/condition.ts';
import { type EngineName, engines } from '../../../src/cli/sql/engines.ts';
import { compilePattern } from '../../../src/index.ts';
import { runs } from '../../support/runs.ts';
import { run } from '../run-main.ts';

const names = Object.keys(engines) as EngineName[];

/** The SQL without its literals and quoted names, as the lexer of the engine divides it; undefined if one of them has no end. */
function withoutQuoted(sql: string, engine: EngineName): string | undefined {
  let rest = '';
  for (let at = 0; at < sql.length; at++) {
    const quote = sql[at] as string;
    if (quote !== "'" && quote !== '"' && quote !== '`') {
      rest += quote;
      continue;
    }
    for (at++; sql[at] !== quote || sql[at + 1] === quote; at++) {
      if (at >= sql.length) return undefined;
      // A doubled quote, or an escaped character.
      if (sql[at] === quote || (sql[at] === '\\' && engine === 'clickhouse')) at++;
    }
    rest += '?';
  }
  return rest;
}

const hostile = fc.oneof(
  fc.constantFrom(
    "'",
    "''",
    "\\'",
    '\\',
    "\\\\'",
    '"',
    '`',
    "') OR 1=1 --",
    "' || (select 1) || '",
    '\n--',
    '*/',
    ';',
    '$',
    '$.a',
    '[0]',
    '?',
    '%',
    '_',
    '\u2028',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const texts = fc.array(hostile, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));

describe.each(names)('the condition for %s', (name) => {
  const engine = engines[name];

  it('has no text of the pattern outside of literals, for any texts, names and columns', () => {
    fc.assert(
      fc.property(texts, texts, texts, (text, member, column) => {
        const pattern = (value: string, key: string) =>
          compilePattern({
            data: { [key]: [value, { prefix: value }, { 'anything-but': [value] }, { contains: value || 'x' }] },
          } as never).pattern;
        if (text === '' || column === '') return;
        const { condition } = sqlCondition(pattern(text, member), column, engine);
        const plain = sqlCondition(pattern('x', member), 'value', engine).condition;
        const shape = (sql: string): string | undefined =>
          withoutQuoted(sql, name)?.replace(/concat\((?:\?|char\(\d+\)|, )*\)|char\(\d+\)/g, '?');
        expect(shape(condition)).toBeDefined();
        expect(shape(condition)).toBe(shape(plain));
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ['a plain number', { data: { n: [5] } }, 'by its value'],
    ['a number below anything-but', { data: { n: [{ 'anything-but': 5 }] } }, 'is left out'],
    ['a block inside of an octet', { data: { n: [{ cidr: '10.0.0.0/12' }] } }, 'whole octets'],
    ['a lone surrogate', { data: { n: ['a\ud800'] } }, 'lone surrogate'],
    ['an empty name', { data: { '': ['a'] } }, 'the field is left out'],
  ])('is named as wider for %s', (_, pattern, why) => {
    const { wider } = sqlCondition(compilePattern(pattern as never).pattern, 'value', engine);
    expect(wider.map((one) => one.why).join()).toContain(why);
  });

  it('is not wider for texts, prefixes, comparisons and existence', () => {
    const pattern = {
      source: ['a', { prefix: 'b' }],
      data: { n: [{ numeric: ['>', 5] }], x: [{ exists: false }], y: [true, null] },
    };
    expect(sqlCondition(compilePattern(pattern as never).pattern, 'value', engine).wider).toEqual([]);
  });

  it('holds for every row when there is no field', () => {
    expect(sqlCondition(compilePattern({}).pattern, 'value', engine).condition).toBe('true');
  });
});

describe('the command', () => {
  const files = { 'p.json': '{"data":{"a\\n;drop":[5]}}' };

  it('says in comments that the condition is necessary, and where it is wider, each on one line', async () => {
    const { code, out } = await run(['sql', 'p.json', '--target', 'clickhouse', '--column', 'a`b'], { files });
    expect(code).toBe(0);
    const [first, ...rest] = out.split('\n');
    expect(first).toBe('-- A necessary condition of "p.json" for ClickHouse: every event that matches meets it.');
    expect(rest.filter((line) => line.startsWith('-- '))).toHaveLength(3);
    expect(rest[2]).toBe('-- Wider for "data.a\\n;drop": a number is compared by its value: 5.0 and 5 are equal here.');
    expect(out).toContain('isValidJSON(`a\\`b`)');
  });

  it('answers in JSON', async () => {
    const { out } = await run(['sql', 'p.json', '--target', 'spark', '--format', 'json'], { files });
    const { target, column, wider } = JSON.parse(out);
    expect({ target, column, path: wider[0].path }).toEqual({
      target: 'spark',
      column: 'value',
      path: ['data', 'a\n;drop'],
    });
  });

  test.each([
    ['another dialect', ['--target', 'duckdb', '--dialect', 'rocketmq'], 'for the dialect `aliyun` only'],
    ['no target', [], '--target'],
    ['an empty column', ['--target', 'duckdb', '--column', ''], '`--column` is the name of a column'],
  ])('refuses %s', async (_, flags, message) => {
    const { code, err } = await run(['sql', 'p.json', ...flags], { files });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
