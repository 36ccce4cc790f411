/** The index of the documentation leads to every page and every command. */
import { expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { openSession } from '../../src/cli/session/session.ts';
import { linksOf, markdownFiles, read } from './markdown.ts';

const index = read('docs/README.md');

it('docs/README.md links to every page', () => {
  const pages = markdownFiles().filter((file) => /^docs\/(?!README)/.test(file));
  expect(pages.filter((page) => !linksOf(index).includes(page.slice('docs/'.length)))).toEqual([]);
});

it('docs/README.md names every command, and docs/cli.md shows each', () => {
  const silent = { write: () => undefined };
  const io = { stdin: (async function* () {})(), stdout: silent, stderr: silent, env: {}, cwd: '/' };
  const names = buildProgram(openSession(io), () => async () => undefined).commands.map((command) => command.name());
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !index.includes(`| \`${name}\` |`))).toEqual([]);
  expect(names.filter((name) => !read('docs/command-line.md').includes(`\nnpx eb-pattern ${name} `))).toEqual([]);
});

it('README.md is short, and leads to every page', () => {
  const readme = read('README.md');
  expect(readme.split(/\s+/).length).toBeLessThanOrEqual(1500);
  const pages = markdownFiles().filter((file) => /^docs\/(?!README)/.test(file));
  expect(pages.filter((page) => !linksOf(readme).includes(page))).toEqual([]);
});
