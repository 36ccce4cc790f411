/** The built package where WebAssembly cannot be used: the same verdicts and the same errors. */
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ROOT } from '../docs/markdown.ts';
import { COUNTER, OUTCOMES } from './engine-outcomes.ts';

interface Run {
  readonly compiled: number;
  readonly outcomes: string[];
}

/** In a process of its own. */
function run(env: Record<string, string>, before = '', ...flags: string[]): Run {
  const core = JSON.stringify(pathToFileURL(`${ROOT}dist/index.js`));
  const program = `${before}${COUNTER}
    const outcomes = ${OUTCOMES}(await import(${core}));
    console.log(JSON.stringify({ compiled, outcomes }));`;
  const { EB_PATTERN_WASM: _, ...others } = process.env;
  const argv = [...flags, '--input-type=module', '-e', program];
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  return JSON.parse(
    execFileSync(process.execPath, argv, { encoding: 'utf8', env: { ...others, ...env }, stdio: [...stdio] }),
  );
}

it('gives the same verdicts and errors', () => {
  const usual = run({});
  expect(usual.compiled).toBe(1);
  expect(new Set(usual.outcomes).size).toBeGreaterThan(6);
  const none = { ...usual, compiled: 0 };
  expect(run({ EB_PATTERN_WASM: '0' })).toEqual(none);
  expect(run({}, 'globalThis.refuses = true;')).toEqual(none);
  expect(run({}, '', '--jitless')).toEqual(none);
});
