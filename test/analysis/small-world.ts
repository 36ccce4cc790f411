/** Worlds so small that every event can be tried: the judge of all answers. It shares no code with the analysis. */
import fc from 'fast-check';
import { compilePattern, type DialectName, type Pattern, parsePattern } from '../../src/index.ts';
import { readJson } from '../support/json.ts';
import { negatableOperators, textOperators } from '../support/operator-lists.ts';

const SCALARS = [
  ...[
    '""',
    '"a"',
    '"b"',
    '"c"',
    '"ab"',
    '"ba"',
    '"aa"',
    '"abc"',
    '"bca"',
    '"aba"',
    '"1"',
    '"1.0"',
    '"true"',
    '"10.0.0.1"',
    '"10.0.0.7"',
  ],
  ...['1', '1.0', '2', '0.5', '-3', 'true', 'false', 'null'],
];
const ARRAYS = [
  '[]',
  '[{}]',
  '["a"]',
  '["a","b"]',
  '["a",1]',
  '["ab","ba"]',
  '[1,2]',
  '[1.0]',
  '["c",null]',
  '["a",{}]',
  '["b",true]',
];
const VALUES: readonly (string | undefined)[] = [undefined, '{}', ...SCALARS, ...ARRAYS];

const member = (name: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`"${name}":${value}`];
const object = (...members: string[][]): string => `{${members.flat().join(',')}}`;

/** All events of two fields side by side, and of one path that is a prefix of another. */
const sideBySide = VALUES.flatMap((source) => [
  ...VALUES.map((x) => object(member('source', source), member('data', object(member('x', x))))),
  object(member('source', source)),
  object(member('source', source), member('data', '"x"')),
]);
const nested = [
  ...VALUES.map((a) => object(member('data', object(member('a', a))))),
  ...VALUES.flatMap((b) =>
    ['"a"', undefined].map((c) => object(member('data', object(member('a', object(member('b', b), member('c', c))))))),
  ),
  ...VALUES.map((dotted) => object(member('data', object(member('a.b', dotted), member('a', '{"b":"a"}'))))),
  '{}',
  '{"data":[]}',
  '{"data":null}',
];

export type World = 'side by side' | 'nested';

export const worlds: Readonly<Record<World, readonly string[]>> = { 'side by side': sideBySide, nested };

const word = fc.constantFrom('a', 'b', 'ab', 'ba', 'c', 'bca');
const plain = fc.constantFrom(
  '"a"',
  '"b"',
  '"ab"',
  '"c"',
  '""',
  '1',
  '1.0',
  '2',
  'true',
  'null',
  '"1"',
  '"true"',
  '"10.0.0.1"',
);
const range = fc
  .tuple(fc.constantFrom('=', '!=', '<', '<=', '>', '>='), fc.constantFrom(0.5, 1, 2))
  .map(([symbol, bound]) => `"${symbol}",${bound}`);

function condition(dialect: DialectName): fc.Arbitrary<string> {
  const text = fc.constantFrom(...textOperators(dialect));
  return fc.oneof(
    { weight: 5, arbitrary: plain },
    { weight: 4, arbitrary: fc.tuple(text, word).map(([name, operand]) => `{"${name}":"${operand}"}`) },
    { weight: 2, arbitrary: fc.array(plain, { maxLength: 2 }).map((list) => `{"anything-but":[${list}]}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...negatableOperators(dialect)), word)
        .map(([name, operand]) => `{"anything-but":{"${name}":"${operand}"}}`),
    },
    { weight: 2, arbitrary: fc.array(range, { minLength: 1, maxLength: 2 }).map((pairs) => `{"numeric":[${pairs}]}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('10.0.0.0/29', '10.0.0.1', '10.0.0.0/30').map((block) => `{"cidr":"${block}"}`),
    },
    { weight: 2, arbitrary: fc.boolean().map((wanted) => `{"exists":${wanted}}`) },
    ...(dialect === 'aliyun'
      ? [
          {
            weight: 1,
            arbitrary: fc
              .tuple(word, word, word)
              .map(([p, s, c]) => `{"prefix":"${p}","suffix":"${s}","contains":"${c}"}`),
          },
        ]
      : []),
  );
}

/** Texts of patterns on the fields of a world. */
function patternOf(world: World, dialect: DialectName): fc.Arbitrary<string> {
  const leaf = fc.array(condition(dialect), { minLength: 1, maxLength: 3 }).map((list) => `[${list}]`);
  const maybe = fc.option(leaf, { nil: undefined, freq: 3 });
  if (world === 'side by side') {
    return fc
      .tuple(maybe, maybe)
      .map(([source, x]) =>
        object(member('source', source), x === undefined ? [] : member('data', object(member('x', x)))),
      );
  }
  const inner = fc.oneof(
    { weight: 2, arbitrary: leaf },
    {
      weight: 3,
      arbitrary: fc
        .tuple(leaf, fc.option(leaf, { nil: undefined }))
        .map(([b, c]) => object(member('b', b), member('c', c))),
    },
  );
  return fc
    .tuple(fc.option(inner, { nil: undefined, freq: 6 }), fc.option(leaf, { nil: undefined, freq: 1 }))
    .map(([a, dotted]) =>
      a === undefined && dotted === undefined
        ? '{}'
        : object(member('data', object(member('a', a), member('a.b', dotted)))),
    );
}

export interface Judged {
  readonly text: string;
  readonly pattern: Pattern;
  /** One verdict for each event of the world. */
  readonly verdicts: readonly boolean[];
}

export function judge(text: string, world: World, dialect: DialectName): Judged {
  const { pattern, diagnostics } = parsePattern(text, { dialect });
  if (pattern === undefined) throw new Error(`${text}: ${diagnostics.map((d) => d.message).join('; ')}`);
  const matcher = compilePattern(pattern);
  return { text, pattern, verdicts: worlds[world].map((event) => matcher.matchesJson(event)) };
}

/** Different patterns of a world. */
export function patternsOf(world: World, dialect: DialectName, count: number, seed: number): Judged[] {
  const texts = new Set(fc.sample(patternOf(world, dialect), { numRuns: count, seed }));
  return [...texts].map((text) => judge(text, world, dialect));
}

/** The pattern without the parts at the pointers, by a slow edit of the parsed text. */
export function removed(text: string, pointers: readonly string[]): string {
  const drop = (node: ReturnType<typeof readJson>, pointer: string): string | undefined => {
    if (pointers.includes(pointer)) return undefined;
    if (node.kind === 'object' && !isCondition(pointer)) {
      const kept = node.members.flatMap(([name, value]) => {
        const inner = drop(value, `${pointer}/${name}`);
        return inner === undefined ? [] : [`${JSON.stringify(name)}:${inner}`];
      });
      return kept.length === 0 && pointer !== '' ? undefined : `{${kept.join(',')}}`;
    }
    if (node.kind === 'array' && !isCondition(pointer)) {
      const kept = node.items.flatMap((item, i) => (pointers.includes(`${pointer}/${i}`) ? [] : [raw(item)]));
      return `[${kept.join(',')}]`;
    }
    return raw(node);
  };
  return drop(readJson(text), '') ?? '{}';
}

const isCondition = (pointer: string): boolean => /\/[0-9]+$/.test(pointer);

function raw(node: ReturnType<typeof readJson>): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(([name, value]) => `${JSON.stringify(name)}:${raw(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(raw).join(',')}]`;
    case 'number':
      return node.text;
    case 'null':
      return 'null';
    default:
      return JSON.stringify(node.value);
  }
}
