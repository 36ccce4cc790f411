/** What does an event cost when many patterns wait for it, and what does a pattern cost that waits? Each family at each size, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Answer, type Run, reachTable } from './answer.ts';
import { families } from './families.ts';
import { type Group, WAYS, type Way } from './group.ts';
import { machine } from './interleave.ts';
import { micros, percent, table } from './table.ts';
import type { Measured, TargetName } from './targets.ts';

export interface SetsRun extends Run {
  /** All when none is named. */
  readonly families: readonly string[];
  readonly sizes: readonly number[];
}

const SIZES = [1, 10, 100, 1000, 10_000, 100_000];
const QUICK_SIZES = [1, 1000];

export function sets(run: SetsRun): Answer {
  const names = run.families.length > 0 ? run.families : Object.keys(families);
  const chosen = run.quick ? QUICK_SIZES : SIZES;
  const sizes = run.sizes.length > 0 ? run.sizes : chosen;
  const groups = names.flatMap((name) => sizes.map((size) => measure(name, size, run.quick)));
  const measured = [...mixed(groups), ...growth(groups), ...adversarial(groups), ...costs(groups)];
  const parts = [
    `## Pattern sets\n\n${machine()}. Shares are of JSON.parse of the same event alone, in the same turns.`,
    ...names.map((name) => section(groups.filter(({ family }) => family === name))),
    ...(measured.length > 0 ? [reachTable(measured, run)] : []),
  ];
  return { question: 'sets', text: parts.join('\n\n'), measured, data: groups };
}

/** The file stands beside this one in the bundle. */
const program = fileURLToPath(new URL('./sets-group.js', import.meta.url));

function measure(family: string, size: number, quick: boolean): Group {
  const mode = quick ? 'quick' : 'full';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', program, family, String(size), mode], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${family} at ${size} failed: ${stderr}`);
  if (process.stderr.isTTY) process.stderr.write(`${family}, ${size}\n`);
  return JSON.parse(stdout) as Group;
}

function section(groups: readonly Group[]): string {
  const rows = groups.map((group) => [
    String(group.size),
    group.matches.toFixed(group.matches < 10 ? 2 : 0),
    micros(group.parse.micros),
    ...WAYS.map((way) => time(group, way)),
    group.bytesBuilt.toFixed(0),
    group.bytesUsed.toFixed(0),
    micros(group.from.median),
    micros(group.add.median),
  ]);
  const head = ['patterns', 'matches', 'JSON.parse', ...WAYS, 'bytes, built', 'bytes, used', 'from', 'add'];
  const perMatch = families[groups[0]?.family ?? '']?.adversarial === true ? `\n\n${matchTable(groups)}` : '';
  return `### ${groups[0]?.family}\n\n${table(head, rows)}${perMatch}`;
}

function time(group: Group, way: Way): string {
  const timing = group.ways[way];
  return `${micros(timing.micros)} = ${percent(timing.ratio)} (${percent(timing.low)} - ${percent(timing.high)})`;
}

/** What a match costs where matches are what costs. */
function matchTable(groups: readonly Group[]): string {
  const rows = groups.map((group) => {
    const { micros: spent } = group.ways.objects;
    const each = group.matches === 0 ? '-' : `${((spent * 1000) / group.matches).toFixed(0)} ns`;
    return [String(group.size), group.matches.toFixed(1), micros(spent), each, micros(allowance(group))];
  });
  return table(['patterns', 'matches', 'objects', 'a match', 'allowed'], rows);
}

const allowance = ({ matches }: Group): number => 10 + 0.05 * matches;

function mixed(groups: readonly Group[]): Measured[] {
  const group = groups.find(({ family, size }) => family === 'mixed' && size === 10_000);
  if (group === undefined) return [];
  const figure = (target: TargetName, way: Way): Measured => {
    const { ratio, low, high } = group.ways[way];
    return { target, of: 'mixed', value: ratio, low, high };
  };
  return [figure('mixed, string', 'string, checked'), figure('mixed, bytes', 'bytes, checked')];
}

/** Both sizes ran in their own process: each time is taken as the share of JSON.parse there, so that the machine's mood falls out. */
function growth(groups: readonly Group[]): Measured[] {
  const share = (wanted: number): number | undefined =>
    groups.find(({ family, size }) => family === 'mixed' && size === wanted)?.ways.objects.ratio;
  const [many, few] = [share(100_000), share(1000)];
  return many === undefined || few === undefined ? [] : [{ target: 'growth', of: 'mixed', value: many / few }];
}

function adversarial(groups: readonly Group[]): Measured[] {
  return groups
    .filter(({ family, size }) => size === 100_000 && families[family]?.adversarial === true)
    .map((group) => ({
      target: 'adversarial',
      of: group.family,
      value: group.ways.objects.micros / allowance(group),
    }));
}

function costs(groups: readonly Group[]): Measured[] {
  return groups
    .filter(({ size }) => size === 100_000)
    .flatMap(({ family, bytesBuilt, bytesUsed, from, add }): Measured[] => [
      // What is compiled when an event first asks counts as well.
      {
        target: family.startsWith('exact pairs') ? 'memory of pairs' : 'memory',
        of: family,
        value: Math.max(bytesBuilt, bytesUsed),
      },
      { target: 'build', of: `${family}, from`, value: from.median, low: from.low, high: from.high },
      { target: 'build', of: `${family}, add`, value: add.median, low: add.low, high: add.high },
    ]);
}
