/** Reading of patterns that are incomplete or broken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartial } from '../../src/editor/index.ts';
import { catalogue, type DialectName, type Field, parsePattern } from '../../src/index.ts';
import { filterPattern } from '../support/arbitraries/pattern.ts';
import { runs } from '../support/runs.ts';
import { brokenText, closed, damaged } from './broken-text.ts';

const dialectNames: readonly DialectName[] = ['aliyun', 'rocketmq'];

function shown(fields: readonly Field[]) {
  return fields.map(({ path, pointer, range, conditions }) => ({
    path,
    pointer,
    range,
    conditions: conditions.map((condition) => ({ pointer: condition.pointer, range: condition.range })),
  }));
}

describe('parsePartial', () => {
  it.each(dialectNames)('gives for JSON the findings of parsePattern, and the fields (%s)', (dialect) => {
    fc.assert(
      fc.property(filterPattern(dialect), (text) => {
        const { fields, node: _, ...rest } = parsePartial(text, { dialect });
        const strict = parsePattern(text, { dialect });
        expect({ ...rest, pattern: undefined }).toEqual({ ...strict, pattern: undefined });
        expect(fields).toBe(rest.pattern?.fields);
        expect(shown(fields)).toEqual(shown(strict.pattern?.fields ?? []));
      }),
      { numRuns: runs(150) },
    );
  });

  it.each(dialectNames)('reads the complete fields at each key, with and without closed brackets (%s)', (dialect) => {
    let [cut, read] = [0, 0];
    fc.assert(
      fc.property(filterPattern(dialect), (text) => {
        const all = shown(parsePattern(text, { dialect }).pattern?.fields ?? []);
        // Every third key, so that the cases have more patterns.
        for (let offset = text.length % 3; offset < text.length; offset += 3) {
          const complete = all.filter(({ range }) => (range?.end ?? 0) <= offset);
          for (const typed of [text.slice(0, offset), closed(text, offset)]) {
            if (typed === undefined) continue;
            // Closing the brackets may complete one more field.
            const found = shown(parsePartial(typed, { dialect }).fields).slice(0, complete.length);
            expect(found).toEqual(complete);
            cut++;
            if (found.length > 0) read++;
          }
        }
      }),
      { numRuns: runs(60) },
    );
    expect(read).toBeGreaterThan(cut / 5);
  });

  it('gives advice on the rest of a text with a JSON error', () => {
    const { diagnostics } = parsePartial('{"data":{"s":[{"anything-but":{"contains":"a"}},{"frobnicate":1}]},');
    expect(diagnostics.map(({ code, hint }) => [code, hint === undefined])).toEqual([
      ['anything-but-inner', false],
      ['unknown-operator', false],
      ['invalid-json', false],
    ]);
  });

  it('never throws, and finds an error where there is one', () => {
    const texts = fc.oneof(brokenText(), damaged(filterPattern('aliyun')));
    fc.assert(
      fc.property(texts, (text) => {
        const partial = parsePartial(text);
        const strict = parsePattern(text);
        expect(partial.pattern === undefined).toBe(strict.pattern === undefined);
        expect(partial.diagnostics.some(({ severity }) => severity === 'error')).toBe(strict.pattern === undefined);
        for (const finding of strict.diagnostics) expect(partial.diagnostics).toContainEqual(finding);
      }),
      { numRuns: runs(600) },
    );
  });

  it('gives all JSON errors, and the findings of the complete part', () => {
    const text = '{"source": ["acs.oss"],, "data": {"n": [{"prefx": "a"}], "m": [1 2], "k": ["x"]';
    const { diagnostics, fields } = parsePartial(text);
    expect(diagnostics.map(({ code, range, focus }) => [(focus ?? range)?.start, code])).toEqual([
      [text.indexOf(', "data"'), 'invalid-json'],
      [text.indexOf('"prefx"'), 'unknown-operator'],
      [text.indexOf('2]'), 'invalid-json'],
      [text.length, 'invalid-json'],
    ]);
    expect(fields.map(({ pointer }) => pointer)).toEqual(['/source', '/data/n', '/data/m', '/data/k']);
  });

  it('offers the fixes of parsePattern, once', () => {
    const text = catalogue['invalid-json'].avoid;
    const { diagnostics } = parsePartial(text);
    expect(diagnostics.length).toBeGreaterThan(1);
    expect(diagnostics.flatMap(({ fixes }) => fixes ?? [])).toEqual(parsePattern(text).diagnostics[0]?.fixes);
  });

  it('accepts an empty object, and has no finding for an object with unreadable members', () => {
    const codes = (text: string) => parsePartial(text).diagnostics.map(({ code }) => code);
    expect(codes('{"data": {}, "source": [')).toEqual(['empty-object', 'invalid-json']);
    expect(codes('{"data": {"a"}, "source": [')).toEqual(['invalid-json', 'invalid-json']);
  });

  it('refuses an unknown dialect', () => {
    expect(() => parsePartial('{', { dialect: 'x' as DialectName })).toThrow(TypeError);
  });
});
