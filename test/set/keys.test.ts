/** Sets whose plain values are looked up in WebAssembly: they answer as single matchers do, whatever stands in a text. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Random } from '../../fuzz/random.ts';
import { compilePattern, type Matcher, PatternSet } from '../../src/index.ts';
import { EventSpace } from '../../src/pattern/scan/event-space.ts';
import { loadWebAssembly } from '../../src/pattern/scan/scan.ts';
import { loadWasm } from '../../src/pattern/scan/wasm/load.ts';
import { collectGarbage } from '../support/garbage.ts';
import { runs } from '../support/runs.ts';
import { byStrategy, engines, type Strategy, strategies, withEngine } from '../support/strategies.ts';

const SEED = Number(process.env.EB_PATTERN_SEED ?? 15);
const DIALECTS = ['aliyun', 'rocketmq'] as const;
type Dialect = (typeof DIALECTS)[number];

/** Equal beginnings, and lengths around those that are compared at once. */
const strings = [
  '',
  'a',
  'ab',
  'abc',
  'abcd',
  'abcdefg',
  'abcdefgh',
  'abcdefghi',
  'abcdefgx',
  'é',
  '😀',
  '\ud800',
  '"',
  '\\',
];
const longStrings = ['x'.repeat(70), `${'x'.repeat(70)}y`, `${'x'.repeat(69)}z`];
const values = [
  ...strings,
  ...longStrings,
  '1',
  'true',
  1,
  0,
  -1,
  10,
  999_999_999,
  1_234_567_890,
  1.5,
  100,
  true,
  false,
  null,
];

type Value = (typeof values)[number];

/** JSON texts of a value, of one that is nearly the same, and of others. */
function valueText(random: Random, some: readonly Value[]): string {
  const value = random.pick(some);
  const text = JSON.stringify(value);
  switch (random.below(16)) {
    case 0:
      return typeof value === 'string'
        ? JSON.stringify(`${value}x`)
        : `${text}0`.replace(/^(true|false|null|0)0$/, '$1');
    case 1:
      return typeof value === 'string' ? JSON.stringify(value.slice(0, -1)) : text;
    case 2:
      if (typeof value === 'string') return text.replace(/[a-z]/, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
      if (!/^\d+$/.test(text)) return text;
      return random.pick([`-${text}`, `${text}.0`, `${text}e0`]);
    case 3:
      return `[${text}, ${JSON.stringify(random.pick(some))}]`;
    case 4:
      return random.pick([
        '[]',
        '{}',
        '[[1]]',
        '{"a":"a"}',
        '["a",{}]',
        '1.0',
        '1e0',
        '-0',
        '-1',
        '1E2',
        '0.1e1',
        '10e-1',
      ]);
    default:
      return text;
  }
}

function patternText(random: Random, some: readonly Value[]): string {
  const condition = (): unknown => {
    if (random.once(12)) return [{ prefix: random.pick(['a', 'abc', 'x']) }];
    if (random.once(16)) return [{ exists: random.once(2) }];
    if (random.once(16)) return [{ 'anything-but': [random.pick(strings)] }];
    return random.once(6) ? [random.pick(some), random.pick(some)] : [random.pick(some)];
  };
  const data: Record<string, unknown> = {};
  // Most share one value, so that they are filed by several.
  if (!random.once(5)) data.a = ['abc'];
  for (const name of ['b', 'c', 'd']) if (random.once(2)) data[name] = condition();
  if (random.once(20)) for (let i = 0; i < 9; i++) data[`n${i}`] = [i];
  return JSON.stringify({
    ...(random.once(3) ? { source: ['abc'] } : {}),
    data: { ...data, b: data.b ?? condition() },
  });
}

function eventText(random: Random, some: readonly Value[]): string {
  const names = ['a', 'b', 'c', 'd', ...Array.from({ length: 9 }, (_, i) => `n${i}`)].filter(() => !random.once(5));
  const members = names.map((name, i) => {
    const text = name === 'a' && !random.once(4) ? '"abc"' : name.length > 1 ? String(i - 4) : valueText(random, some);
    return `"${name}"${random.once(9) ? ' ' : ''}:${random.once(9) ? '\n' : ''}${text}`;
  });
  if (random.once(9)) members.reverse();
  const data = `"data":{${members.join(random.once(2) ? ',' : ' , ')}}`;
  return random.once(2) ? `{"source":"abc",${data}}` : `{${data},"source":${valueText(random, some)}}`;
}

const inWebAssembly = strategies.filter(({ engine }) => engine === 'WebAssembly');

/** A set, and single matchers by the JavaScript engine in its place. */
class Both {
  readonly set: PatternSet<number>;
  private readonly matchers = new Map<number, Matcher>();
  private readonly dialect: Dialect;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    this.set = new PatternSet<number>({ dialect });
  }

  add(id: number, pattern: string): void {
    this.set.add(id, pattern);
    this.matchers.set(id, compilePattern(pattern, { dialect: this.dialect }));
  }

  delete(id: number): void {
    expect(this.set.delete(id)).toBe(this.matchers.delete(id));
  }

  check(strategy: Strategy, n: number, event: string): void {
    const expected = withEngine('JavaScript', () =>
      [...this.matchers].filter(([, matcher]) => matcher.matchesJson(event)).map(([id]) => id),
    );
    const found = byStrategy(strategy, n, event, (...given) => this.set.matchesJson(...given));
    expect(found, `${event} by ${strategy.name}`).toEqual(expected);
  }
}

