/** What does one pattern cost on a parsed event, beside parsing that event and beside two JavaScript query matchers? */
import Benchmark from 'benchmark';
import { Query } from 'mingo';
import sift from 'sift';
import { compilePattern, type JsonObject } from '../src/index.ts';
import type { Answer } from './answer.ts';
import { checksum, interleave, machine, type Side } from './interleave.ts';
import { micros, percent, table, times } from './table.ts';

/** A CloudEvent of about 1.1 KB. `extra` gives the event a shape of its own. */
function event(extra: number | undefined): string {
  return JSON.stringify({
    id: '7adc8c1a-645d-4476-bdef-5d6fb57f0001',
    ...(extra === undefined ? {} : { [`extension${extra}`]: extra }),
    source: 'acs.oss',
    specversion: '1.0',
    type: 'oss:ObjectCreated:PostObject',
    datacontenttype: 'application/json',
    subject: 'acs:oss:cn-hangzhou:1234567:xls-papk/game_apk/123.jpg',
    time: '2020-08-17T16:04:46.149Z',
    aliyunaccountid: '1234567',
    aliyunregionid: 'cn-hangzhou',
    aliyunpublishtime: '2020-08-17T16:04:46.200Z',
    data: {
      region: 'cn-hangzhou',
      eventVersion: '1.0',
      eventSource: 'acs:oss',
      eventName: 'ObjectCreated:PostObject',
      ...(extra === undefined ? {} : { [`member${extra}`]: extra }),
      eventTime: '2020-08-17T16:04:46.149Z',
      requestParameters: { sourceIPAddress: '10.0.0.123' },
      userIdentity: { principalId: '1234567', type: 'RAM' },
      responseElements: { requestId: '5F3AAB2E9C1B8F35375F3A8E' },
      state: 'running',
      'c-count': 5,
      'd-count': 9,
      'x-limit': 301.8,
      'source-ip': '10.0.0.123',
      oss: {
        ossSchemaVersion: '1.0',
        bucket: { name: 'xls-papk', arn: 'acs:oss:cn-hangzhou:1234567:xls-papk', ownerIdentity: '1234567' },
        object: { key: 'game_apk/123.jpg', size: 1048576, eTag: '0CC175B9C0F1B6A831C399E269772661', deltaSize: 0 },
      },
      xVars: { 'x:callback': 'https://example.com/callback', 'x:user': 'worker-0001' },
    },
  });
}

const patterns: Readonly<Record<string, JsonObject>> = {
  exact: { source: ['acs.oss'] },
  prefix: { subject: [{ prefix: 'acs:oss:cn-hangzhou:1234567:xls-papk/' }] },
  numeric: { data: { 'c-count': [{ numeric: ['>', 0, '<=', 5] }] } },
  cidr: { data: { 'source-ip': [{ cidr: '10.0.0.0/24' }] } },
  'combined, 6 fields': {
    source: [{ prefix: 'acs.' }],
    data: {
      state: [{ 'anything-but': 'initializing' }],
      'source-ip': [{ prefix: '10.0.0.' }],
      'c-count': [{ numeric: ['>', 0, '<=', 5] }],
      'd-count': [{ numeric: ['<', 10] }],
      'x-limit': [{ 'anything-but': [100, 200, 300] }],
    },
  },
  'first field misses': { source: ['acs.ecs'], data: { state: ['running'] } },
};

