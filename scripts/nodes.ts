/**
 * `npm run test:nodes [-- MAJOR… PATH…]` runs the tests, without coverage, on every Node that is promised, against what is built. A Node
 * comes as the npm package `node` from the configured registry. One line for each; exit code 1 when a test fails on one of them, or one cannot be had.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The oldest that package.json promises, and the later lines with long support. The workflow in .github has the same. */
export const NODES: readonly string[] = ['20.19.0', '22.23.3', '24.21.0'];

const ROOT = fileURLToPath(new URL('../', import.meta.url));
// npm hands a script an environment that names its own Node: the Node under test must not find it.
const ENV = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE|INIT_CWD$)/.test(name)));

/** What Vitest writes down. */
interface Result {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** True when all tests pass. */
function testOn(version: string, paths: readonly string[]): boolean {
  const start = performance.now();
  const say = (mark: string, text: string): void =>
    console.log(`${mark} Node ${version}: ${text}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const found = spawnSync('npx', ['--yes', '--package', `node@${version}`, '--', 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    env: ENV,
    // Not in the project: npx would take a `node` of its own from there.
    cwd: tmpdir(),
  });
  const node = found.stdout?.trim() ?? '';
  if (found.status !== 0 || node === '') {
    say('✗', 'could not be had');
    console.log(outputOf(found));
    return false;
  }
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-nodes-'));
  try {
    const report = join(folder, 'report.json');
    const args = ['run', '--reporter=json', `--outputFile.json=${report}`, ...paths];
    const tested = spawnSync(node, [join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...ENV, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
    });
    const result = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Result) : undefined;
    if (tested.status === 0 && result !== undefined) {
      say('✓', `${result.numPassedTests} tests passed`);
      return true;
    }
    const failed = result === undefined ? [] : failuresOf(result);
    say(
      '✗',
      failed.length > 0 ? `${failed.length} failed` : `no tests ran, exit code ${tested.status ?? tested.signal}`,
    );
    console.log(failed.length > 0 ? failed.join('\n\n') : outputOf(tested));
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Tests that failed, and files that could not be run, each with its reason. */
function failuresOf({ testResults }: Result): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${file}\n${message}`] : [];
    return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}\n${failureMessages.join('\n')}`);
  });
}

function outputOf({ stdout, stderr, error }: SpawnSyncReturns<string>): string {
  return [stdout, stderr, error?.message].filter(Boolean).join('\n');
}

function main(args: readonly string[]): number {
  const asked = args.filter((arg) => /^\d+$/.test(arg));
  const unknown = asked.filter((major) => !NODES.some((version) => version.startsWith(`${major}.`)));
  if (unknown.length > 0) {
    console.error(`test:nodes: Node ${unknown.join(', ')} is not one of ${NODES.join(', ')}`);
    return 2;
  }
  const chosen = NODES.filter(
    (version) => asked.length === 0 || asked.some((major) => version.startsWith(`${major}.`)),
  );
  const paths = args.filter((arg) => !asked.includes(arg));
  // All of them, also after a failure: which Nodes fail says why.
  const failed = chosen.filter((version) => !testOn(version, paths));
  return failed.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
