/** Patterns that have much to do with each other: a first one, and edits of it, over few names and short words. */
import { negatableOperators, textOperators } from '../../test/support/operator-lists.ts';
import type { DialectName } from '../../test/support/reference.ts';
import type { Random } from '../random.ts';

/** Fields by their written path; conditions are JSON texts, so that 1 and 1.0 stay two. */
type Fields = ReadonlyMap<string, readonly string[]>;

/** Under `rocketmq` the dotted name and the nested one are one path. A field may stand on the way to others in another pattern. */
const PATHS = ['source', 'type', 'data/x', 'data/a', 'data/a/b', 'data/a/c', 'data/a.b'] as const;

const PLAIN = [
  ...['"a"', '"b"', '"ab"', '"ba"', '"abc"', '""', '"1"', '"1.0"', '"true"', '"10.0.0.1"', '"\\ud83d"', '"é"'],
  ...[
    '0',
    '-0',
    '1',
    '1.0',
    '1e0',
    '2',
    '0.9999999',
    '1.0000001',
    '2147483648',
    '-2147483649',
    'true',
    'false',
    'null',
  ],
];
const BOUNDS = ['0', '1', '1', '1.0000001', '2', '-3', '1e9'];
const BLOCKS = ['10.0.0.0/29', '10.0.0.1', '10.0.0.0/30', '10.0.0.0/31', '10.0.0.1/32', '0.0.0.0/0'];

export function relatedPatterns(random: Random, dialect: DialectName, count: number): string[] {
  const first = someFields(random, dialect);
  const all: Fields[] = [first];
  while (all.length < count) {
    all.push(random.once(5) ? someFields(random, dialect) : edited(random.pick(all), random, dialect));
  }
  return all.map(patternText);
}

function someFields(random: Random, dialect: DialectName): Fields {
  const paths = PATHS.filter(() => random.once(3));
  return new Map(paths.map((path) => [path, conditions(random, dialect)]));
}

function edited(fields: Fields, random: Random, dialect: DialectName): Fields {
  const result = new Map(fields);
  for (let edits = 1 + random.below(2); edits > 0; edits--) {
    const path = random.once(3) || result.size === 0 ? random.pick(PATHS) : random.pick([...result.keys()]);
    const before = result.get(path);
    if (before === undefined || random.once(4)) result.set(path, conditions(random, dialect));
    else if (random.once(2)) result.set(path, [...before, condition(random, dialect)]);
    else if (before.length > 1) result.set(path, before.toSpliced(random.below(before.length), 1));
    else result.delete(path);
  }
  return result;
}

function patternText(fields: Fields): string {
  const { '': roots = [], data = [], a = [] } = membersByParent(fields);
  const inA = a.length === 0 ? [] : [`"a":{${a.join(',')}}`];
  const inData = [...data.filter((member) => inA.length === 0 || !member.startsWith('"a":')), ...inA];
  return `{${[...roots, ...(inData.length === 0 ? [] : [`"data":{${inData.join(',')}}`])].join(',')}}`;
}

function membersByParent(fields: Fields): Partial<Record<string, string[]>> {
  const members: Partial<Record<string, string[]>> = {};
  for (const [path, list] of fields) {
    const [name = '', parent = ''] = path.split('/').reverse();
    members[parent] = [...(members[parent] ?? []), `${JSON.stringify(name)}:[${list.join(',')}]`];
  }
  return members;
}

function conditions(random: Random, dialect: DialectName): string[] {
  return random.list(1, 3, () => condition(random, dialect));
}

function condition(random: Random, dialect: DialectName): string {
  const word = (): string => random.pick(['"a"', '"b"', '"ab"', '"ba"', '"c"', '"bca"', '"1"', '"10.0"', '"é"']);
  const contains = dialect === 'aliyun' ? 1 : 0;
  const operator = (): string => random.pick(textOperators(dialect));
  const comparison = (): string => `"${random.pick(['=', '!=', '<', '<=', '>', '>='])}",${random.pick(BOUNDS)}`;
  return random.weighted(
    [5, () => random.pick(PLAIN)],
    [4, () => `{"${operator()}":${word()}}`],
    [2, () => `{"anything-but":[${random.list(0, 2, () => random.pick(PLAIN)).join(',')}]}`],
    [1, () => `{"anything-but":{"${random.pick(negatableOperators(dialect))}":${word()}}}`],
    [2, () => `{"numeric":[${random.list(1, 2, comparison).join(',')}]}`],
    [1, () => `{"cidr":"${random.pick(BLOCKS)}"}`],
    [2, () => `{"exists":${random.once(2)}}`],
    [contains, () => `{"prefix":${word()},"suffix":${word()},"contains":${word()}}`],
    [contains, () => `{"prefix":${word()},"anything-but":${random.pick(PLAIN)}}`],
  );
}
