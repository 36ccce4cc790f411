/**
 * How many events a second of one core are matched by this package, event-ruler (Java) and quamina (Go): the same lots, the same patterns, the same
 * counts. `npm run bench:peers [-- --quick] [--json FILE] [--size N]…`. What cannot be had is skipped in one line. With `--verdicts` it compares
 * the verdicts of the dialect `aws` with those of event-ruler instead.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Answer, keep, type Run, reachTable, save } from '../answer.ts';
import { lots } from '../corpus.ts';
import { lotPattern } from '../families.ts';
import { machine, quantile } from '../interleave.ts';
import { table } from '../table.ts';
import type { Measured, TargetName } from '../targets.ts';
import { eventRuler, onPlainLots, ours, type Prepared, quamina } from './prepare.ts';
import { type Command, type Round, Side } from './side.ts';

const WAYS = ['checked', 'wellFormed', 'JSON.parse'] as const;
const SIZES = [1, 10, 100, 1000, 10_000, 100_000];

/** What a side did at one size. */
interface Result {
  readonly side: string;
  readonly size: number;
  readonly builtSeconds: number;
  /** Of each round; of the thread alone where the language can tell, which is what our side is measured against. */
  readonly speeds: readonly number[];
  readonly processSpeeds: readonly number[];
  /** In all events once. */
  readonly matches: number;
}

interface Plan extends Run {
  readonly sizes: readonly number[];
  readonly events: number;
  readonly rounds: number;
  /** Seconds of a round, and of the warm-up. */
  readonly slice: number;
  readonly warmUp: number;
  /** Seconds within which a side must have built its patterns; one that has not is reported as such. */
  readonly limit: number;
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    size: { type: 'string', multiple: true, default: [] },
    verdicts: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '2026' },
  },
});
const asked = values.size.map(Number);
const plan: Plan = values.quick
  ? { quick: true, sizes: [1, 1000], events: 500, rounds: 3, slice: 0.05, warmUp: 0.3, limit: 30 }
  : { quick: false, sizes: SIZES, events: 5000, rounds: 15, slice: 0.25, warmUp: 3, limit: 180 };

