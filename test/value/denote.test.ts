import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../src/index.ts';
import { aliyun, type Dialect, type DialectName, rocketmq } from '../../src/pattern/dialect.ts';
import { compileCondition } from '../../src/pattern/field.ts';
import { conditionSet } from '../../src/pattern/field-set.ts';
import type { Predicate } from '../../src/pattern/operators/predicate.ts';
import { type PlanCondition, planPattern } from '../../src/pattern/plan.ts';
import { retype } from '../../src/pattern/value/java-numbers.ts';
import { isNumberText, sentFor, textsOf } from '../../src/pattern/value/number-texts.ts';
import { has, type Scalar } from '../../src/pattern/value/value-set.ts';
import { nearValues } from '../support/arbitraries/near-values.ts';
import { filterPattern } from '../support/arbitraries.ts';
import { type Json, readJson } from '../support/json.ts';
import { runs } from '../support/runs.ts';

function conditionsOf(text: string, dialect: Dialect): { readonly condition: PlanCondition; readonly written: Json }[] {
  const { pattern } = parsePattern(text, { dialect });
  if (pattern === undefined) throw new Error(`not a pattern: ${text}`);
  return planPattern(pattern).fields.flatMap(({ conditions }) =>
    conditions.map((condition) => ({ condition, written: readJson(condition.key) })),
  );
}

function scalarOf(node: Json): Scalar {
  if (node.kind === 'array' || node.kind === 'object') throw new Error('no scalar');
  if (node.kind === 'null') return null;
  return node.kind === 'number' ? { number: node.text } : node.value;
}

function says(predicate: Predicate, scalar: Scalar): boolean {
  if (scalar === null) return predicate.null;
  if (typeof scalar === 'boolean') return scalar ? predicate.true : predicate.false;
  return typeof scalar === 'string' ? predicate.string(scalar) : predicate.number(Number(scalar.number), scalar.number);
}

describe.each<[DialectName, Dialect]>([
  ['aliyun', aliyun],
  ['rocketmq', rocketmq],
])('a condition under %s', (name, dialect) => {
  it('denotes exactly the values for which it holds', () => {
    let held = 0;
    let asked = 0;
    fc.assert(
      fc.property(filterPattern(name), (text) => {
        const conditions = conditionsOf(text, dialect);
        const values = nearValues(conditions.map(({ written }) => written)).map(scalarOf);
        for (const { condition } of conditions) {
          const set = conditionSet(condition, dialect.rules);
          const predicate = compileCondition(condition, dialect.rules);
          for (const value of values) {
            const holds = says(predicate, value);
            if (has(set, value) !== holds) expect.fail(`${condition.key} of ${JSON.stringify(value)}: ${holds}`);
            asked++;
            if (holds) held++;
          }
        }
      }),
      { numRuns: runs(800) },
    );
    expect(held / asked).toBeGreaterThan(0.1);
    expect(held / asked).toBeLessThan(0.9);
  });
});

describe('the text that an event must have to be re-typed to a wanted text', () => {
  const decimal = fc
    .tuple(
      fc.boolean(),
      fc.oneof(fc.nat(), fc.bigInt({ min: 0n, max: 10n ** 22n })),
      fc.option(fc.stringMatching(/^[0-9]{1,20}$/)),
      fc.option(fc.oneof(fc.integer({ min: -12, max: 25 }), fc.integer({ min: -420, max: 420 }))),
    )
    .map(
      ([negative, whole, fraction, exponent]) =>
        `${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}${exponent === null ? '' : `e${exponent}`}`,
    );

  it('exists for every text that re-typing can yield', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const seen = retype(text);
        // The engine's integers may wrap, so that the text to send may differ from the first one.
        const sent = sentFor(seen, true);
        expect(sent, `${text} is seen as ${seen}`).toBeDefined();
        expect(retype(sent as string)).toBe(seen);
      }),
      { numRuns: runs(20_000) },
    );
  });

  it.each(['3.0e2', '1E2', '300.00', '-0', '1.10', '1e400', '01', '1.', 'x', ''])('does not exist for %s', (text) => {
    expect(sentFor(text, true)).toBeUndefined();
  });

  it('is a JSON number that reads as the double, after any number of calls', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), fc.integer()), (value) => {
        const texts: string[] = [];
        for (const text of textsOf(value)) {
          texts.push(text);
          if (texts.length === 40) break;
        }
        expect(texts.filter((text) => !isNumberText(text) || typeof JSON.parse(text) !== 'number')).toEqual([]);
        const same = texts.filter((text) => Object.is(Number(text) + 0, value + 0));
        expect(new Set(same).size).toBeGreaterThan(10);
        const retyped = new Set(texts.map(retype).filter((text) => Object.is(Number(text) + 0, value + 0)));
        expect(retyped.size, String(value)).toBeGreaterThan(5);
      }),
      { numRuns: runs(3000) },
    );
  });
});
