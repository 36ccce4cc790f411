import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, run } from './run-main.ts';

const BIN = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built bin in a process; `closeAfter` closes its standard output after so many bytes. */
function bin(
  argv: readonly string[],
  cwd: string,
  options: { stdin?: string; closeAfter?: number } = {},
): Promise<Ended> {
  const env = { ...process.env };
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_OPTIONS']) delete env[name];
  const child = spawn(process.execPath, [BIN, ...argv], { cwd, env });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
    if (out.length >= (options.closeAfter ?? Number.POSITIVE_INFINITY)) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const folder = folderWith({
  'yes.json': '{"source":["a"]}',
  'no.json': '{"source":"a"}',
  'event.json': '{"source":"a"}',
  'other.json': '{"source":"b"}',
});

describe('the process ends with the exit code of main', () => {
  test.each([
    ['a valid pattern', ['check', 'yes.json'], 0],
    ['an invalid pattern', ['check', 'no.json'], 1],
    ['an event that matches', ['match', 'yes.json', 'event.json'], 0],
    ['an event that does not', ['match', 'yes.json', 'other.json'], 1],
    ['a file that is missing', ['check', 'nope.json'], 2],
    ['an unknown command', ['chekc'], 2],
  ])('%s', async (_, argv, expected) => {
    const { code, err } = await bin(argv, folder);
    expect(code).toBe(expected);
    expect(err === '').toBe(expected !== 2);
    expect(err).not.toMatch(/^ +at /m);
  });
});

test('standard input is read', async () => {
  const { code, out } = await bin(['check', '-'], folder, { stdin: '{"source":["a"]}' });
  expect({ code, out }).toEqual({ code: 0, out: '✓ standard input: valid\n' });
});

test('a broken pipe is no error and does not change the exit code', async () => {
  // More than the buffer of a pipe, so that writing continues after the reader has left.
  const many = folderWith({
    'p.json': JSON.stringify({ source: Array.from({ length: 90 }, (_, i) => ({ nope: `${i}${'x'.repeat(3000)}` })) }),
  });
  const { code, out, err } = await bin(['check', '--format', 'json', ...Array(30).fill('p.json')], many, {
    closeAfter: 1,
  });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out.length).toBeGreaterThan(0);
});

test('output into a pipe is complete', async () => {
  const { out } = await bin(['schema', 'pattern'], folder);
  expect(() => JSON.parse(out)).not.toThrow();
});

test.each(['--version', '-V'])('%s prints the same in a process as in main', async (flag) => {
  expect(await bin([flag], folder)).toEqual(await run([flag]));
});

// /dev/full reports a full device on every write.
test.skipIf(process.platform !== 'linux').each([
  ['an answer', ['check', 'yes.json']],
  ['lines', ['sample', 'yes.json']],
  ['the version', ['--version']],
])('an error to write standard output is exit code 2: %s', (_, argv) => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd: folder,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'eb-pattern: standard output cannot be written: there is no space left\n',
  });
});

test('the entries of the package share the state that the built command uses', async () => {
  const { code, out, err } = await bin(['explain', 'yes.json'], folder);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('`/source` is "a"');
});

test('the built command writes the page of `playground`', async () => {
  const cwd = folderWith({});
  const { code, err } = await bin(['playground', '--out', 'page'], cwd);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(readdirSync(`${cwd}/page`)).toContain('index.html');
});
