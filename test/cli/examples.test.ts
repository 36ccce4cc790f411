import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lines, run } from './run-main.ts';

const cwd = fileURLToPath(new URL('../..', import.meta.url));

test('the examples pass, and the last line has the sum', async () => {
  const { code, out, err } = await run(['test', 'examples'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(lines(out).at(-1)).toMatch(/^\d+ passed, 0 failed$/);
});

test('the examples decide every condition both ways', async () => {
  const { code, out } = await run(['test', 'examples', '--coverage-threshold', '100'], { cwd });
  expect(code).toBe(0);
  expect(out).not.toMatch(/(?:always|never) held/);
});

test('the patterns of the examples have no findings', async () => {
  const patterns = readdirSync(`${cwd}/examples/patterns`).map((name) => `examples/patterns/${name}`);
  const { code, out } = await run(['check', ...patterns], { cwd });
  expect(code).toBe(0);
  expect(out).not.toContain('[');
});

test('the examples show a verdict on which the dialects differ', async () => {
  expect((await run(['test', 'examples', '--strict-dialects'], { cwd })).code).toBe(1);
});
