/**
 * Realistic pairs of patterns: on the attributes and payloads of the service's documentation, the second one mostly a
 * small edit of the first. Seeded, so that the benchmark and the tests use the same pairs.
 */

import type { DialectName, JsonObject } from '../src/index.ts';
import { pick, type Random, seeded, whole } from './corpus.ts';

type Conditions = unknown[];

const SOURCES = ['acs.oss', 'acs.ecs', 'acs.mns', 'acs.mq', 'acs.amqp', 'acs.ram', 'acs.rds', 'my.shop'];
const TYPES = [
  'oss:ObjectCreated:PutObject',
  'oss:ObjectCreated:PostObject',
  'oss:ObjectRemoved:DeleteObject',
  'ecs:Instance:StateChange',
  'mq:Topic:SendMessage',
];
const SUBJECTS = [
  'acs:oss:cn-hangzhou:1234567:xls-papk/',
  'acs:oss:cn-hangzhou:1234567:',
  'acs:oss:cn-hangzhou:',
  'acs:ecs:cn-hangzhou:1234567:instance/i-1',
];
const SUFFIXES = ['.jpg', '.png', 'jpg', '.txt', '/123.jpg', '.tar.gz', 'gz'];
const PARTS = ['/images/', 'papk', 'Error', 'Normal', '123', 'a', 'game_apk/'];
const STATES = ['Pending', 'Running', 'Stopping', 'Stopped', 'Starting', 'Deleted'];
const BLOCKS = ['10.0.0.0/8', '10.0.0.0/24', '10.0.1.0/24', '10.0.0.128/25', '192.168.0.0/16', '10.0.0.5', '0.0.0.0/0'];

function many(random: Random, most: number, one: () => unknown): Conditions {
  return Array.from({ length: 1 + whole(random, most) }, one);
}

function text(random: Random, dialect: DialectName, values: readonly string[], starts: readonly string[]): unknown {
  const contains = dialect === 'aliyun';
  switch (whole(random, contains ? 9 : 7)) {
    case 0:
    case 1:
    case 2:
      return pick(random, values);
    case 3:
      return { prefix: pick(random, starts) };
    case 4:
      return { suffix: pick(random, SUFFIXES) };
    case 5:
      return { 'anything-but': many(random, 3, () => pick(random, values)) };
    case 6:
      return { 'anything-but': { prefix: pick(random, starts) } };
    case 7:
      return { contains: pick(random, PARTS) };
    default:
      return { prefix: pick(random, starts), suffix: pick(random, SUFFIXES), contains: pick(random, PARTS) };
  }
}

function range(random: Random): unknown {
  const [low, high] = [whole(random, 20), 20 + whole(random, 100)];
  return {
    numeric: pick(random, [
      ['>', low],
      ['>=', low, '<', high],
      ['<=', high],
      ['=', low],
      ['>', low, '<=', high],
      ['!=', low],
    ]),
  };
}

const leaves: readonly (readonly [
  path: readonly string[],
  make: (random: Random, dialect: DialectName) => Conditions,
])[] = [
  [
    ['source'],
    (r, d) => many(r, 3, () => (whole(r, 4) === 0 ? text(r, d, SOURCES, ['acs.', 'acs.o', 'my.']) : pick(r, SOURCES))),
  ],
  [['type'], (r, d) => many(r, 3, () => text(r, d, TYPES, ['oss:', 'oss:ObjectCreated:', 'ecs:', 'mq:']))],
  [['subject'], (r, d) => many(r, 3, () => text(r, d, [`${SUBJECTS[0]}game_apk/123.jpg`], SUBJECTS))],
  [
    ['data', 'state'],
    (r, d) =>
      many(r, 3, () => (whole(r, 8) === 0 ? { exists: whole(r, 2) === 0 } : text(r, d, STATES, ['St', 'Stop', 'Run']))),
  ],
  [
    ['data', 'source-ip'],
    (r, d) =>
      many(r, 2, () => (whole(r, 5) === 0 ? text(r, d, ['10.0.0.7'], ['10.', '10.0.0.']) : { cidr: pick(r, BLOCKS) })),
  ],
  [['data', 'c-count'], (r) => many(r, 2, () => (whole(r, 3) === 0 ? whole(r, 20) : range(r)))],
  [['data', 'oss', 'object', 'size'], (r) => many(r, 2, () => range(r))],
  [
    ['data', 'x-limit'],
    (r) => [pick(r, [{ 'anything-but': [100, 200, 300] }, 301.8, null, true, '300', { exists: true }])],
  ],
];

export function realisticPattern(random: Random, dialect: DialectName): JsonObject {
  const pattern: Record<string, unknown> = {};
  for (const leaf of leaves) if (whole(random, 5) < 2) setLeaf(pattern, leaf, random, dialect);
  return pattern as JsonObject;
}

/** The pattern with one or two fields changed, added, taken out, or one condition more. */
function edited(pattern: JsonObject, random: Random, dialect: DialectName): JsonObject {
  const copy = structuredClone(pattern) as Record<string, unknown>;
  for (let i = 0; i <= whole(random, 2); i++) {
    const leaf = pick(random, leaves);
    const { parent, name } = parentOf(copy, leaf[0]);
    const present = parent[name] as Conditions | undefined;
    const dice = whole(random, 4);
    if (present !== undefined && dice < 2) parent[name] = [...present, ...leaf[1](random, dialect)];
    else if (present !== undefined && present.length > 1 && dice === 2) parent[name] = present.slice(1);
    else setLeaf(copy, leaf, random, dialect);
  }
  return copy as JsonObject;
}

function setLeaf(
  pattern: Record<string, unknown>,
  [path, make]: (typeof leaves)[number],
  random: Random,
  dialect: DialectName,
): void {
  const { parent, name } = parentOf(pattern, path);
  parent[name] = make(random, dialect);
}

function parentOf(
  pattern: Record<string, unknown>,
  path: readonly string[],
): { parent: Record<string, unknown>; name: string } {
  let parent = pattern;
  for (const step of path.slice(0, -1)) {
    parent[step] ??= {};
    parent = parent[step] as Record<string, unknown>;
  }
  return { parent, name: path.at(-1) as string };
}

/** `data: {}` is no pattern. */
const tidy = (pattern: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(pattern, (_, value) => (isEmptyObject(value) ? undefined : value)) ?? '{}') as JsonObject;
const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((v) => v === undefined || isEmptyObject(v));

export function* realisticPairs(
  count: number,
  dialect: DialectName,
  seed = 1,
): Generator<readonly [JsonObject, JsonObject]> {
  const random = seeded(seed);
  for (let i = 0; i < count; i++) {
    const a = realisticPattern(random, dialect);
    const b = whole(random, 4) === 0 ? realisticPattern(random, dialect) : edited(a, random, dialect);
    yield [isEmptyObject(a) ? {} : tidy(a), isEmptyObject(b) ? {} : tidy(b)];
  }
}
