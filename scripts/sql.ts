/**
 * `npm run sql` compares the conditions of `eb-pattern sql` with the matcher, in DuckDB and in ClickHouse (chdb): on the conformance data and
 * on generated patterns and events, no event that matches may be missed. Python with the packages `duckdb` and `chdb` is needed; without it
 * the run is skipped with one line, and with CI set it fails. EB_PATTERN_PYTHON names the program.
 * With EB_PATTERN_SQL_PAIRS, a folder, the pairs are written into it instead, for .ci/spark;
 * with EB_PATTERN_SQL_SHARE=N, those of every Nth pattern.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { type SqlCondition, sqlCondition } from '../src/cli/sql/condition.ts';
import { engines } from '../src/cli/sql/engines.ts';
import { compilePattern, type DialectName, type Matcher, parsePattern } from '../src/index.ts';
import { eventFor, filterPattern } from '../test/support/arbitraries.ts';
import { readConformance } from '../test/support/conformance.ts';

const PYTHON = process.env.EB_PATTERN_PYTHON ?? 'python3';
const PATTERNS = 900;
const EVENTS = 25;
const LEAST: Readonly<Record<string, number>> = { aliyun: 27_000, rocketmq: 20_000, aws: 20_000 };
const TARGET = process.env.EB_PATTERN_SQL_PAIRS;
const SHARE = Number((TARGET && process.env.EB_PATTERN_SQL_SHARE) ?? 1);
const ENGINES = (process.env.EB_PATTERN_SQL ?? 'duckdb,clickhouse').split(',');

/** With the conditions for each engine. */
interface Row {
  readonly pattern: string;
  readonly where: Readonly<Record<string, SqlCondition>>;
  readonly cases: readonly Case[];
}

interface Case {
  readonly event: string;
  readonly matches: boolean;
  readonly isOrdinary: boolean;
  /** Paths of fields that do not hold: of each, a comment must say why the condition is wider. Undefined where the event may pass as a whole. */
  readonly failing?: readonly (readonly string[])[];
}

function rowOf(dialect: DialectName, text: string, events: readonly string[]): Row | undefined {
  const { pattern } = parsePattern(text, { dialect });
  if (pattern === undefined) return undefined;
  const matcher = compilePattern(pattern);
  const cases = events.flatMap((given) => {
    const event = given.replace(/[\r\n]/g, ' ');
    try {
      const matches = matcher.matchesJson(event);
      const failing = matches || isDeep(JSON.parse(event)) ? undefined : failingIn(matcher, event);
      return [{ event, matches, isOrdinary: isOrdinary(event), ...(failing && { failing }) }];
    } catch {
      return [];
    }
  });
  const where = Object.entries(engines).map(([name, engine]) => [name, sqlCondition(pattern, 'value', engine)]);
  return { pattern: text, where: Object.fromEntries(where), cases };
}

/** With `$or` and with objects in arrays, fields may hold by themselves: all fields then. */
function failingIn(matcher: Matcher, event: string): readonly (readonly string[])[] {
  const { fields } = matcher.pattern;
  const explained = matcher.explain(event).fields;
  const failing = fields.filter((_, i) => explained[i]?.holds === false);
  const isPlain = matcher.pattern.dialect.rules.arrays !== 'transparent' && explained.length === fields.length;
  return isPlain ? failing.map(({ path }) => path) : [];
}

/** As programs write JSON: unchanged by a round trip, so without duplicate names, unusual numbers and escapes. */
function isOrdinary(event: string): boolean {
  const text = JSON.stringify(JSON.parse(event));
  const bare = (one: string): string => one.replace(/\s/g, '');
  return bare(text) === bare(event) && !/\\ud[89a-f]/i.test(event);
}

/** Such rows pass as a whole in `aws`. */
function isDeep(value: unknown, arrays = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const depth = Array.isArray(value) ? arrays + 1 : 0;
  return depth > 2 || Object.values(value).some((one) => isDeep(one, depth));
}

function rowsOf(dialect: DialectName): Row[] {
  const data = [`${dialect}.ndjson`, `edges-${dialect}.ndjson`].flatMap(readConformance);
  const given = data.flatMap(({ pattern, ok, cases = [] }) =>
    ok ? [[pattern, cases.map(([event]) => event)] as const] : [],
  );
  const seed = Number(process.env.EB_PATTERN_SEED ?? 7);
  const isChosen = (_: unknown, i: number): boolean => (i + seed) % SHARE === 0;
  const made = fc.sample(filterPattern(dialect), { numRuns: PATTERNS, seed }).map((pattern, i) => ({ pattern, i }));
  const eventful = made.filter(isChosen).map(({ pattern, i }) => {
    const text = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
    return [text, fc.sample(eventFor(text, dialect), { numRuns: EVENTS, seed: seed + i })] as const;
  });
  return [...given.filter(isChosen), ...eventful].flatMap(([text, events]) => rowOf(dialect, text, events) ?? []);
}

/** A row on each line. @throws Error for too few pairs */
function pairsOf(dialect: DialectName): string {
  const all = rowsOf(dialect);
  const pairs = all.reduce((sum, { cases }) => sum + cases.length, 0);
  if (SHARE === 1 && pairs < (LEAST[dialect] as number)) throw new Error(`only ${pairs} pairs of ${dialect}`);
  return all.map((row) => `${JSON.stringify(row)}\n`).join('');
}

const chosen = process.argv.slice(2);
const dialects = (chosen.length > 0 ? chosen : Object.keys(LEAST)) as DialectName[];
if (TARGET !== undefined) {
  for (const dialect of dialects) writeFileSync(join(TARGET, `${dialect}.ndjson`), pairsOf(dialect));
  process.exit(0);
}
const has = spawnSync(PYTHON, ['-c', 'import duckdb, chdb'], { encoding: 'utf8' });
if (has.status !== 0) {
  console.log(`- skipped: \`${PYTHON}\` with the packages duckdb and chdb is not there (pip install duckdb chdb)`);
  process.exit(process.env.CI ? 1 : 0);
}
const script = fileURLToPath(new URL('./sql.py', import.meta.url));
const codes = dialects.flatMap((dialect) => {
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-sql-'));
  writeFileSync(join(folder, 'pairs.ndjson'), pairsOf(dialect));
  const ended = ENGINES.map(
    (engine) => spawnSync(PYTHON, [script, engine, folder, dialect], { stdio: 'inherit' }).status,
  );
  rmSync(folder, { recursive: true });
  return ended;
});
process.exit(codes.every((code) => code === 0) ? 0 : 1);
