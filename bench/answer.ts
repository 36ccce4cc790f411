/** What a question of this folder answers: a text to read, figures beside their targets, and all that was measured. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { machine } from './interleave.ts';
import { table } from './table.ts';
import { amount, bound, type Measured, type TargetName, targets, verdict } from './targets.ts';

export interface Answer {
  readonly question: string;
  readonly text: string;
  readonly measured: readonly Measured[];
  /** Everything, for programs. */
  readonly data: unknown;
}

export interface Run {
  /** A short run tests the benchmarks; its figures have no meaning. */
  readonly quick: boolean;
}

/** An answer as it is kept in a file. */
export interface Saved extends Answer, Run {
  readonly machine: string;
  readonly day: string;
}

/** Where full runs leave their answers for the report, from the root of the repository. */
export const FOLDER = 'bench/out/answers';

export function save(answers: readonly Answer[], { quick }: Run, file: string): void {
  const day = new Date().toISOString().slice(0, 10);
  mkdirSync(dirname(file), { recursive: true });
  const saved: Saved[] = answers.map((answer) => ({ ...answer, quick, machine: machine(), day }));
  writeFileSync(file, `${JSON.stringify(saved, null, 1)}\n`);
}

/** Full runs of different questions may lie days apart: each question has its own file, the last run counts. */
export function keep(answer: Answer, run: Run): void {
  if (!run.quick) save([answer], run, join(FOLDER, `${answer.question}.json`));
}

export function load(files: readonly string[]): Saved[] {
  return files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Saved[]);
}

export function kept(): string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(FOLDER, name));
}

/** Every figure beside its target; that of a short run reaches nothing. */
export function reachTable(measured: readonly Measured[], { quick }: Run): string {
  const names = Object.keys(targets) as TargetName[];
  const rows = names.flatMap((name) =>
    measured
      .filter(({ target }) => target === name)
      .map((figure) => [
        targets[name].what,
        figure.of,
        shown(figure),
        bound(name),
        quick ? 'short run' : verdict(figure),
      ]),
  );
  return table(['to reach', 'of', 'figure', 'target', ''], rows);
}

/** The figure with its quarters. */
export function shown({ target, value, low, high }: Measured): string {
  const { unit } = targets[target];
  const spread = low === undefined || high === undefined ? '' : ` (${amount(low, unit)} - ${amount(high, unit)})`;
  return amount(value, unit) + spread;
}
