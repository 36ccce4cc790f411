import { describe, expect, it } from 'vitest';
import { realisticPairs } from '../../bench/pairs.ts';
import {
  compilePattern,
  type DialectName,
  diff,
  disjoint,
  implies,
  type JsonObject,
  overlaps,
  parsePattern,
  sample,
} from '../../src/index.ts';
import { runs } from '../support/runs.ts';

/** A share of the ten thousand pairs of bench/analysis.ts. */
const PAIRS = runs(400);

function read(source: JsonObject, dialect: DialectName) {
  const { pattern } = parsePattern(JSON.stringify(source), { dialect });
  if (pattern === undefined) throw new Error(`not a pattern: ${JSON.stringify(source)}`);
  return pattern;
}

describe.each(['aliyun', 'rocketmq'] as const)('analyses of pairs of realistic patterns under %s', (dialect) => {
  const pairs = [...realisticPairs(PAIRS, dialect, 23)].map(([a, b]) => [read(a, dialect), read(b, dialect)] as const);

  it('give answers that no sampled event refutes, and none is unknown', () => {
    const relations = new Map<string, number>();
    for (const [i, [a, b]] of pairs.entries()) {
      const { relation } = diff(a, b);
      const implied = implies(a, b).answer;
      const apart = disjoint(a, b).arrays.answer;
      relations.set(relation, (relations.get(relation) ?? 0) + 1);
      const [inA, inB] = [compilePattern(a), compilePattern(b)];
      for (const event of [...sample(a, 30, { seed: i }), ...sample(b, 30, { seed: i })]) {
        const [first, second] = [inA.matchesJson(event), inB.matchesJson(event)];
        if (first && !second) expect(implied).toBe('no');
        if (first && !second) expect(['equal', 'wider']).not.toContain(relation);
        if (second && !first) expect(['equal', 'narrower']).not.toContain(relation);
        if (first && second) expect(apart).toBe('no');
      }
    }
    expect(relations.get('unknown')).toBeUndefined();
    for (const relation of ['equal', 'narrower', 'wider', 'overlapping', 'disjoint']) {
      expect(relations.get(relation) ?? 0, relation).toBeGreaterThan(0);
    }
  });

  it('report one condition more as wider, and one field more as narrower', () => {
    for (const [source] of realisticPairs(150, dialect, 29)) {
      const pattern = source as Record<string, unknown>;
      const more = { ...pattern, subject: [...((pattern.subject as unknown[]) ?? []), 'one more'] };
      const [before, after] = [read(source, dialect), read(more as JsonObject, dialect)];
      const answer = pattern.subject === undefined ? implies(after, before) : implies(before, after);
      expect(answer, JSON.stringify(more)).toEqual({ answer: 'yes' });
    }
  });

  it.each(['scalars', 'arrays'] as const)('agree with the answer for each pair (%s)', (kind) => {
    const some = pairs.slice(0, 60).map(([a], i) => [i, a] as const);
    const found = new Set([...overlaps(some, { arrays: kind === 'arrays' })].map(({ ids }) => ids.join()));
    const alone = some.flatMap(([i, a]) =>
      some.filter(([j, b]) => i < j && disjoint(a, b)[kind].answer === 'no').map(([j]) => `${i},${j}`),
    );
    expect([...found].sort()).toEqual(alone.sort());
    expect(found.size).toBeGreaterThan(50);
  });
});
