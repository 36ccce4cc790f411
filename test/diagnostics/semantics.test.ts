import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  type Diagnostic,
  type DialectName,
  type JsonObject,
  neverMatches,
  parsePattern,
  redundant,
} from '../../src/index.ts';
import { type Judged, judge, patternsOf, removed, type World, worlds } from '../analysis/small-world.ts';
import { referenceMatches } from '../support/reference.ts';

const MEANING = ['never-matches', 'redundant-condition', 'field-always-holds', 'alternatives-cover-all'];

function findings(pattern: string | JsonObject, dialect: DialectName = 'aliyun'): Diagnostic[] {
  return parsePattern(pattern, { dialect }).diagnostics.filter(({ code }) => MEANING.includes(code));
}
const ofCode = (found: readonly Diagnostic[], code: string): Diagnostic[] => found.filter((d) => d.code === code);
const pointers = (found: readonly Diagnostic[]): string[] => found.map(({ pointer }) => pointer).sort();
const texts = ({ params }: Diagnostic, name: string): readonly string[] => params[name] as readonly string[];

const cases = (['aliyun', 'rocketmq'] as const).flatMap((dialect) =>
  (['side by side', 'nested'] as const).map((world) => [world, dialect] as const),
);

describe.each(cases)('on the patterns of a world %s under %s', (world: World, dialect: DialectName) => {
  const events = worlds[world];
  const patterns = [
    ...patternsOf(world, dialect, 100, 11),
    // In this dialect conflicts come from several operators in one object.
    ...(world === 'side by side' && dialect === 'aliyun'
      ? combinations().map((text) => judge(text, world, dialect))
      : []),
  ];
  const matching = patterns.filter(({ verdicts }) => verdicts.includes(true));
  const found = new Map(patterns.map(({ text }) => [text, findings(text, dialect)]));
  const of = ({ text }: Judged, code: string): Diagnostic[] => ofCode(found.get(text) ?? [], code);

  it('never-matches is reported exactly for patterns that no event matches', () => {
    let said = 0;
    for (const p of patterns) {
      const answer = neverMatches(p.pattern);
      if (of(p, 'never-matches').length > 0) {
        said++;
        expect(p.verdicts, p.text).not.toContain(true);
        expect(answer.answer, p.text).toBe('yes');
      } else {
        expect(answer.answer === 'no' && referenceMatches(p.text, answer.witness, dialect), p.text).toBe(true);
      }
    }
    expect(said).toBeGreaterThan(0);
  });

  it('never-matches names a minimal conflict', () => {
    const isNever = (pattern: unknown): boolean => neverMatches(JSON.stringify(pattern), { dialect }).answer === 'yes';
    for (const p of patterns) {
      for (const finding of of(p, 'never-matches')) {
        const conflict = texts(finding, 'conflict');
        if (finding.params.clash === 'inside a value' || finding.params.clash === 'one path') {
          const only = (kept: readonly string[]): string => {
            const others = p.pattern.fields.map(({ pointer }) => pointer).filter((one) => !kept.includes(one));
            return removed(p.text, others);
          };
          expect(neverMatches(only(conflict), { dialect }).answer, p.text).toBe('yes');
          for (const one of conflict) expect(neverMatches(only([one]), { dialect }).answer, p.text).toBe('no');
        } else if (finding.params.clash === 'operators') {
          const condition = valueAt(p.text, finding.pointer) as JsonObject;
          const pick = (names: readonly string[]): unknown => ({
            source: [Object.fromEntries(names.map((name) => [name, condition[name]]))],
          });
          expect(isNever(pick(conflict)), p.text).toBe(true);
          for (const one of conflict)
            expect(isNever(pick(conflict.filter((name) => name !== one))), p.text).toBe(false);
        } else if (finding.params.clash === 'conditions') {
          for (const one of conflict) expect(isNever({ source: [JSON.parse(one)] }), p.text).toBe(true);
        }
      }
    }
  });

  it('redundant-condition is reported exactly for what the analysis calls redundant, unless a larger finding covers it', () => {
    let some = 0;
    for (const p of matching) {
      const larger = [...of(p, 'field-always-holds'), ...of(p, 'alternatives-cover-all')].map(({ pointer }) => pointer);
      const expected = redundant(p.pattern).conditions.filter((one) => !larger.includes(one.replace(/\/[0-9]+$/, '')));
      expect(pointers(of(p, 'redundant-condition')), p.text).toEqual([...expected].sort());
      some += expected.length;
    }
    expect(some).toBeGreaterThan(10);
  });

  it('field-always-holds names other fields exactly when the analysis calls the field redundant', () => {
    for (const p of matching) {
      const holding = of(p, 'field-always-holds');
      if (holding.some((one) => texts(one, 'because').length === 0)) continue;
      expect(pointers(holding), p.text).toEqual([...redundant(p.pattern).fields].sort());
    }
  });

  it('all redundant parts can be removed together without changing a verdict', () => {
    for (const p of patterns) {
      const because = of(p, 'field-always-holds').filter((one) => texts(one, 'because').length > 0);
      const gone = [...because, ...of(p, 'redundant-condition')].map(({ pointer }) => pointer);
      if (gone.length === 0) continue;
      const without = removed(p.text, gone);
      expect(
        events.map((event) => referenceMatches(without, event, dialect)),
        `${p.text} to ${without}`,
      ).toEqual(p.verdicts);
    }
  });

  it('the covering condition accepts all that the covered one accepts', () => {
    const known = new Map<string, boolean[]>();
    const accepts = (text: string): boolean[] => {
      const alone = `{"source":[${text}]}`;
      const all = known.get(text) ?? worlds['side by side'].map((event) => referenceMatches(alone, event, dialect));
      known.set(text, all);
      return all;
    };
    for (const p of patterns) {
      for (const finding of of(p, 'redundant-condition')) {
        const { condition, holds } = finding.params;
        const own = accepts(String(condition));
        if (holds === false) expect(own, p.text).not.toContain(true);
        for (const cover of texts(finding, 'covering')) {
          const covering = accepts(cover);
          expect(
            own.some((held, i) => held && !covering[i]),
            p.text,
          ).toBe(false);
        }
      }
    }
  });

  it('a field reported by field-always-holds fails only for objects, empty arrays and mixed arrays', () => {
    for (const p of patterns) {
      for (const finding of of(p, 'field-always-holds')) {
        if (texts(finding, 'because').length > 0) continue;
        const matcher = compilePattern(JSON.stringify({ source: valueAt(p.text, finding.pointer) }), { dialect });
        for (const event of worlds['side by side']) {
          const { source } = JSON.parse(event) as { source?: unknown };
          const plain = [source].flat().every((one) => typeof one !== 'object' || one === null);
          const isEmpty = Array.isArray(source) && source.length === 0;
          expect(matcher.matchesJson(event), `${p.text} for ${event}`).toBe(plain && !isEmpty);
        }
      }
    }
  });
});

