/**
 * Runs every `eb-pattern` command of the documentation on the files shown on the same page. Stream commands run on a terminal, one after
 * the other, beside an in-memory service.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { ACCOUNT, BEARER, REGION, Service } from '../support/service/index.ts';
import { codeBlocks, markdownFiles, namedBlocks, read } from './markdown.ts';

interface Run {
  readonly command: string;
  /** The expected output; absent when the page shows the command only. */
  readonly output?: string;
}

/** Commands of other programs. */
const FOREIGN = /^(?:npm|git|terraform|pulumi) /;

/** Steps of a pipeline: `- run: npx …` and `- npx …` of YAML, `sh 'npx …'` of Groovy. */
const STEP = /^ *(?:- (?:run: )?|sh ')npx eb-pattern (.*?)'?$/gm;

/** Serves the standard input of the process until an editor ends it; test/cli/language-server runs it. */
const SERVES = /^lsp /;

/** Copies Node into an archive, which takes seconds; test/cli/commands/bundle.test.ts runs it. */
const ARCHIVES = /^bundle spark /;

const pages = markdownFiles()
  .map((file) => ({
    file,
    files: namedBlocks(read(file)),
    runs: runsOf(read(file)).filter(({ command }) => !SERVES.test(command) && !ARCHIVES.test(command)),
  }))
  .filter(({ files, runs }) => files.length > 0 || runs.length > 0);

describe.each(pages)('the commands of $file', ({ files, runs }) => {
  const cwd = mkdtempSync(join(tmpdir(), 'eb-pattern-docs-'));
  let service: Service;
  beforeAll(async () => {
    service = await Service.start();
    for (const { name, code } of files) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), code);
    }
    if (runs.some(({ command }) => / git:/.test(command))) commitAll(cwd);
  });
  afterAll(async () => {
    await service.close();
    rmSync(cwd, { recursive: true });
  });

  it.each(runs)('print the documented output: $command', async ({ command, output }) => {
    const { code, stdout, stderr } = await run(command, cwd, service.endpoint);
    expect(stderr).toBe('');
    expect(code).not.toBe(2);
    if (output !== undefined) expect(stdout.trimEnd()).toBe(output.trimEnd());
  });

  const suites = files.filter(({ name }) => name.endsWith('.eb-test.yaml'));
  it.runIf(suites.length > 0)('pass the suites that are shown', async () => {
    const { code, stdout } = await run('test .', cwd, service.endpoint);
    expect(stdout).not.toBe('');
    expect(code).toBe(0);
  });
});

describe('the commands of the documentation', () => {
  it.each(markdownFiles())('are all run by this test in %s', (file) => {
    const blocks = codeBlocks(read(file));
    const lines = (...languages: string[]) =>
      blocks.filter(({ language }) => languages.includes(language)).flatMap(({ code }) => code.split('\n'));
    // Blocks in these languages would be mistaken for text.
    expect(blocks.filter(({ language }) => ['bash', 'shell', 'zsh', 'fish'].includes(language))).toEqual([]);
    expect(lines('text', '').filter((line) => /^(?:\$ |(?:npx )?eb-pattern )/.test(line))).toEqual([]);
    const shown = [...lines('sh'), ...lines('console').filter((line) => line.startsWith('$ '))].filter(Boolean);
    expect(shown.filter((line) => commandsIn(line).length === 0 && !FOREIGN.test(line))).toEqual([]);
  });
});

function commitAll(cwd: string): void {
  const git = (...args: string[]) => execFileSync('git', args, { cwd });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', 'commit', '-qm', 'a');
}

async function run(
  command: string,
  cwd: string,
  endpoint: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await main(command.split(' '), {
    stdin: (async function* () {})(),
    stdout: { write: (chunk) => (stdout += Buffer.from(chunk)), isTTY: command.startsWith('stream ') },
    stderr: { write: (chunk) => (stderr += Buffer.from(chunk)) },
    env: {
      NO_COLOR: '1',
      EB_PATTERN_ENDPOINT: endpoint,
      EB_PATTERN_ACCOUNT_ID: ACCOUNT,
      EB_PATTERN_REGION: REGION,
      EB_PATTERN_INTERVAL: '0.01',
      DASHSCOPE_API_KEY: BEARER,
    },
    cwd,
  });
  return { code, stdout, stderr };
}

/** The commands of this program in a line of a shell, without comments and redirections. */
function commandsIn(line: string): string[] {
  const call = /(?:^|\$ |&& |<\()(?:npx )?eb-pattern (.+?)(?=\)| > | && |$)/g;
  return [...line.replace(/ +# .*$/, '').matchAll(call)].map(({ 1: command = '' }) => command);
}

/**
 * Lines of `sh` blocks, steps of pipelines, and lines of `console` blocks that begin with `$`, with what follows them.
 */
function runsOf(page: string): Run[] {
  return codeBlocks(page).flatMap(({ language, code }) => {
    if (language === 'sh') {
      return code.split('\n').flatMap((line) => commandsIn(line).map((command) => ({ command })));
    }
    if (language === 'yaml' || language === 'groovy') {
      return [...code.matchAll(STEP)].map(({ 1: command = '' }) => ({ command }));
    }
    if (language !== 'console') return [];
    return [...code.matchAll(/^\$ (?:npx )?eb-pattern (.*)\n((?:(?!\$ ).*\n?)*)/gm)].map(
      ({ 1: command = '', 2: output = '' }) => ({
        command,
        output,
      }),
    );
  });
}
