import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sqlCondition } from '../../../src/cli/sql/condition.ts';
import { type EngineName, engines } from '../../../src/cli/sql/engines.ts';
import { compilePattern, type DialectName } from '../../../src/index.ts';
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
    ['a part with a lone surrogate', { data: { n: [{ prefix: 'a\ud800' }] } }, 'lone surrogate'],
    ['a name with a lone surrogate', { data: { 'a\ud800': ['a'] } }, 'the field is left out'],
  ])('is named as wider for %s', (_, pattern, why) => {
    const { wider } = sqlCondition(compilePattern(pattern as never).pattern, 'value', engine);
    expect(wider.map((one) => one.why).join()).toContain(why);
  });

  it('is not wider for texts, prefixes, comparisons, blocks and existence', () => {
    const pattern = {
      source: ['a', { prefix: 'b' }],
      data: { n: [{ numeric: ['>', 5] }], x: [{ exists: false }], y: [true, null], z: [{ cidr: '10.0.0.0/12' }] },
    };
    expect(sqlCondition(compilePattern(pattern as never).pattern, 'value', engine).wider).toEqual([]);
  });

  it('holds for every row when there is no field', () => {
    expect(sqlCondition(compilePattern({}).pattern, 'value', engine).condition).toBe('true');
  });
});

/** The condition for DuckDB, whose words are the same in all these cases. */
function conditionOf(dialect: DialectName, text: string) {
  const { pattern } = compilePattern(text, { dialect });
  const { condition, wider } = sqlCondition(pattern, 'value', engines.duckdb);
  return { condition, why: wider.map((one) => `${one.path.join('.')}: ${one.why}`).join('; ') };
}

