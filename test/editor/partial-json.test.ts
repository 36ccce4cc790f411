/** The tolerant JSON reader, judged by `JSON.parse` and the strict reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartialNode, readPartialJson } from '../../src/editor/index.ts';
import { MAX_DEPTH, readJson } from '../../src/json.ts';
import { anyJson } from '../support/arbitraries/json-text.ts';
import { isJson } from '../support/is-json.ts';
import { runs } from '../support/runs.ts';
import { brokenText } from './broken-text.ts';

/** A short form of the tree: `_` is a hole, and an unclosed node ends with `…`. */
function outline(node: PartialNode): string {
  switch (node.kind) {
    case 'hole':
      return '_';
    case 'array':
      return `[${node.items.map(outline).join(' ')}${node.open ? '…' : ']'}`;
    case 'object':
      return `{${node.members.map(({ name, value }) => `${name}:${outline(value)}`).join(' ')}${node.open ? '…' : '}'}`;
    case 'string':
      return `'${node.value}${node.open ? '…' : "'"}`;
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

function problemsOf(text: string): string[] {
  return readPartialJson(text).problems.map(({ offset, message }) => `${offset} ${message}`);
}

describe('readPartialJson', () => {
  it('gives the tree of the strict reader for JSON, and no problem', () => {
    fc.assert(
      fc.property(anyJson(), (text) => {
        expect(readPartialJson(text)).toEqual({ node: readJson(text).node, problems: [], omitted: 0 });
      }),
      { numRuns: runs(2000) },
    );
  });

  it('has a problem exactly when the text is not JSON, and the first one is the strict reader’s', () => {
    let broken = 0;
    fc.assert(
      fc.property(brokenText(), (text) => {
        const { node, problems } = readPartialJson(text);
        const strict = readJson(text);
        expect(problems.length === 0).toBe(isJson(text));
        expect(problems[0]).toEqual(strict.problem);
        if (problems.length === 0) expect(node).toEqual(strict.node);
        else broken++;
      }),
      { numRuns: runs(6000) },
    );
    expect(broken).toBeGreaterThan(runs(6000) / 2);
  });

  it('places nodes and problems in source order, inside the text and inside each other', () => {
    fc.assert(
      fc.property(brokenText(), (text) => {
        const { node, problems } = readPartialJson(text);
        const offsets = problems.map(({ offset }) => offset);
        expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
        expect(offsets.every((offset) => offset >= 0 && offset <= text.length)).toBe(true);
        expect(isNested(node, 0, text.length)).toBe(true);
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each([
    // Incomplete texts.
    ['{', '{…'],
    ['{"sou', '{sou:_…'],
    ['{"source"', '{source:_…'],
    ['{"source":', '{source:_…'],
    ['{"source":[', '{source:[……'],
    ['{"source":["acs', "{source:['acs………"],
    ['{"source":["acs.oss"],', "{source:['acs.oss']…"],
    ['{"source":["acs.oss"],"data":{"st"}}', "{source:['acs.oss'] data:{st:_}}"],
    ['{"source":["acs.oss"],"data":{"n":[{"numeric":[">",]}]}}', "{source:['acs.oss'] data:{n:[{numeric:['>']}]}}"],
    // Commas and brackets.
    ['{"a":[1] "b":[2]}', '{a:[1] b:[2]}'],
    ['{"a":[1}, "b":[2]', '{a:[1…}'],
    ['{"a":[1, "b":[2]}', '{a:[1… b:[2]}'],
    ['{"a":[1 "b":[2]}', '{a:[1… b:[2]}'],
    ['{"a":{"b":[1]], "c":[2]}', '{a:{b:[1] c:[2]}…'],
    ['[1,,2]', '[1 _ 2]'],
    ['{"a"::[1]}', '{a:[1]}'],
    ['{"a" [1]}', '{a:[1]}'],
    ['{"a" "b":[1]}', '{a:_ b:[1]}'],
    ['{:[1], "b":[2]}', '{b:[2]}'],
    ['{[1], "b":[2]}', '{b:[2]}'],
    // Other languages.
    ["{'a': ['b'], c: [True, d], “e”: [`f`]}", "{a:['b'] c:[_ _] e:['f']}"],
    ['{"a" => [1], "b" -> [2]}', '{a:[1] b:[2]}'],
    ['{\\"a\\":[\\"b\\"]}', "{a:['b']}"],
    ['{/* x */ "a": // y\n [1], # z\n "b": [2]}', '{a:[1] b:[2]}'],
    ['\ufeff{"a":[1]}', '{a:[1]}'],
    // Strings and numbers.
    ['{"a":["x\n, "b":[1]}', "{a:['x…… b:[1]}"],
    ['{"a":["x\\qy\tz"]}', "{a:['xqy\tz']}"],
    ['[01, 1., -, +1, 0x1, .5, 1e5]', '[_ _ _ _ 0 _ _ 1e5]'],
  ])('reads %j as %s', (text, tree) => {
    expect(outline(readPartialJson(text).node)).toBe(tree);
  });

  it('reports one problem for one place, and the end of the text once', () => {
    expect(problemsOf('{"a":[1] "b":[2}')).toEqual([
      '9 expected a comma or `}` in this object, found `"`',
      '15 expected a comma or `]` in this array, found `}`',
    ]);
    expect(problemsOf('{"a":{"b":["c')).toEqual(['11 this string has no closing quote']);
  });

  it('keeps a hundred problems and counts the others', () => {
    const { problems, omitted } = readPartialJson(`[${'x,'.repeat(250)}1]`);
    expect([problems.length, omitted]).toEqual([100, 150]);
  });

  it('continues after a part that is nested too deeply', () => {
    const deep = '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH);
    const text = `{"a":${deep},"b":[1]}`;
    expect(problemsOf(text)).toEqual([`${5 + MAX_DEPTH - 1} nested deeper than ${MAX_DEPTH} levels`]);
    const { node } = readPartialJson(text);
    expect(node.kind === 'object' && node.members.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

function isNested(node: PartialNode, from: number, to: number): boolean {
  const { start, end } = node.range;
  if (start < from || end > to || start > end) return false;
  const parts =
    node.kind === 'array'
      ? node.items.map((item) => [item])
      : node.kind === 'object'
        ? node.members.map(({ nameRange, value }) => [{ kind: 'hole' as const, range: nameRange }, value])
        : [];
  let at = start;
  for (const part of parts.flat()) {
    if (!isNested(part, at, end)) return false;
    at = part.range.end;
  }
  return true;
}
