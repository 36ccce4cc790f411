/** What `npm test` does before the tests: types, lint and layers, side by side. `--quick` runs the tests of the core beside them. */
import { spawn } from 'node:child_process';

const CORE = ['test/conformance.test.ts', 'test/pattern', 'test/diagnostics', 'test/value', 'test/set/indexes.test.ts'];

const checks: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  ['types of the core', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json']],
  ['types of the page', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.page.json']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
  [
    'layers',
    ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'src'],
  ],
];
const quick: typeof checks = [
  [
    'tests of the core',
    ['node_modules/vitest/vitest.mjs', 'run', ...CORE, '--reporter', 'dot', '--exclude', '**/hostile.test.ts'],
  ],
];

function run([name, argv]: (typeof checks)[number]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
      // Of what passes, the last lines of the tests are of interest.
      if (code !== 0 || name === 'tests of the core') process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

const passed = await Promise.all([...checks, ...(process.argv.includes('--quick') ? quick : [])].map(run));
process.exitCode = passed.every((is) => is) ? 0 : 1;
