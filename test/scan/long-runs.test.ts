import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { compilePattern, PatternSet } from '../../src/index.ts';
import { readText } from '../../src/pattern/scan/event-text.ts';
import { Paths } from '../../src/pattern/scan/paths.ts';
import { scan } from '../../src/pattern/scan/scan.ts';

const ENDS = [2 ** 31 - 1000, 2 ** 31 - 2, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, Number.MAX_VALUE];

describe('paths whose internal counter wraps', () => {
  test.each(ENDS)('gives the same answers: %d', (end) => {
    const paths = new Paths();
    paths.open(['a'], 0);
    paths.open(['b', 'c'], 1);
    const [a, b] = [paths.watch('a'), paths.watch('b')];
    const read = (): boolean[] => [paths.has(0), paths.has(1), paths.saw(a), paths.saw(b)];
    const found = (text: string): boolean[] =>
      readText(text, 'checked', {
        paths,
        read: (opened, mode) => {
          scan(opened, paths, mode);
          return read();
        },
      });
    const texts = [
      ['{"a":1}', [true, false, true, false]],
      ['{"b":{"c":1},"x":{}}', [false, true, false, true]],
      ['{"b":{"c":1},"b":{}}', [false, false, false, true]],
      ['{}', [false, false, false, false]],
    ] as const;
    for (const [text, expected] of texts) expect(found(text)).toEqual(expected);
    Object.assign(paths, { generation: end });
    for (let i = 0; i < 700; i++) for (const [text, expected] of texts) expect(found(text)).toEqual(expected);
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The bytes that stay alive after the work; buffers are freed some time after a collection. */
async function kept(work: () => void): Promise<number> {
  collect();
  const before = alive();
  work();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 20 && least > MOST; i++) {
    collect();
    least = Math.min(least, alive() - before);
    await setTimeout(i);
  }
  return least;
}

function alive(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const MOST = 2e6;

/** An event of 64 KB with a new long value and a new long name, both of which the pattern reads. */
function event(i: number): string {
  const long = `a value that never comes again ${i}`;
  return `{"source":"${long}","type":1.00000000000000${i},"n\\u0061me ${long}":1,"subject":["${long}","${long}"],"pad":"${'p'.repeat(65536)}"}`;
}

describe('no part of an event stays in memory after the call', () => {
  const source = JSON.stringify({
    source: [{ prefix: 'b' }],
    type: [5],
    subject: [{ 'anything-but': { prefix: 'a' } }],
  });
  const matcher = compilePattern(source);
  const set = PatternSet.from([['one', source]]);
  const ways: readonly [string, (text: string) => unknown][] = [
    ['a matcher, string', (text) => matcher.matchesJson(text)],
    ['a matcher, string, wellFormed', (text) => matcher.matchesJson(text, { wellFormed: true })],
    ['a matcher, bytes', (text) => matcher.matchesJson(new TextEncoder().encode(text))],
    ['a set, string', (text) => set.matchesJson(text)],
    ['a set, parsed event', (text) => set.matches(JSON.parse(text))],
  ];
  test.each(ways)('%s', async (_, match) => {
    const run = (from: number): void => {
      for (let i = from; i < from + 100; i++) match(event(i));
    };
    run(0);
    expect(await kept(() => run(1000))).toBeLessThan(MOST);
  });

  test.each(ways)('%s, one event of 20 MB', async (_, match) => {
    const large = (): string =>
      `{"source":"${'a'.repeat(2e7)}","type":1.${'0'.repeat(30)},"subject":["${'a'.repeat(20)}"]}`;
    match('{}');
    expect(await kept(() => match(large()))).toBeLessThan(MOST);
  });
});
