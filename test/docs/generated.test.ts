import { describe, expect, it } from 'vitest';
import { committed, pages, refreshed } from '../../scripts/docs.ts';
import { aws, type Code, catalogue, dialects, parsePattern } from '../../src/index.ts';

describe('the generated documentation', () => {
  it.each(pages)('of $file is up to date (else: npm run docs)', ({ file, part, make }) => {
    const text = committed(file);
    expect(text).toBe(refreshed(text, part, make()));
  });
});

// Their patterns would fill pages, or are JavaScript: the catalogue describes them.
const HINTED: readonly string[] = [
  'too-deep',
  'too-large',
  'too-many-combinations',
  'too-many-paths',
  'not-json-value',
  'long-pattern',
] satisfies Code[];
const shown = (Object.keys(catalogue) as Code[]).filter((code) => !HINTED.includes(code));

describe.each(shown)('the entry %s', (code) => {
  const own = dialects.some(({ name }) => name === (catalogue[code].dialect ?? name)) ? dialects : [aws];

  it('has an `avoid` with this finding only, in one of the dialects', () => {
    const found = own.map((dialect) => parsePattern(catalogue[code].avoid, { dialect }).diagnostics);
    expect(new Set(found.flatMap((diagnostics) => diagnostics.map((d) => d.code)))).toEqual(new Set([code]));
  });

  it.each(own)('has a `prefer` without findings in the dialect $name', (dialect) => {
    expect(parsePattern(catalogue[code].prefer, { dialect }).diagnostics).toEqual([]);
  });
});
