import { readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { globSync } from 'tinyglobby';
import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';
import { counted } from './test/support/counted.ts';

/** One line of coverage before Vitest's own summary, so that the summary stays the end of the output; details are in coverage/. */
const coverageLine: Reporter = {
  onCoverage(coverage) {
    const { branches, lines } = (coverage as CoverageMap).getCoverageSummary();
    console.log(`\n    Coverage  ${branches.pct} % of branches, ${lines.pct} % of lines of src (coverage/index.html)`);
  },
};

interface CoverageMap {
  getCoverageSummary(): Record<'branches' | 'lines', { readonly pct: number }>;
}

/** Tests that count steps, of code that is compiled for it. */
const GROWTH = ['test/**/growth.test.ts'];

/**
 * Tests that need a process of their own: they measure memory, wait for other processes, or move the timers of the process, those of others
 * included.
 */
const ALONE = [
  'test/{browser,regexps}/**/*.test.ts',
  'test/cli/commands/filter*.test.ts',
  'test/client/clocks.test.ts',
  'test/scan/{event-space,long-runs}.test.ts',
];

/**
 * Tests that start processes, themselves or by git. A new process copies the page tables of the one that starts it, 30 ms for each GB: these
 * tests share processes of their own, which stay small.
 */
const STARTING = globSync('test/**/*.test.ts', { cwd: import.meta.dirname, ignore: [...GROWTH, ...ALONE] }).filter(
  (file) => /child_process|\bgit:|scripts\//.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')),
);

/** Folders of tests lie in memory where there is room: a disk makes the tests wait. */
function temporary(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 30 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

export default defineConfig({
  test: {
    env: { TMPDIR: temporary() },
    // All others share processes, which saves half a second for each file.
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        plugins: [counted(['/src/', '/node_modules/yaml/'])],
        test: {
          name: 'growth',
          include: GROWTH,
          isolate: false,
          setupFiles: ['test/support/steps.ts'],
          // Steps of WebAssembly are not counted.
          env: { EB_PATTERN_WASM: '0' },
          server: { deps: { inline: ['yaml'] } },
          // Its files are not those of the other projects.
          experimental: { fsModuleCache: false },
        },
      },
      { extends: true, test: { name: 'starting', include: STARTING, isolate: false } },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...GROWTH, ...ALONE, ...STARTING],
          isolate: false,
        },
      },
    ],
    // Projects read one copy of each transformed file, and the next run those of the files that did not change.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest' },
    // Threads of the command line run what is built.
    globalSetup: ['test/support/build.ts'],
    setupFiles: ['test/support/seed.ts', 'test/support/cleanup.ts'],
    // Processes, not threads: a thread has four times the stack of Node's main thread, and would hide a stack overflow.
    pool: 'forks',
    // Vitest leaves one core idle unless told, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', coverageLine],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts'],
      reporter: ['html', 'json-summary', 'lcovonly'],
      thresholds: {
        'src/pattern/**': { branches: 96 },
        'src/client/**': { branches: 90 },
        'src/cli/**': { branches: 90 },
      },
    },
  },
});
