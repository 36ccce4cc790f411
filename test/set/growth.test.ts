/**
 * Law: doubling one dimension of a hostile set or event at most doubles the steps; 2.2 leaves something for thresholds. The sizes are
 * chosen so that no family changes to another index in between.
 */
import { afterAll, expect, test } from 'vitest';
import type { DialectName } from '../../src/index.ts';
import { countSteps } from '../support/steps.ts';

// The seeds of hash tables, by which the number of probes would differ from run to run.
let drawn = 0;
const { random } = Math;
Math.random = () => ((drawn++ + 1) * 0.754_877_666_2) % 1;
afterAll(() => {
  Math.random = random;
});

const { PatternSet } = await import('../../src/index.ts');

type Patterns = readonly (readonly [number, object])[];

type Costs = Readonly<Record<'add' | 'match' | 'remove', number>>;

interface Family {
  readonly name: string;
  /** Default: the default of sets. */
  readonly dialect?: DialectName;
  /** The first size of each dimension. */
  readonly from: Readonly<Record<string, number>>;
  /** The dimension in whose square the input grows. */
  readonly squares?: string;
  readonly patterns: (size: Readonly<Record<string, number>>) => object[];
  readonly events?: (size: Readonly<Record<string, number>>) => string[];
}

const times = <T>(count = 0, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const list = (count: number | undefined, begin: string): string[] => times(count, (i) => begin + i);
const fields = <T>(count: number | undefined, value: (i: number) => T): Record<string, T> =>
  Object.fromEntries(times(count, (i) => [`f${String(i).padStart(5, '0')}`, value(i)]));

const families: readonly Family[] = [
  {
    name: 'the same lists under many ids',
    // Lists too long to be indexed: one field of each size is looked up, and all others are evaluated.
    from: { ids: 40, values: 16, fields: 8 },
    patterns: ({ ids, values, fields: count }) =>
      times(ids, () => ({ data: fields(count, (i) => list(values, `${i}:`)) })),
    events: ({ fields: count }) => [JSON.stringify({ data: fields(count, (i) => `${i}:1`) })],
  },
  {
    name: 'nearly equal lists',
    from: { ids: 40, values: 10, fields: 16 },
    patterns: ({ ids, values, fields: count }) =>
      times(ids, (id) => ({ data: fields(count, (i) => [...list(values, `${i}:`), `own ${id}`]) })),
    events: ({ fields: count }) => [JSON.stringify({ data: fields(count, (i) => `${i}:1`) })],
  },
  {
    name: 'lists of beginnings that contain each other',
    squares: 'values',
    from: { ids: 40, values: 10, fields: 3 },
    patterns: ({ ids, values, fields: count }) =>
      times(ids, () => ({ data: fields(count, () => times(values, (k) => ({ prefix: 'a'.repeat(k + 1) }))) })),
    events: ({ values, fields: count }) => [JSON.stringify({ data: fields(count, () => 'a'.repeat(values ?? 0)) })],
  },
  {
    name: 'arrays of equal elements in many fields',
    from: { ids: 40, elements: 20, fields: 3 },
    patterns: ({ ids, fields: count }) =>
      times(ids, (id) => ({ data: { ...fields(count, () => ['x']), id: [{ 'anything-but': `v${id}` }] } })),
    events: ({ elements, fields: count }) => [
      JSON.stringify({ data: { ...fields(count, () => times(elements, () => 'x')), id: 'q' } }),
    ],
  },
  {
    name: 'arrays of elements that lead to the same patterns',
    from: { ids: 40, elements: 20, fields: 4 },
    patterns: ({ ids, fields: count }) =>
      times(ids, () => ({ data: fields(count, () => [{ prefix: 'x' }, { numeric: ['>', 5] }]) })),
    events: ({ elements, fields: count }) => [
      JSON.stringify({ data: fields(count, () => times(elements, (i) => (i % 2 === 0 ? `x${i}` : i))) }),
    ],
  },
  {
    name: 'duplicates above many fields',
    from: { ids: 200, duplicates: 100 },
    patterns: ({ ids }) => times(ids, (id) => ({ data: fields(id + 1, () => ['x']) })).slice(-1),
    events: ({ duplicates }) => [`{${times(duplicates, () => '"data":{"f00001":1}').join(',')}}`],
  },
  {
    name: 'anything-but against long arrays',
    from: { ids: 100, elements: 50, values: 4 },
    patterns: ({ ids, values }) =>
      times(ids, (id) => ({ source: [{ 'anything-but': [`own ${id}`, ...list(values, 'v')] }] })),
    events: ({ elements, values }) => [
      JSON.stringify({ source: times(elements, (i) => `v${i % (values ?? 1)}`) }),
      JSON.stringify({ source: list(elements, 'w') }),
    ],
  },
  {
    name: 'anything-but a beginning against arrays that have it',
    from: { ids: 100, elements: 50 },
    patterns: ({ ids }) => times(ids, () => ({ source: [{ 'anything-but': { prefix: 'v' } }] })),
    events: ({ elements }) => [JSON.stringify({ source: list(elements, 'v') })],
  },
  {
    name: 'intervals of one low end against arrays of numbers',
    from: { ids: 100, elements: 50 },
    patterns: ({ ids }) => times(ids, (id) => ({ data: { n: [{ numeric: ['>', 0, '<', 1000 + id] }] } })),
    events: ({ elements }) => [JSON.stringify({ data: { n: times(elements, (i) => i + 1) } })],
  },
  {
    name: 'names of one length',
    from: { ids: 100 },
    patterns: ({ ids }) => times(ids, (id) => ({ data: { [`n${String(id).padStart(5, '0')}`]: ['x'] } })),
    events: ({ ids }) => [`{"data":{${times(ids, (id) => `"n${String(id).padStart(5, '0')}":"x"`).join(',')}}}`],
  },
  {
    name: 'names of one hash, of the kind 31 h + c',
    from: { ids: 128 },
    patterns: ({ ids }) => times(ids, (id) => ({ data: { [collision(id)]: ['x'] } })),
    events: ({ ids }) => [`{"data":{${times(ids, (id) => `"${collision(id)}":"x"`).join(',')}}}`],
  },
  {
    name: 'parts that contain each other',
    from: { ids: 100, length: 200 },
    patterns: ({ ids }) =>
      times(ids, (id) => ({ source: [{ contains: 'a'.repeat(1 + (id % 20)) + 'b'.repeat(Math.floor(id / 20)) }] })),
    events: ({ length }) => [JSON.stringify({ source: 'a'.repeat(length ?? 0) })],
  },
  {
    name: 'wildcards with many stars that begin alike',
    dialect: 'aws',
    from: { ids: 100, stars: 8, length: 200 },
    patterns: ({ ids, stars }) =>
      times(ids, (id) => ({ a: [{ wildcard: `${'a*'.repeat(stars ?? 0)}b${String.fromCharCode(0x4e00 + id)}` }] })),
    events: ({ length }) => [JSON.stringify({ a: 'a'.repeat(length ?? 0) })],
  },
  {
    name: 'wildcards of one part in their middle',
    dialect: 'aws',
    from: { ids: 100, length: 400 },
    patterns: ({ ids }) => times(ids, (id) => ({ a: [{ wildcard: `*${'ab'.repeat(3)}*${id}` }] })),
    events: ({ length }) => [JSON.stringify({ a: 'ab'.repeat((length ?? 0) / 2) })],
  },
  {
    name: 'many alternatives of many patterns',
    dialect: 'aws',
    from: { ids: 40, alternatives: 40 },
    patterns: ({ ids, alternatives }) =>
      times(ids, (id) => ({
        $or: times(alternatives, (i) => ({ a: [`${i}`], b: [{ prefix: String(id).padStart(3, '0') }] })),
      })),
    events: ({ alternatives }) => [JSON.stringify({ a: list(alternatives, ''), b: '000' })],
  },
  {
    name: 'objects in an array of which none has both values',
    dialect: 'aws',
    from: { ids: 40, elements: 200 },
    patterns: ({ ids }) => times(ids, (id) => ({ e: { f: ['A'], l: [{ 'anything-but': ['B', `own ${id}`] }] } })),
    events: ({ elements }) => [
      JSON.stringify({ e: times(elements, (i) => (i % 2 === 0 ? { f: 'A', l: 'B' } : { f: 'C', l: 'D' })) }),
    ],
  },
  {
    name: 'many fields through one array',
    dialect: 'aws',
    from: { ids: 10, elements: 40, fields: 25 },
    patterns: ({ ids, fields: count }) => times(ids, (id) => ({ e: { ...fields(count, () => ['x']), id: [id] } })),
    events: ({ elements, fields: count }) => [
      JSON.stringify({ e: times(elements, (k) => ({ ...fields(count, (i) => (i === k ? 'y' : 'x')), id: 0 })) }),
    ],
  },
  {
    name: 'what is missing in the elements of an array',
    dialect: 'aws',
    from: { ids: 40, elements: 100 },
    patterns: ({ ids }) => times(ids, (id) => ({ e: { a: [{ prefix: 'x' }], b: [{ exists: false }], c: [id] } })),
    events: ({ elements }) => [JSON.stringify({ e: times(elements, (i) => ({ a: `x${i}`, b: 1, c: i % 7 })) })],
  },
  {
    name: 'arrays in arrays',
    dialect: 'aws',
    from: { ids: 40, elements: 100, levels: 20 },
    patterns: ({ ids }) => times(ids, (id) => ({ e: { f: ['A'], l: [{ 'anything-but': `own ${id}` }] } })),
    events: ({ elements, levels }) => [
      JSON.stringify({
        e: times(levels, () => 0).reduce<unknown>(
          (inner) => [inner, { f: 'B' }],
          times(elements, (i) => ({ f: 'A', m: i })),
        ),
      }),
    ],
  },
  {
    name: 'texts whose case is ignored, in arrays',
    dialect: 'aws',
    from: { ids: 100, elements: 50 },
    patterns: ({ ids }) =>
      times(ids, (id) => ({
        a: [{ 'equals-ignore-case': `Value ${id}` }, { prefix: { 'equals-ignore-case': 'VAL' } }],
      })),
    events: ({ elements }) => [JSON.stringify({ a: list(elements, 'VALUE ') })],
  },
  {
    name: 'addresses in blocks of both families',
    dialect: 'aws',
    from: { ids: 100, elements: 50 },
    patterns: ({ ids }) =>
      times(ids, (id) => ({ a: [{ cidr: `2001:db8:${id.toString(16)}::/48` }, { cidr: `10.${id}.0.0/16` }] })),
    events: ({ elements }) => [JSON.stringify({ a: times(elements, (i) => `2001:db9:${i.toString(16)}::1`) })],
  },
  {
    name: 'texts whose case is ignored, each in one element',
    dialect: 'aws',
    from: { ids: 150 },
    patterns: ({ ids }) => times(ids, (id) => ({ a: [{ 'equals-ignore-case': `Value ${id}` }] })),
    events: ({ ids }) => [JSON.stringify({ a: list(ids, 'VALUE ') })],
  },
  {
    name: 'addresses and small blocks that begin alike, of which each element is in one or beside all',
    dialect: 'aws',
    from: { ids: 150 },
    patterns: ({ ids }) =>
      times(ids, (id) => ({ a: [{ cidr: `2001:db8::${id.toString(16)}:0/${id % 2 === 0 ? 112 : 120}` }] })),
    events: ({ ids }) => [
      JSON.stringify({ a: times(ids, (i) => `2001:db8::${i.toString(16)}:5`) }),
      JSON.stringify({ a: times(ids, (i) => `2001:db8::1:${i.toString(16)}:5`) }),
    ],
  },
  {
    name: 'numbers, each in one element',
    dialect: 'aws',
    from: { ids: 150 },
    patterns: ({ ids }) => times(ids, (id) => ({ a: [{ numeric: ['=', id + 0.5] }] })),
    events: ({ ids }) => [JSON.stringify({ a: times(ids, (i) => i + 0.5) })],
  },
  {
    name: 'small blocks of IPv6 that agree in their first digits',
    dialect: 'aws',
    from: { ids: 200 },
    patterns: ({ ids }) => times(ids, (id) => ({ a: [{ cidr: `2001:db8::${id.toString(16)}:0:0/112` }] })),
    events: () => ['{"a":"2001:db8::1:0:7"}'],
  },
];

function collision(id: number): string {
  return id.toString(2).padStart(12, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB');
}

const cases = families.flatMap((family) => Object.keys(family.from).map((dimension) => ({ family, dimension })));

test.each(cases)('$family.name: twice the $dimension', async ({ family, dimension }) => {
  const costs = async (factor: number): Promise<Costs> => {
    const size = { ...family.from, [dimension]: (family.from[dimension] as number) * factor };
    const patterns: Patterns = family.patterns(size).map((pattern, i) => [i, pattern] as const);
    const events = family.events?.(size) ?? [];
    const set = new PatternSet<number>({ dialect: family.dialect });
    const add = await countSteps(() => {
      for (const [id, pattern] of patterns) set.add(id, JSON.stringify(pattern));
    });
    const match = await countSteps(() => {
      for (const event of events) set.matchesJson(event);
      for (const event of events) set.matches(JSON.parse(event));
    });
    const remove = await countSteps(() => {
      for (const [id] of patterns) set.delete(id);
    });
    return { add, match, remove };
  };
  const [small, large] = [await costs(1), await costs(2)];
  const allowed = family.squares === dimension ? 4.4 : 2.2;
  for (const what of ['add', 'match', 'remove'] as const) {
    expect(small[what], what).toBeGreaterThan(20);
    expect(large[what] / small[what], `${what}: ${small[what]} steps, then ${large[what]}`).toBeLessThan(allowed);
  }
});
