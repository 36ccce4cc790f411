import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';

async function withBug(env: Record<string, string>): Promise<{ code: number; err: string }> {
  let err = '';
  const code = await main(['check', '-'], {
    stdin: {
      [Symbol.asyncIterator]() {
        throw new Error('something\nunexpected');
      },
    },
    stdout: { write: () => true },
    stderr: { write: (text) => (err += text) },
    env,
    cwd: '.',
  });
  return { code, err };
}

test('an unexpected exception prints one line that requests a report, and exits with 2', async () => {
  expect(await withBug({})).toEqual({
    code: 2,
    err: 'eb-pattern: this is a bug of eb-pattern, please report it: Error: something\\nunexpected\n',
  });
});

test('EB_PATTERN_DEBUG adds the stack', async () => {
  const { err } = await withBug({ EB_PATTERN_DEBUG: '1' });
  expect(err).toMatch(/^ +at /m);
});
