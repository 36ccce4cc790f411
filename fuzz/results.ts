/** What long runs found, kept in files for the report: one for each target, the last run counts. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './drive.ts';
import { shareOf } from './drive.ts';
import type { Target } from './target.ts';

export interface Result {
  readonly target: string;
  readonly compares: string;
  readonly unit: string;
  readonly judged: number;
  readonly positive: string;
  readonly share: number;
  readonly others: Readonly<Record<string, number>>;
  readonly differences: number;
  readonly seed: number;
  readonly cpuSeconds: number;
  readonly node: string;
  readonly machine: string;
  readonly day: string;
  readonly commit: string;
}

/** Shorter runs are not kept: they would take the place of a long one and say less. */
export const LEAST = 1_000_000;

/** From the root of the repository. */
const FOLDER = 'fuzz/out/results';

/** `commit`: of the code that ran, asked before the run, which may take long. */
export function keep(
  { compares, unit, positive }: Target,
  commit: string,
  { target, tally, failure, seed, cpuSeconds }: Outcome,
): void {
  if (tally.judged < LEAST) return;
  const result: Result = {
    ...{ target, compares, unit, judged: tally.judged, positive, share: shareOf(tally), others: tally.others },
    ...{ differences: failure === undefined ? 0 : 1, seed, cpuSeconds },
    node: process.versions.node,
    machine: `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`,
    day: new Date().toISOString().slice(0, 10),
    commit,
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${target}.json`), `${JSON.stringify(result, null, 1)}\n`);
}

export function kept(): Result[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Result);
}

/** The commit that is checked out; changes that are not committed are said. */
export function commitNow(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  if (!existsSync('.git')) return 'no commit';
  const changed = git('status', '--porcelain', '--', 'src', 'fuzz', 'test/support') !== '';
  return git('rev-parse', '--short=7', 'HEAD') + (changed ? ' with changes' : '');
}
