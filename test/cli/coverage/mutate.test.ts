import { describe, expect, it } from 'vitest';
import { mutate, mutating, type PatternMutation } from '../../../src/cli/coverage/mutants.ts';
import type { TestedPattern } from '../../../src/cli/coverage/tested.ts';
import {
  compilePattern,
  type DialectName,
  equivalent,
  type Mutant,
  mutants,
  nearMisses,
  sample,
} from '../../../src/index.ts';
import { eventsFor, patternTexts, tested, valid } from './world.ts';

const both: readonly DialectName[] = ['aliyun', 'rocketmq'];

const keyOf = ({ pointer, before, after }: Pick<Mutant, 'pointer' | 'before' | 'after'>): string =>
  JSON.stringify([pointer, before, after]);

/** Tries every mutant on every event. */
function survivorsByHand({ pattern, bySuite }: TestedPattern): Mutant[] {
  const original = compilePattern(pattern);
  const events = bySuite.flatMap(({ shown }) => shown.map(({ event }) => event));
  return [...mutants(pattern)].filter((mutant) => {
    const matcher = compilePattern(mutant.pattern);
    return events.every((event) => matcher.matchesJson(event) === original.matchesJson(event));
  });
}

function eventsOf({ survivors }: PatternMutation): string[] {
  return [...new Set(survivors.flatMap(({ proposal }) => (proposal === undefined ? [] : [proposal.event])))];
}

