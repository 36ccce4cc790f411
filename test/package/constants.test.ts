/** V8 compiles the number of a `const` in, and reads that of a `var` from memory at each use. */
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../docs/markdown.ts';

const files = globSync('dist/{,client/,editor/}*.js', { cwd: ROOT });
const declared = files.flatMap((file) =>
  [...readFileSync(`${ROOT}${file}`, 'utf8').matchAll(/^(var|const) ([A-Z][A-Z\d_]*) = (\S+);$/gm)]
    .filter(([, , , value]) => Number.isFinite(Number(value)))
    .map(([, keyword, name]) => ({ file, keyword, name })),
);

describe('the numbers of the built library', () => {
  it('are declared as constants', () => {
    expect(declared.filter(({ keyword }) => keyword === 'var')).toEqual([]);
  });

  it('include the bytes that the scanner looks for', () => {
    expect(declared.map(({ name }) => name)).toContain('QUOTE');
  });
});
