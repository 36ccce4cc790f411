/**
 * Is this build faster than another one? Both parse the same patterns and match the same events in turns, in one process and in CPU
 * time, and must find the same. The other build is the folder `dist` that `--against` names.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as library from '../src/index.ts';
import type { Answer, Run } from './answer.ts';
import { largeEvents, lots } from './corpus.ts';
import { families } from './families.ts';
import { interleave, machine } from './interleave.ts';
import { micros, table, times } from './table.ts';

type Library = Pick<typeof library, 'PatternSet' | 'compilePattern' | 'parsePattern'>;
type Match = (event: string | Uint8Array, options: { wellFormed: boolean }) => number;

interface Case {
  readonly name: string;
  readonly events: () => string[];
  readonly matcher: (of: Library) => Match;
}

const WAYS = [
  ['bytes, trusted', true, true],
  ['bytes, checked', true, false],
  ['string, trusted', false, true],
  ['string, checked', false, false],
] as const;

/** Events in a unit of work. */
const BATCH = 50;

const streets = ['MARKET', 'FOLSOM', 'HAIGHT', 'GEARY', 'VALENCIA'];
const lot = (properties: object): object => ({ data: { properties } });

/** Sets of five patterns with one kind of condition. */
const five: Readonly<Record<string, readonly object[]>> = {
  exact: streets.map((street) => lot({ STREET: [street] })),
  prefix: streets.map((street) => lot({ STREET: [{ prefix: street.slice(0, 2) }] })),
  suffix: streets.map((street) => lot({ STREET: [{ suffix: street.slice(-2) }] })),
  'anything-but': streets.map((street) => lot({ STREET: [{ 'anything-but': [street] }] })),
  // The event has no such member: all of it is read.
  numeric: streets.map((_, i) => lot({ NUM: [{ numeric: ['=', i] }] })),
};

function setCase(name: string, patterns: Iterable<object>, events: () => string[]): Case {
  const sources = Array.from(patterns, (pattern, i) => [i, JSON.stringify(pattern)] as const);
  return {
    name,
    events,
    matcher: ({ PatternSet }) => {
      const set = PatternSet.from(sources);
      return (event, options) => set.matchesJson(event, options).length;
    },
  };
}

function* cases(quick: boolean): Generator<Case> {
  for (const size of quick ? [1, 1000] : [1, 10_000, 100_000]) {
    const patterns = families['exact pairs on lots']?.patterns(size) ?? [];
    yield setCase(
      `exact pairs, ${size}`,
      Array.from(patterns, ([, pattern]) => pattern),
      () => lots(2000),
    );
  }
  for (const [kind, patterns] of Object.entries(five)) yield setCase(`five rules, ${kind}`, patterns, () => lots(1000));
  const mixed = families.mixed;
  if (mixed !== undefined) {
    const patterns = Array.from(mixed.patterns(quick ? 1000 : 10_000), ([, pattern]) => pattern);
    yield setCase(`mixed, ${patterns.length}`, patterns, () => mixed.events(1000));
  }
  yield {
    name: '100 KB, decided at the head',
    events: () => largeEvents(10),
    matcher: ({ compilePattern }) => {
      const matcher = compilePattern('{"source":["acs.mq"]}');
      return (event, options) => Number(matcher.matchesJson(event, options));
    },
  };
}

export async function builds(run: Run, against: string): Promise<Answer> {
  const [base, ours] = (await Promise.all([load(against), load('dist')])) as [Library, Library];
  const rows: string[][] = [];
  for (const one of cases(run.quick)) {
    const texts = one.events();
    const bytes = texts.map((text) => new TextEncoder().encode(text));
    const [before, after] = [one.matcher(base), one.matcher(ours)];
    for (const [way, asBytes, wellFormed] of WAYS) {
      const events = asBytes ? bytes : texts;
      const all = (match: Match): number => events.reduce((sum, event) => sum + match(event, { wellFormed }), 0);
      if (all(before) !== all(after)) throw new Error(`${one.name}, ${way}: ${all(before)} and ${all(after)} matches`);
      const sides = [before, after].map((match, i) => ({ name: String(i), run: batches(events, match, wellFormed) }));
      const rounds = run.quick ? { rounds: 3, slice: 1 } : { rounds: 31, slice: 8 };
      const [old, now] = interleave(sides, { ...rounds, clock: 'cpu' });
      if (old === undefined || now === undefined) throw new Error('no timing');
      const speed = `${times(1 / now.ratio)} (${times(1 / now.high)} - ${times(1 / now.low)})`;
      rows.push([one.name, way, micros(old.micros / BATCH), micros(now.micros / BATCH), speed]);
    }
  }
  for (const [name, dialect, texts] of parsed()) {
    // The messages may differ; what is accepted may not.
    const accepted = (of: Library): number =>
      texts.reduce((sum, text) => sum + Number(of.parsePattern(text, { dialect }).pattern !== undefined), 0);
    if (accepted(base) !== accepted(ours)) throw new Error(`${name}: another number of patterns is valid`);
    const sides = [base, ours].map((of, i) => ({ name: String(i), run: () => accepted(of) }));
    const [old, now] = interleave(sides, { rounds: run.quick ? 3 : 31, slice: 8, clock: 'cpu' });
    if (old === undefined || now === undefined) throw new Error('no timing');
    const speed = `${times(1 / now.ratio)} (${times(1 / now.high)} - ${times(1 / now.low)})`;
    rows.push([name, 'parsePattern', micros(old.micros / texts.length), micros(now.micros / texts.length), speed]);
  }
  const head = `## This build against another one\n\n${machine()}. CPU time of an event; medians, with the quarters of the rounds.`;
  return {
    question: 'builds',
    text: `${head}\n\n${table(['patterns', 'event', 'the other', 'this one', 'speed'], rows)}`,
    measured: [],
    data: rows,
  };
}

/** Patterns to read: many small ones, valid and not, and one of 109 KB. */
function* parsed(): Generator<readonly [name: string, dialect: 'aliyun' | 'rocketmq', texts: readonly string[]]> {
  for (const dialect of ['aliyun', 'rocketmq'] as const) {
    const lines = readFileSync(`test/conformance/${dialect}.ndjson`, 'utf8').trim().split('\n');
    yield [`conformance, ${dialect}`, dialect, lines.map((line) => JSON.parse(line).pattern as string)];
  }
  const field = (_: unknown, i: number) => [`field${i}`, [{ prefix: `value${i}` }]] as const;
  const data = Object.fromEntries(Array.from({ length: 3000 }, field));
  yield ['3,000 fields, 109 KB', 'aliyun', [JSON.stringify({ source: ['shop'], data })]];
}

async function load(folder: string): Promise<Library> {
  return (await import(pathToFileURL(resolve(folder, 'index.js')).href)) as Library;
}

function batches(events: readonly (string | Uint8Array)[], match: Match, wellFormed: boolean): () => number {
  let i = 0;
  return () => {
    let sum = 0;
    for (let k = 0; k < BATCH; k++) {
      sum += match(events[i] as string, { wellFormed });
      i = i + 1 === events.length ? 0 : i + 1;
    }
    return sum;
  };
}
