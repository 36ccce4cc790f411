/** Pointers, offsets and underlines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nodeAt,
  type PartialNode,
  parsePartial,
  pointerAt,
  readPartialJson,
  underlineOf,
} from '../../src/editor/index.ts';
import { catalogue, type DialectName, dialects, type Range } from '../../src/index.ts';
import { fixtures } from '../diagnostics/fixtures.ts';
import { slips } from '../diagnostics/slips.ts';
import { brokenPattern, filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';
import { brokenText, damaged } from './broken-text.ts';

interface Visited {
  readonly node: PartialNode;
  readonly pointer: string;
  readonly nameRange: Range | undefined;
}

/** Every node with its pointer, except those that a later member of the same name replaces. */
function visit(node: PartialNode, pointer = '', nameRange?: Range): Visited[] {
  const here = { node, pointer, nameRange };
  const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
  if (node.kind === 'array') return [here, ...node.items.flatMap((item, i) => visit(item, `${pointer}/${i}`))];
  if (node.kind !== 'object') return [here];
  const last = node.members.filter(({ name }, i) => !node.members.slice(i + 1).some((one) => one.name === name));
  return [here, ...last.flatMap((one) => visit(one.value, `${pointer}/${escaped(one.name)}`, one.nameRange))];
}

describe('nodeAt', () => {
  it('finds every node by its pointer', () => {
    fc.assert(
      fc.property(brokenText(), (text) => {
        const root = readPartialJson(text).node;
        for (const { node, pointer, nameRange } of visit(root)) {
          const found = nodeAt(root, pointer);
          expect(found?.node).toBe(node);
          expect(found?.nameRange).toEqual(nameRange);
        }
      }),
      { numRuns: runs(900) },
    );
  });

  it.each(['a', '/b', '/a/1', '/a/-', '/a/00', '/a/0/x', '/~2'])('finds nothing at %s', (pointer) => {
    expect(nodeAt(readPartialJson('{"a":["x"]}').node, pointer)).toBeUndefined();
  });
});

describe('pointerAt', () => {
  it('finds each node from the offsets inside it', () => {
    let inside = 0;
    fc.assert(
      fc.property(brokenText(), (text) => {
        const root = readPartialJson(text).node;
        for (const { node, pointer, nameRange } of visit(root)) {
          const inName = nameRange && pointerAt(root, nameRange.start + 1);
          if (inName !== undefined) expect([inName.pointer, inName.in]).toEqual([pointer, 'name']);
          if (node.kind === 'array' || node.kind === 'object' || node.range.end - node.range.start < 2) continue;
          expect(pointerAt(root, node.range.start + 1)).toMatchObject({ pointer, in: 'value' });
          inside++;
        }
      }),
      { numRuns: runs(900) },
    );
    expect(inside).toBeGreaterThan(runs(900) / 4);
  });

  it.each([
    ['|{"a": [1, {"b": 2}]}', '', 'value'],
    ['{|"a": [1, {"b": 2}]}', '/a', 'name'],
    ['{"a"|: [1, {"b": 2}]}', '/a', 'name'],
    ['{"a":| [1, {"b": 2}]}', '/a', 'value'],
    ['{"a": [|1, {"b": 2}]}', '/a/0', 'value'],
    ['{"a": [1, |{"b": 2}]}', '/a/1', 'value'],
    ['{"a": [1, {"b|": 2}]}', '/a/1/b', 'name'],
    ['{"a": [1, {"b": 2}|]}', '/a/1', 'value'],
    ['{"a": [1,| {"b": 2}]}', '/a', 'value'],
  ])('in %s is at %j, in the %s', (marked, pointer, part) => {
    const offset = marked.indexOf('|');
    const { node } = readPartialJson(marked.replace('|', ''));
    expect(pointerAt(node, offset)).toMatchObject({ pointer, in: part });
  });

  it('is undefined outside the root', () => {
    expect(pointerAt(readPartialJson(' {} ').node, 0)).toBeUndefined();
    expect(pointerAt(readPartialJson(' {} ').node, 4)).toBeUndefined();
  });
});

