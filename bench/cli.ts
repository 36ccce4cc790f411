/** What does the built command line cost: its start beside that of Node, a pattern checked, and 10,000 tests in one run? */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { type Answer, type Run, reachTable } from './answer.ts';
import { machine, quantile } from './interleave.ts';
import { table, times } from './table.ts';
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
    const spent = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
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
  writeFileSync(join(folder, 'one.eb-test.json'), JSON.stringify({ ...suite, tests: suite.tests.slice(0, 1) }));
  writeFileSync(join(folder, 'many.eb-test.json'), JSON.stringify(suite, undefined, 2));
  writeFileSync(join(folder, 'many.eb-test.yaml'), stringify(suite, { aliasDuplicateObjects: false }));
  const passed = new RegExp(`\\b${tests} (tests )?passed`);
  return [
    { name: 'node -e 0', args: ['-e', '0'], prints: /^$/ },
    { name: '--version', args: [BIN, '--version'], prints: /^\d+\.\d+\.\d+\n$/ },
    { name: '--help', args: [BIN, '--help'], prints: /^Usage: / },
    { name: 'check', args: [BIN, 'check', 'pattern.json'], prints: /pattern\.json: valid/ },
    { name: 'test, one', args: [BIN, 'test', 'one.eb-test.json'], prints: /\b1 (test )?passed/ },
    { name: 'test, JSON', args: [BIN, 'test', 'many.eb-test.json'], prints: passed },
    { name: 'test, YAML', args: [BIN, 'test', 'many.eb-test.yaml'], prints: passed },
  ];
}

/** Milliseconds from the start of the process to its end. */
function time({ name, args, prints }: Side, cwd: string): number {
  const start = process.hrtime.bigint();
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const spent = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0 || !prints.test(stdout))
    throw new Error(`${name} ended with ${status}: ${stderr}${stdout.slice(-300)}`);
  return spent;
}

function answer(spent: ReadonlyMap<string, readonly number[]>, quick: boolean): Answer {
  const of = (name: string): readonly number[] => spent.get(name) ?? [];
  /** How much longer one side takes than another, round by round. */
  const beyond = (name: string, base: string): number[] =>
    of(name).map((ms, round) => ms - (of(base)[round] ?? Number.NaN));
  const ratio = (name: string): number[] => of(name).map((ms, round) => ms / (of('node -e 0')[round] ?? Number.NaN));
  const figure = (target: TargetName, side: string, base: string): Measured => {
    const all = beyond(side, base);
    return { target, of: side, value: quantile(all, 0.5), low: quantile(all, 0.25), high: quantile(all, 0.75) };
  };
  const measured = [
    figure('cli, start', '--version', 'node -e 0'),
    figure('cli, tests', 'test, JSON', 'test, one'),
    figure('cli, tests', 'test, YAML', 'test, one'),
  ];
  const rows = [...spent].map(([name, all]) => [
    name,
    `${quantile(all, 0.5).toFixed(0)} ms`,
    `${quantile(beyond(name, 'node -e 0'), 0.5).toFixed(0)} ms`,
    times(quantile(ratio(name), 0.5)),
    `${times(quantile(ratio(name), 0.25))} - ${times(quantile(ratio(name), 0.75))}`,
  ]);
  const text = [
    `## The command line, from start to end\n\n${machine()}`,
    table(['', 'median', 'beyond node -e 0', 'times node -e 0', 'quarters'], rows),
    reachTable(measured, { quick }),
  ].join('\n\n');
  return { question: 'cli', text, measured, data: Object.fromEntries(spent) };
}
