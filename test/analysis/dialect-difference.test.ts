/** The difference between the dialects, judged by the reference interpreter on events of both. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliyun, crossCheck, dialectDifference, rocketmq, sample } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { referenceMatches } from '../support/reference.ts';
import { referenceAccepts } from '../support/reference-accepts.ts';
import { runs } from '../support/runs.ts';

const field = (conditions: string): string => `{"data":{"n":[${conditions}]}}`;

describe('the difference between the dialects', () => {
  it.each([
    ['a plain number below data, of which another text is sent', field('300')],
    ['a plain number that is never seen once re-typed', field('1.10')],
    ['a text that a number has', field('"300"')],
    ['a text that a number has only in an array', field('"1.10"')],
    ['an attribute', '{"subject":["300"]}'],
    ['a number that is not wanted', field('{"anything-but":[5]}')],
    ['a bound: integers below -2^31 are cut', field('{"numeric":[">",0]}')],
    ['an open end: integers below -2^31 are cut', field('{"numeric":["<",-7]}')],
    ['a block', field('{"cidr":"10.0.0.0/24"}')],
    ['a name with a dot', '{"data":{"a.b":["x"]}}'],
    ['a number under a name with a dot', '{"data":{"a.b":[300]}}'],
    ['bounds under a name with a dot', '{"data":{"a.b":[{"numeric":[">",0]}]}}'],
    ['two names that are one path in one of them', '{"data":{"a.b":["x"],"a":{"b":["x","y"]}}}'],
    ['two names with numbers', '{"data":{"a.b":[300,5],"a":{"b":[5]}}}'],
    ['a name with a dot that may be missing', '{"data":{"a.b":[{"exists":false}]}}'],
  ])('has a witness: %s', (_, pattern) => {
    const found = dialectDifference(pattern);
    expect(found.answer).toBe('yes');
    if (found.answer !== 'yes') return;
    const { verdicts } = crossCheck(pattern, found.event);
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['match', 'no match']));
  });

  it.each([
    ['without fields', '{}'],
    ['beginnings', '{"source":[{"prefix":"acs."}],"data":{"a":{"b":[{"suffix":".jpg"}]}}}'],
    ['whether it is there', field('{"exists":true}')],
    ['whether it is missing', field('{"exists":false}')],
    ['texts of no number and no literal', '{"source":["acs.oss"],"data":{"state":["paid",{"anything-but":["open"]}]}}'],
    ['a bound that no whole number reaches', field('{"numeric":[">",1.2,"<",1.8]}')],
    ['bounds of an attribute', '{"subject":[{"numeric":[">",0]}]}'],
    ['a pattern that never matches', '{"source":[{"numeric":[">",1,"<",1]}],"data":{"n":[300]}}'],
  ])('is proved not to exist: %s', (_, pattern) => {
    expect(dialectDifference(pattern)).toEqual({ answer: 'no' });
  });

  it('is reported when a dialect refuses the pattern', () => {
    expect(dialectDifference(field('{"contains":"a"}'))).toEqual({ answer: 'refused', by: ['rocketmq'] });
    expect(dialectDifference('{"source":[')).toEqual({ answer: 'refused', by: ['aliyun', 'rocketmq'] });
    expect(dialectDifference('{"other":["a"]}').answer).toBe('refused');
    expect(dialectDifference('{"other":["a"]}', { extensions: ['other'] })).toEqual({ answer: 'no' });
    expect(dialectDifference(field('300'), { dialects: [aliyun] })).toEqual({ answer: 'no' });
    expect(dialectDifference(field('300'), { dialects: [rocketmq, rocketmq] })).toEqual({ answer: 'no' });
  });
});

describe('the difference for any pattern', () => {
  const patterns = fc.oneof(filterPattern('rocketmq'), filterPattern('aliyun'));
  const cases = patterns
    .filter((pattern) => referenceAccepts(pattern, 'aliyun') && referenceAccepts(pattern, 'rocketmq'))
    .chain((pattern) =>
      fc.tuple(
        fc.constant(pattern),
        fc.array(fc.oneof(eventFor(pattern, 'aliyun'), eventFor(pattern, 'rocketmq')), { minLength: 3, maxLength: 6 }),
      ),
    );

  it('is right, and seldom unknown', () => {
    const answers = { yes: 0, no: 0, refused: 0, unknown: 0 };
    const agree = (pattern: string, event: string): boolean =>
      referenceMatches(pattern, event, 'aliyun') === referenceMatches(pattern, event, 'rocketmq');
    fc.assert(
      fc.property(cases, ([pattern, events]) => {
        const found = dialectDifference(pattern);
        answers[found.answer]++;
        if (found.answer === 'yes') expect(agree(pattern, found.event)).toBe(false);
        if (found.answer !== 'no') return;
        const made = [aliyun, rocketmq].flatMap(({ name }) => sample(pattern, 4, { dialect: name as 'aliyun' }));
        for (const event of [...events, ...made]) expect(agree(pattern, event), event).toBe(true);
      }),
      { numRuns: runs(300) },
    );
    expect(answers.refused).toBe(0);
    expect(answers.yes).toBeGreaterThan(runs(300) / 5);
    expect(answers.no).toBeGreaterThan(runs(300) / 10);
    expect(answers.unknown).toBeLessThan(runs(300) / 10);
  });
});