describe('in the dialect aws', () => {
  it('joins the branches of $or', () => {
    const { condition } = conditionOf('aws', '{"a":["1x"],"$or":[{"b":["2x"],"c":["3x"]},{"d":["4x"]}]}');
    expect(condition).toMatch(/'1x'.* AND .*'2x'.* AND .*'3x'.* OR .*'4x'/s);
  });

  test.each([
    // The later field with a path replaces the earlier one, also from a branch of another `$or`.
    ['{"a":["x"],"$or":[{"a":["y"]},{"b":["z"]}]}', { x: 1, y: 1, z: 1 }],
    ['{"$or":[{"a":["x"]},{"b":["y"]}],"$or":[{"c":["z"]},{"a":["w"]}]}', { x: 1, y: 2, z: 2, w: 2 }],
    ['{"a":{"b":["x"]},"a.b":["y"]}', { x: 0, y: 2 }],
  ])('leaves out fields that others replace: %s', (pattern, times) => {
    const { condition } = conditionOf('aws', pattern);
    const found = Object.keys(times).map((text) => [text, condition.split(`'${text}'`).length - 1]);
    expect(Object.fromEntries(found)).toEqual(times);
  });

  it('keeps fields with one path in branches of one $or', () => {
    const { condition, why } = conditionOf('aws', '{"$or":[{"a":["x"]},{"a":["y"]}]}');
    expect([condition.includes("'x'"), condition.includes("'y'"), why]).toEqual([true, true, '']);
  });

  test.each([
    ['{"a":[{"wildcard":"in*out"}]}', ["'(?s)^in.*out\\z'"], ''],
    ['{"a":[{"wildcard":"x*\\\\*y.z"}]}', ["'(?s)^x.*\\*y\\.z\\z'"], ''],
    ['{"a":[{"anything-but":{"wildcard":["x*","y"]}}]}', ['NOT coalesce(((', "'(?s)^x.*\\z'", "'(?s)^y\\z'"], ''],
    ['{"a":[{"prefix":{"equals-ignore-case":"X."}}]}', ["'(?s)^(x|X)\\.'"], ''],
    ['{"a":[{"suffix":{"equals-ignore-case":"éß"}}]}', ["'(?s)(é|É)(ß|SS)\\z'"], ''],
    ['{"a":[{"equals-ignore-case":"X😀"}]}', ["'(?s)^(x|X)😀\\z'"], ''],
    ['{"a":[{"anything-but":{"equals-ignore-case":["X"]}}]}', ['NOT coalesce(((', "'(?s)^(x|X)\\z'"], ''],
    ['{"a":[{"prefix":{"equals-ignore-case":"\\ud800"}}]}', [], 'is left out'],
    [
      '{"a":[{"cidr":"10.0.0.0/8"}]}',
      ["'(?s)^0*10[.]0*([0-9]|1[0-9]|2[0-9]|", '|25[0-5])[.]'],
      'written as an IPv6 address',
    ],
    ['{"a":[{"cidr":"10.0.0.8/30"}]}', ['^0*10[.]0*0[.]0*0[.]0*([8-9]|1[0-1])\\z|'], 'written as an IPv6 address'],
    ['{"a":[{"cidr":"2001:db8::/32"}]}', ["'(?i)^0*2001:0*db8:'"], 'whole groups'],
    ['{"a":["10.0.0.1"]}', ["= '10.0.0.1'", "'(?s)^0*10[.]0*0[.]0*0[.]0*1\\z|"], 'written as an IPv6 address'],
    ['{"a":["::1"]}', ["'^[0-9a-fA-F.:]+(%.*)?$'"], 'is an IPv6 address'],
    ['{"a":["arn:aws:s3"]}', ["= 'arn:aws:s3'"], ''],
    ['{"":{"a":["x"]}}', [], 'an empty name'],
    ['{"a":[{"numeric":[">",5]}]}', [' >= 5.0e0'], 'equal to a bound passes'],
    ['{"a":[9007199254740993]}', [' = 9007199254740992.0e0'], 'no double has'],
  ])('%s', (pattern, parts, why) => {
    const found = conditionOf('aws', pattern);
    for (const part of parts) expect(found.condition).toContain(part);
    expect(found.why).toContain(why);
    expect(found.why === '').toBe(why === '');
  });

  it('looks into arrays on the way, and lets rows pass in which a name with dots may be a path', () => {
    const { condition, why } = conditionOf('aws', '{"a":{"b":["x"]},"c.d":["y"]}');
    expect(condition).toContain('json_extract(f0, \'$."b"\')');
    expect(why).toBe('c.d: a name with dots is looked for by itself, in any element of an array on the way');
    // `c.d` is looked for as it is written.
    expect(condition).toContain('json_extract("value", \'$."c.d"\')');
    expect(condition).toContain('\'"(a\\.b)"[ \t\r\n]*:\'');
  });

  it('looks for fields below one array in one element of it', () => {
    const { condition } = conditionOf('aws', '{"a":{"b":["x"],"c":["y"]},"d":{"e":["z"]}}');
    expect(condition).toMatch(/json_type\(f0\) = 'ARRAY'.*'x'.* AND .*'y'.* AND .*'z'/s);
    expect(condition.split('lambda f0:')).toHaveLength(3);
  });

  test.each([
    // By their paths, the absence comes first: in no element is a `b`.
    ['{"a":{"b":[{"exists":false}],"c":["x"]}}', /NOT coalesce\(.*lambda p0.*lambda f0.*'x'/s],
    // In the element that has the `b`.
    ['{"a":{"b":["x"],"c":[{"exists":false}]}}', /lambda f0.*'x'.*NOT coalesce\(.*lambda p1/s],
  ])('looks for what is missing in the element that fields before it chose: %s', (pattern, order) => {
    expect(conditionOf('aws', pattern).condition).toMatch(order);
  });

  it('leaves out fields of too many alternatives', () => {
    const branches = (name: string) => Array.from({ length: 9 }, (_, i) => ({ [name]: [`${name}${i}`] }));
    const { condition, why } = conditionOf(
      'aws',
      JSON.stringify({ s: ['x'], a: { $or: branches('b') }, c: { $or: branches('d') } }),
    );
    expect(condition).toContain("'x'");
    expect(condition).not.toContain("'b1'");
    expect(why).toContain('a.b: the alternatives are too many for one condition; the field is left out');
    expect(why).not.toContain('s:');
  });
});

describe('in the dialect rocketmq', () => {
  test.each([
    ['{"data":{"a.b":["x"]}}', ['$."data"."a"."b"'], ''],
    ['{"source":["x"]}', ["= 'x'"], ''],
    ['{"source":["5"]}', ["'5'", "'DOUBLE'"], 'begins like a number stands for every number'],
    ['{"source":["true"]}', ["'true'", 'BOOLEAN'], ''],
    ['{"data":{"a":[5]}}', ['2147483648.0e0'], 'beyond 32 bits'],
    [
      '{"data":{"a":[{"cidr":"10.0.0.0/8"}]}}',
      ["'(?s)^0?10[.](0{0,2}[0-9]|0?1[0-9]|", '|25[0-5])[.]'],
      'the first and the last address',
    ],
  ])('%s', (pattern, parts, why) => {
    const found = conditionOf('rocketmq', pattern);
    for (const part of parts) expect(found.condition).toContain(part);
    expect(found.why).toContain(why);
    expect(found.why === '').toBe(why === '');
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
    ['no target', [], '--target'],
    ['an empty column', ['--target', 'duckdb', '--column', ''], '`--column` is the name of a column'],
  ])('refuses %s', async (_, flags, message) => {
    const { code, err } = await run(['sql', 'p.json', ...flags], { files });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
