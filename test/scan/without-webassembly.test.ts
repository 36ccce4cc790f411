/** The built package where WebAssembly cannot be used: the same verdicts and the same errors. */
import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ROOT } from '../docs/markdown.ts';

/** Counts the modules that are compiled, and matches events of 200 KB in all. */
const PROGRAM = `
  let compiled = 0;
  if (globalThis.WebAssembly !== undefined) {
    const { Module } = WebAssembly;
    WebAssembly.Module = class extends Module {
      constructor(bytes) {
        if (process.env.REFUSE) throw new WebAssembly.CompileError('refused');
        super(bytes);
        compiled++;
      }
    };
  }
  const { compilePattern, PatternSet } = await import('${pathToFileURL(`${ROOT}dist/index.js`)}');
  const pattern = { source: ['a'], data: { n: [{ numeric: ['>', 5] }], 'name é': [{ prefix: 'x' }] } };
  const matcher = compilePattern(pattern);
  const set = PatternSet.from([['one', pattern], ['two', { data: { n: [7] } }]]);
  const outcomes = [];
  for (let i = 0; i < 300; i++) {
    const text = JSON.stringify({ source: 'a', pad: ['"', i / 7, null, 'é'.repeat(300)], data: { n: i % 9, 'name é': 'xyz' } });
    const event = i % 50 === 3 ? text.slice(0, i) : i % 50 === 4 ? text.replace('null', 'nulx') : text;
    for (const read of [(e, o) => matcher.matchesJson(e, o), (e, o) => set.matchesJson(e, o).join()]) {
      for (const options of [{}, { wellFormed: true }]) {
        for (const form of [event, new TextEncoder().encode(event)]) {
          try { outcomes.push(read(form, options)); } catch (error) { outcomes.push(String(error)); }
        }
      }
    }
  }
  console.log(JSON.stringify({ compiled, outcomes }));
`;

function run(
  env: Record<string, string>,
  ...flags: string[]
): { readonly compiled: number; readonly outcomes: string[] } {
  const { EB_PATTERN_WASM: _, ...others } = process.env;
  const argv = [...flags, '--input-type=module', '-e', PROGRAM];
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8', env: { ...others, ...env } }));
}

it('gives the same verdicts and errors', () => {
  const usual = run({});
  expect(usual.compiled).toBe(1);
  expect(new Set(usual.outcomes).size).toBeGreaterThan(6);
  const none = { ...usual, compiled: 0 };
  expect(run({ EB_PATTERN_WASM: '0' })).toEqual(none);
  expect(run({ REFUSE: '1' })).toEqual(none);
  expect(run({}, '--jitless')).toEqual(none);
});
