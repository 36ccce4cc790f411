/**
 * How many events does this package match in a second of processor time? Arguments: a file of patterns, a file of events, one a line, a way and a dialect.
 * Each line of standard input asks for so many passes over the events; each is answered by a line of JSON. The first line says that the set is
 * built. The programs of the peers keep the same protocol.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type DialectName, PatternSet } from '../../src/index.ts';
import type { Built, Round } from './side.ts';

const [patternFile = '', eventFile = '', way = '', dialect = ''] = process.argv.slice(2);

const before = alive();
const { set, builtSeconds } = build();
say({ builtSeconds, bytes: alive() - before });

function build(): { set: PatternSet<number>; builtSeconds: number } {
  const start = performance.now();
  const patterns = lines(patternFile).map((text, i) => [i, Buffer.from(text).toString()] as const);
  const set = PatternSet.from(patterns, { dialect: dialect as DialectName });
  return { set, builtSeconds: (performance.now() - start) / 1000 };
}

/** Heap and buffers, after a collection of garbage. */
function alive(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const find = wayOf(set, lines(eventFile));

for await (const order of createInterface(process.stdin)) say(round(Number(order)));

function round(passes: number): Round {
  const before = process.cpuUsage();
  let matches = 0;
  for (let i = 0; i < passes; i++) matches += find.pass();
  const { user, system } = process.cpuUsage(before);
  return { events: passes * find.events, matches, cpuSeconds: (user + system) / 1e6 };
}

function wayOf(set: PatternSet<number>, events: readonly Uint8Array[]): { events: number; pass: () => number } {
  const over = <T>(list: readonly T[], count: (event: T) => number) => ({
    events: list.length,
    pass: () => {
      let matches = 0;
      for (const event of list) matches += count(event);
      return matches;
    },
  });
  switch (way) {
    case 'checked':
      return over(events, (event) => set.matchesJson(event).length);
    case 'wellFormed':
      return over(events, (event) => set.matchesJson(event, { wellFormed: true }).length);
    case 'JSON.parse': {
      const texts = events.map((event) => new TextDecoder().decode(event));
      return over(texts, (text) => set.matches(JSON.parse(text) as object).length);
    }
    default:
      throw new Error(`there is no way ${way}`);
  }
}

/** Views of the file: nothing is copied. */
function lines(file: string): Uint8Array[] {
  const bytes = new Uint8Array(readFileSync(file));
  const found: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    found.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return found;
}

function say(answer: Built | Round): void {
  console.log(JSON.stringify(answer));
}
