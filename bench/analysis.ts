/** What does a question about two patterns cost, from their texts on, and does any of a million events refute an answer? */
import {
  compilePattern,
  type Diagnostic,
  type DialectName,
  diff,
  disjoint,
  implies,
  overlaps,
  type Pattern,
  parsePattern,
  sample,
} from '../src/index.ts';
import { families } from './families.ts';
import { realisticPairs } from './pairs.ts';
import { table } from './table.ts';

const PAIRS = 10_000;
const EVENTS = 50;

function read(source: object, dialect: DialectName): Pattern {
  const { pattern, diagnostics } = parsePattern(JSON.stringify(source), { dialect });
  if (pattern === undefined)
    throw new Error(`${JSON.stringify(source)}: ${diagnostics.map((d: Diagnostic) => d.message)}`);
  return pattern;
}

function row(name: string, times: number[], unknown: number, refuted: number): string[] {
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${(times[Math.floor(share * (times.length - 1))] as number).toFixed(3)} ms`;
  return [name, String(times.length), at(0.5), at(0.99), at(1), String(unknown), String(refuted)];
}

export async function analysis(): Promise<string> {
  const rows: string[][] = [];
  for (const dialect of ['aliyun', 'rocketmq'] as const) {
    const times: Record<string, number[]> = { implies: [], disjoint: [], diff: [] };
    const unknown = { implies: 0, disjoint: 0, diff: 0 };
    const refuted = { implies: 0, disjoint: 0, diff: 0 };
    for (const [i, [left, right]] of [...realisticPairs(PAIRS, dialect)].entries()) {
      const timed = <T>(name: string, ask: (a: Pattern, b: Pattern) => T): T => {
        // Read anew, so that nothing is kept from the question before.
        const [a, b] = [read(left, dialect), read(right, dialect)];
        const start = performance.now();
        const answer = ask(a, b);
        times[name]?.push(performance.now() - start);
        return answer;
      };
      const implied = timed('implies', implies);
      const apart = timed('disjoint', disjoint);
      const changed = timed('diff', diff);
      if (implied.answer === 'unknown') unknown.implies++;
      if (apart.scalars.answer === 'unknown' || apart.arrays.answer === 'unknown') unknown.disjoint++;
      if (changed.relation === 'unknown') unknown.diff++;
      const [a, b] = [compilePattern(read(left, dialect)), compilePattern(read(right, dialect))];
      for (const event of [...sample(a.pattern, EVENTS, { seed: i }), ...sample(b.pattern, EVENTS, { seed: i })]) {
        const [inA, inB] = [a.matchesJson(event), b.matchesJson(event)];
        if (inA && !inB && implied.answer === 'yes') refuted.implies++;
        if (inA && inB && apart.arrays.answer === 'yes') refuted.disjoint++;
        if (inA && !inB && ['equal', 'wider'].includes(changed.relation)) refuted.diff++;
        if (inB && !inA && ['equal', 'narrower'].includes(changed.relation)) refuted.diff++;
      }
    }
    for (const name of ['implies', 'disjoint', 'diff'] as const) {
      rows.push(row(`${name}, ${dialect}`, times[name] as number[], unknown[name], refuted[name]));
    }
  }
  return `${table(['question', 'pairs', 'median', '99 %', 'slowest', 'unknown', 'refuted'], rows)}\n\n${manyPatterns()}`;
}

function manyPatterns(): string {
  const rows = ['exact pairs', 'mixed', 'cidr', '10,000 distinct paths'].map((name) => {
    const patterns = [...(families[name]?.patterns(10_000) ?? [])];
    const start = performance.now();
    let pairs = 0;
    for (const _ of overlaps(patterns)) if (++pairs === 100_000) break;
    return [name, String(patterns.length), String(pairs), `${((performance.now() - start) / 1000).toFixed(2)} s`];
  });
  return table(['overlaps', 'patterns', 'pairs (at most 100,000)', 'time'], rows);
}
