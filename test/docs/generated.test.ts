import { describe, expect, it } from 'vitest';
import { committed, pages, refreshed } from '../../scripts/docs.ts';
import {
  type Code,
  catalogue,
  type Dialect,
  type DialectName,
  dialects,
  parsePattern,
  relatedDialects,
} from '../../src/index.ts';
import { resolveDialect } from '../../src/pattern/dialect.ts';

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
const DEFAULT = resolveDialect(undefined).name;
const shown = (Object.keys(catalogue) as Code[]).filter((code) => !HINTED.includes(code));

describe.each(shown)('the entry %s', (code) => {
  const { avoid, prefer, dialect: own } = catalogue[code];
  const codesIn = (text: string, dialect: DialectName | Dialect | undefined): readonly Code[] =>
    parsePattern(text, { dialect }).diagnostics.map((found) => found.code);
  const having = dialects.filter((dialect) => codesIn(avoid, dialect).includes(code));
  // In the other dialects another rule may refuse both.
  const judged = dialects.filter((one) => having.includes(one) || (own !== 'aws' && relatedDialects.includes(one)));

  it('has an `avoid` with this finding in its dialect, and no other beside it in any', () => {
    expect(codesIn(avoid, own)).toEqual([code]);
    expect(new Set(judged.flatMap((dialect) => codesIn(avoid, dialect)))).toEqual(new Set([code]));
  });

  it.each(judged)('has a `prefer` without findings in the dialect $name', (dialect) => {
    expect(codesIn(prefer, dialect)).toEqual([]);
  });

  it('has patterns of another dialect only where the default one does not have the finding', () => {
    expect(own === undefined).toBe(having.some(({ name }) => name === DEFAULT));
  });
});
