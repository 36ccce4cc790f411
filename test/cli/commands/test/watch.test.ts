import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { folderWith, type Outcome, run } from '../../run-main.ts';

const SUITE = 'pattern: p.json\ntests: [{ name: x, event: e.json, match: true }]\n';
const files = {
  'suites/a.eb-test.yaml': SUITE,
  'suites/p.json': '{"source":["a"]}',
  'suites/e.json': '{"source":"a"}',
  'suites/b.eb-test.yaml': 'patterns: ../rules\ntests: [{ name: x, event: { source: a }, routes: [one] }]\n',
  'rules/one.json': '{"source":["a"]}',
};

const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops) stop.abort();
});

/** The rounds of a watching run: each ends with the line that announces waiting. */
class Watching {
  readonly cwd = folderWith(files);
  private out = '';
  private told = 0;
  private readonly stop = new AbortController();
  private readonly ended: Promise<Outcome>;

  constructor(...argv: readonly string[]) {
    stops.push(this.stop);
    this.ended = run(['test', 'suites', '--watch', ...argv], {
      cwd: this.cwd,
      signal: this.stop.signal,
      onOut: (text) => {
        this.out += text;
      },
    });
  }

  /** The output of the next round. */
  async round(): Promise<string> {
    const end = 'waiting for changes; Ctrl-C ends it\n';
    await vi.waitFor(() => expect(this.out.indexOf(end, this.told)).toBeGreaterThanOrEqual(0), { timeout: 30_000 });
    const at = this.out.indexOf(end, this.told) + end.length;
    const text = this.out.slice(this.told, at);
    this.told = at;
    return text;
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.cwd, name), text);
  }

  end(): Promise<Outcome> {
    this.stop.abort();
    return this.ended;
  }
}

describe('--watch', () => {
  test('runs what a change affects, and ends with Ctrl-C', async () => {
    const watching = new Watching();
    expect(await watching.round()).toContain('2 passed, 0 failed');
    watching.write('suites/e.json', '{"source":"b"}');
    const afterEvent = await watching.round();
    expect(afterEvent).toContain('0 passed, 1 failed');
    expect(afterEvent).not.toContain('b.eb-test.yaml');
    watching.write('suites/p.json', '{"source":["b"]}');
    expect(await watching.round()).toContain('1 passed, 0 failed');
    watching.write('rules/one.json', '{"source":["b"]}');
    const afterRule = await watching.round();
    expect(afterRule).toContain('0 passed, 1 failed');
    expect(afterRule).not.toContain('a.eb-test.yaml');
    const { code } = await watching.end();
    expect(code).toBe(130);
  });

  test('notices files that are made, replaced and deleted, also in new folders', async () => {
    const watching = new Watching();
    await watching.round();
    mkdirSync(join(watching.cwd, 'rules/deep'));
    await watching.round();
    watching.write('rules/deep/two.json', '{"source":["a"]}');
    expect(await watching.round()).toContain('should not reach `deep/two`, and does');
    rmSync(join(watching.cwd, 'rules/deep'), { recursive: true });
    expect(await watching.round()).toContain('1 passed, 0 failed');
    watching.write('suites/c.eb-test.yaml', SUITE);
    expect(await watching.round()).toMatch(/c\.eb-test\.yaml[\s\S]*1 passed, 0 failed/);
    watching.write('suites/p.json.tmp', '{"source":["c"]}');
    renameSync(join(watching.cwd, 'suites/p.json.tmp'), join(watching.cwd, 'suites/p.json'));
    expect(await watching.round()).toContain('0 passed, 2 failed');
    await watching.end();
  });

  test('continues when a suite is broken, and runs it when it is mended', async () => {
    const watching = new Watching();
    await watching.round();
    watching.write('suites/a.eb-test.yaml', 'pattern: [');
    await watching.round();
    rmSync(join(watching.cwd, 'suites/p.json'));
    watching.write('suites/a.eb-test.yaml', SUITE);
    await watching.round();
    watching.write('suites/p.json', '{"source":["a"]}');
    expect(await watching.round()).toContain('1 passed, 0 failed');
    const { err } = await watching.end();
    expect(err).toContain('the suite is not YAML');
    expect(err).toContain('there is no file `suites/p.json`');
  });

  test('writes missing verdicts, and does not run again for them', async () => {
    const watching = new Watching('--update');
    await watching.round();
    watching.write('suites/a.eb-test.yaml', SUITE.replace(', match: true', ''));
    expect(await watching.round()).toContain('1 missing verdict written');
    expect(await watching.round()).not.toContain('written');
    await watching.end();
  });

  test.each([
    [['test', '-', '--watch'], 'cannot be watched'],
    [['test', '.', '--watch', '--format', 'json'], 'goes with no `--format json`'],
  ])('%j is a usage error', async (argv, message) => {
    const { code, err } = await run(argv, { files });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('Ctrl-C', () => {
  test('ends a run with the tests that ran and exit code 130', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [
        `${i}.eb-test.yaml`,
        'pattern: {}\ntests: [{ name: x, event: {}, match: true }, { name: y, event: {}, match: true }]',
      ]),
    );
    const stop = new AbortController();
    const { code, out } = await run(['test', '.'], {
      files: many,
      signal: stop.signal,
      onOut: (text) => {
        if (text.includes('1.eb-test.yaml')) stop.abort();
      },
    });
    expect(code).toBe(130);
    expect(out).toContain('interrupted: 2 of 5 suites ran\n4 passed, 0 failed\n');
    const early = await run(['test', '.', '--format', 'json'], { files: many, signal: AbortSignal.abort() });
    expect(early.code).toBe(130);
    expect(JSON.parse(early.out)).toMatchObject({ passed: 0, interrupted: { ran: 0, of: 5 } });
  });
});