describe.runIf(engines.includes('WebAssembly'))('plain values in WebAssembly', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(DIALECTS)('answer as single matchers, after any additions and deletions: %s', (dialect) => {
    const scan = vi.spyOn(loadWebAssembly() as NonNullable<ReturnType<typeof loadWebAssembly>>, 'scan');
    let events = 0;
    for (let n = 0; n < runs(400); n++) {
      const random = new Random(SEED, n);
      const both = new Both(dialect);
      // Few, so that patterns and events often have the same ones.
      const some = random.list(2, 4, () => random.pick(values));
      const size = random.pick([1, 3, 40, 120]);
      for (let id = 0; id < size; id++) both.add(id, patternText(random, some));
      for (let round = 0; round < 3; round++) {
        for (let k = 0; k < 6; k++) both.check(random.pick(inWebAssembly), ++events, eventText(random, some));
        for (let id = 0; id < size; id++) if (random.once(3)) both.delete(id);
        for (let k = 0; k < size / 3; k++) both.add(size * (round + 1) + k, patternText(random, some));
      }
    }
    const answered = scan.mock.results.filter(({ value }) => value === 'answered').length;
    expect(answered).toBeGreaterThan(events / 3);
    expect(answered).toBeLessThan(scan.mock.results.length);
  });

  it.each(DIALECTS)('have one spelling, or are left to JavaScript: %s', (dialect) => {
    const both = new Both(dialect);
    for (const [id, n] of ['0', '1', '-1', '100', '1.5', '123456789', '1234567890', 'true', 'null', '"1"'].entries())
      both.add(id, `{"data":{"n":[${n}]}}`);
    const texts = [
      '0',
      '-0',
      '0.0',
      '0e5',
      '1',
      '1.0',
      '10e-1',
      '-1',
      '-1.0',
      '100',
      '1e2',
      '1E+2',
      '1.5',
      '15e-1',
      '1.50',
    ];
    const more = [
      '123456789',
      '123456789.0',
      '1234567890',
      '12345678901',
      'true',
      'false',
      'null',
      '"1"',
      '"\\u0031"',
      '[1]',
      '{}',
    ];
    for (const strategy of inWebAssembly.filter(({ source }) => source === 'bytes'))
      for (const n of [...texts, ...more]) both.check(strategy, n.length, `{"data":{"n":${n}}}`);
  });

  it('differ when only their hashes are equal', () => {
    const { exports } = loadWasm() as NonNullable<ReturnType<typeof loadWasm>>;
    // Strings at the first path of a set have the tag 0.
    const [one, other] = twoOfOneHash((address, length) => exports.hashOfValue(0, address, length));
    const both = new Both('aliyun');
    both.add(1, JSON.stringify({ source: [one] }));
    for (const strategy of inWebAssembly)
      for (const source of [one, other]) both.check(strategy, 0, JSON.stringify({ source }));
    both.add(2, JSON.stringify({ source: [other] }));
    for (const source of [one, other, `${one}0`])
      both.check(inWebAssembly[0] as Strategy, 0, JSON.stringify({ source }));
  });

  it('are found in texts that outgrow the memory while they are read', () => {
    const both = new Both('aliyun');
    for (const id of [6, 7]) both.add(id, JSON.stringify({ source: ['a'], data: { last: [`value ${id}`] } }));
    for (const length of [100, 100_000, 5_000_000, 1000])
      for (const strategy of inWebAssembly.slice(0, 4))
        both.check(
          strategy,
          0,
          JSON.stringify({ source: 'a', pad: 'é'.repeat(length / 2), data: { last: 'value 7' } }),
        );
  });

  it('are found where thousands of them differ in their ends alone', () => {
    const scan = vi.spyOn(loadWebAssembly() as NonNullable<ReturnType<typeof loadWebAssembly>>, 'scan');
    for (const pad of ['', 'x', 'xxxxxxx', 'xxxxxxxxxxx']) {
      const set = PatternSet.from(Array.from({ length: 5000 }, (_, i) => [i, { source: [`${pad}${i}`] }] as const));
      for (const i of [7, 4999, 5000])
        expect(withEngine('WebAssembly', () => set.matchesJson(`{"source":"${pad}${i}"}`))).toEqual(
          i < 5000 ? [i] : [],
        );
    }
    expect(scan.mock.results.filter(({ value }) => value !== 'answered')).toHaveLength(2 * 4);
  });

  it('are looked up only while they decide some texts, and again after a change', () => {
    const scan = vi.spyOn(loadWebAssembly() as NonNullable<ReturnType<typeof loadWebAssembly>>, 'scan');
    const set = new PatternSet();
    set.add('a', { source: ['a'], type: [{ prefix: 'x' }] });
    const outcomes = (source: string, times: number): Set<unknown> => {
      scan.mockClear();
      for (let i = 0; i < times; i++)
        expect(withEngine('WebAssembly', () => set.matchesJson(`{"source":"${source}","type":"y"}`))).toEqual([]);
      return new Set(scan.mock.results.slice(3).map(({ value }) => value));
    };
    expect(outcomes('b', 100)).toEqual(new Set(['answered']));
    expect(outcomes('a', 4200)).toEqual(new Set(['ended']));
    expect(outcomes('b', 10)).toEqual(new Set(['ended']));
    set.add('b', { source: ['c'] });
    expect(outcomes('b', 10)).toEqual(new Set(['answered']));
  });

  it('leave more matches than hits are kept of to JavaScript', () => {
    const both = new Both('aliyun');
    for (let id = 0; id < 5000; id++) both.add(id, '{"source":["a"],"type":["b"]}');
    both.check(inWebAssembly[0] as Strategy, 0, '{"source":"a","type":"b"}');
  });

  it('take no more memory for many sets than for those that exist at a time', async () => {
    const size = (): number => loadWasm()?.memory.buffer.byteLength ?? 0;
    const make = (): void => {
      for (let i = 0; i < 20; i++) {
        const set = PatternSet.from(
          Array.from({ length: 400 }, (_, k) => [k, JSON.stringify({ source: [`a value of the set ${k}`] })] as const),
        );
        const event = '{"source":"a value of the set 7"}';
        expect(withEngine('WebAssembly', () => set.matchesJson(event))).toEqual([7]);
        expect(withEngine('WebAssembly', () => set.matchesJson(event))).toEqual([7]);
        // A change gives back what was made before it.
        set.delete(7);
        expect(withEngine('WebAssembly', () => set.matchesJson(event))).toEqual([]);
      }
    };
    make();
    const before = size();
    for (let round = 0; round < 2; round++) {
      await collectGarbage();
      make();
    }
    expect(size()).toBe(before);
  });
});

/** Two short strings of one hash. `hash` is that of the bytes at an address of the memory. */
function twoOfOneHash(hash: (address: number, length: number) => number): readonly [string, string] {
  const space = withEngine('WebAssembly', () => new EventSpace(1 << 10));
  const known = new Map<number, string>();
  for (let i = 0; i < 5_000_000; i++) {
    const text = i.toString(36).padStart(5, '0');
    for (let k = 0; k < 8; k++) space.bytes[space.start + k] = k < text.length ? text.charCodeAt(k) : 0;
    const place = hash(space.start, text.length);
    const same = known.get(place);
    if (same !== undefined) return [same, text];
    known.set(place, text);
  }
  throw new Error('no two texts have one hash');
}
