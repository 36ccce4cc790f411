import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { codeBlocks, exists, ROOT, read } from './markdown.ts';

const page = read('ARCHITECTURE.md');

/** The files and folders of the tree below a heading. Two spaces of indentation are one level, and a folder ends with a slash. */
function treeUnder(heading: string): string[] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`) + 1).split(/\n(?=## )/)[0] ?? '';
  const paths: string[] = [];
  const folders: string[] = [];
  for (const line of codeBlocks(section)[0]?.code.split('\n') ?? []) {
    const [, blanks = '', name = ''] = /^( *)([\w./-]+)/.exec(line) ?? [];
    if (name === '') continue;
    folders.length = blanks.length / 2;
    paths.push(`${folders.join('')}${name}`);
    if (name.endsWith('/')) folders.push(name);
  }
  return paths;
}

describe('ARCHITECTURE.md', () => {
  it('names files and folders that exist', () => {
    const named = treeUnder('The folders');
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });

  it('names every folder of the source, except those of single commands', () => {
    const folders = new Set(globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).map((file) => file.replace(/[^/]+$/, '')));
    const shown = [...folders].filter((folder) => !/^src\/cli\/commands\/./.test(folder));
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter((folder) => !treeUnder('The folders').includes(folder))).toEqual([]);
  });

  it('has at most 900 words', () => {
    expect(page.split(/\s+/).length).toBeLessThanOrEqual(900);
  });
});
