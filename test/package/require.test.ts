/** `require()` of every built entry: Node loads ES modules with it unless one has a top-level await. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from '../docs/markdown.ts';

const { exports } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { exports: Record<string, object> };
// The other exports are JSON files.
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([entry]) => `eb-pattern${entry.slice(1)}`);

it.each(entries)('require loads %s and prints no warning', (entry) => {
  const script = `console.log(Object.keys(require('${entry}')).length > 0)`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=commonjs', '--eval', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'true\n', stderr: '' });
});
