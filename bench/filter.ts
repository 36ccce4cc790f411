/**
 * What does filtering a large file cost through the built command line, beside `jq -c select` and DuckDB on the same file? jq takes part where it
 * is installed, DuckDB where `EB_PATTERN_PYTHON` (by default `python3`) has the package `duckdb`. DuckDB counts the events that match, and writes none.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JsonObject } from '../src/index.ts';
import { type Answer, type Run, reachTable } from './answer.ts';
import { cloudEvents } from './corpus.ts';
import { machine, quantile } from './interleave.ts';
import { table, times } from './table.ts';
import type { Measured, TargetName } from './targets.ts';

/** From the root of the repository. */
const BIN = resolve('dist/cli/bin.js');

interface Question {
  readonly name: string;
  readonly pattern: JsonObject;
  /** The same for jq, and for DuckDB with the types of the members that it reads. */
  readonly select: string;
  readonly where: string;
  readonly columns: string;
}

const questions: readonly Question[] = [
  {
    name: 'source and type',
    pattern: { source: ['acs.oss'], type: [{ prefix: 'oss:ObjectCreated:' }] },
    select: '.source == "acs.oss" and (.type | startswith("oss:ObjectCreated:"))',
    where: "source = 'acs.oss' AND starts_with(type, 'oss:ObjectCreated:')",
    columns: "{source: 'VARCHAR', type: 'VARCHAR'}",
  },
  {
    name: 'source and a deep number',
    pattern: { source: ['acs.oss'], data: { oss: { object: { size: [{ numeric: ['>', 8_000_000] }] } } } },
    select: '.source == "acs.oss" and .data.oss.object.size > 8000000',
    where: "source = 'acs.oss' AND data.oss.object.size > 8000000",
    columns: "{source: 'VARCHAR', data: 'STRUCT(oss STRUCT(object STRUCT(size BIGINT)))'}",
  },
];

interface Side {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Writes the number of events that match, and not the events. */
  readonly counts?: boolean;
}

const PYTHON = process.env.EB_PATTERN_PYTHON ?? 'python3';
/** Arguments: threads, file, columns, condition. */
const COUNT = `
import sys, duckdb
threads, file, columns, where = sys.argv[1:]
db = duckdb.connect(config={'threads': int(threads)})
sql = f"SELECT count(*) FROM read_ndjson(?, columns={columns}) WHERE {where}"
print(db.execute(sql, [file]).fetchone()[0])
`;

interface Spent {
  readonly wall: number;
  /** Seconds of all threads: on a machine that does other things too this says more than the clock on the wall. */
  readonly cpu: number;
}

export interface FilterRun extends Run {
  /** Of the file, in MB of 10^6 bytes; the first counts. */
  readonly sizes: readonly number[];
}

