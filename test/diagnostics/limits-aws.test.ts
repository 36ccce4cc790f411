/** Findings of `aws` at their limits: none below, one beyond. */
import { expect, test } from 'vitest';
import { parsePattern } from '../../src/index.ts';

const branches = (count: number): string => `[${Array.from({ length: count }, (_, i) => `{"b${i}":["${i}"]}`)}]`;
const padded = (length: number): string => `{"a":["${'x'.repeat(length - 10)}"]}`;
const stars = (count: number): string => JSON.stringify({ a: [{ wildcard: `${'*:'.repeat(count)}x` }] });

/** Their complexity is 9. */
const STACKS = JSON.stringify({ a: ['x', 'y', 'z'].map((name) => ({ wildcard: `*:stack/${name}/*` })) });

test.each([
  ['2,048 characters', padded(2048), padded(2049), 'long-pattern'],
  ['1,000 combinations', `{"$or":${branches(1000)}}`, `{"$or":${branches(1001)}}`, 'too-many-combinations'],
  [
    '1,000 combinations of several lists',
    `{"x":{"$or":${branches(20)}},"y":{"$or":${branches(50)}}}`,
    `{"x":{"$or":${branches(13)}},"y":{"$or":${branches(77)}}}`,
    'too-many-combinations',
  ],
  ['the complexity of wildcards', STACKS, stars(5), 'complex-wildcards'],
])('%s', (_, within, beyond, code) => {
  const codes = (text: string): readonly string[] =>
    parsePattern(text, { dialect: 'aws' }).diagnostics.map((one) => one.code);
  expect(codes(within)).not.toContain(code);
  expect(codes(beyond)).toContain(code);
});
