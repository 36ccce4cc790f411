/** Patterns of Amazon in code that the compiler refuses: `tsc` fails where an expected error is missing. The reader refuses each of them, too. */
import { describe, expect, it } from 'vitest';
import { type AwsPattern, compilePattern, PatternSet, parsePattern } from '../../src/index.ts';

const valid: readonly AwsPattern[] = [
  { source: ['aws.s3', null, true, 300], 'detail-type': ['x'], anything: { else: { at: { any: ['depth'] } } } },
  { $or: [{ source: ['a'] }, { detail: { $or: [{ a: ['x'] }, { b: [{ exists: true }] }] } }] },
  { detail: { a: [{ prefix: 'x' }, { suffix: { 'equals-ignore-case': '.PNG' } }, { 'equals-ignore-case': 'yes' }] } },
  { detail: { a: [{ wildcard: 'in/*.png' }, { exactly: '10.0.0.1' }, { cidr: '2001:db8::/32' }] } },
  { detail: { n: [{ numeric: ['>', 0, '<=', 5] }, { numeric: ['=', 7] }, { exists: false }] } },
  { a: [{ 'anything-but': 'x' }, { 'anything-but': 5 }, { 'anything-but': ['x', 'y'] }, { 'anything-but': [1, 2] }] },
  { a: [{ 'anything-but': { prefix: ['x', 'y'] } }, { 'anything-but': { wildcard: '*x' } }] },
];

const refused: readonly AwsPattern[] = [
  // @ts-expect-error: conditions stand in an array
  { source: 'aws.s3' },
  // @ts-expect-error: at any depth
  { detail: { a: { b: 'x' } } },
  // @ts-expect-error: a misspelt operator
  { source: [{ prefx: 'aws.' }] },
  // @ts-expect-error: a misspelt operator with a list
  { source: [{ 'anthing-but': ['aws.s3'] }] },
  // @ts-expect-error: an operator of another service
  { source: [{ contains: 'aws.' }] },
  // @ts-expect-error: two operators in one object
  { source: [{ prefix: 'aws.', suffix: '3' }] },
  // @ts-expect-error: a text
  { source: [{ prefix: 5 }] },
  // @ts-expect-error: strings or numbers, not both
  { a: [{ 'anything-but': ['a', 1] }] },
  // @ts-expect-error: `null` cannot be excluded
  { a: [{ 'anything-but': null }] },
  // @ts-expect-error: `cidr` is not allowed inside
  { a: [{ 'anything-but': { cidr: '10.0.0.0/8' } }] },
  // @ts-expect-error: no such comparison
  { a: [{ numeric: ['!=', 5] }] },
  // @ts-expect-error: the lower bound comes first
  { a: [{ numeric: ['<', 5, '>', 1] }] },
  // @ts-expect-error: a block has a mask
  { a: [{ cidr: '10.0.0.1' }] },
  // @ts-expect-error: one branch
  { $or: [{ a: ['x'] }] },
];

describe('patterns of Amazon in code', () => {
  it.each(valid.map((pattern) => [JSON.stringify(pattern), pattern] as const))('are accepted: %s', (_, pattern) => {
    expect(parsePattern(pattern, { dialect: 'aws' }).pattern).toBeDefined();
    expect(compilePattern(pattern, { dialect: 'aws' }).pattern.fields).not.toEqual([]);
    expect(PatternSet.from([['a', pattern]], { dialect: 'aws' }).size).toBe(1);
  });

  it.each(refused.map((pattern) => [JSON.stringify(pattern), pattern] as const))('are refused: %s', (_, pattern) => {
    expect(parsePattern(pattern, { dialect: 'aws' }).pattern).toBeUndefined();
  });
});