/** A field of one condition, for all choices of some operators with few operands. */
function combinations(): string[] {
  const operands: Readonly<Record<string, readonly unknown[]>> = {
    prefix: ['a', '1'],
    suffix: ['b', '7'],
    contains: ['.', 'ba'],
    cidr: ['10.0.0.0/29'],
    numeric: [['>', 2, '<', 0.5]],
    'anything-but': [['10.0.0.1', '10.0.0.7'], { prefix: '1' }],
  };
  const conditions = Object.entries(operands).reduce<JsonObject[]>(
    (some, [name, choices]) =>
      some.flatMap((condition) => [condition, ...choices.map((one) => ({ ...condition, [name]: one }) as JsonObject)]),
    [{}],
  );
  return conditions.slice(1).map((condition) => JSON.stringify({ data: { x: [condition] } }));
}

function valueAt(text: string, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce((value, name) => (value as Record<string, unknown>)[name], JSON.parse(text) as unknown);
}

describe('field-always-holds for every plain value and a missing member', () => {
  it.each([
    '[{"exists":true},{"exists":false}]',
    '["a",{"anything-but":"a"},{"exists":false}]',
    '[{"prefix":"a"},{"exists":false},{"anything-but":{"prefix":"a"}}]',
    '[{"anything-but":["a",5]},{"exists":false},"a",5]',
    '[{"anything-but":[]},{"exists":false}]',
  ])('is reported: %s', (conditions) => {
    const found = findings(`{"data":{"a":${conditions}}}`);
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([['field-always-holds', '/data/a']]);
  });

  it.each([
    '[{"exists":true}]',
    '["a",{"anything-but":"a"}]',
    '["a",{"anything-but":["a","b"]},{"exists":false}]',
    '[{"anything-but":5},{"numeric":[">",5]},{"exists":false}]',
    // 5.0 is another number than 5.
    '[{"anything-but":[5.0,5]},5,{"exists":false}]',
  ])('is not reported: %s', (conditions) => {
    expect(ofCode(findings(`{"data":{"a":${conditions}}}`), 'field-always-holds')).toEqual([]);
  });
});

