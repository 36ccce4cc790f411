/** Law: twice the size of one dimension of a hostile text costs at most 2.2 times the steps, in the scanner, in a matcher and in a set. */
import { expect, test } from 'vitest';
import { compilePattern, type DialectName, PatternSet } from '../../src/index.ts';
import { readText } from '../../src/pattern/scan/event-text.ts';
import { Paths } from '../../src/pattern/scan/paths.ts';
import { resume, scan } from '../../src/pattern/scan/scan.ts';
import { countEach } from '../support/steps.ts';

const MOST_GROWTH = 2.2;

type Size = Readonly<Record<string, number>>;

interface Family {
  readonly name: string;
  /** The first size of each dimension. */
  readonly from: Size;
  /** Where the dialects read values differently. */
  readonly dialects?: readonly DialectName[];
  readonly pattern: (size: Size) => object;
  readonly event: (size: Size) => string;
}

const times = <T>(count = 0, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const name = (i: number): string => `n${String(i).padStart(5, '0')}`;
const object = (members: readonly (readonly [string, unknown])[]): object => Object.fromEntries(members);
const fields = (count = 0, value: unknown = ['x']): object => object(times(count, (i) => [name(i), value]));
const nested = (levels = 0, innermost: unknown = ['x']): unknown =>
  times(levels, () => 'a').reduce<unknown>((inner, step) => ({ [step]: inner }), innermost);
/** Each character of a text as an escape. */
const escaped = (text: string): string =>
  [...text].map((c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('');
const data = (inner: object): object => ({ data: inner });
const wanted = data({ a: ['x'], b: [{ exists: false }] });

const families: readonly Family[] = [
  {
    name: 'duplicates of one member',
    from: { duplicates: 100 },
    pattern: () => wanted,
    event: ({ duplicates }) => `{"data":{${times(duplicates, () => '"a":1')}}}`,
  },
  {
    name: 'duplicates of a member above many fields',
    from: { duplicates: 100, fields: 100 },
    pattern: (size) => data(fields(size.fields)),
    event: (size) =>
      `{${times(size.duplicates, () => `"data":{"${name(1)}":1}`)},"data":${JSON.stringify(fields(size.fields, 'x'))}}`,
  },
  {
    name: 'duplicates of each member on the way to a field',
    from: { duplicates: 100, levels: 20 },
    pattern: ({ levels }) => data({ a: nested(levels) }),
    event: ({ duplicates, levels = 0 }) =>
      `{${times(duplicates, () => '"data":{"a":{}}')},"data":${'{"a":{},"a":'.repeat(levels)}{${times(duplicates, () => '"a":{}')}}${'}'.repeat(levels)}}`,
  },
  {
    name: 'levels that a field steps through',
    from: { levels: 200 },
    pattern: ({ levels }) => data({ a: nested(levels) }),
    event: ({ levels }) => JSON.stringify(data({ a: nested(levels, 'x') })),
  },
  {
    name: 'levels of objects and arrays beside the field',
    from: { levels: 200, members: 20 },
    pattern: () => wanted,
    event: ({ levels = 0, members }) =>
      `{"data":{${times(members, (i) => `"${name(i)}":${'[{"a":'.repeat(levels)}1${'}]'.repeat(levels)}`)},"a":"x"}}`,
  },
  {
    name: 'names with escapes',
    from: { members: 100, length: 10 },
    pattern: () => wanted,
    event: ({ members, length = 0 }) =>
      `{"data":{${times(members, (i) => `"${escaped(name(i).repeat(length))}":1`)},"${escaped('a')}":"x"}}`,
  },
  {
    name: 'names with escapes that the pattern reads',
    from: { members: 100, duplicates: 3 },
    pattern: ({ members }) => data(fields(members)),
    event: ({ members, duplicates }) =>
      `{"data":{${times(duplicates, () => times(members, (i) => `"${escaped(name(i))}":"x"`))}}}`,
  },
  {
    name: 'names beyond ASCII',
    from: { members: 100, length: 30 },
    pattern: ({ members, length = 0 }) => data(object(times(members, (i) => [`${'名'.repeat(length)}${i}`, ['x']]))),
    event: ({ members, length = 0 }) =>
      JSON.stringify(data(object(times(members, (i) => [`${'名'.repeat(length)}${i}`, 'x'])))),
  },
  {
    name: 'names of one length',
    from: { members: 100, fields: 100 },
    pattern: (size) => data(fields(size.fields)),
    event: ({ members }) => JSON.stringify(data(object(times(members, (i) => [name(99_999 - i), 'x'])))),
  },
  {
    name: 'long names that begin alike',
    from: { members: 20, fields: 20, length: 100 },
    pattern: ({ fields: count, length = 0 }) =>
      data(object(times(count, (i) => [`${'a'.repeat(length)}${name(i)}`, ['x']]))),
    event: ({ members, length = 0 }) =>
      JSON.stringify(data(object(times(members, (i) => [`${'a'.repeat(length)}${name(50_000 - i)}`, 'x'])))),
  },
  {
    name: 'a long string',
    from: { length: 5000 },
    pattern: () => data({ a: [{ prefix: 'y' }, { suffix: 'z' }, { cidr: '10.0.0.0/8' }] }),
    event: ({ length = 0 }) => JSON.stringify(data({ a: 'x'.repeat(length), c: 'x'.repeat(length) })),
  },
  {
    name: 'a long string of escapes',
    from: { length: 5000 },
    pattern: () => data({ a: [{ prefix: 'y' }, 'z'] }),
    event: ({ length = 0 }) => `{"data":{"a":"${'\\n'.repeat(length)}","c":"${'\\ud83d\\ude00'.repeat(length)}"}}`,
  },
  {
    name: 'a long string beyond ASCII',
    from: { length: 5000 },
    pattern: () => data({ a: [{ prefix: 'y' }, 'z'] }),
    event: ({ length = 0 }) => JSON.stringify(data({ a: '中'.repeat(length), c: '😀'.repeat(length) })),
  },
  {
    name: 'long numbers',
    dialects: ['aliyun', 'rocketmq'],
    from: { length: 1000 },
    pattern: () => data({ a: [{ numeric: ['>', 5] }, 1.5], b: [7], c: [{ numeric: ['<', 1] }], d: [0.5] }),
    event: ({ length = 0 }) => {
      const digits = '7'.repeat(length);
      return `{"data":{"a":${digits}.${digits},"b":-${digits},"c":1e${digits},"d":0.${digits}e-${digits},"e":${digits}}}`;
    },
  },
  {
    name: 'long numbers of zeros',
    dialects: ['aliyun', 'rocketmq'],
    from: { length: 1000 },
    pattern: () => data({ a: [{ numeric: ['>', 5] }, 1.5], b: [7], c: [{ 'anything-but': 1 }] }),
    event: ({ length = 0 }) => {
      const zeros = '0'.repeat(length);
      return `{"data":{"a":1${zeros}.${zeros}1,"b":0.${zeros}7,"c":1${zeros}1.${zeros}}}`.replaceAll('.}', '.0}');
    },
  },
  {
    name: 'numbers in an array',
    dialects: ['aliyun', 'rocketmq'],
    from: { elements: 200, length: 20 },
    pattern: () => data({ a: [{ numeric: ['<', 5] }, 1.5] }),
    event: ({ elements, length = 0 }) => `{"data":{"a":[${times(elements, (i) => `1${i}.${'3'.repeat(length)}`)}]}}`,
  },
  {
    name: 'equal elements',
    from: { elements: 200, fields: 10 },
    pattern: (size) => data(fields(size.fields, ['y', { prefix: 'z' }])),
    event: ({ elements, fields: count }) =>
      JSON.stringify(
        data(
          fields(
            count,
            times(elements, () => 'x'),
          ),
        ),
      ),
  },
  {
    name: 'elements of which the last is an object',
    from: { elements: 200 },
    pattern: () => wanted,
    event: ({ elements }) => JSON.stringify(data({ a: [...times(elements, () => 'x'), {}] })),
  },
  {
    name: 'many fields below a member, of which the event has none',
    from: { fields: 100, members: 100 },
    pattern: (size) => data(fields(size.fields, [{ exists: false }])),
    event: ({ members }) => JSON.stringify(data(object(times(members, (i) => [`m${i}`, 'x'])))),
  },
  {
    name: 'blanks',
    from: { blanks: 2000 },
    pattern: () => wanted,
    event: ({ blanks = 0 }) => {
      const space = ' \n\r\t'.repeat(blanks);
      return `${space}{${space}"data"${space}:${space}{${space}"a"${space}:${space}[${space}"x"${space}]${space}}${space}}${space}`;
    },
  },
  {
    name: 'members of no value at all',
    from: { members: 300 },
    pattern: () => wanted,
    event: ({ members }) => `{"data":{${times(members, (i) => `"${i}":{},"":[],"-":null`)},"a":"x"}}`,
  },
];

type Read = (event: string | Uint8Array, wellFormed: boolean) => unknown;

/** The scanner alone: reads the paths of a pattern, with every value read to its end. */
function scanner(pattern: object): Read {
  const paths = new Paths();
  for (const [slot, path] of pathsOf(pattern, []).entries()) paths.open(path, slot);
  return (event, wellFormed) =>
    readText(event, wellFormed ? 'trusted' : 'checked', {
      paths,
      read(text, mode) {
        let outcome = scan(text, paths, mode);
        while (outcome === 'paused') outcome = resume();
      },
    });
}

function pathsOf(node: object, path: readonly string[]): string[][] {
  return Object.entries(node).flatMap(([name, value]) =>
    Array.isArray(value) ? [[...path, name]] : pathsOf(value as object, [...path, name]),
  );
}

/** All readers of an event, by name. */
function readers(pattern: object, dialects: readonly DialectName[]): Readonly<Record<string, Read>> {
  const ways: Record<string, Read> = { scanner: scanner(pattern) };
  const source = JSON.stringify(pattern);
  for (const dialect of dialects) {
    const matcher = compilePattern(source, { dialect });
    const set = PatternSet.from([[1, source]], { dialect });
    ways[`matcher of ${dialect}`] = (event, wellFormed) => matcher.matchesJson(event, { wellFormed });
    ways[`set of ${dialect}`] = (event, wellFormed) => set.matchesJson(event, { wellFormed });
  }
  return ways;
}

async function costs({ pattern, event, dialects = ['aliyun'] }: Family, size: Size): Promise<Map<string, number>> {
  const text = event(size);
  const works = new Map<string, () => unknown>();
  for (const [way, read] of Object.entries(readers(pattern(size), dialects)))
    for (const wellFormed of [false, true]) {
      // The first call compiles code, which is not counted.
      read('{}', wellFormed);
      for (const source of [text, new TextEncoder().encode(text)])
        works.set(
          `${way}, ${typeof source === 'string' ? 'string' : 'bytes'}, ${wellFormed ? 'trusted' : 'checked'}`,
          () => read(source, wellFormed),
        );
    }
  const counts = await countEach([...works.values()]);
  return new Map([...works.keys()].map((way, i) => [way, counts[i] as number]));
}

test.each(families)('$name', async (family) => {
  const slower: string[] = [];
  const once = await costs(family, family.from);
  for (const [dimension, size] of Object.entries(family.from)) {
    const twice = await costs(family, { ...family.from, [dimension]: 2 * size });
    for (const [way, few] of once) {
      const many = twice.get(way) as number;
      expect(few, way).toBeGreaterThan(5);
      if (many / few > MOST_GROWTH) slower.push(`twice the ${dimension}, ${way}: ${few} steps, then ${many}`);
    }
  }
  expect(slower).toEqual([]);
});
