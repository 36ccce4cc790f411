import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, exists, linksOf, markdownFiles, pathsOf, read } from './markdown.ts';

describe.each(markdownFiles())('%s', (file) => {
  it('links to files and headings that exist', () => {
    const broken = linksOf(read(file)).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const found = path === '' ? file : posix.join(posix.dirname(file), path);
      return !exists(found) || (anchor !== undefined && !anchorsOf(read(found)).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it('names files and folders that exist', () => {
    expect(pathsOf(read(file)).filter((path) => !exists(path))).toEqual([]);
  });
});
