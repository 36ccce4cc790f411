/** What does the built command line cost: the start of each command beside that of Node, and 10,000 tests in one run? Needs bash. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { type Answer, type Run, reachTable } from './answer.ts';
import { machine, quantile } from './interleave.ts';
import { table } from './table.ts';
import type { Measured, TargetName } from './targets.ts';

/** From the root of the repository. */
const BIN = resolve('dist/cli/bin.js');
const TESTS = 10_000;

interface Side {
  readonly name: string;
  readonly args: readonly string[];
  /** What must be printed: a run that answers something else is not timed. */
  readonly prints: RegExp;
}

export function cli({ quick }: Run): Answer {
  if (!existsSync(BIN)) throw new Error('the command line is not built: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-bench-'));
  try {
    const sides = sidesIn(folder, quick ? 100 : TESTS);
    const spent = new Map<string, Spent[]>(sides.map(({ name }) => [name, []]));
    const rounds = quick ? 3 : 21;
    for (const side of sides) time(side, folder);
    for (let round = 0; round < rounds; round++) {
      // Each round begins with another side: what else the machine does falls on all of them in turn.
      for (let k = 0; k < sides.length; k++) {
        const side = sides[(k + round) % sides.length] as Side;
        spent.get(side.name)?.push(time(side, folder));
      }
    }
    return answer(spent, quick);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sidesIn(folder: string, tests: number): Side[] {
  const pattern = {
    source: ['shop.orders'],
    data: { total: [{ numeric: ['>', 0] }], state: [{ prefix: 'pa' }, 'new'] },
  };
  const suite = {
    pattern,
    base: { source: 'shop.orders', type: 'order:Changed', data: { total: 1, state: 'new', lines: [1, 2, 3] } },
    tests: Array.from({ length: tests }, (_, i) => {
      const total = (i % 7) - 3;
      const match = total > 0;
      return { name: `order ${i}`, with: { data: { total } }, match, ...(match ? {} : { fails: ['/data/total'] }) };
    }),
  };
  writeFileSync(join(folder, 'pattern.json'), JSON.stringify(pattern));
  writeFileSync(join(folder, 'event.json'), JSON.stringify(suite.base));
  writeFileSync(join(folder, 'one.eb-test.json'), JSON.stringify({ ...suite, tests: suite.tests.slice(0, 1) }));
  writeFileSync(join(folder, 'many.eb-test.json'), JSON.stringify(suite, undefined, 2));
  writeFileSync(join(folder, 'many.eb-test.yaml'), stringify(suite, { aliasDuplicateObjects: false }));
  const passed = new RegExp(`\\b${tests} (tests )?passed`);
  return [
    { name: 'node -e 0', args: ['-e', '0'], prints: /^$/ },
    { name: '--version', args: [BIN, '--version'], prints: /^\d+\.\d+\.\d+\n$/ },
    { name: '--help', args: [BIN, '--help'], prints: /^Usage: / },
    { name: 'match', args: [BIN, 'match', 'pattern.json', 'event.json'], prints: /event\.json: match/ },
    { name: 'explain', args: [BIN, 'explain', 'pattern.json', 'event.json'], prints: /\bmatch/ },
    { name: 'filter', args: [BIN, 'filter', 'pattern.json', 'event.json'], prints: /^\{"source"/ },
    { name: 'route', args: [BIN, 'route', 'pattern.json', 'event.json'], prints: /pattern/ },
    { name: 'check', args: [BIN, 'check', 'pattern.json'], prints: /pattern\.json: valid/ },
    { name: 'test, one', args: [BIN, 'test', 'one.eb-test.json'], prints: /\b1 (test )?passed/ },
    { name: 'test, JSON', args: [BIN, 'test', 'many.eb-test.json'], prints: passed },
    { name: 'test, YAML', args: [BIN, 'test', 'many.eb-test.yaml'], prints: passed },
  ];
}

/** Milliseconds. */
interface Spent {
  /** From the start of the process to its end. */
  readonly wall: number;
  /** Of the process and the kernel for it: other work on the machine changes it less. */
  readonly cpu: number;
}

/** The shell reports the times of the process that it waited for, which Node does not. */
const TIMED = 'TIMEFORMAT="%3R %3U %3S"; time "$0" "$@"';

function time({ name, args, prints }: Side, cwd: string): Spent {
  const { stdout, stderr, status } = spawnSync('bash', ['-c', TIMED, process.execPath, ...args], {
    cwd,
    env: { ...process.env, LC_ALL: 'C' },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const [wall, user, system] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0 || !prints.test(stdout) || wall === undefined || user === undefined || system === undefined)
    throw new Error(`${name} ended with ${status}: ${stderr}${stdout.slice(-300)}`);
  return { wall: wall * 1000, cpu: (user + system) * 1000 };
}

function answer(spent: ReadonlyMap<string, readonly Spent[]>, quick: boolean): Answer {
  const of = (name: string, kind: keyof Spent = 'wall'): readonly number[] =>
    (spent.get(name) ?? []).map((one) => one[kind]);
  /** How much longer one side takes than another, round by round. */
  const beyond = (name: string, base: string, kind: keyof Spent = 'wall'): number[] => {
    const bases = of(base, kind);
    return of(name, kind).map((ms, round) => ms - (bases[round] ?? Number.NaN));
  };
  const figure = (target: TargetName, side: string, base: string): Measured => {
    const all = beyond(side, base);
    return { target, of: side, value: quantile(all, 0.5), low: quantile(all, 0.25), high: quantile(all, 0.75) };
  };
  const measured = [
    figure('cli, start', '--version', 'node -e 0'),
    figure('cli, match', 'match', 'node -e 0'),
    figure('cli, tests', 'test, JSON', 'test, one'),
    figure('cli, tests', 'test, YAML', 'test, one'),
  ];
  const rows = [...spent.keys()].map((name) => {
    const cpu = beyond(name, 'node -e 0', 'cpu');
    return [
      name,
      `${quantile(of(name), 0.5).toFixed(0)} ms`,
      `${quantile(beyond(name, 'node -e 0'), 0.5).toFixed(0)} ms`,
      `${quantile(cpu, 0.5).toFixed(0)} ms`,
      `${quantile(cpu, 0.25).toFixed(0)} - ${quantile(cpu, 0.75).toFixed(0)} ms`,
    ];
  });
  const text = [
    `## The command line, from start to end\n\n${machine()}`,
    table(['', 'median', 'beyond node -e 0', 'CPU beyond node -e 0', 'quarters'], rows),
    reachTable(measured, { quick }),
  ].join('\n\n');
  return { question: 'cli', text, measured, data: Object.fromEntries(spent) };
}