export function filter({ quick, sizes }: FilterRun): Answer {
  const size = sizes[0] ?? (quick ? 50 : 1000);
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-bench-'));
  try {
    if (!existsSync(BIN)) throw new Error('the command line is not built: npm run build');
    const file = join(folder, 'events.ndjson');
    generate(file, size * 1e6);
    const asked = questions.map((question) => ask(question, file, folder, quick ? 2 : 5));
    const measured = asked.flatMap((answer) => answer.measured);
    const text = [
      `## Filtering ${(statSync(file).size / 1e6).toFixed(0)} MB of CloudEvents\n\n${machine()}`,
      ...asked.map((answer) => answer.text),
      reachTable(measured, { quick: quick || size < 1000 }),
    ].join('\n\n');
    return { question: 'filter', text, measured, data: asked.map(({ name, spent }) => ({ name, spent })) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function generate(file: string, bytes: number): void {
  const descriptor = openSync(file, 'w');
  for (let written = 0, seed = 1; written < bytes; seed++) {
    const text = `${cloudEvents(20_000, seed).join('\n')}\n`;
    // Making them takes longer than filtering them: each stands in the file five times, far apart.
    for (let i = 0; i < 5 && written < bytes; i++) written += writeSync(descriptor, text);
  }
  closeSync(descriptor);
}

interface Asked {
  readonly name: string;
  readonly text: string;
  readonly measured: readonly Measured[];
  readonly spent: Readonly<Record<string, readonly Spent[]>>;
}

function ask({ name, pattern, select, where, columns }: Question, file: string, folder: string, rounds: number): Asked {
  const patternFile = join(folder, 'pattern.json');
  writeFileSync(patternFile, JSON.stringify(pattern));
  const ours = (...flags: string[]): Side => ({
    name: flags.join(' '),
    command: process.execPath,
    args: [BIN, 'filter', patternFile, file, ...flags],
  });
  const sides = [
    ours('--jobs', '1'),
    ours('--jobs', '1', '--well-formed'),
    ours('--jobs', '2'),
    ours('--jobs', '2', '--well-formed'),
  ];
  const jq = spawnSync('jq', ['--version']).status === 0;
  if (jq) sides.push({ name: 'jq -c select', command: 'jq', args: ['-c', `select(${select})`, file] });
  const duckdb = spawnSync(PYTHON, ['-c', 'import duckdb']).status === 0;
  if (duckdb) {
    const count = (threads: string): Side => ({
      name: `DuckDB, ${threads === '1' ? '1 thread' : `${threads} threads`}`,
      command: PYTHON,
      args: ['-c', COUNT, threads, file, columns, where],
      counts: true,
    });
    sides.push(count('1'), count('2'));
  }
  const counts = sides.map((side) => countLines(side, folder));
  if (new Set(counts).size > 1) throw new Error(`the sides of \`${name}\` find different lines: ${counts.join(', ')}`);
  const spent: Record<string, Spent[]> = {};
  for (let round = 0; round < rounds; round++) {
    // One side after the other in each round: what else the machine does falls on all of them.
    for (const side of sides) spent[side.name] = [...(spent[side.name] ?? []), time(side)];
  }
  /** How many times as fast one side is as another, round by round. */
  const ratios = (fast: string, slow: string, of: keyof Spent): number[] =>
    (spent[fast] as Spent[]).map((mine, round) => ((spent[slow] as Spent[])[round] as Spent)[of] / mine[of]);
  const figure = (target: TargetName, fast: string, slow: string, of: keyof Spent = 'wall'): Measured => {
    const all = ratios(fast, slow, of);
    return { target, of: name, value: quantile(all, 0.5), low: quantile(all, 0.25), high: quantile(all, 0.75) };
  };
  const base = jq ? 'jq -c select' : '--jobs 1';
  const rows = sides.map((side) => {
    const median = (of: keyof Spent): string =>
      `${quantile(
        (spent[side.name] ?? []).map((one) => one[of]),
        0.5,
      ).toFixed(2)} s`;
    const wall = ratios(side.name, base, 'wall');
    return [
      side.name,
      median('wall'),
      median('cpu'),
      times(quantile(wall, 0.5)),
      `${times(quantile(wall, 0.25))} - ${times(quantile(wall, 0.75))}`,
      times(quantile(ratios(side.name, base, 'cpu'), 0.5)),
    ];
  });
  const perGigabyte = (target: TargetName, side: string): Measured => {
    const all = (spent[side] as Spent[]).map(({ cpu }) => (cpu * 1e9) / statSync(file).size);
    return { target, of: name, value: quantile(all, 0.5), low: quantile(all, 0.25), high: quantile(all, 0.75) };
  };
  const measured = [
    perGigabyte('filter, checked CPU', '--jobs 1'),
    perGigabyte('filter, wellFormed CPU', '--jobs 1 --well-formed'),
    ...(duckdb ? [figure('filter, DuckDB', '--jobs 1', 'DuckDB, 1 thread', 'cpu')] : []),
    ...(jq
      ? [figure('filter, checked', '--jobs 1', base), figure('filter, wellFormed', '--jobs 1 --well-formed', base)]
      : []),
    figure('filter, two jobs', '--jobs 2', '--jobs 1'),
  ];
  const missing = [...(jq ? [] : ['jq']), ...(duckdb ? [] : [`DuckDB for ${PYTHON}`])];
  const note = missing.length === 0 ? '' : `\n\nWithout ${missing.join(' and ')}, not installed.`;
  const head = ['', 'wall', 'cpu', `times ${base}`, 'quarters', 'by cpu'];
  return { name, text: `### ${name} (${counts[0]} lines match)\n\n${table(head, rows)}${note}`, measured, spent };
}

function countLines({ command, args, counts }: Side, folder: string): number {
  if (counts) return Number(execFileSync(command, args, { encoding: 'utf8' }));
  const output = join(folder, 'output.ndjson');
  const descriptor = openSync(output, 'w');
  execFileSync(command, args, { stdio: ['ignore', descriptor, 'inherit'] });
  closeSync(descriptor);
  const lines = Number(execFileSync('wc', ['-l', output], { encoding: 'utf8' }).trim().split(' ')[0]);
  rmSync(output);
  return lines;
}

/** Output goes to /dev/null on all sides. */
function time({ command, args }: Side): Spent {
  const start = process.hrtime.bigint();
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@" > /dev/null', 'time', command, ...args],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const [user = Number.NaN, system = Number.NaN] = stderr.trim().split(' ').map(Number);
  return { wall, cpu: user + system };
}
