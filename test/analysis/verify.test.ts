import { describe, expect, it } from 'vitest';
import { diff, equivalent, nearestMatch, overlaps, redundant } from '../../src/index.ts';
import { subjectsOf } from '../../src/pattern/analysis/subject.ts';
import { verified } from '../../src/pattern/analysis/verify.ts';

const [subject] = subjectsOf(['{"source":["a"]}']);
if (subject === undefined) throw new Error('one source is one subject');

describe('the witness of an answer', () => {
  it('is returned when the matcher agrees', () => {
    expect(verified('{"source":"a"}', [[subject, true]])).toBe('{"source":"a"}');
    expect(verified('{"source":"b"}', [[subject, false]])).toBe('{"source":"b"}');
  });

  it.each([
    ['{"source":"b"}', true],
    ['{"source":"a"}', false],
  ])('throws an error about a bug when the matcher disagrees: %s, claimed to match: %s', (event, verdict) => {
    expect(() => verified(event, [[subject, verdict]])).toThrow(/a bug in the analysis/);
  });
});

describe('an exhausted budget', () => {
  /** No address contains 999, which only the automaton can prove. */
  const hard = '{"data":{"ip":[{"cidr":"10.0.0.0/8","contains":"999"}]}}';
  const empty = '{"source":[{"numeric":[">",1,"<",0]}]}';
  const small = { budget: 5 };

  it('makes every answer unknown, with the reason', () => {
    expect(diff(hard, empty, small)).toMatchObject({ relation: 'unknown', reason: expect.stringContaining('budget') });
    expect(equivalent(hard, empty, small).answer).toBe('unknown');
    expect(nearestMatch(hard, {}, small).answer).toBe('unknown');
    expect(redundant(hard, small).unknown).toContain('budget');
    expect([...overlaps([[1, hard] as const, [2, '{}'] as const], small)]).toMatchObject([
      { ids: [1, 2], unknown: expect.stringContaining('budget') },
    ]);
  });

  it('is shared by all pairs of a list, and a thousandth of it is kept for each that is left', () => {
    const list = [1, 2, 3, 4].map((i) => [i, hard.replace('999', `99${i}9`)] as const);
    expect([...overlaps(list)]).toEqual([]);
    const rest = [...overlaps(list, { totalBudget: 0 })];
    expect(rest).toHaveLength(6);
    for (const { unknown } of rest) expect(unknown).toContain('budget');
    const easy = [1, 2, 3].map((i) => [i, '{"source":["a"]}'] as const);
    expect([...overlaps(easy, { totalBudget: 0 })]).toHaveLength(3);
    for (const { witness } of overlaps(easy, { totalBudget: 0 })) expect(witness).toContain(`"source":"a"`);
  });

  it('does not occur with the default budget', () => {
    expect(diff(hard, empty).relation).toBe('equal');
    expect(nearestMatch(hard, {})).toEqual({ answer: 'no' });
    expect([...overlaps([[1, hard] as const, [2, '{}'] as const])]).toEqual([]);
  });
});
