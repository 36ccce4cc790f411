/**
 * `npm run demo`: shows what the command line does, on the files of `examples/`. Each step says what it shows and which command it runs. It
 * builds only when `dist/` is older than the source: `npm ci` has just built it.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const BIN = 'dist/cli/bin.js';

interface Step {
  readonly shows: string;
  readonly argv: readonly string[];
  /** The exit code that the step is to have: 1 is the answer "no". */
  readonly code: number;
}

const steps: readonly Step[] = [
  {
    shows: 'A pattern with two mistakes: what is wrong, and what to write instead.',
    argv: ['check', '{"source": "acs.oss", "data": {"size": [{"numeric": [">", "5"]}]}}'],
    code: 1,
  },
  {
    shows: 'An event that does not match a pattern: which fields fail, why, and what to change.',
    argv: ['explain', 'examples/patterns/rocketmq-paid-orders.json', 'examples/events/rocketmq-text-body.json'],
    code: 0,
  },
  {
    shows: 'Tests of patterns on the shapes of real events, and what the tests decide.',
    argv: ['test', 'examples', '--coverage'],
    code: 0,
  },
];

/** Whether every file that a build reads is older than what it wrote. */
function isBuilt(): boolean {
  const built = statSync(`${ROOT}${BIN}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const read = globSync(['src/**', 'tsup.config.ts', 'package.json'], { cwd: ROOT, absolute: true });
  return read.every((file) => statSync(file).mtimeMs <= built);
}

function node(argv: readonly string[]): number | null {
  return spawnSync(process.execPath, argv, { cwd: ROOT, stdio: 'inherit' }).status;
}

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text}'`;
}

// `npm run demo | head` closes the pipe early.
process.stdout.on('error', () => process.exit());
if (!isBuilt()) {
  console.log('Building the command line.');
  const built = spawnSync(process.execPath, ['node_modules/tsup/dist/cli-default.js', '--silent'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, EB_PATTERN_BUILD: 'js' },
  });
  if (built.status !== 0) process.exit(built.status ?? 2);
}
steps.forEach(({ shows, argv, code }, i) => {
  console.log(`\n${i + 1} of ${steps.length}. ${shows}\n$ npx eb-pattern ${argv.map(shellWord).join(' ')}\n`);
  const ended = node([BIN, ...argv]);
  if (ended !== code) {
    console.error(`demo: the command ended with ${ended}, not ${code}`);
    process.exit(1);
  }
});
console.log('\nNext: docs/getting-started.md, or `npx eb-pattern init` for a pattern and a suite of your own.');
