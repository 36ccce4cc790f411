/** Plain words: comments, messages and documentation avoid riddles and personified code (CONTRIBUTING, "Plain words"). */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** A word that is replaced, with what to write instead. */
const REPLACED: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\b(?:who|which)(?:so)?ever\b/i, 'name the subject, or write "any"'],
  [/\b(?:some|any|no)body\b/i, 'name the caller, the user or the author'],
  [/\bwhat there is\b/i, 'name the thing'],
  [/\b(?:is|are|was|were|be|been) (?:told|asked)\b/i, 'receives, is called with, is tested'],
  [/\basked for\b/i, 'requested, required, used'],
  [/\bthe business of\b/i, 'is done in'],
  [/\bkeeps its word\b|\bgoes on its way\b|\bdressed\b/i, 'say what the code does'],
  [/\bwants\b/i, 'needs, requires, expects'],
  [/\b(?:speaks?|spoken) of\b/i, 'has a field for, names'],
  [/\b(?:file|module|function|code) knows\b|\bknows? (?:of|nothing)\b/i, 'contains, uses, depends on'],
  [/\bsays? (?:of|nothing)\b/i, 'returns, holds for, has no effect'],
  [/\b(?:doors?|floors?|house|rooms?)\b/i, 'entry point, layer, folder, space'],
];

/** Folders and files that are clean; a folder covers everything below it. Of tests and benchmarks, strings that are data are not read. */
const CLEAN: readonly string[] = [
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'README.md',
  'bench',
  'docs',
  'scripts',
  'src',
  'test',
];

function filesOf(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(?:tsx?|md)$/.test(name));
}

/**
 * The prose of a file: comments, strings and the texts of templates; all of a document but its code. Of tests and benchmarks the strings
 * are the titles of tests and the names of the rows of tables.
 */
function proseOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  // Parsing is the slow part: most files have none of the words.
  const line = withoutBreaks(text);
  return REPLACED.some(([word]) => word.test(line)) ? proseOfText(path, text) : [];
}

function withoutBreaks(comment: string): string {
  return comment.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ');
}

function isTitle(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isArrayLiteralExpression(parent))
    return parent.elements[0] === node && ts.isArrayLiteralExpression(parent.parent);
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return false;
  let called: ts.Node = parent.expression;
  while (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called)) called = called.expression;
  return ts.isIdentifier(called) && ['describe', 'it', 'test'].includes(called.text);
}

function proseOfText(path: string, text: string): readonly string[] {
  if (path.endsWith('.md'))
    return text
      .replace(/^```[\s\S]*?^```/gm, '')
      .replace(/`[^`\n]*`/g, '')
      .split('\n\n');
  const source = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : undefined,
  );
  const found: string[] = [];
  const titlesOnly = /^(?:bench|test)\//.test(path);
  const comments = new Set<number>();
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ].filter(({ pos }) => !comments.has(pos));
    for (const { pos } of ranges) comments.add(pos);
    const comment = ranges.map(({ pos, end }) => text.slice(pos, end)).join('\n');
    if (comment !== '') found.push(withoutBreaks(comment));
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && (!titlesOnly || isTitle(ts.isTemplateHead(node) ? node.parent : node))) found.push(node.text);
    if (ts.isJsxText(node)) found.push(node.text.replace(/\s+/g, ' '));
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return found;
}

/** What is left of a prose once quotations are taken out: a word in backticks is a name. */
function unquoted(prose: string): string {
  return prose.replace(/`[^`]*`/g, '``');
}

function riddlesIn(prose: string): readonly string[] {
  return REPLACED.flatMap(([word, instead]) => {
    const match = word.exec(unquoted(prose));
    return match === null ? [] : [`"${match[0]}" in "${prose.slice(0, 120)}": ${instead}`];
  });
}

describe('plain words', () => {
  it.each(CLEAN)('are used in %s', (path) => {
    const files = filesOf(path);
    expect(files.length).toBeGreaterThan(0);
    const riddles = files.flatMap((file) =>
      proseOf(file).flatMap((prose) => riddlesIn(prose).map((one) => `${file}: ${one}`)),
    );
    expect(riddles).toEqual([]);
  });

  it.each([
    ['a comment', '/** Whoever calls it is told. */ export const a = 1;', 2],
    ['a comment over two lines', '// It is\n// told.\nexport const a = 1;', 1],
    ['a message', "export const a = 'the condition wants a string';", 1],
    ['a template', `export const a = (b: string) => \`the condition \${b} wants a string\`;`, 1],
    ['code', 'export const wants = Math.floor(1);', 0],
    ['a name in backticks', '/** The kind of `wants`. */ export const a = 1;', 0],
    ['part of a word', "export const a = 'warehouse, mushroom, outdoors';", 0],
  ])('are required in %s', (_, text, count) => {
    expect(proseOfText('file.ts', text).flatMap(riddlesIn)).toHaveLength(count);
  });

  it.each([
    ['a title', "describe('whoever', () => it.each([])('is told %s', () => {}));", 2],
    ['a title with a template', `it(\`is told of \${1}\`, () => {});`, 1],
    ['the name of a row', "const rows = [['nobody', 1], ['a', 'nobody']];", 1],
    ['data of a test', "const event = { source: 'nobody' };", 0],
  ])('are required in %s', (_, text, count) => {
    expect(proseOfText('test/file.test.ts', text).flatMap(riddlesIn)).toHaveLength(count);
  });
});
