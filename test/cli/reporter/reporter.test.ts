import { describe, expect, it } from 'vitest';
import { formatNames } from '../../../src/cli/formats/table.ts';
import { Reporter } from '../../../src/cli/reporter/reporter.ts';
import { openSession } from '../../../src/cli/session/session.ts';
import { StatusLine } from '../../../src/cli/terminal/status-line.ts';
import { folderWith, run } from '../run-main.ts';

function session(written: string[]) {
  const output = { write: (chunk: string | Uint8Array) => void written.push(String(chunk)) };
  return openSession({
    stdin: (async function* () {})(),
    stdout: output,
    stderr: output,
    env: {},
    cwd: folderWith({}),
  });
}

describe('an interrupted run', () => {
  it.each(formatNames)('is exit code 130, and has its report in %s', async (format) => {
    const written: string[] = [];
    const reporter = await Reporter.open('test', { format }, 'aliyun', session(written));
    expect(await reporter.finish({ interrupted: { ran: 1, of: 2 } })).toBe(130);
    expect(written.join('')).toContain('interrupted');
  });
});

describe('the progress line', () => {
  const lineOf = (isTTY: boolean, term: string, columns: number): string => {
    let text = '';
    const stderr = { write: (chunk: string | Uint8Array) => (text += String(chunk)), isTTY, columns };
    const io = { stdin: (async function* () {})(), stdout: stderr, stderr, env: { TERM: term }, cwd: '.' };
    const line = new StatusLine(io, 0);
    line.update(() => 'too early', 50);
    line.update((seconds) => `${seconds} s, and more than fits`, 200);
    line.update(() => 'too soon', 250);
    line.erase();
    return text;
  };

  it.each([
    [true, 'xterm', 80, '\r\u001b[K0.2 s, and more than fits\r\u001b[K'],
    [true, 'xterm', 21, '\r\u001b[K0.2 s, and more tha…\r\u001b[K'],
    [true, 'dumb', 80, ''],
    [false, 'xterm', 80, ''],
  ])('on a terminal (%s, %s) of %s columns', (isTTY, term, columns, expected) => {
    expect(lineOf(isTTY, term, columns)).toBe(expected);
  });

  it('takes one line with wide characters, and escapes names', () => {
    let text = '';
    const stderr = { write: (chunk: string | Uint8Array) => (text += String(chunk)), isTTY: true, columns: 21 };
    const line = new StatusLine({ stdin: (async function* () {})(), stdout: stderr, stderr, env: {}, cwd: '.' }, 0);
    line.update(() => '订单/支付/退款/发货/评价\u001b', 200);
    line.update(() => 'a\u001b[2Jb', 400);
    expect(text).toBe('\r\u001b[K订单/支付/退款/发货…\r\u001b[Ka\\u001b[2Jb');
  });

  it('is not written to standard output', async () => {
    const { out } = await run(['check', 'p.json'], {
      files: { 'p.json': '{"source":["a"]}' },
      isTTY: true,
      env: { NO_COLOR: '1' },
    });
    expect(out).toBe('✓ p.json: valid\n');
  });
});
