/** Builds the files of worker threads when they are older than the source. Called once, before all tests. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export function setup(): void {
  const sources = globSync(
    [
      'src/**/*',
      'scripts/{bundle,cli,playground}/*.ts',
      'examples/**/*',
      'scripts/{build,schemas}.ts',
      'tsup.config.ts',
      'package.json',
    ],
    { cwd: ROOT },
  );
  const newest = Math.max(...sources.map((file) => time(`${ROOT}${file}`)));
  const built = [
    'dist/index.js',
    'dist/cli/bin.js',
    'dist/cli/worker.js',
    'dist/schemas/report.json',
    'dist/playground/playground.js',
    'dist/playground/later.js',
  ].map((file) => time(`${ROOT}${file}`));
  if (Math.min(...built) > newest) return;
  execFileSync(process.execPath, [`${ROOT}node_modules/tsup/dist/cli-default.js`, '--silent'], {
    cwd: ROOT,
    env: { ...process.env, EB_PATTERN_BUILD: 'js' },
  });
}

/** 0 for a missing file. */
function time(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
