import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, type Pattern, parsePattern, printPattern } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { type Json, readJson, writeJson } from '../support/json.ts';
import type { DialectName } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

function parsed(text: string, dialect: DialectName): Pattern {
  const { pattern, diagnostics } = parsePattern(text, { dialect });
  if (pattern === undefined) throw new Error(JSON.stringify(diagnostics));
  return pattern;
}

/** Printing may move parts, so ranges are left out. Pointers are kept. */
function withoutRanges({ fields, ...rest }: Pattern): unknown {
  return {
    ...rest,
    fields: fields.map(({ range: _, conditions, ...field }) => ({
      ...field,
      conditions: conditions.map(({ range: __, ...condition }) => condition),
    })),
  };
}

/** The text without white space and without replaced members. */
function canonical(node: Json): Json {
  if (node.kind === 'array') return { kind: 'array', items: node.items.map(canonical) };
  if (node.kind !== 'object') return node;
  // Of two members of one name the last one counts, at its own place.
  const members = node.members.filter(([name], i) => node.members.findLastIndex(([other]) => other === name) === i);
  return { kind: 'object', members: members.map(([name, value]) => [name, canonical(value)]) };
}

describe.each<DialectName>(['aliyun', 'rocketmq'])('under %s', (dialect) => {
  it('a printed pattern reads as the same pattern, and prints as the same text', () => {
    fc.assert(
      fc.property(filterPattern(dialect), (text) => {
        const pattern = parsed(text, dialect);
        const printed = printPattern(pattern);
        const again = parsed(printed, dialect);
        expect(withoutRanges(again)).toEqual(withoutRanges(pattern));
        expect(printPattern(again)).toBe(printed);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('a pattern prints as its own text without white space, number texts kept', () => {
    fc.assert(
      fc.property(filterPattern(dialect), (text) => {
        expect(printPattern(parsed(text, dialect))).toBe(writeJson(canonical(readJson(text))));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('a pattern read from an object prints as JSON.stringify prints the object', () => {
    fc.assert(
      fc.property(filterPattern(dialect), (text) => {
        fc.pre(!/1e400|1E400/.test(text));
        const object = JSON.parse(text);
        const { pattern } = parsePattern(object, { dialect });
        expect(pattern && printPattern(pattern)).toBe(JSON.stringify(object));
      }),
      { numRuns: runs(500) },
    );
  });

  it('a pattern, its print and its matcher agree on every event', () => {
    const pairs = filterPattern(dialect).chain((text) => fc.tuple(fc.constant(text), eventFor(text, dialect)));
    fc.assert(
      fc.property(pairs, ([text, event]) => {
        const pattern = parsed(text, dialect);
        const verdict = compilePattern(text, { dialect }).matchesJson(event);
        expect(compilePattern(pattern).matchesJson(event)).toBe(verdict);
        expect(compilePattern(printPattern(pattern), { dialect }).matchesJson(event)).toBe(verdict);
      }),
      { numRuns: runs(300) },
    );
  });
});

it('an empty pattern prints as {}', () => {
  expect(printPattern(parsed(' { } ', 'aliyun'))).toBe('{}');
});