/** The same question in the words of MongoDB's query language, as far as it has words for it. */
const queries: Readonly<Record<string, object>> = {
  exact: { source: 'acs.oss' },
  prefix: { subject: /^acs:oss:cn-hangzhou:1234567:xls-papk\// },
  numeric: { 'data.c-count': { $gt: 0, $lte: 5 } },
  'combined, 6 fields': {
    source: /^acs\./,
    'data.state': { $exists: true, $ne: 'initializing' },
    'data.source-ip': /^10\.0\.0\./,
    'data.c-count': { $gt: 0, $lte: 5 },
    'data.d-count': { $lt: 10 },
    'data.x-limit': { $exists: true, $nin: [100, 200, 300] },
  },
  'first field misses': { source: 'acs.ecs', 'data.state': 'running' },
};

export function onePattern(): Answer {
  const rowsOf: object[] = [];
  const lines = [`## One pattern on a parsed event\n\n${machine()}\n`];
  for (const [title, texts] of [
    ['one shape', [event(undefined)]],
    ['every event its own shape', Array.from({ length: 1000 }, (_, i) => event(i))],
  ] as const) {
    const rows = Object.keys(patterns).map((name) => measure(name, texts));
    rowsOf.push({ title, rows });
    const length = Math.round(texts.join('').length / texts.length);
    lines.push(`### ${title} (${length} bytes; JSON.parse = 100 %)\n`);
    lines.push(
      table(
        ['pattern', 'JSON.parse', 'eb-pattern', 'of parse', 'quarters', 'sift', 'sift / ours', 'mingo / ours'],
        rows,
      ),
      '',
    );
  }
  lines.push(soloRun(), `(checksum ${checksum()})`);
  return { question: 'one-pattern', text: lines.join('\n'), measured: [], data: rowsOf };
}

function measure(name: string, texts: readonly string[]): string[] {
  const events = texts.map((text) => JSON.parse(text) as object);
  const matcher = compilePattern(patterns[name] as JsonObject);
  const query = queries[name];
  let i = 0;
  const next = (): number => {
    i = i + 1 === texts.length ? 0 : i + 1;
    return i;
  };
  const sides: Side[] = [
    { name: 'JSON.parse', run: () => ((JSON.parse(texts[next()] as string) as { id: string }).id === '' ? 1 : 0) },
    { name: 'eb-pattern', run: () => Number(matcher.matches(events[next()] as object)) },
  ];
  if (query !== undefined) {
    const byMingo = new Query(query as never);
    const bySift = sift.default(query as never) as (event: object) => boolean;
    for (const event of events) agree(name, matcher.matches(event), bySift(event), byMingo.test(event as never));
    sides.push({ name: 'sift', run: () => Number(bySift(events[next()] as object)) });
    sides.push({ name: 'mingo', run: () => Number(byMingo.test(events[next()] as never)) });
  }
  const [parse, ours, sifted, mingoed] = interleave(sides);
  if (parse === undefined || ours === undefined) throw new Error('no timing');
  return [
    name,
    micros(parse.micros),
    micros(ours.micros),
    percent(ours.ratio),
    `${percent(ours.low)} - ${percent(ours.high)}`,
    sifted === undefined ? '-' : micros(sifted.micros),
    sifted === undefined ? '-' : times(sifted.micros / ours.micros),
    mingoed === undefined ? '-' : times(mingoed.micros / ours.micros),
  ];
}

function agree(name: string, ...verdicts: readonly boolean[]): void {
  if (new Set(verdicts).size > 1)
    throw new Error(`the sides of \`${name}\` answer different questions: ${verdicts.join(', ')}`);
}

/** benchmark.js runs one side after the other: operations a second for this machine, and no ratios. */
function soloRun(): string {
  const parsed = JSON.parse(event(undefined)) as object;
  const suite = new Benchmark.Suite();
  for (const [name, pattern] of Object.entries(patterns)) {
    const matcher = compilePattern(pattern);
    suite.add(name, () => matcher.matches(parsed), { maxTime: 0.5 });
  }
  suite.run({ async: false });
  const rows = suite.map((b: Benchmark) => [
    b.name ?? '',
    `${((b.hz ?? 0) / 1e6).toFixed(2)} million/s`,
    `± ${b.stats?.rme.toFixed(1)} %`,
  ]) as unknown as string[][];
  return `### By benchmark.js, one side at a time\n\n${table(['pattern', 'matches', 'error'], [...rows])}\n`;
}
