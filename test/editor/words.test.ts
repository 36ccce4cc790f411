/** The meaning of a pattern in words, and the operators as data. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWords, operatorsOf, parsePartial } from '../../src/editor/index.ts';
import {
  type DialectName,
  dialects,
  equivalent,
  type Pattern,
  parsePattern,
  patternSchema,
  printCondition,
} from '../../src/index.ts';
import { testsOf } from '../../src/pattern/pattern.ts';
import { filterPattern } from '../support/arbitraries.ts';
import { runs } from '../support/runs.ts';

function pattern(text: string, dialect: DialectName = 'aliyun'): Pattern {
  const { pattern: read, diagnostics } = parsePattern(text, { dialect });
  if (read === undefined) throw new Error(`${text}: ${diagnostics[0]?.message}`);
  return read;
}

function sentences(text: string, dialect?: DialectName): string[] {
  return inWords(pattern(text, dialect)).map((parts) => parts.map((part) => part.text).join(''));
}

const ONE = 'an event matches when this holds; of an array, one element is enough';

describe('inWords', () => {
  it('begins with an introduction, and describes each field', () => {
    expect(sentences('{"source":["acs.oss","acs.ecs"],"data":{"total":[{"numeric":[">",0,"<=",5]}]}}')).toEqual([
      'an event matches when all of this holds; of an array, one element is enough',
      '`/source` is "acs.oss" or "acs.ecs"',
      '`/data/total` is > 0 and <= 5',
    ]);
    expect(sentences('{}')).toEqual(['every event matches']);
  });

  it.each([
    ['"a"', 'is "a"'],
    ['300.0', 'is 300.0'],
    ['null, true', 'is null or true'],
    ['1, {"prefix":"a"}, 2', 'is 1, starts with "a" or is 2'],
    ['{"prefix":"a"}', 'starts with "a"'],
    ['{"suffix":"a"}', 'ends with "a"'],
    ['{"contains":"a"}', 'contains "a"'],
    ['{"exists":true}', 'is present as a plain value'],
    ['{"exists":false}', 'is missing'],
    ['{"numeric":["=",1.50]}', 'is = 1.50'],
    ['{"cidr":"10.0.0.5/24"}', 'is an IPv4 address from 10.0.0.0 to 10.0.0.255'],
    ['{"cidr":"10.0.0.5"}', 'is the address 10.0.0.5'],
    ['{"anything-but":"a"}', 'is a plain value other than "a"'],
    ['{"anything-but":["a",1]}', 'is a plain value other than "a", 1'],
    ['{"anything-but":[]}', 'is a plain value'],
    ['{"anything-but":{"prefix":"a"}}', 'is a plain value that does not start with "a"'],
    ['{"prefix":"a","suffix":"b"}', 'starts with "a" and ends with "b"'],
  ])('describes [%s]: %s', (conditions, words) => {
    expect(sentences(`{"data":{"a":[${conditions}]}}`)).toEqual([ONE, `\`/data/a\` ${words}`]);
  });

  it('describes how the dialect reads an operand', () => {
    const block = (bits: number) => sentences(`{"data":{"a":[{"cidr":"10.0.0.0/${bits}"}]}}`, 'rocketmq')[1];
    expect(block(24)).toBe('`/data/a` is an IPv4 address from 10.0.0.1 to 10.0.0.254');
    expect(block(32)).toBe('`/data/a` is inside 10.0.0.0/32, which has no address here');
  });

  it.each(['aliyun', 'rocketmq'] as const)('links its parts to every field and condition (%s)', (dialect) => {
    fc.assert(
      fc.property(filterPattern(dialect), (text) => {
        const { fields } = parsePartial(text, { dialect });
        const parts = inWords(pattern(text, dialect)).flat();
        const pointed = parts.flatMap((part) => (part.pointer === undefined ? [] : [[part.pointer, part.range]]));
        const expected = fields.flatMap(({ pointer, range, conditions }) => [
          [pointer, range],
          ...conditions.flatMap((condition) =>
            testsOf(condition).map(({ operator }) => [
              testsOf(condition).length > 1 ? `${condition.pointer}/${operator.name}` : condition.pointer,
              condition.range,
            ]),
          ),
        ]);
        expect(pointed).toEqual(expected);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it.each(['aliyun', 'rocketmq'] as const)(
    'gives two conditions the same text only when they mean the same (%s)',
    (dialect) => {
      const said = new Map<string, string>();
      let same = 0;
      for (const text of fc.sample(filterPattern(dialect), { numRuns: 150, seed: 3 })) {
        const { fields, dialect: engine } = pattern(text, dialect);
        for (const { conditions } of fields) {
          for (const condition of conditions) {
            const words = testsOf(condition)
              .map(({ operator, operand }) => operator.words(operand, engine.rules).holds)
              .join(' and ');
            const printed = printCondition(condition);
            const other = said.get(words) ?? printed;
            said.set(words, printed);
            if (other === printed || words.includes('…')) continue;
            same++;
            const [a, b] = [other, printed].map((one) => `{"data":{"a":[${one}]}}`) as [string, string];
            expect(equivalent(a, b, { dialect }), `${a} ${b}: ${words}`).toMatchObject({ answer: 'yes' });
          }
        }
      }
      expect(said.size).toBeGreaterThan(50);
      expect(same).toBeGreaterThan(0);
    },
  );

  it('names the branch of each field that stands in one', () => {
    const text = '{"a":["x"],"$or":[{"b":["y"]},{"c":["z"],"$or":[{"d":[1]},{"e.f":[2]}]}]}';
    expect(sentences(text, 'aws')).toEqual([
      'an event matches when all of this holds, and of each `$or` the fields of one branch; of an array, one element is enough, the same one for all fields below it',
      '`/a` is "x"',
      'in `/$or/0`: `/b` is "y"',
      'in `/$or/1`: `/c` is "z"',
      'in `/$or/1/$or/0`: `/d` is 1',
      'in `/$or/1/$or/1`: `/e.f` is 2',
    ]);
    const [lead] = sentences('{"a":["1"],"$or":[{"a":["2"]},{"b":["3"]}]}', 'aws');
    expect(lead).toContain('where the last field of a path counts');
    expect(sentences('{"$or":["x","y"]}', 'aws')[1]).toBe('`/$or` is "x" or "y"');
  });

  it('has no ranges for a pattern that was given as an object', () => {
    const { pattern: read } = parsePattern({ source: ['a'] });
    expect(inWords(read!)[1]).toEqual([
      { text: '`/source`', pointer: '/source' },
      { text: ' ' },
      { text: 'is "a"', pointer: '/source/0' },
    ]);
  });
});

describe('operatorsOf', () => {
  it.each(dialects)('lists the operators of the schema of $name, and those allowed inside others', ({ name }) => {
    const found = operatorsOf(name as DialectName);
    const schema = JSON.stringify(patternSchema(name as DialectName));
    for (const { name: operator, summary } of dialects.flatMap((one) => operatorsOf(one))) {
      expect(schema.includes(JSON.stringify(summary))).toBe(found.some((one) => one.name === operator));
    }
    const further = name === 'aws' ? ['equals-ignore-case', 'wildcard'] : [];
    expect(found.find((one) => one.name === 'anything-but')?.inner).toEqual(['prefix', 'suffix', ...further]);
    expect(found.filter(({ inner }) => inner.length > 0)).toHaveLength(1);
    expect(found.some(({ combinable }) => combinable)).toBe(name === 'aliyun');
  });

  it.each(dialects)('has snippets that are conditions of $name once they are filled in', ({ name }) => {
    const dialect = name as DialectName;
    for (const { snippets, support } of operatorsOf(dialect)) {
      for (const { text, places } of snippets) {
        const filled = places.reduceRight((all, { start, end }) => {
          return start === end ? `${all.slice(0, start)}x${all.slice(end)}` : all;
        }, text);
        expect(places.length).toBeGreaterThan(0);
        const { diagnostics } = parsePattern(`{"data":{"a":[${filled}]}}`, { dialect });
        const expected = support === 'undocumented' ? ['undocumented-condition'] : [];
        expect([filled, diagnostics.map(({ code }) => code)]).toEqual([filled, expected]);
      }
    }
  });

  it('returns plain data', () => {
    const found = operatorsOf();
    expect(structuredClone(found)).toEqual(found);
    expect(found[0]).toMatchObject({ name: 'prefix', operand: 'text', support: 'accepted' });
  });

  it('refuses an unknown dialect', () => {
    expect(() => operatorsOf('x' as DialectName)).toThrow(TypeError);
  });
});
