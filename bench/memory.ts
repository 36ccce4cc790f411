/** What stays alive of the events that were matched? Heap and buffers after long runs of events that never come again. */
import { compilePattern, PatternSet } from '../src/index.ts';
import { type Answer, type Run, reachTable } from './answer.ts';
import { machine } from './interleave.ts';
import { table } from './table.ts';
import type { Measured } from './targets.ts';

interface Case {
  readonly name: string;
  readonly count: number;
  readonly event: (i: number) => string;
}

const pad = 'p'.repeat(65_536);

const cases: readonly Case[] = [
  {
    name: '3,000 events of 64 KB',
    count: 3000,
    event: (i) => `{"source":"a value that never came before ${i}","type":"t","pad":"${pad}"}`,
  },
  {
    name: '1,000,000 events with new values and names',
    count: 1_000_000,
    event: (i) =>
      `{"source":"value ${i} of a long run","n\\u0061me ${i}":1,"data":{"${i}":${i}.5,"n":${i}.12345678901234}}`,
  },
];

const source = JSON.stringify({
  source: [{ prefix: 'v' }, { 'anything-but': ['a', 'b'] }],
  data: { n: [{ exists: false }, { numeric: ['>', 100] }] },
});

export function memory(run: Run): Answer {
  const matcher = compilePattern(source);
  const set = PatternSet.from(Array.from({ length: 100 }, (_, i) => [`p${i}`, source]));
  const ways: Readonly<Record<string, (text: string) => unknown>> = {
    'matcher, string': (text) => matcher.matchesJson(text),
    'set, string': (text) => set.matchesJson(text),
    'set, objects': (text) => set.matches(JSON.parse(text) as object),
  };
  const measured: Measured[] = [];
  const rows: string[][] = [];
  for (const { name, count, event } of cases) {
    for (const [way, match] of Object.entries(ways)) {
      for (let i = 0; i < 100; i++) match(event(-i));
      const before = alive();
      const events = run.quick ? count / 100 : count;
      for (let i = 0; i < events; i++) match(event(i));
      const megabytes = (alive() - before) / 1e6;
      measured.push({ target: 'memory of events', of: `${name}, ${way}`, value: megabytes });
      rows.push([name, way, `${megabytes.toFixed(2)} MB`]);
    }
  }
  return {
    question: 'memory',
    text: [
      `## Memory after long runs\n\n${machine()}. Heap and buffers after the events, less those before.`,
      table(['events', 'way', 'more alive'], rows),
      reachTable(measured, run),
    ].join('\n\n'),
    measured,
    data: rows,
  };
}

function alive(): number {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
