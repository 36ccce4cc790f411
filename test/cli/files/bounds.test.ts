/** Input that is too large, endless, unreadable or a folder is refused with a message. */
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { folderWith, run } from '../run-main.ts';

const SUITE = 'pattern: {source: [a]}\ntests:\n  - {name: t, event: {source: a}, match: true}\n';

describe('a file of more than 512 MB', () => {
  const cwd = folderWith({ 'p.json': '{}', 'x.eb-test.yaml': '' });
  for (const name of ['big.json', 'x.eb-test.yaml']) {
    writeFileSync(join(cwd, name), '');
    // A sparse file, which takes no space on the disk.
    truncateSync(join(cwd, name), 600 * 1024 * 1024);
  }
  it.each([
    ['check', 'big.json'],
    ['match', 'p.json', 'big.json'],
    ['match', 'big.json', 'p.json'],
    ['explain', 'p.json', 'big.json'],
    ['test', 'x.eb-test.yaml'],
    ['diff', 'p.json', 'big.json'],
    ['check', 'p.json', '--config', 'big.json'],
    ['check', 'p.json', '--baseline', 'big.json'],
    ['filter', 'big.json', 'p.json'],
  ])('is refused by its size: %s %s %s %s', async (...argv) => {
    const { code, err, out } = await run(argv, { cwd });
    expect(code).toBe(2);
    expect(err + out).toContain('is larger than 64 MB, the most that is read as a whole');
  });
});

describe('standard input', () => {
  const io = (chunks: () => AsyncGenerator<Uint8Array>, err: string[]) => ({
    stdin: { [Symbol.asyncIterator]: chunks },
    stdout: { write: () => true },
    stderr: { write: (chunk: string | Uint8Array) => err.push(chunk.toString()) },
    env: {},
    cwd: folderWith({ 'p.json': '{}' }),
  });

  it.each([
    ['match', 'p.json', '-'],
    ['filter', 'p.json'],
  ])('without an end is read to a limit: %s', async (...argv) => {
    const zeros = new Uint8Array(1 << 22);
    const err: string[] = [];
    async function* endless() {
      for (;;) {
        // Yields to the event loop, as reading a file does.
        await new Promise((resolve) => setImmediate(resolve));
        yield zeros;
      }
    }
    expect(await main(argv, io(endless, err))).toBe(2);
    expect(err.join('')).toMatch(/is larger than 64 MB|the line is longer than 16 MB/);
  });

  it.each([
    ['match', 'p.json', '-'],
    ['filter', 'p.json'],
  ])('that is a folder is refused: %s', async (...argv) => {
    const err: string[] = [];
    // biome-ignore lint/correctness/useYield: it fails before the first chunk
    async function* folder(): AsyncGenerator<Uint8Array> {
      throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
    }
    expect(await main(argv, io(folder, err))).toBe(2);
    expect(err.join('')).toContain('standard input is a folder');
  });
});

describe('links in folders', () => {
  it('are followed once, also when they form a cycle', async () => {
    const cwd = folderWith({ '.git/': '', 'run/': '', 'a/x.eb-test.yaml': SUITE, 'b/y.eb-test.yaml': SUITE });
    symlinkSync('../a', join(cwd, 'run/a'));
    symlinkSync('../b', join(cwd, 'a/b'));
    symlinkSync('../a', join(cwd, 'b/a'));
    symlinkSync('..', join(cwd, 'a/up'));
    const { code, out } = await run(['test', 'run'], { cwd });
    expect(out).toContain('2 passed');
    expect(code).toBe(0);
  });

  it('that lead out of the repository are named', async () => {
    const cwd = folderWith({ '.git/': '', 'x.eb-test.yaml': SUITE });
    const other = folderWith({ 'y.eb-test.yaml': SUITE });
    symlinkSync(other, join(cwd, 'out'));
    const { code, err } = await run(['test', '.'], { cwd });
    expect(err).toContain('`out` is a link out of the repository');
    expect(code).toBe(2);
  });
});

it('a long line of an endless stream is refused at its limit', async () => {
  const { code, err } = await run(['filter', 'p.json', '--max-line', '1000'], {
    files: { 'p.json': '{}' },
    stdin: [Buffer.alloc(5000, 0x61)],
  });
  expect(code).toBe(2);
  expect(err).toContain('the line is longer than');
});