describe('mutation', () => {
  it.each(both)('kills the mutants that trying every test kills, in %s', (dialect) => {
    let equal = 0;
    let survived = 0;
    for (const text of patternTexts(dialect, 10)) {
      const subject = tested(text, dialect, eventsFor(text, dialect, 6));
      const found = mutate(subject);
      const byHand = survivorsByHand(subject);
      const same = byHand.filter(
        (mutant) => equivalent(subject.pattern, mutant.pattern, { budget: 10_000 }).answer === 'yes',
      );
      expect(found.survivors.map(keyOf), text).toEqual(byHand.filter((one) => !same.includes(one)).map(keyOf));
      expect(found.equivalent, text).toBe(same.length);
      expect(found.killed + byHand.length, text).toBe([...mutants(subject.pattern)].length);
      equal += same.length;
      survived += found.survivors.length;
    }
    expect(survived).toBeGreaterThan(30);
    expect(equal).toBeGreaterThan(0);
  });

  it.each(both)('leaves out only mutants that are equivalent to the pattern, in %s', (dialect) => {
    for (const text of patternTexts(dialect, 10)) {
      const original = compilePattern(valid(text, dialect));
      const generated = eventsFor(text, dialect, 50);
      for (const mutant of mutants(original.pattern)) {
        if (equivalent(original.pattern, mutant.pattern, { budget: 10_000 }).answer !== 'yes') continue;
        const matcher = compilePattern(mutant.pattern);
        const events = [original, matcher].flatMap(({ pattern }) => [
          ...sample(pattern, 10),
          ...nearMisses(pattern, 10).map(({ event }) => event),
        ]);
        events.push(...generated);
        const differing = events.filter((event) => matcher.matchesJson(event) !== original.matchesJson(event));
        expect(differing).toEqual([]);
      }
    }
  });

  it.each(both)('leaves no survivor with a proposal once every proposal is a test, in %s', (dialect) => {
    for (const text of patternTexts(dialect, 10)) {
      const events = eventsFor(text, dialect, 2);
      const base = sample(valid(text, dialect), 1)[0];
      const first = mutate(tested(text, dialect, events, base));
      for (const { proposal } of first.survivors) {
        expect(proposal?.match).toBe(proposal && compilePattern(text, { dialect }).matchesJson(proposal.event));
      }
      const second = mutate(tested(text, dialect, [...events, ...eventsOf(first)], base));
      expect(
        second.survivors.filter(({ proposal }) => proposal !== undefined),
        text,
      ).toEqual([]);
      expect(second.equivalent).toBe(first.equivalent);
    }
  });

  it('proposes a change of the base where that suffices', () => {
    const base = '{"source":"a","data":{"total":99.50,"note":"n"}}';
    const text = '{"source":["a"],"data":{"total":[{"numeric":[">",0]}],"gone":[{"exists":false}]}}';
    const found = mutate(tested(text, 'aliyun', [base], base));
    const proposals = found.survivors.map(({ before, after, proposal }) => [
      [before, ...after].join(' → '),
      proposal?.with ?? proposal?.remove ?? proposal?.own,
      proposal?.name,
      proposal?.match,
    ]);
    expect(proposals).toEqual([
      ['["a"]', '{"source":"other"}', '/source is "other"', false],
      ['[{"numeric":[">",0]}]', '{"data":{"total":"other"}}', '/data/total is "other"', false],
      ['{"numeric":[">",0]} → {"numeric":[">=",0]}', '{"data":{"total":0}}', '/data/total is 0', false],
      ['{"numeric":[">",0]} → {"numeric":[">",-1]}', '{"data":{"total":0}}', '/data/total is 0', false],
      ['{"numeric":[">",0]} → {"numeric":[">",1]}', '{"data":{"total":1}}', '/data/total is 1', true],
      ['[{"exists":false}]', '{"data":{"gone":"other"}}', '/data/gone is "other"', false],
    ]);
  });

  it('proposes to remove a member where its absence kills the mutant', () => {
    const found = mutate(
      tested('{"data":{"x":[{"exists":false},"a"]}}', 'aliyun', ['{"data":{"x":"a"}}'], '{"data":{"x":"a"}}'),
    );
    const dropped = found.survivors.find(({ pointer, after }) => pointer === '/data/x/0' && after.length === 0);
    expect(dropped?.proposal).toMatchObject({ remove: ['/data/x'], match: true, name: '/data/x is missing' });
  });

  it('proposes the event of a test where there is no base, and the witness where no test matches', () => {
    const text = '{"source":["a"],"data":{"x":[1]}}';
    const event = '{"source":"a","data":{"x":1,"more":true}}';
    const [near] = mutate(tested(text, 'aliyun', [event])).survivors;
    expect(near?.proposal?.own).toContain('"more":true');
    const [far] = mutate(tested(text, 'aliyun', ['{}'])).survivors;
    expect(far?.proposal?.own).toBe(far?.proposal?.event);
  });

  it('is killed by a test that lists the fields that fail', () => {
    const subject = tested('{"source":["a"],"type":["t"]}', 'aliyun', ['{"source":"b","type":"u"}']);
    const [ofSuite] = subject.bySuite;
    const [shown] = ofSuite?.shown ?? [];
    const saying = (fails: readonly string[]): PatternMutation =>
      mutate({ ...subject, bySuite: [{ ...ofSuite, shown: [{ ...shown, fails }] }] } as never);
    expect(mutate(subject).killed).toBe(0);
    // Dropping a field is killed; a mutant with another value fails in the same fields.
    expect(saying(['/source', '/type'])).toMatchObject({ killed: 2, failing: 0 });
    expect(saying(['/source'])).toMatchObject({ killed: 0, failing: 1 });
  });

  it('is not killed by a failing test', () => {
    const subject = tested('{"source":["a"]}', 'aliyun', ['{"source":"a"}']);
    const [ofSuite] = subject.bySuite;
    const failing = ofSuite?.shown.map((one) => ({ ...one, match: false }));
    expect(mutate({ ...subject, bySuite: [{ ...ofSuite, shown: failing }] } as never)).toMatchObject({
      killed: 0,
      failing: 1,
    });
  });

  it('gives a proposal a name that no test has', () => {
    const subject = tested('{"source":["a"]}', 'aliyun', ['{"source":"a"}'], '{"source":"a"}');
    const [ofSuite] = subject.bySuite;
    const names = ['/source is "other"'];
    const { survivors } = mutate({ ...subject, bySuite: [{ ...ofSuite, names }] } as never);
    expect(survivors[0]?.proposal?.name).toBe('/source is "other" (2)');
  });

  it('tries at most the given number of mutants, and reports that there are more', () => {
    const subject = tested('{"source":["a","b","c"]}', 'aliyun', []);
    expect(mutate(subject, { most: 2 })).toMatchObject({ more: true, killed: 0 });
    expect(mutate(subject, { most: 6 })).toMatchObject({ more: false });
    expect(Math.max(...mutating(subject))).toBe(6);
  });
});
