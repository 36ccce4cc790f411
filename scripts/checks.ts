/**
 * What `npm test` runs: types, lint and layers beside the tests. Options: none runs the checks alone, side by side, and compiles the scanner
 * again; `--tests` runs all tests too, and only compares the hash of the scanner's source; `--quick` runs types, lint and the tests of the
 * core. Every part runs to its end, and one that fails makes the run fail.
 */
import { spawn } from 'node:child_process';

const CORE = ['test/conformance.test.ts', 'test/pattern', 'test/diagnostics', 'test/value', 'test/set/indexes.test.ts'];
/** TypeScript 7, which is compiled: it needs a fourth of the time. Tools that call the compiler as a library have TypeScript 5. */
const TSC = 'node_modules/typescript-native/bin/tsc';
const VITEST = ['node_modules/vitest/vitest.mjs', 'run'];

type Part = readonly [name: string, argv: readonly string[]];

const TYPES_AND_LINT: readonly Part[] = [
  ['types', [TSC, '-p', 'tsconfig.json']],
  ['types in a browser', [TSC, '-p', 'tsconfig.browser.json']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
];
const checks: readonly Part[] = [
  ...TYPES_AND_LINT,
  [
    'layers',
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'src'],
  ],
];
const scanner = (mode: '--check' | '--check-source'): Part => [
  'compiled scanner',
  ['--import', 'tsx', 'scripts/wasm.ts', mode],
];
const quick: Part = ['tests of the core', [...VITEST, ...CORE, '--reporter', 'dot', '--exclude', '**/hostile.test.ts']];

interface Ended {
  readonly name: string;
  readonly passed: boolean;
  readonly output: Buffer;
}

function run([name, argv]: Part, stdio: 'inherit' | 'pipe' = 'pipe'): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argv, { stdio: ['ignore', stdio, stdio] });
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('close', (code) => resolve({ name, passed: code === 0, output: Buffer.concat(output) }));
  });
}

function show({ name, passed, output }: Ended): boolean {
  console.log(`${passed ? '✓' : '✗'} ${name}`);
  // Of what passes, the last lines of the tests are of interest.
  if (!passed || name === quick[0]) process.stdout.write(output);
  return passed;
}

/** The tests use all cores and write as they go: the checks run one after the other, and are shown behind them. */
async function withTests(): Promise<boolean[]> {
  const tests = run(['tests', VITEST], 'inherit');
  const ended: Ended[] = [];
  for (const check of [...checks, scanner('--check-source')]) ended.push(await run(check));
  const { passed } = await tests;
  return [passed, ...ended.map(show)];
}

const [option] = process.argv.slice(2);
const parts = option === '--quick' ? [...TYPES_AND_LINT, quick] : [...checks, scanner('--check')];
const passed =
  option === '--tests' ? await withTests() : await Promise.all(parts.map(async (part) => show(await run(part))));
process.exitCode = passed.every((is) => is) ? 0 : 1;
