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
import { type Answer, type Run, reachTable } from './answer.ts';
import { families } from './families.ts';
import { machine, quantile } from './interleave.ts';
import { realisticPairs } from './pairs.ts';
import { table } from './table.ts';
import type { Measured } from './targets.ts';

const PAIRS = 10_000;
const EVENTS = 50;

function read(source: object, dialect: DialectName): Pattern {
  const { pattern, diagnostics } = parsePattern(JSON.stringify(source), { dialect });
  if (pattern === undefined)
    throw new Error(`${JSON.stringify(source)}: ${diagnostics.map((d: Diagnostic) => d.message)}`);
  return pattern;
}

const QUESTIONS = ['implies', 'disjoint', 'diff'] as const;

/** What came of one question, asked of all pairs. */
interface Asked {
  readonly of: string;
  /** Milliseconds, one for each pair. */
  readonly times: readonly number[];
  readonly unknown: number;
  readonly refuted: number;
}

function row({ of, times, unknown, refuted }: Asked): string[] {
  const at = (share: number): string => `${quantile(times, share).toFixed(3)} ms`;
  return [of, String(times.length), at(0.5), at(0.99), at(1), String(unknown), String(refuted)];
}

function figures({ of, times, unknown, refuted }: Asked): Measured[] {
  return [
    { target: 'analysis, median', of, value: quantile(times, 0.5) },
    { target: 'analysis, 99 %', of, value: quantile(times, 0.99) },
    { target: 'analysis, unknown', of, value: (unknown / times.length) * 1000 },
    { target: 'analysis, refuted', of, value: refuted },
  ];
}

export function analysis(run: Run): Answer {
  const asked = askAll(run.quick ? 200 : PAIRS);
  const many = manyPatterns(run.quick ? 1000 : 10_000);
  const measured = asked.flatMap(figures);
  const text = [
    `## What patterns mean beside each other\n\n${machine()}. From their texts on.`,
    table(['question', 'pairs', 'median', '99 %', 'slowest', 'unknown', 'refuted'], asked.map(row)),
    table(['overlaps', 'patterns', 'pairs (at most 100,000)', 'time'], many),
    reachTable(measured, run),
  ].join('\n\n');
  const data = asked.map(({ times, ...rest }) => ({ ...rest, pairs: times.length, slowest: quantile(times, 1) }));
  return { question: 'analysis', text, measured, data: { questions: data, overlaps: many } };
}

function askAll(pairs: number): Asked[] {
  const asked: Asked[] = [];
  for (const dialect of ['aliyun', 'rocketmq'] as const) {
    const times: Record<(typeof QUESTIONS)[number], number[]> = { implies: [], disjoint: [], diff: [] };
    const unknown = { implies: 0, disjoint: 0, diff: 0 };
    const refuted = { implies: 0, disjoint: 0, diff: 0 };
    for (const [i, [left, right]] of [...realisticPairs(pairs, dialect)].entries()) {
      const timed = <T>(name: (typeof QUESTIONS)[number], ask: (a: Pattern, b: Pattern) => T): T => {
        // Read anew, so that nothing is kept from the question before.
        const [a, b] = [read(left, dialect), read(right, dialect)];
        const start = performance.now();
        const answer = ask(a, b);
        times[name].push(performance.now() - start);
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
    for (const name of QUESTIONS) {
      asked.push({ of: `${name}, ${dialect}`, times: times[name], unknown: unknown[name], refuted: refuted[name] });
    }
  }
  return asked;
}

function manyPatterns(count: number): string[][] {
  return ['exact pairs', 'mixed', 'cidr', '10,000 distinct paths'].map((name) => {
    const patterns = [...(families[name]?.patterns(count) ?? [])];
    const start = performance.now();
    let pairs = 0;
    for (const _ of overlaps(patterns)) if (++pairs === 100_000) break;
    return [name, String(patterns.length), String(pairs), `${((performance.now() - start) / 1000).toFixed(2)} s`];
  });
}
