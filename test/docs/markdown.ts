/** Reads the project's markdown for the tests: files, headings, links, paths and blocks of code. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export function markdownFiles(): string[] {
  return globSync('**/*.md', { cwd: ROOT, ignore: ['**/node_modules/**', 'dist/**', 'coverage/**', 'api/**'] }).sort();
}

export function read(file: string): string {
  return readFileSync(`${ROOT}${file}`, 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(`${ROOT}${path}`);
}

export interface Block {
  readonly language: string;
  /** The line of the fence, counted from 1. */
  readonly line: number;
  readonly code: string;
}

export function codeBlocks(text: string): Block[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ 1: language = '', 2: code = '', index }) => ({
    language,
    line: text.slice(0, index).split('\n').length,
    code,
  }));
}

export function proseOf(text: string): string {
  return text.replace(/^```\w*\n[\s\S]*?^```$/gm, '');
}

/** The anchors of a page, as GitHub makes them of headings. */
export function anchorsOf(text: string): string[] {
  return [...proseOf(text).matchAll(/^#+ (.*)$/gm)].map(({ 1: heading = '' }) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The targets of links to this repository. */
export function linksOf(text: string): string[] {
  const prose = proseOf(text).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(({ 1: target = '' }) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Inline code that names a file or a folder of the repository; `NAME` is a placeholder for the reader. */
export function pathsOf(text: string): string[] {
  return [
    ...proseOf(text).matchAll(
      /`((?:(?:src|test|docs|scripts|bench|fuzz|examples|\.ci)\/|\.dependency-cruiser\.)[\w./-]*)`/g,
    ),
  ]
    .map(({ 1: path = '' }) => path)
    .filter((path) => !path.includes('NAME'));
}

/** The blocks that the text before them gives a file name to: "… `event.json`:" and then the block. */
export function namedBlocks(text: string): { readonly name: string; readonly code: string }[] {
  return [...text.matchAll(/`([\w./-]+\.\w+)`:\n\n```\w+\n([\s\S]*?)^```$/gm)].map(
    ({ 1: name = '', 2: code = '' }) => ({ name, code }),
  );
}
