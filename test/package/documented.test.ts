import { describe, expect, it } from 'vitest';
import { markdownFiles, read } from '../docs/markdown.ts';

const pages = markdownFiles()
  .filter((file) => file !== 'CHANGELOG.md')
  .map((file) => ({ file, text: read(file) }));
const matches = (pattern: RegExp) =>
  pages.flatMap(({ text }) => [...text.matchAll(pattern)].map(({ 1: found }) => found));

describe('the text that readers copy', () => {
  it('names the version of this package', () => {
    const { version } = JSON.parse(read('package.json'));
    const named = matches(/\beb-pattern@(\d[\w.-]*)/g);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((one) => one !== version)).toEqual([]);
  });

  it('names actions by the commits that this project uses', () => {
    const own = `${read('.github/workflows/ci.yml')}${read('action.yml')}`;
    const named = matches(/uses: (actions\/.*)$/gm);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((one) => one === undefined || !own.includes(one))).toEqual([]);
  });
});
