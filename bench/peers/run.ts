/**
 * How many events a second of one core are matched by this package, event-ruler (Java) and quamina (Go): the same lots, the same patterns, the same
 * counts. `npm run bench:peers [-- --quick] [--json FILE] [--size N]…`. What cannot be had is skipped in one line. With `--kinds` it measures
 * the kinds of rules that event-ruler measures itself, in the dialect `aws`; with `--verdicts` it compares verdicts instead.
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
import { inTurns, type Result, rate, ratioOf, type Turns } from './rounds.ts';
import { type Command, Side } from './side.ts';

const WAYS = ['checked', 'wellFormed', 'JSON.parse'] as const;
const SIZES = [1, 10, 100, 1000, 10_000, 100_000];

interface Plan extends Run, Turns {
  readonly sizes: readonly number[];
  readonly events: number;
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    size: { type: 'string', multiple: true, default: [] },
    kinds: { type: 'boolean', default: false },
    verdicts: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '100000' },
    patterns: { type: 'string', default: '20000' },
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
  else if (values.kinds) await measureKinds();
  else await measureSpeed();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function judgeVerdicts(): Promise<void> {
  const { compareVerdicts } = await import('./verdicts.ts');
  const { pairs, patterns, seed } = values;
  const same = compareVerdicts(scratch, { pairs: Number(pairs), patterns: Number(patterns), seed: Number(seed) });
  if (same === false) process.exitCode = 1;
}

async function measureKinds(): Promise<void> {
  const { byKind } = await import('./by-kind.ts');
  // Seventeen lists of patterns, each with a process for each side.
  const answer = await byKind(scratch, values.quick ? plan : { ...plan, events: 2000, rounds: 7, slice: 0.15 });
  if (typeof answer === 'string') console.log(answer);
  else {
    console.log(answer.text);
    keep(answer, plan);
    if (values.json !== undefined) save([answer], plan, values.json);
  }
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
    const sides = [...WAYS.map((way) => ours(way)), ...peers].map((side) => {
      const files = side.isPlain ? [plainPatterns, plainFile] : [patternFile, eventFile];
      return new Side(side, files, plan.limit);
    });
    results.push(...(await inTurns(sides, `${size} patterns`, plan, late)));
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

function tableOf(results: readonly Result[]): string {
  const rows = results.map(({ side, of, builtSeconds, matches, speeds, processSpeeds }) => [
    of,
    side,
    String(matches),
    rate(quantile(speeds, 0.5)),
    `${rate(quantile(speeds, 0.25))} - ${rate(quantile(speeds, 0.75))}`,
    rate(quantile(processSpeeds, 0.5)),
    `${builtSeconds.toFixed(2)} s`,
  ]);
  return table(['patterns', 'side', 'matches', 'events/s', 'quarters', 'whole process', 'build'], rows);
}

/** Our speed as a multiple of the peer's, round by round. */
function figures(results: readonly Result[], peer: string): Measured[] {
  return results
    .filter(({ side }) => side === peer)
    .flatMap((theirs) =>
      (['checked', 'wellFormed'] as const).flatMap((way): Measured[] => {
        const { of } = theirs;
        const target = targetOf(peer, way, Number.parseInt(of, 10));
        const mine = results.find((result) => result.of === of && result.side === ours(way).name);
        return target === undefined || mine === undefined ? [] : [{ target, of, ...ratioOf(mine, theirs) }];
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