describe('alternatives-cover-all', () => {
  const CONDITIONS: readonly string[] = [
    ...['"a"', '5', 'true', 'null', '{"exists":true}', '{"prefix":"a"}', '{"prefix":"ab"}', '{"suffix":"a"}'],
    ...['"a"', '["a",5]', '["b",true]', '{"prefix":"a"}', '{"prefix":"abc"}', '{"suffix":"a"}'].map(
      (operand) => `{"anything-but":${operand}}`,
    ),
    ...['"!=",5', '"!=",6', '"<",5', '"<=",5', '">",5', '">=",3', '"=",5', '">",3,"<",7', '"<",0,">",1'].map(
      (operand) => `{"numeric":[${operand}]}`,
    ),
    ...[
      '{"cidr":"10.0.0.0/8"}',
      '{"contains":"a"}',
      '{"prefix":"a","suffix":"b"}',
      '{"prefix":"a","anything-but":"ab"}',
    ],
  ];
  const NUMBERS = ['5', '5.0', '6', '4', '3', '7', '0', '0.5', '-1', '1e300', '5.00000005', '4.9999'];
  const TEXTS = [
    '',
    'a',
    'aa',
    'ab',
    'abb',
    'abc',
    'abca',
    'abcb',
    'aca',
    'acb',
    'ac',
    'b',
    'ba',
    'bab',
    'bb',
    'x',
    '5',
    '10.0.0.1',
  ];
  const OTHERS = [...TEXTS.map((text) => JSON.stringify(text)), 'true', 'false', 'null'];
  const VALUES = [...NUMBERS, ...OTHERS];
  const accepted = new Map(
    CONDITIONS.map((one) => [
      one,
      new Set(VALUES.filter((value) => referenceMatches(`{"source":[${one}]}`, `{"source":${value}}`, 'aliyun'))),
    ]),
  );
  const accepts = (some: readonly string[], value: string): boolean =>
    some.some((one) => accepted.get(one)?.has(value));
  /** All values by several conditions together, and by none alone. */
  const cover = (some: readonly string[], values: readonly string[]): boolean =>
    some.length > 1 &&
    values.every((value) => accepts(some, value)) &&
    !some.some((one) => values.every((value) => accepts([one], value)));

  function expected(some: readonly string[]): string | undefined {
    if (cover(some, VALUES)) return 'plain value';
    const ofNumbers = some.filter((one) => accepts([one], '4') || NUMBERS.some((value) => accepts([one], value)));
    const only = ofNumbers.filter((one) => !OTHERS.some((value) => accepts([one], value)));
    return cover(only, NUMBERS) ? 'number' : undefined;
  }

  const groups = CONDITIONS.flatMap((one, i) =>
    CONDITIONS.slice(i + 1).flatMap((two, j) => [
      [one, two],
      // The third one is another of the conditions each time.
      [one, two, CONDITIONS[(i * 7 + j * 3) % CONDITIONS.length] as string],
    ]),
  );

  it('is reported exactly where samples of all kinds confirm it', () => {
    const counts = new Map<string | undefined, number>();
    for (const group of groups) {
      const some = [...new Set(group)];
      const [found] = ofCode(findings(`{"data":{"a":[${some.join()}]}}`), 'alternatives-cover-all');
      const every = expected(some);
      expect(found?.params.every, some.join()).toBe(every);
      counts.set(every, (counts.get(every) ?? 0) + 1);
    }
    expect(counts.get('plain value')).toBeGreaterThan(20);
    expect(counts.get('number')).toBeGreaterThan(10);
  });
});

