/** Tests that need a process: the built command line with worker threads that die, readers that leave, and signals. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { folderWith } from '../run-main.ts';

const BIN = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url));

const line = (i: number): string => `{"source":"${i % 2 === 0 ? 'a' : 'b'}","i":${i},"x":"${'x'.repeat(900)}"}\n`;
// 9 MB: several parts of a file, and several chunks of a pipe.
const text = Array.from({ length: 10_000 }, (_, i) => line(i)).join('');
const matching = Array.from({ length: 5000 }, (_, i) => line(2 * i)).join('');

const cwd = folderWith({
  'a.json': '{"source":["a"]}',
  'c.json': '{"source":["c"]}',
  'e.ndjson': text,
  'all.ndjson': matching,
  // All threads use this function to read. The seventh call ends a worker thread. The main thread waits in each, so that
  // it does not finish before the worker threads have started.
  'die.mjs': `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    import { isMainThread } from 'node:worker_threads';
    const read = fs.readSync;
    const isOfPart = (args) => args[3] > 1 << 17;
    if (isMainThread) {
      const never = new Int32Array(new SharedArrayBuffer(4));
      fs.readSync = (...args) => {
        if (isOfPart(args)) Atomics.wait(never, 0, 0, 25);
        return read(...args);
      };
      syncBuiltinESMExports();
    } else {
      let times = 0;
      fs.readSync = (...args) => {
        // Node reads too, from version 22 on; so many bytes at once are those of a part.
        if (isOfPart(args) && ++times === 7) {
          if (process.env.DIE === 'exit') process.exit(0);
          if (process.env.DIE === 'throw') throw new Error('out of order');
        }
        return read(...args);
      };
      syncBuiltinESMExports();
      if (process.env.DIE === 'start') process.exit(3);
      if (process.env.DIE === 'compile') WebAssembly.Module = class { constructor() { process.exit(4); } };
    }`,
});

function start(argv: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [BIN, ...argv], { cwd, env: { ...process.env, NODE_OPTIONS: '', ...env } });
}

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly bytes: Buffer;
  readonly out: string;
  readonly err: string;
}

function ended(child: ChildProcess, onOutput: (length: number) => void = () => undefined): Promise<Ended> {
  const out: Buffer[] = [];
  let length = 0;
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out.push(chunk);
    length += chunk.length;
    onOutput(length);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  child.stdin?.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const bytes = Buffer.concat(out);
      resolve({
        code,
        signal,
        bytes,
        get out() {
          return bytes.toString();
        },
        err,
      });
    });
  });
}

// Each test waits for a process of its own, so that they wait side by side.
describe.concurrent.each(['1', '2'])('the filter process, with %s jobs', (jobs) => {
  it('writes every line that matches', async () => {
    const { code, out, err } = await ended(start(['filter', 'a.json', 'e.ndjson', '--jobs', jobs]));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out === matching).toBe(true);
  });

  it('reads standard input in any chunks', async () => {
    const child = start(['filter', 'a.json', '--jobs', jobs]);
    const result = ended(child);
    const bytes = Buffer.from(text);
    for (let at = 0, size = 1; at < bytes.length; at += size, size = (size * 7919) % 300_007) {
      if (child.stdin?.write(bytes.subarray(at, at + size)) === false) {
        await new Promise((resolve) => child.stdin?.once('drain', resolve));
      }
    }
    child.stdin?.end();
    expect((await result).out === matching).toBe(true);
  });

  it('writes what it has before more input arrives', async () => {
    const child = start(['filter', 'a.json', '--jobs', jobs]);
    const first = new Promise<string>((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk))));
    child.stdin?.write(line(0) + line(1));
    expect(await first).toBe(line(0));
    child.stdin?.end();
    expect((await ended(child)).code).toBe(0);
  });

  it('answers each line before the next one is written', async () => {
    const child = start(['filter', 'a.json', '--each', '--jobs', jobs]);
    const answers: string[] = [];
    let wake = (): void => undefined;
    child.stdout?.on('data', (chunk) => {
      answers.push(String(chunk));
      wake();
    });
    for (let i = 0; i < 200; i++) {
      const next = new Promise<void>((resolve) => {
        wake = resolve;
      });
      child.stdin?.write(line(i));
      await next;
    }
    child.stdin?.end();
    expect((await ended(child)).code).toBe(0);
    expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 'true\n' : 'false\n')));
  });

  it('ends soon with exit code 0 when the reader closes the pipe', async () => {
    const files = Array(120).fill('e.ndjson');
    const child = start(['filter', 'a.json', ...files, '--jobs', jobs, '--exit-status']);
    const { code, err, out } = await ended(child, () => child.stdout?.destroy());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.length).toBeLessThan(matching.length);
  });

  it('ends when the limit is reached, before the input ends', async () => {
    const child = start(['filter', 'a.json', '--limit', '1', '--jobs', jobs]);
    child.stdin?.write(line(0) + line(2));
    const { code, out } = await ended(child);
    expect({ code, out }).toEqual({ code: 0, out: line(0) });
  });

  it('ends with 130 when it is interrupted', async () => {
    const child = start(['filter', 'a.json', '--jobs', jobs]);
    const first = new Promise((resolve) => child.stdout?.once('data', resolve));
    child.stdin?.write(line(0));
    const result = ended(child);
    await first;
    child.kill('SIGINT');
    const { code, signal, err } = await result;
    expect({ code, signal, err }).toEqual({ code: 130, signal: null, err: '' });
  });

  it.runIf(existsSync('/proc/self/status'))('does not buffer output for a slow reader', async () => {
    const files = Array(36).fill('all.ndjson');
    const child = start(['filter', 'a.json', ...files, '--jobs', jobs]);
    child.stdout?.pause();
    await waitsForReader(child.pid as number);
    const memory = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
    // The output has 170 MB.
    expect(memory).toBeLessThan(jobs === '1' ? 150 : 250);
    const result = ended(child);
    child.stdout?.resume();
    const { code, bytes } = await result;
    expect(code).toBe(0);
    const once = Buffer.from(matching);
    expect(bytes.length).toBe(36 * once.length);
    for (let i = 0; i < 36; i++) expect(bytes.subarray(i * once.length, (i + 1) * once.length).equals(once)).toBe(true);
  });
});

/** Resolves when the process has begun to write, and has slept for half a second without any work. */
async function waitsForReader(pid: number): Promise<void> {
  let last = '';
  for (let still = 0; still < 5; ) {
    await wait(100);
    // Behind the name: the state, then at 11 and 12 the time that the process has worked.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const now = [stat[0], stat[11], stat[12]].join(' ');
    const written = Number(/wchar: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
    still = now === last && stat[0] === 'S' && written > 64 * 1024 ? still + 1 : 0;
    last = now;
  }
}

test.concurrent('a worker thread takes the scanner that the main thread has compiled', async () => {
  const env = { NODE_OPTIONS: `--import ${cwd}/die.mjs`, DIE: 'compile' };
  const { code, out, err } = await ended(start(['filter', 'a.json', ...Array(6).fill('e.ndjson'), '--jobs', '2'], env));
  expect({ code, err, whole: out === matching.repeat(6) }).toEqual({ code: 0, err: '', whole: true });
});

test.concurrent.each([
  ['ends by itself', 'exit', 'exit code 0'],
  ['throws', 'throw', 'out of order'],
  ['does not begin', 'start', 'exit code 3'],
])('a worker thread that %s is an error', async (_, DIE, why) => {
  const env = { NODE_OPTIONS: `--import ${cwd}/die.mjs`, DIE };
  const { code, out, err } = await ended(start(['filter', 'a.json', ...Array(6).fill('e.ndjson'), '--jobs', '2'], env));
  expect(code).toBe(2);
  if (DIE === 'throw') expect(err).toContain('cannot be read');
  else expect(err).toBe(`eb-pattern: a worker thread has died (${why}); what is there is not complete\n`);
  const whole = matching.repeat(6);
  expect(whole.startsWith(out)).toBe(true);
  expect(out.length).toBeLessThan(whole.length);
});
