import { expect, it } from 'vitest';
import { type DialectName, neverMatches, type Pattern, parsePattern, sample } from '../../src/index.ts';
import { AWS_FILES, CONFORMANCE_FILES, readConformance } from '../support/conformance.ts';

/** A quarter of the patterns, and all of them in a full run. */
const STEP = process.env.EB_PATTERN_RUNS === '1' ? 1 : 4;

it.each<readonly [string, DialectName]>([...CONFORMANCE_FILES, ...AWS_FILES])(
  'of %s, each pattern has a sample unless it never matches',
  (file, dialect) => {
    const texts = readConformance(file)
      .map(({ pattern }) => pattern)
      .filter((_, i) => i % STEP === 0);
    const without = texts.filter((text) => {
      const { pattern } = parsePattern(text, { dialect });
      return pattern !== undefined && sample(pattern, 1).length === 0 && neverMatches(pattern).answer === 'no';
    });
    expect(without).toEqual([]);
  },
);

it.each([
  '{"source":["a"],"detail":{"ip":[{"cidr":"10.0.0.0/24"}]}}',
  '{"source":["a"],"detail":{"ip":[{"cidr":"10.0.0.4/31"}]}}',
  '{"source":["a"],"detail":{"ip":[{"cidr":"2001:db8::/32"}],"of":[{"cidr":"fe80::/127"}]}}',
])('addresses do not take the steps of the other fields: %s', (text) => {
  const { pattern } = parsePattern(text, { dialect: 'aws' });
  expect(sample(pattern as Pattern, 20)).toHaveLength(20);
});
