/** Patterns that would match an event: each is judged by the reference interpreter, and so is what it lets in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPatterns } from '../../src/index.ts';
import { eventFor, filterPattern } from '../support/arbitraries.ts';
import { referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';

const PATTERN = `{
  "source": [{"prefix": "shop."}],
  "data": {"state": ["paid"], "total": [{"numeric": [">", 100]}]}
}`;

describe('a pattern near an event', () => {
  it.each<[string, string, string, string, string]>([
    ['a name of another case', '{"state":"paid","Total":250}', 'rename', '"total"', '"Total"'],
    ['a value that is not listed', '{"state":"open","total":250}', 'accept', '["paid"]', '["paid", "open"]'],
    ['a bound', '{"state":"paid","total":50}', 'widen', '[">", 100]', '[">=", 50]'],
    [
      'a level',
      '{"state":"paid","body":{"total":250}}',
      'step-down',
      '"total": [{"numeric": [">", 100]}]',
      '"body": {"total": [{"numeric": [">", 100]}]}',
    ],
  ])('changes %s, and all else is as it was', (_, data, kind, from, to) => {
    const event = `{"source":"shop.a","data":${data}}`;
    const found = nearestPatterns(PATTERN, event);
    expect(found[0]?.steps.map((step) => step.kind)).toEqual([kind]);
    expect(found[0]?.text).toBe(PATTERN.replace(from, to));
    expect(found.at(-1)?.steps.map((step) => step.kind)).toEqual(['leave-out']);
  });

  it('is none for an event that matches', () => {
    expect(nearestPatterns(PATTERN, '{"source":"shop.a","data":{"state":"paid","total":101}}')).toEqual([]);
  });

  it('changes every field that fails', () => {
    const found = nearestPatterns(PATTERN, { source: 'shop.a', data: { state: 'open', Total: 7 } });
    expect(found[0]?.steps.map(({ kind, pointer }) => [kind, pointer])).toEqual([
      ['accept', '/data/state'],
      ['rename', '/data/total'],
    ]);
  });

  it('leaves a field out with all members of its name, where a name may stand twice', () => {
    const text = '{"data":{"a":["x"],"b":["y"],"a":["z"]}}';
    const found = nearestPatterns(text, { data: { a: 'other', b: 'y' } }, { dialect: 'rocketmq' });
    expect(found.at(-1)).toMatchObject({
      steps: [{ kind: 'leave-out', pointer: '/data/a' }],
      text: '{"data":{"b":["y"]}}',
    });
  });

  it('matches the event, and what it lets in is matched by it alone', () => {
    let found = 0;
    const cases = filterPattern('aliyun').chain((text) => fc.tuple(fc.constant(text), eventFor(text, 'aliyun')));
    fc.assert(
      fc.property(cases, ([text, event]) => {
        for (const { text: edited, diff, steps } of nearestPatterns(text, event)) {
          found++;
          expect(steps.length).toBeGreaterThan(0);
          expect(referenceMatches(edited, event, 'aliyun')).toBe(true);
          if (diff.gained === undefined) expect(diff.relation).toBe('unknown');
          else {
            expect(referenceMatches(edited, diff.gained, 'aliyun')).toBe(true);
            expect(referenceMatches(text, diff.gained, 'aliyun')).toBe(false);
          }
        }
      }),
      { numRuns: runs(100) },
    );
    expect(found).toBeGreaterThan(runs(100) / 3);
  });
});
