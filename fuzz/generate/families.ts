/** Patterns and events that meet each other in many ways, each family made to strain one part of a set. */
import { readJson } from '../../test/support/json.ts';
import { textOperators } from '../../test/support/operator-lists.ts';
import { type DialectName, fieldsOf } from '../../test/support/reference.ts';
import type { Random } from '../random.ts';
import { Aim, eventText } from './event.ts';
import { anyPattern } from './pattern.ts';

export interface Family {
  readonly pattern: () => string;
  readonly event: () => string;
}

type Make = (random: Random, dialect: DialectName) => Family;

const text = (value: unknown): string => JSON.stringify(value);

/** Words over two letters: most are the beginning, the end or a part of others. */
function word(random: Random, most: number): string {
  return random.list(1, most, () => random.pick(['a', 'b'])).join('');
}

/** A few patterns of every kind under many ids, and events near them. */
const general: Make = (random, dialect) => {
  const patterns = random.list(1, 12, () => anyPattern(random, dialect));
  const aims = patterns.map((pattern) => new Aim(fieldsOf(readJson(pattern), dialect), dialect));
  return { pattern: () => random.pick(patterns), event: () => eventText(random.pick(aims).event(random), random) };
};

/** Few names and short words, all operators. */
const crowded: Make = (random, dialect) => {
  const number = (): number => random.below(12) - 4;
  const condition = (): unknown =>
    random.weighted<unknown>(
      [2, () => word(random, 4)],
      [2, number],
      [1, () => random.pick([true, false, null])],
      [1, () => ({ prefix: word(random, 3) })],
      [1, () => ({ suffix: word(random, 3) })],
      [1, () => ({ numeric: [random.pick(['=', '!=', '<', '<=', '>', '>=']), number()] })],
      [1, () => ({ numeric: ['>=', number(), '<', number()] })],
      [1, () => ({ cidr: `10.0.0.${random.below(8)}/${28 + random.below(5)}` })],
      [1, () => ({ exists: !random.once(4) })],
      [1, () => ({ 'anything-but': [word(random, 2), random.below(4)] })],
      [1, () => ({ 'anything-but': { prefix: word(random, 1) } })],
      [dialect === 'aliyun' ? 1 : 0, () => ({ contains: word(random, 3) })],
      [dialect === 'aliyun' ? 1 : 0, () => ({ prefix: 'a', suffix: word(random, 2) })],
    );
  const scalar = (): unknown =>
    random.pick([word(random, 5), number(), random.below(120) / 10 - 4, `10.0.0.${random.below(10)}`, null, true, '1']);
  const value = (): unknown =>
    random.weighted<unknown>(
      [6, scalar],
      [2, () => random.list(0, 4, scalar)],
      [1, () => random.pick([{ x: 1 }, [scalar(), [1]], []])],
    );
  const some = (make: () => unknown, inSo: number): object =>
    Object.fromEntries(['s', 'n', 'd', 'e'].filter(() => !random.once(inSo)).map((name) => [name, make()]));
  return {
    pattern: () => {
      const data = some(() => random.list(1, 2, condition), 2);
      return text({
        ...(random.once(5) ? {} : { source: ['shared'] }),
        ...(random.once(3) ? { type: [word(random, 2)] } : {}),
        ...(Object.keys(data).length === 0 ? {} : { data }),
      });
    },
    event: () =>
      text({
        source: random.once(6) ? 'other' : 'shared',
        type: word(random, 2),
        ...(random.once(12) ? {} : { data: some(value, 5) }),
      }),
  };
};

/** The same long lists in several fields: their product is large. */
const lists: Make = (random) => {
  const names = ['a', 'b', 'c', 'd'];
  const values = Array.from({ length: 12 }, (_, i) => `v${i}`);
  const shared = names.map(() => values.slice(0, 4 + random.below(8)));
  return {
    pattern: () =>
      text({ data: Object.fromEntries(names.map((name, i) => [name, random.once(9) ? ['v0'] : shared[i]])) }),
    event: () =>
      text({
        data: Object.fromEntries(
          names.map((name) => [
            name,
            random.once(4) ? random.list(0, 3, () => random.pick(values)) : random.pick(values),
          ]),
        ),
      }),
  };
};