/** The first problem of the underlines of a text, if any. */
function badUnderlines(text: string, dialect?: DialectName): string[] {
  const { diagnostics, node } = parsePartial(text, { dialect });
  const objects = visit(node).filter((one) => one.node.kind === 'object' && one.node.members.length > 0);
  return diagnostics.flatMap((finding) => {
    const range = underlineOf(finding, text, node);
    const whole = objects.some((one) => one.node.range.start === range?.start && one.node.range.end === range.end);
    const shown = range && text.slice(range.start, range.end);
    if (shown !== undefined && shown.trim() !== '' && !whole && range && range.start >= 0 && range.end <= text.length)
      return [];
    return text.trim() === '' ? [] : [`${finding.code} ${JSON.stringify(shown)} in ${text}`];
  });
}

describe('underlineOf', () => {
  it('marks a part of every `avoid` pattern, and of every fixture', () => {
    const avoided = Object.values(catalogue).map(({ avoid }) => avoid);
    const texts = [...avoided, ...fixtures.map(({ pattern }) => pattern.replace(/[«»]/g, ''))];
    expect(texts.flatMap((text) => dialects.flatMap(({ name }) => badUnderlines(text, name as DialectName)))).toEqual(
      [],
    );
  });

  it('marks a part of patterns with slips', () => {
    const some = slips('aliyun').filter((_, i) => i % 7 === 0);
    expect(some.length).toBeGreaterThan(50);
    expect(some.flatMap((text) => badUnderlines(text))).toEqual([]);
  });

  it('marks a part of generated patterns, broken and truncated', () => {
    let found = 0;
    const texts = fc.oneof(brokenPattern('aliyun'), damaged(filterPattern('aliyun')), brokenText());
    fc.assert(
      fc.property(texts, fc.constantFrom<DialectName>('aliyun', 'rocketmq'), (text, dialect) => {
        expect(badUnderlines(text, dialect)).toEqual([]);
        found += parsePartial(text, { dialect }).diagnostics.length;
      }),
      { numRuns: runs(900) },
    );
    expect(found).toBeGreaterThan(runs(900));
  });

  it.each([
    // The end of the text.
    ['{"source":«[»', 'invalid-json'],
    ['{"source":["acs.oss«"» \n', 'invalid-json'],
    ['{"source":["acs.oss"«]» \n ', 'invalid-json'],
    // Objects, and arrays of several lines.
    ['«{}»', 'matches-everything'],
    ['{«"source"»: {"prefix": "a"}}', 'attribute-not-array'],
    ['{"data": {«"a"»: {"prefix": "a"}}}', 'field-not-array'],
    ['{"source": [«{»"prefix": "a", "suffix": "b"}]}', 'combined-operators'],
    ['{«"data"»: [\n{"state": ["stopped"]}\n]}', 'data-not-object'],
    ['{"source": [«["a"]»]}', 'nested-array'],
    // Words and characters.
    ['{"data": {"a": [«nul»]}}', 'invalid-json'],
    ['{"a":["x"]«😀»}', 'invalid-json'],
    ['{"source": [{«"prefx"»: "a"}]}', 'unknown-operator'],
  ])('of %s marks the text between the brackets (%s)', (marked, code) => {
    const text = marked.replace(/[«»]/g, '');
    const { diagnostics, node } = parsePartial(text);
    const finding = diagnostics.find((one) => one.code === code)!;
    const { start, end } = underlineOf(finding, text, node)!;
    expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`).toBe(marked);
  });

  it('marks nothing in an empty text, and in an object', () => {
    const { diagnostics, node } = parsePartial('');
    expect(underlineOf(diagnostics[0]!, '', node)).toEqual({ start: 0, end: 0 });
    const { range: _, ...placeless } = diagnostics[0]!;
    expect(underlineOf(placeless, '', node)).toBeUndefined();
  });
});
