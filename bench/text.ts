/** What does one pattern cost on the text of an event, beside JSON.parse and the same pattern on the parsed event? */
import { compilePattern, type JsonObject, type MatchOptions } from '../src/index.ts';
import { type Answer, type Run, reachTable } from './answer.ts';
import { cloudEvents, largeEvents, lots } from './corpus.ts';
import { interleave, machine, type Side } from './interleave.ts';
import { micros, table, times } from './table.ts';
import type { Measured, TargetName } from './targets.ts';

interface Case {
  readonly events: 'CloudEvents' | 'lots' | '100 KB';
  readonly pattern: string;
  readonly source: JsonObject;
  /** Whether the first members of an event decide. */
  readonly early?: boolean;
}

const cases: readonly Case[] = [
  { events: 'CloudEvents', pattern: 'source', source: { source: ['acs.ecs'] }, early: true },
  {
    events: 'CloudEvents',
    pattern: 'source and state',
    source: { source: ['acs.ecs'], data: { state: ['Running'] } },
  },
  {
    events: 'CloudEvents',
    pattern: 'six fields',
    source: {
      source: [{ prefix: 'acs.' }],
      data: {
        state: [{ 'anything-but': 'Pending' }],
        'source-ip': [{ prefix: '10.' }],
        'c-count': [{ numeric: ['>', 0, '<=', 50] }],
        'd-count': [{ numeric: ['<', 900] }],
        'x-limit': [{ 'anything-but': [100, 200, 300] }],
      },
    },
  },
  {
    events: 'CloudEvents',
    pattern: 'last of data',
    source: { data: { oss: { object: { size: [{ numeric: ['>', 1 << 23] }] } } } },
  },
  {
    events: 'lots',
    pattern: 'street',
    source: { data: { properties: { STREET: [{ prefix: 'MARKET' }], ODD_EVEN: ['O'] } } },
  },
  { events: 'lots', pattern: 'shape', source: { data: { geometry: { type: ['Polygon'] } } } },
  { events: '100 KB', pattern: 'source', source: { source: ['acs.mq'] }, early: true },
  {
    events: '100 KB',
    pattern: 'source and tag',
    source: { source: ['acs.mq'], data: { systemProperties: { TAGS: [{ prefix: 'tag1' }] } } },
  },
];

const corpora = {
  CloudEvents: () => cloudEvents(500),
  lots: () => lots(500),
  '100 KB': () => largeEvents(10),
};

const checkedTargets = { CloudEvents: '1.1 KB', lots: 'lots', '100 KB': '100 KB' } as const;

const BASE = 'JSON.parse and matcher';
const wellFormed: MatchOptions = { wellFormed: true };

export function text(run: Run): Answer {
  const measured: Measured[] = [];
  const rows: string[][] = [];
  const data: object[] = [];
  for (const one of cases) {
    const texts = corpora[one.events]();
    const length = Math.round(texts.reduce((sum, each) => sum + Buffer.byteLength(each), 0) / texts.length);
    const { sides, matching } = sidesOf(one, texts);
    for (const timing of interleave(sides, run.quick ? { rounds: 5, slice: 1 } : {})) {
      const { name, ratio } = timing;
      // As speed: the quick quarter of the times is the upper one.
      const [speed, low, high] = [1 / ratio, 1 / timing.high, 1 / timing.low];
      const target = targetOf(one, name);
      if (target !== undefined) {
        measured.push({ target, of: `${one.pattern}, ${one.events}`, value: speed, low, high });
      }
      rows.push([
        one.events,
        one.pattern,
        name,
        micros(timing.micros / BATCH),
        times(speed),
        `${times(low)} - ${times(high)}`,
      ]);
      data.push({
        events: one.events,
        length,
        pattern: one.pattern,
        way: name,
        micros: timing.micros / BATCH,
        speed,
        low,
        high,
        matching,
      });
    }
  }
  const head = ['events', 'pattern', 'way', 'an event', 'speed', 'quarters'];
  const heading = `## One pattern on JSON text\n\n${machine()}. Speed: against JSON.parse of the string and the matcher.`;
  return {
    question: 'text',
    text: [heading, table(head, rows), reachTable(measured, run)].join('\n\n'),
    measured,
    data,
  };
}

/** A unit of work is as many events as the corpus has shapes, so that all sides see the same mix in every slice. */
const BATCH = 5;

function sidesOf(one: Case, texts: readonly string[]): { sides: Side[]; matching: number } {
  const bytes = texts.map((each) => new TextEncoder().encode(each));
  // A matcher for each way, as a program has that goes one way.
  const matcher = (): ReturnType<typeof compilePattern> => compilePattern(one.source);
  const [a, b, c, d, e, f] = [matcher(), matcher(), matcher(), matcher(), matcher(), matcher()];
  const decoder = new TextDecoder();
  const ways: Readonly<Record<string, (i: number) => boolean>> = {
    [BASE]: (i) => a.matches(JSON.parse(texts[i] as string) as object),
    'bytes, decoded for JSON.parse': (i) => b.matches(JSON.parse(decoder.decode(bytes[i])) as object),
    'string, checked': (i) => c.matchesJson(texts[i] as string),
    'bytes, checked': (i) => d.matchesJson(bytes[i] as Uint8Array),
    'string, wellFormed': (i) => e.matchesJson(texts[i] as string, wellFormed),
    'bytes, wellFormed': (i) => f.matchesJson(bytes[i] as Uint8Array, wellFormed),
  };
  const verdicts = Object.entries(ways).map(([name, way]) => ({ name, found: texts.map((_, i) => way(i)) }));
  const [base, ...others] = verdicts;
  for (const { name, found } of others) {
    const at = found.findIndex((verdict, i) => verdict !== base?.found[i]);
    if (at >= 0) throw new Error(`\`${name}\` and \`${BASE}\` differ on event ${at} of ${one.pattern}, ${one.events}`);
  }
  return {
    sides: Object.entries(ways).map(([name, way]) => ({ name, run: batches(texts.length, way) })),
    matching: (base?.found ?? []).filter(Boolean).length / texts.length,
  };
}

function batches(count: number, way: (i: number) => boolean): () => number {
  let i = 0;
  return () => {
    let matching = 0;
    for (let end = i + BATCH; i < end; i++) if (way(i)) matching++;
    if (i === count) i = 0;
    return matching;
  };
}

function targetOf({ events, early = false }: Case, way: string): TargetName | undefined {
  if (way === 'string, checked') return `checked ${checkedTargets[events]}, string`;
  if (way === 'bytes, checked') return `checked ${checkedTargets[events]}, bytes`;
  if (!early || events !== 'CloudEvents') return undefined;
  if (way === 'string, wellFormed') return 'early, string';
  return way === 'bytes, wellFormed' ? 'early, bytes' : undefined;
}
