/** Answers about patterns of `aws` in small worlds of letters with several forms, and of addresses: the interpreter judges them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disjoint, implies, nearMisses, neverMatches, redundant, sample } from '../../src/index.ts';
import { awsMatches } from '../support/aws/reference.ts';
import { runs } from '../support/runs.ts';

const options = { dialect: 'aws', budget: 3000 } as const;

const LETTERS = [
  'straße',
  'STRASSE',
  'ß',
  'SS',
  'sS',
  's',
  'K',
  'k',
  '\u212a',
  'ı',
  'I',
  'İ',
  'i̇',
  'ﬁ',
  'FI',
  'σ',
  'ς',
  'Σ',
  'ǅ',
  'Ǆ',
];
const ADDRESSES = [
  ...['10.0.0.1', '010.0.0.1', '10.0.0.0', '10.0.1.0', '9.255.255.255', '0.0.0.0', '10.0.0.256', '::ffff:a00:1'],
  ...['0:0:0:0:0:FFFF:a00:1', '::1', '0:0:0:0:0:0:0:1', '::', '::2', '2001:db8::1', '2001:DB8:0::1', '2001:db9::'],
];
const BLOCKS = ['10.0.0.0/8', '10.0.0.1/31', '0.0.0.0/0', '::/0', '::1/127', '2001:db8::f/64', '::ffff:a00:0/24'];

const worlds = {
  letters: {
    conditions: LETTERS.flatMap((text) => [
      text,
      { 'equals-ignore-case': text },
      { prefix: { 'equals-ignore-case': text } },
      { suffix: { 'equals-ignore-case': text } },
      { 'anything-but': { 'equals-ignore-case': [text, 'a'] } },
      { wildcard: `*${text}` },
      { 'anything-but': { prefix: text } },
    ]),
    values: LETTERS.flatMap((text) => [text, `${text}a`, `a${text}`, `${text}S`, text + text]),
  },
  addresses: {
    conditions: [
      ...ADDRESSES.flatMap((text) => [text, { exactly: text }, { 'anything-but': text }, { prefix: text.slice(0, 3) }]),
      ...BLOCKS.map((cidr) => ({ cidr })),
    ],
    values: ADDRESSES,
  },
};

describe.each(Object.entries(worlds))('in the world of %s', (_, { conditions, values }) => {
  const list = fc.uniqueArray(fc.constantFrom<unknown>(...conditions), { minLength: 1, maxLength: 3 });
  const patterns = [...new Set(fc.sample(list, runs(160)).map((some) => JSON.stringify({ a: some })))];
  const events = ['{}', '{"a":1}', ...values.map((a) => JSON.stringify({ a }))];
  const verdicts = patterns.map((pattern) => events.map((event) => awsMatches(pattern, event)));

  it('no answer about two patterns is contradicted, and few are unknown', () => {
    const wrong: string[] = [];
    let unknown = 0;
    for (const [i, a] of patterns.entries()) {
      for (const [k, b] of patterns.entries()) {
        const answer = implies(a, b, options);
        const both = disjoint(a, b, options).arrays;
        unknown += Number(answer.answer === 'unknown') + Number(both.answer === 'unknown');
        const apart = verdicts[i]?.findIndex((matches, n) => matches && !verdicts[k]?.[n]) ?? -1;
        if (answer.answer === 'yes' && apart >= 0) wrong.push(`${a} implies ${b}, but ${events[apart]}`);
        if (answer.answer === 'no' && !(awsMatches(a, answer.witness) && !awsMatches(b, answer.witness)))
          wrong.push(`${a} does not imply ${b}, by ${answer.witness}`);
        if (both.answer === 'yes' && verdicts[i]?.some((matches, n) => matches && verdicts[k]?.[n]))
          wrong.push(`${a} and ${b} are disjoint`);
        if (both.answer === 'no' && !(awsMatches(a, both.witness) && awsMatches(b, both.witness)))
          wrong.push(`${a} and ${b}, by ${both.witness}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(unknown / patterns.length ** 2).toBeLessThan(0.1);
  });

  it('no answer about one pattern is contradicted', () => {
    const wrong = patterns.filter((pattern, i) => {
      const never = neverMatches(pattern, options);
      const kept = { a: JSON.parse(pattern).a as unknown[] };
      const [first] = redundant(pattern, options).conditions;
      const left = JSON.stringify({ a: kept.a.filter((_, n) => `/a/${n}` !== first) });
      return (
        (never.answer === 'no' ? !awsMatches(pattern, never.witness) : verdicts[i]?.includes(true)) ||
        !sample(pattern, 3, options).every((event) => awsMatches(pattern, event)) ||
        nearMisses(pattern, 3, options).some(({ event }) => awsMatches(pattern, event)) ||
        (first !== undefined && events.some((event, n) => awsMatches(left, event) !== verdicts[i]?.[n]))
      );
    });
    expect(wrong).toEqual([]);
  });
});