/** Beginnings, endings and parts that contain each other. */
const nested: Make = (random, dialect) => {
  const run = (): string => 'a'.repeat(1 + random.below(70));
  const operators = textOperators(dialect);
  return {
    pattern: () =>
      text({ source: random.list(1, 2, () => ({ [random.pick(operators)]: (random.once(4) ? 'b' : '') + run() })) }),
    event: () => text({ source: random.pick(['', 'b']) + run() + random.pick(['', '', 'b', 'é']) }),
  };
};

/** Many that exclude values, and arrays with equal elements. */
const excluded: Make = (random) => {
  const value = (): unknown => (random.once(5) ? random.below(3) : word(random, 3));
  return {
    pattern: () =>
      text({
        ...(random.once(2) ? { source: [{ 'anything-but': random.list(1, 3, value) }] } : {}),
        data: { a: [{ 'anything-but': random.list(1, 40, value) }], ...(random.once(3) ? { b: ['x'] } : {}) },
      }),
    event: () => {
      const element = value();
      const list = random.list(1, 60, () => (random.once(9) ? value() : element));
      return text({ source: value(), data: { a: random.once(3) ? element : list, b: random.pick(['x', 'y']) } });
    },
  };
};

/** Members that come many times, with many fields below them: only the last one counts. */
const duplicates: Make = (random) => {
  const fields = (least: number): string => random.list(least, 20, (i) => `"f${i}":${random.below(3)}`).join(',');
  return {
    pattern: () =>
      text({
        data: {
          [`f${random.below(12)}`]: random.list(1, 2, () => random.below(3)),
          [`f${12 + random.below(9)}`]: [{ exists: random.once(2) }],
        },
      }),
    event: () => {
      const copies = random.list(1, 6, () => random.pick(['"data":1', '"data":[1]', `"data":{${fields(0)}}`]));
      // An array of numbers is a field too; f0 is written with an escape now and then.
      const last = `"data":{${fields(10).replace('"f0"', random.pick(['"f0"', '"\\u00660"']))}}`;
      return `{${[...copies, last, ...(random.once(5) ? ['"data":{}'] : [])].join(',')}}`;
    },
  };
};

/** Names of one length and one hash (31 is the factor), so that the trie cannot tell them apart early. */
const collisions: Make = (random) => {
  const name = (): string => random.list(4, 4, () => random.pick(['Aa', 'BB'])).join('');
  return {
    pattern: () => text({ data: Object.fromEntries(random.list(1, 2, () => [name(), [random.below(2)]])) }),
    event: () => text({ data: Object.fromEntries(random.list(4, 16, () => [name(), random.below(2)])) }),
  };
};

/** Intervals that share their ends. */
const intervals: Make = (random) => {
  const bound = (): number => random.pick([0, 1, 1, 1, 2, 5, 1e9, -1e9, 5.0000001]);
  const comparison = (): unknown[] => [random.pick(['=', '!=', '<', '<=', '>', '>=']), bound()];
  return {
    pattern: () =>
      text({
        data: {
          n: random.list(1, 3, () => ({
            numeric: random.once(3) ? comparison() : ['>=', bound(), '<', Math.min(bound() + 3, 1e9)],
          })),
        },
      }),
    event: () => {
      const number = (): number => bound() + random.pick([0, 0, 5e-8, -5e-8, 1e-7, 1, 0.5]);
      return text({ data: { n: random.once(3) ? random.list(1, 8, number) : number() } });
    },
  };
};

/** Blocks inside each other, and addresses at their borders. */
const blocks: Make = (random) => {
  const part = (): number => random.pick([0, 1, 7, 8, 127, 128, 254, 255]);
  const address = (): string => `10.${random.below(2)}.${part()}.${part()}`;
  return {
    pattern: () =>
      text({
        data: {
          ip: random.list(1, 2, () => ({ cidr: `${address()}/${random.pick([0, 8, 16, 20, 24, 30, 31, 32])}` })),
        },
      }),
    event: () => text({ data: { ip: random.once(4) ? random.list(1, 3, address) : address() } }),
  };
};

const families: readonly Make[] = [
  ...[general, general, crowded, crowded, lists, nested, excluded, duplicates, collisions, intervals, blocks],
];

/** One family, or two side by side in one set. */
export function anyFamily(random: Random, dialect: DialectName): Family {
  const one = random.pick(families)(random, dialect);
  if (!random.once(4)) return one;
  const other = random.pick(families)(random, dialect);
  const either = (): Family => (random.once(2) ? one : other);
  return { pattern: () => either().pattern(), event: () => either().event() };
}
