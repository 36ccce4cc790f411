import { describe, expect, it } from 'vitest';
import { gapsOf, measure } from '../../../src/cli/coverage/measure.ts';
import { compilePattern, type DialectName, printCondition } from '../../../src/index.ts';
import { runs } from '../../support/runs.ts';
import { eventsFor, patternTexts, tested, valid } from './world.ts';

/** `{"data":{"a":[…]}}` with these conditions and nothing else. */
function alone(path: readonly string[], conditions: readonly string[]): string {
  return path.reduceRight((inner, name) => `{${JSON.stringify(name)}:${inner}}`, `[${conditions.join(',')}]`);
}

describe('coverage', () => {
  it.each<DialectName>(['aliyun', 'rocketmq', 'aws'])(
    'counts the outcomes of each part, evaluated alone, in %s',
    (dialect) => {
      let both = 0;
      // Those of aws are longer.
      const count = runs(dialect === 'aws' ? 200 : 400);
      for (const text of patternTexts(dialect, count)) {
        const events = eventsFor(text, dialect, 12);
        const found = measure(tested(text, dialect, events));
        // In an element of an array a member may be missing that another element has: that is no question about the field alone.
        const isAlone = valid(text, dialect).fields.map((field) => dialect !== 'aws' || !field.mayBeMissing);
        const fields = valid(text, dialect).fields.map((field) => {
          const texts = [...new Set(field.conditions.map(printCondition))];
          const count = (conditions: readonly string[]): { held: number; failed: number } => {
            const matcher = compilePattern(alone(field.path, conditions), { dialect });
            const held = events.filter((event) => matcher.matchesJson(event)).length;
            return { held, failed: events.length - held };
          };
          return { ...count(texts), conditions: texts.map((one) => count([one])) };
        });
        const counts = ({ held, failed }: { held: number; failed: number }) => ({ held, failed });
        expect(
          found.fields
            .filter((_, i) => isAlone[i])
            .map((field) => ({ ...counts(field), conditions: field.conditions.map(counts) })),
          text,
        ).toEqual(fields.filter((_, i) => isAlone[i]));
        both += found.fields.filter(({ held, failed }) => held > 0 && failed > 0).length;
      }
      expect(both).toBeGreaterThan(count / 3);
    },
  );

  it('judges the fields below $or alone, and knows outcomes that no event of aws has', () => {
    const text = '{"$or":[{"a":["x"]},{"b":[{"exists":true},{"exists":false}]}]}';
    const { fields } = measure(tested(text, 'aws', ['{"a":"x"}', '{"a":"x","b":1}']));
    expect(fields.map(({ held, failed, cannot }) => ({ held, failed, cannot }))).toEqual([
      { held: 2, failed: 0, cannot: undefined },
      { held: 2, failed: 0, cannot: 'fail' },
    ]);
  });

  it('counts a member as missing that the matching element of an array lacks', () => {
    const text = '{"e":{"f":["A"],"l":[{"exists":false}]}}';
    const { fields } = measure(tested(text, 'aws', ['{"e":[{"f":"A"},{"l":"x"}]}', '{"e":{"f":"A","l":"x"}}']));
    expect(fields.map(({ held, failed }) => ({ held, failed }))).toEqual([
      { held: 2, failed: 0 },
      { held: 1, failed: 1 },
    ]);
  });

  it('counts for each condition what the explanation shows', () => {
    for (const text of patternTexts('aliyun', runs(200))) {
      const [event = '{}'] = eventsFor(text, 'aliyun', 1);
      const { fields } = measure(tested(text, 'aliyun', [event]));
      const explained = compilePattern(text).explain(event).fields;
      expect(fields.map(({ held, conditions }) => [held, ...conditions.map((one) => one.held)])).toEqual(
        explained.map(({ holds, conditions }) => [Number(holds), ...conditions.map((one) => Number(one.holds))]),
      );
    }
  });

  it('counts a field although an earlier field fails', () => {
    const found = measure(
      tested('{"source":["a"],"data":{"x":["y","z"]}}', 'aliyun', ['{"source":"b","data":{"x":"z"}}']),
    );
    expect(gapsOf(found).map(({ field, condition, missing }) => [field, condition, missing])).toEqual([
      ['/source', '"a"', 'held'],
      ['/data/x', undefined, 'failed'],
      ['/data/x', '"y"', 'held'],
      ['/data/x', '"z"', 'failed'],
    ]);
    expect(found).toMatchObject({ decided: 5, outcomes: 10, impossible: 0 });
  });

  it.each<[string, DialectName]>([
    ['{"numeric":[">",5,"<",3]}', 'aliyun'],
    ['{"prefix":"a","cidr":"10.0.0.0/8"}', 'aliyun'],
    ['{"cidr":"10.0.0.0/31"}', 'rocketmq'],
  ])('leaves out the outcome "held" of %s, which never holds', (condition, dialect) => {
    const found = measure(tested(`{"data":{"x":[${condition}]}}`, dialect, ['{"data":{"x":4}}']));
    expect(found).toMatchObject({ decided: 2, outcomes: 2, impossible: 2 });
    expect(gapsOf(found)).toEqual([]);
    expect(found.fields[0]?.conditions[0]?.cannot).toBe('hold');
  });

  it('counts a repeated condition once', () => {
    expect(measure(tested('{"source":["a","a"]}', 'aliyun', [])).outcomes).toBe(4);
  });

  it('counts the tests of a pattern without fields', () => {
    expect(measure(tested('{}', 'aliyun', []))).toMatchObject({ decided: 0, outcomes: 1 });
    expect(measure(tested('{}', 'aliyun', ['{}', '{}']))).toMatchObject({ decided: 1, outcomes: 1, events: 2 });
  });

  it('adds up all suites of a pattern', () => {
    const one = tested('{"source":["a"]}', 'aliyun', ['{"source":"a"}']);
    const other = tested('{"source":["a"]}', 'aliyun', ['{"source":"b"}']);
    const found = measure({ ...one, bySuite: [...one.bySuite, ...other.bySuite] });
    expect(found).toMatchObject({ decided: 4, outcomes: 4, events: 2 });
  });
});
