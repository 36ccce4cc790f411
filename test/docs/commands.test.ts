/** Runs every `eb-pattern` command of the documentation on the files that the same page shows. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { codeBlocks, markdownFiles, namedBlocks, read } from './markdown.ts';

interface Run {
  readonly command: string;
  /** What must be printed; absent where the page shows the command alone. */
  readonly output?: string;
}

const pages = markdownFiles()
  .map((file) => ({ file, files: namedBlocks(read(file)), runs: runsOf(read(file)) }))
  .filter(({ files, runs }) => files.length > 0 || runs.length > 0);

describe.each(pages)('the commands of $file', ({ files, runs }) => {
  const cwd = mkdtempSync(join(tmpdir(), 'eb-pattern-docs-'));
  beforeAll(() => {
    for (const { name, code } of files) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), code);
    }
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  it.each(runs)('answer: $command', async ({ command, output }) => {
    const { code, stdout, stderr } = await run(command, cwd);
    expect(stderr).toBe('');
    expect(code).not.toBe(2);
    if (output !== undefined) expect(stdout.trimEnd()).toBe(output.trimEnd());
  });

  const suites = files.filter(({ name }) => name.endsWith('.eb-test.yaml'));
  it.runIf(suites.length > 0)('pass the suites that are shown', async () => {
    const { code, stdout } = await run('test .', cwd);
    expect(stdout).not.toBe('');
    expect(code).toBe(0);
  });
});

async function run(command: string, cwd: string): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await main(command.split(' '), {
    stdin: (async function* () {})(),
    stdout: { write: (chunk) => (stdout += Buffer.from(chunk)) },
    stderr: { write: (chunk) => (stderr += Buffer.from(chunk)) },
    env: { NO_COLOR: '1' },
    cwd,
  });
  return { code, stdout, stderr };
}

/** Lines of `sh` blocks, without their comments, and lines of `console` blocks that begin with `$`, with what follows them. */
function runsOf(page: string): Run[] {
  return codeBlocks(page).flatMap(({ language, code }) => {
    if (language === 'sh') {
      return [...code.matchAll(/^(?:npx )?eb-pattern (.*?)(?: +#.*)?$/gm)].map(({ 1: command = '' }) => ({ command }));
    }
    if (language !== 'console') return [];
    return [...code.matchAll(/^\$ (?:npx )?eb-pattern (.*)\n((?:(?!\$ ).*\n)*)/gm)].map(
      ({ 1: command = '', 2: output = '' }) => ({
        command,
        output,
      }),
    );
  });
}
