/** The dialect `aws` beside event-ruler, with the kinds of rules that event-ruler measures itself. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Run } from '../answer.ts';
import { reachTable } from '../answer.ts';
import { seeded } from '../corpus.ts';
import { machine, quantile } from '../interleave.ts';
import { table, times } from '../table.ts';
import type { Measured, TargetName } from '../targets.ts';
import { kinds, large, plainLots } from './kinds.ts';
import { eventRuler, ours } from './prepare.ts';
import { inTurns, type Result, rate, ratioOf, type Turns } from './rounds.ts';
import { Side } from './side.ts';

interface Plan extends Run, Turns {
  readonly events: number;
}

const WAYS = ['checked', 'wellFormed'] as const;
type Way = (typeof WAYS)[number];

const EARLY = ['exact', 'prefix', 'suffix'];
const SLOW = ['complex arrays', 'all together'];

/** A sentence that says why event-ruler is missing, where it is. */
export async function byKind(scratch: string, plan: Plan): Promise<Answer | string> {
  const ruler = eventRuler();
  if (typeof ruler === 'string') return ruler;
  const write = (name: string, lines: readonly string[]): string => {
    const file = join(scratch, name.replaceAll(/[ ,]+/g, '-'));
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  };
  const eventFile = write('lots.ndjson', plainLots(plan.events));
  const results: Result[] = [];
  const late: string[] = [];
  for (const [kind, rules] of [...Object.entries(kinds), ...sets(plan)]) {
    const files = [
      write(
        kind,
        rules.map((rule) => JSON.stringify(rule)),
      ),
      eventFile,
    ];
    const sides = [...WAYS.map((way) => ours(way, 'aws')), ruler].map((side) => new Side(side, files, plan.limit));
    results.push(...(await inTurns(sides, kind, plan, late)));
    for (const side of sides) side.end();
  }
  const measured = results.filter(({ side }) => side === ruler.name).flatMap((theirs) => figures(results, theirs));
  const parts = [
    `## Kinds of rules on lots, beside event-ruler\n\n${machine()}. Events for each second of processor time, on one core.`,
    speeds(results, ruler.name),
    ...late,
    reachTable(measured, plan),
  ];
  return { question: 'kinds', text: parts.join('\n\n'), measured, data: { results, late } };
}

function sets({ quick }: Run): (readonly [string, readonly object[]])[] {
  const count = quick ? 1000 : 100_000;
  return Object.entries(large).map(([name, rule]) => {
    const random = seeded(7);
    return [`${count} rules of ${name}`, Array.from({ length: count }, (_, i) => rule(i, random))] as const;
  });
}

function mine(results: readonly Result[], way: Way, kind: string): Result | undefined {
  return results.find(({ side, of }) => side === ours(way).name && of === kind);
}

function speeds(results: readonly Result[], ruler: string): string {
  const rows = results
    .filter(({ side }) => side === ruler)
    .map((theirs) => {
      const sides = WAYS.map((way) => mine(results, way, theirs.of));
      return [
        theirs.of,
        String(theirs.matches),
        rate(quantile(theirs.speeds, 0.5)),
        ...sides.map((side) => (side === undefined ? '' : rate(quantile(side.speeds, 0.5)))),
        ...sides.map((side) => (side === undefined ? '' : times(ratioOf(side, theirs).value))),
        ...[theirs, ...sides.slice(0, 1)].map((side) =>
          side?.bytes === undefined ? '' : `${(side.bytes / 1e6).toFixed(1)} MB`,
        ),
      ];
    });
  const head = [
    'rules',
    'matches',
    'event-ruler',
    ...WAYS,
    ...WAYS.map((way) => `${way}, ratio`),
    'its memory',
    'memory',
  ];
  return table(head, rows);
}

function figures(results: readonly Result[], theirs: Result): Measured[] {
  const { of, bytes } = theirs;
  const checked = mine(results, 'checked', of);
  const trusted = mine(results, 'wellFormed', of);
  if (checked === undefined || trusted === undefined) return [];
  const found: Measured[] = [];
  const add = (target: TargetName, side: Result): void => {
    found.push({ target, of, ...ratioOf(side, theirs) });
  };
  if (!Object.hasOwn(kinds, of)) {
    if (bytes !== undefined && checked.bytes !== undefined)
      found.push({ target: 'kinds, memory', of, value: checked.bytes / bytes });
    return found;
  }
  add('kinds, checked', checked);
  if (EARLY.includes(of)) add('kinds, wellFormed', trusted);
  if (SLOW.includes(of)) add('kinds, slow', checked);
  return found;
}