describe('findings about the meaning of a pattern', () => {
  it('are not made for a pattern with errors', () => {
    expect(findings('{"source":[{"numeric":[">",5,"<",1]}],"type":[{"prefix":""}]}')).toEqual([]);
  });

  it('are separate for each conflict', () => {
    const found = findings('{"source":[{"numeric":[">",5,"<",1]}],"type":[{"prefix":"a","cidr":"10.0.0.1"}]}');
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['never-matches', '/source/0'],
      ['never-matches', '/type/0'],
    ]);
  });

  it('leave copies to duplicate-condition', () => {
    const { diagnostics } = parsePattern('{"source":["ab",{"prefix":"a"},"ab"]}');
    expect(diagnostics.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['redundant-condition', '/source/0'],
      ['duplicate-condition', '/source/2'],
    ]);
  });

  it.each([
    [
      'the operators of a condition',
      '{"source":[{"prefix":"1","suffix":"x","cidr":"10.0.0.0/8"}]}',
      ['/source/0/suffix', '/source/0/cidr'],
    ],
    [
      'the conditions of a field',
      '{"source":[{"numeric":["=",1,"=",2]},{"prefix":"a","cidr":"10.0.0.1"}]}',
      ['/source/0', '/source/1'],
    ],
    ['the condition that covers', '{"source":["ab",{"prefix":"a"}]}', ['/source/1']],
  ])('have as related places %s', (_, text, expected) => {
    const [finding] = findings(text);
    expect(finding?.related?.map(({ pointer }) => pointer)).toEqual(expected);
    for (const { pointer, range } of finding?.related ?? []) {
      expect(JSON.parse(text.slice(range?.start, range?.end))).toEqual(valueAt(text, pointer));
    }
  });

  it('are the same for an object, without ranges', () => {
    const text = '{"data":{"n":[{"numeric":[">",5,"<",1]}],"s":["ab",{"prefix":"a"}]}}';
    const strip = (found: Diagnostic[]): unknown => found.map(({ code, pointer, message }) => [code, pointer, message]);
    expect(strip(findings(JSON.parse(text)))).toEqual(strip(findings(text)));
    expect(findings(JSON.parse(text)).filter(({ range }) => range !== undefined)).toEqual([]);
  });

  it('agree with the analysis when the budget ends early', () => {
    const words = Array.from({ length: 60 }, (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 0).toString(3).slice(0, 4));
    const conditions = [...new Set(words)].map((word, i) => ({ [i % 2 ? 'suffix' : 'contains']: word }));
    const text = JSON.stringify({ data: { a: conditions, b: ['x', { prefix: 'x' }] } });
    const all = redundant(text).conditions;
    const said = pointers(findings(text));
    expect(said.filter((pointer) => !all.includes(pointer))).toEqual([]);
    // A field that exhausts its budget leaves the budget of others.
    expect(said).toContain('/data/b/0');
  });

  it.each([
    [
      'two thousand fields',
      {
        data: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`f${i}`, [{ numeric: ['<', 1, '>', 2] }]])),
      },
    ],
    [
      'two thousand conditions',
      { source: Array.from({ length: 2000 }, (_, i) => ({ prefix: `a${i}`, cidr: '10.0.0.1' })) },
    ],
    ['two thousand literals', { source: [{ prefix: 'a' }, ...Array.from({ length: 2000 }, (_, i) => `a${i}`)] }],
  ])('are bounded for %s', (_, pattern) => {
    const { diagnostics, omitted } = parsePattern(JSON.stringify(pattern));
    expect(diagnostics.length + omitted.warnings).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(100);
    for (const { related = [] } of diagnostics) expect(related.length).toBeLessThanOrEqual(10);
  });
});