const scratch = mkdtempSync(join(tmpdir(), 'eb-pattern-peers-'));
try {
  if (values.verdicts) await judgeVerdicts();
  else await measureSpeed();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function judgeVerdicts(): Promise<void> {
  const { compareVerdicts } = await import('./verdicts.ts');
  const same = compareVerdicts(scratch, { pairs: Number(values.pairs), seed: Number(values.seed) });
  if (same === false) process.exitCode = 1;
}

async function measureSpeed(): Promise<void> {
  const answer = await measure(asked.length > 0 ? { ...plan, sizes: asked } : plan);
  if (answer === undefined) return;
  console.log(answer.text);
  if (asked.length === 0) keep(answer, plan);
  if (values.json !== undefined) save([answer], plan, values.json);
}

async function measure(plan: Plan): Promise<Answer | undefined> {
  const peers: Command[] = [];
  const skipped: string[] = [];
  for (const prepared of [eventRuler(), quamina(scratch)] satisfies Prepared[]) {
    if (typeof prepared === 'string') skipped.push(prepared);
    else peers.push(prepared, onPlainLots(prepared));
  }
  for (const line of skipped) console.log(line);
  if (peers.length === 0) return undefined;

  const events = lots(plan.events);
  const eventFile = write('lots.ndjson', events);
  const plainFile = write('plain-lots.ndjson', events.map(withoutEvent));
  const results: Result[] = [];
  const late: string[] = [];
  for (const size of plan.sizes) {
    const patterns = Array.from({ length: size }, (_, i) => JSON.stringify(lotPattern(i)));
    const patternFile = write(`patterns-${size}.ndjson`, patterns);
    const plainPatterns = write(`plain-patterns-${size}.ndjson`, patterns.map(withoutEvent));
    const sides = [...WAYS.map(ours), ...peers].map((side) => {
      const files = side.isPlain ? [plainPatterns, plainFile] : [patternFile, eventFile];
      return new Side(side, files, plan.limit);
    });
    results.push(...(await turns(sides, size, plan, late)));
    for (const side of sides) side.end();
  }
  const measured = ['event-ruler', 'quamina', 'quamina, plain lots'].flatMap((peer) => figures(results, peer));
  const parts = [
    `## Exact pairs on lots, beside other engines\n\n${machine()}. Events for each second of processor time, on one core.`,
    tableOf(results),
    ...skipped,
    ...late,
    ...(measured.length > 0 ? [reachTable(measured, plan)] : []),
  ];
  return { question: 'peers', text: parts.join('\n\n'), measured, data: { results, skipped, late } };
}

/** The lot alone, which the language of this package has no pattern for: below the root only `data` has members. */
function withoutEvent(text: string): string {
  return JSON.stringify((JSON.parse(text) as { readonly data: unknown }).data);
}

function write(name: string, lines: readonly string[]): string {
  const file = join(scratch, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Builds and warms up one after the other, then rounds in turns. */
async function turns(all: readonly Side[], size: number, plan: Plan, late: string[]): Promise<Result[]> {
  const ready: { side: Side; builtSeconds: number; passes: number; matches: number; rounds: Round[] }[] = [];
  for (const side of all) {
    const built = await side.built;
    if (built === undefined) {
      late.push(`${side.name}, ${size} patterns: not built within ${plan.limit} seconds`);
      continue;
    }
    const { passes, matches } = await warmUp(side, plan);
    ready.push({ side, builtSeconds: built.builtSeconds, passes, matches, rounds: [] });
  }
  agree(ready, size);
  for (let round = 0; round < plan.rounds; round++) {
    for (let k = 0; k < ready.length; k++) {
      // Each round begins with another side.
      const one = ready[(k + round) % ready.length];
      if (one === undefined) continue;
      const done = await one.side.round(one.passes);
      if (done.matches !== one.matches * one.passes)
        throw new Error(`${one.side.name} finds ${done.matches} matches, before ${one.matches} in each pass`);
      one.rounds.push(done);
    }
  }
  return ready.map(({ side, builtSeconds, matches, rounds }) => ({
    side: side.name,
    size,
    builtSeconds,
    matches,
    speeds: rounds.map((round) => round.events / (round.threadSeconds ?? round.cpuSeconds)),
    processSpeeds: rounds.map((round) => round.events / round.cpuSeconds),
  }));
}

/** How many passes fill a round, and what one pass finds. */
async function warmUp(side: Side, plan: Plan): Promise<{ passes: number; matches: number }> {
  let passes = 1;
  let { matches, cpuSeconds } = await side.round(1);
  for (let spent = cpuSeconds; spent < plan.warmUp; spent += cpuSeconds) {
    if (cpuSeconds < plan.slice) passes *= 2;
    ({ cpuSeconds } = await side.round(passes));
  }
  return { passes, matches };
}

function agree(sides: readonly { side: Side; matches: number }[], size: number): void {
  if (new Set(sides.map(({ matches }) => matches)).size <= 1) return;
  const counts = sides.map(({ side, matches }) => `${side.name} ${matches}`);
  throw new Error(`${size} patterns: the sides answer different questions: ${counts.join(', ')}`);
}

function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ side, size, builtSeconds, matches, speeds, processSpeeds }) => [
    String(size),
    side,
    String(matches),
    rate(quantile(speeds, 0.5)),
    `${rate(quantile(speeds, 0.25))} - ${rate(quantile(speeds, 0.75))}`,
    rate(quantile(processSpeeds, 0.5)),
    `${builtSeconds.toFixed(2)} s`,
  ]);
  return table(['patterns', 'side', 'matches', 'events/s', 'quarters', 'whole process', 'build'], rows);
}

function rate(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Our speed as a multiple of the peer's, round by round. */
function figures(results: readonly Result[], peer: string): Measured[] {
  return results
    .filter(({ side }) => side === peer)
    .flatMap(({ size, speeds }) =>
      (['checked', 'wellFormed'] as const).flatMap((way): Measured[] => {
        const target = targetOf(peer, way, size);
        const mine = results.find((result) => result.size === size && result.side === ours(way).name);
        if (target === undefined || mine === undefined) return [];
        const ratios = speeds.map((speed, round) => (mine.speeds[round] as number) / speed);
        const [value, low, high] = [quantile(ratios, 0.5), quantile(ratios, 0.25), quantile(ratios, 0.75)];
        return [{ target, of: `${size} patterns`, value, low, high }];
      }),
    );
}

function targetOf(peer: string, way: 'checked' | 'wellFormed', size: number): TargetName | undefined {
  if (peer === 'event-ruler') return `ruler, ${way}`;
  if (way === 'checked') return undefined;
  if (peer !== 'quamina') return size <= 1000 ? 'quamina, plain' : undefined;
  if (size <= 1000) return 'quamina, few';
  return size === 10_000 ? 'quamina, many' : undefined;
}
