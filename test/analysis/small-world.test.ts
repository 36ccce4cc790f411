import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type DialectName,
  diff,
  disjoint,
  equivalent,
  implies,
  nearestMatch,
  nearMisses,
  neverMatches,
  overlaps,
  redundant,
  sample,
} from '../../src/index.ts';
import { memberOf, readJson } from '../support/json.ts';
import { referenceMatches } from '../support/reference.ts';
import { runs } from '../support/runs.ts';
import { type Judged, patternsOf, removed, type World, worlds } from './small-world.ts';

const cases = (['aliyun', 'rocketmq'] as const).flatMap((dialect) =>
  (['side by side', 'nested'] as const).map((world) => [world, dialect] as const),
);

const isScalarEvent = (event: string): boolean => !event.includes('[');

describe.each(cases)('the analysis in a world %s under %s', (world: World, dialect: DialectName) => {
  const events = worlds[world];
  const scalarEvents = events.map(isScalarEvent);
  // Every pair is tried: half of the pairs, and all of them with EB_PATTERN_RUNS=1.
  const patterns = patternsOf(world, dialect, Math.max(38, runs(54)), 7);
  const pairs = patterns.flatMap((a) => patterns.map((b) => [a, b] as const));
  const matches = ({ text }: Judged, event: string): boolean => referenceMatches(text, event, dialect);

  /** Wrong answers: "yes" with an event that refutes it, "no" with a witness that proves nothing, and "unknown". */
  function check(answer: Answer, refuted: boolean, proves: (witness: string) => boolean): boolean {
    if (answer.answer === 'yes') return !refuted;
    return answer.answer === 'no' && proves(answer.witness);
  }

  it('is tested on patterns of which some match and some do not', () => {
    expect(patterns.length).toBeGreaterThan(28);
    expect(patterns.filter(({ verdicts }) => verdicts.includes(true)).length).toBeGreaterThan(patterns.length / 2);
    expect(patterns.filter(({ verdicts }) => !verdicts.includes(true)).length).toBeGreaterThan(0);
  });

  it('decides whether a pattern never matches', () => {
    const wrong = patterns.filter(
      (p) => !check(neverMatches(p.pattern), p.verdicts.includes(true), (witness) => matches(p, witness)),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('decides whether one pattern implies another', () => {
    const counts = { yes: 0, no: 0 };
    for (const [a, b] of pairs) {
      const answer = implies(a.pattern, b.pattern);
      const refuted = a.verdicts.some((verdict, i) => verdict && !b.verdicts[i]);
      const right = check(answer, refuted, (witness) => matches(a, witness) && !matches(b, witness));
      if (!right) expect.fail(`${a.text} implies ${b.text}: ${JSON.stringify(answer)}`);
      if (answer.answer !== 'unknown') counts[answer.answer]++;
    }
    expect(counts.yes).toBeGreaterThan(pairs.length / 20);
    expect(counts.no).toBeGreaterThan(pairs.length / 3);
  });

  it('decides whether two patterns are equivalent', () => {
    for (const [a, b] of pairs) {
      const answer = equivalent(a.pattern, b.pattern);
      const refuted = a.verdicts.some((verdict, i) => verdict !== b.verdicts[i]);
      const right = check(answer, refuted, (witness) => matches(a, witness) !== matches(b, witness));
      if (!right) expect.fail(`${a.text} is equivalent to ${b.text}: ${JSON.stringify(answer)}`);
    }
  });

  it('decides whether two patterns are disjoint, on single values and on arrays', () => {
    let onlyArrays = 0;
    for (const [a, b] of pairs) {
      const { scalars, arrays } = disjoint(a.pattern, b.pattern);
      const both = a.verdicts.map((verdict, i) => verdict && b.verdicts[i]);
      const proves = (witness: string): boolean => matches(a, witness) && matches(b, witness);
      const right =
        check(
          scalars,
          both.some((verdict, i) => verdict && scalarEvents[i]),
          (witness) => proves(witness) && isScalarEvent(witness),
        ) && check(arrays, both.includes(true), proves);
      if (!right) expect.fail(`${a.text} and ${b.text}: ${JSON.stringify({ scalars, arrays })}`);
      if (scalars.answer === 'yes' && arrays.answer === 'no') onlyArrays++;
    }
    expect(onlyArrays).toBeGreaterThan(0);
  });

  it('gives the lost and gained events of a change, and the reverse for the reversed change', () => {
    const mirror = { narrower: 'wider', wider: 'narrower' } as Record<string, string>;
    for (const [a, b] of pairs.slice(0, 1500)) {
      const there = diff(a.pattern, b.pattern);
      const back = diff(b.pattern, a.pattern);
      const common = a.verdicts.some((verdict, i) => verdict && b.verdicts[i] && scalarEvents[i]);
      const right =
        there.relation !== 'unknown' &&
        back.relation === (mirror[there.relation] ?? there.relation) &&
        (back.lost === undefined) === (there.gained === undefined) &&
        (back.gained === undefined) === (there.lost === undefined) &&
        (there.lost === undefined || (matches(a, there.lost) && !matches(b, there.lost))) &&
        (there.gained === undefined || (matches(b, there.gained) && !matches(a, there.gained))) &&
        !(there.relation === 'disjoint' && common);
      if (!right) expect.fail(`${a.text} and ${b.text}: ${JSON.stringify({ there, back })}`);
    }
  });

  it.each([false, true])('finds the pairs that overlap (arrays: %s)', (arrays) => {
    const found = new Map(
      [
        ...overlaps(
          patterns.map(({ pattern }, i) => [i, pattern] as const),
          { arrays },
        ),
      ].map(({ ids, witness }) => [ids.join(), witness]),
    );
    for (const [i, a] of patterns.entries()) {
      for (const [j, b] of patterns.entries()) {
        if (j <= i) continue;
        const witness = found.get(`${i},${j}`);
        if (witness !== undefined) {
          if (!matches(a, witness) || !matches(b, witness)) expect.fail(`${witness} for ${a.text} and ${b.text}`);
        } else if (a.verdicts.some((verdict, k) => verdict && b.verdicts[k] && (arrays || scalarEvents[k]))) {
          expect.fail(`${a.text} and ${b.text} overlap`);
        }
      }
    }
    expect(found.size).toBeGreaterThan(pairs.length / 30);
  });

  it('calls redundant exactly what can be removed', () => {
    let some = 0;
    for (const { text, pattern, verdicts } of patterns) {
      const { conditions, fields, unknown } = redundant(pattern);
      expect(unknown).toBeUndefined();
      if (conditions.length + fields.length > 0) some++;
      const without = removed(text, [...conditions, ...fields]);
      if (verdicts.includes(true))
        expect(patternVerdicts(without), `${text} without ${[...conditions, ...fields]}`).toEqual(verdicts);
      if (neverMatches(pattern).answer === 'yes') continue;
      for (const field of pattern.fields) {
        if (fields.includes(field.pointer)) continue;
        if (!fields.some((pointer) => pointer.startsWith('/data'))) {
          expect(implies(removed(text, [field.pointer]), pattern, {}).answer, `${text} without ${field.pointer}`).toBe(
            'no',
          );
        }
      }
    }
    expect(some).toBeGreaterThan(5);
  });

  function patternVerdicts(text: string): boolean[] {
    return events.map((event) => referenceMatches(text, event, dialect));
  }

  it('samples events that match', () => {
    for (const p of patterns) {
      const found = sample(p.pattern, 10, { seed: 3 });
      expect(found.filter((event) => !matches(p, event))).toEqual([]);
      expect(new Set(found).size).toBe(found.length);
      if (p.verdicts.includes(true)) expect(found.length).toBeGreaterThan(0);
      expect(sample(p.pattern, 10, { seed: 3 })).toEqual(found);
    }
  });

  it('gives near misses that do not match', () => {
    for (const p of patterns) {
      const found = nearMisses(p.pattern, 10, { seed: 3 });
      expect(found.filter(({ event }) => matches(p, event))).toEqual([]);
      if (p.pattern.fields.length === 1) expect(found.length).toBe(10);
    }
  });

  it('finds the nearest event that matches, with no more changes than one member needs', () => {
    for (const p of patterns) {
      const close = new Set(events.filter((_, i) => p.verdicts[i]).flatMap(neighbours));
      for (const [i, event] of events.entries()) {
        if (i % 17 !== 0) continue;
        const found = nearestMatch(p.pattern, event);
        if (found.answer !== 'yes') {
          expect(found.answer).toBe('no');
          expect(p.verdicts).not.toContain(true);
          continue;
        }
        const most = p.verdicts[i] ? 0 : neighbourKeys(event).some((key) => close.has(key)) ? 1 : undefined;
        const right = matches(p, found.event) && (most === undefined || found.changes.length === most);
        if (!right) expect.fail(`${p.text} for ${event}: ${JSON.stringify(found)}`);
      }
    }
  });
});

/** Two events of the world side by side are neighbours when they differ by one member. */
function neighbourKeys(event: string): string[] {
  const node = readJson(event);
  const data = memberOf(node, 'data');
  if (data?.kind !== 'object') return [];
  const x = memberOf(data, 'x');
  const a = memberOf(data, 'a');
  if (a !== undefined || memberOf(data, 'a.b') !== undefined) return [];
  return [`source ${JSON.stringify(memberOf(node, 'source'))}`, `x ${JSON.stringify(x)}`];
}

const neighbours = neighbourKeys;
