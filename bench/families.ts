/** Seeded families of patterns, each with the events that it is measured on. */
import type { JsonObject } from '../src/index.ts';
import { account, cloudEvents, hex, lots, pick, type Random, seeded, sparseEvents, street, whole } from './corpus.ts';

export interface Family {
  readonly patterns: (count: number) => Iterable<readonly [string, JsonObject]>;
  readonly events: (count: number) => string[];
  /** Made so that an index of one field does not help: it has an allowance of its own. */
  readonly adversarial: boolean;
}

interface FamilyOptions {
  readonly events?: (count: number) => string[];
  readonly adversarial?: boolean;
}

/** `pattern(i, random)` for each number below a count. */
function family(
  seed: number,
  pattern: (i: number, random: Random) => JsonObject,
  { events = cloudEvents, adversarial = false }: FamilyOptions = {},
): Family {
  return {
    *patterns(count) {
      const random = seeded(seed);
      for (let i = 0; i < count; i++) yield [`p${i}`, pattern(i, random)] as const;
    },
    events: (count) => events(count),
    adversarial,
  };
}

/** The pattern of a lot that the peers are measured with: 2,000 streets, then the next number. */
export function lotPattern(i: number): JsonObject {
  const number = String(Math.floor(i / 2000) % 200).padStart(3, '0');
  return { data: { properties: { STREET: [street(i % 2000)], LOT_NUM: [number] } } };
}

const types = ['oss:ObjectCreated:PutObject', 'oss:ObjectCreated:PostObject', 'oss:ObjectRemoved:DeleteObject'];

export const families: Readonly<Record<string, Family>> = {
  'exact pairs': family(11, (i) => ({ aliyunaccountid: [String(1_000_000 + i)], type: ['ecs:Instance:StateChange'] })),
  'exact pairs on lots': family(10, lotPattern, { events: lots }),
  mixed: family(12, (i, random) => {
    switch (i % 6) {
      case 0:
        return {
          source: ['acs.oss'],
          type: [pick(random, types)],
          subject: [{ prefix: `acs:oss:cn-hangzhou:1234567:bucket-${whole(random, 1000)}/` }],
        };
      case 1:
        return {
          source: ['acs.ecs'],
          aliyunaccountid: [account(random)],
          data: { state: [{ 'anything-but': ['Pending', 'Deleted'] }] },
        };
      case 2:
        return {
          source: ['acs.mq'],
          data: { topic: [`topic-${whole(random, 500)}`], systemProperties: { TAGS: [`tag${whole(random, 40)}`] } },
        };
      case 3:
        return {
          source: ['acs.ecs'],
          aliyunaccountid: [account(random)],
          data: { 'c-count': [{ numeric: ['>', whole(random, 50), '<=', 50 + whole(random, 50)] }] },
        };
      case 4:
        return {
          aliyunaccountid: [account(random), account(random)],
          data: { network: { publicIp: [{ cidr: `10.${whole(random, 256)}.0.0/16` }] } },
        };
      default:
        return {
          source: ['acs.mq'],
          data: {
            userProperties: {
              tenant: [`tenant-${whole(random, 2000)}`],
              priority: [{ numeric: ['>=', whole(random, 10)] }],
            },
          },
        };
    }
  }),
  'many prefixes': family(13, (_, random) => ({
    subject: [
      {
        prefix: `acs:oss:cn-hangzhou:1234567:bucket-${whole(random, 1000)}/${pick(random, ['images', 'logs', 'tmp', 'video'])}/${hex(random, 2)}`,
      },
    ],
  })),
  'numeric ranges': family(14, (_, random) => {
    const low = whole(random, 1 << 24);
    return { data: { oss: { object: { size: [{ numeric: ['>=', low, '<', low + 1 + whole(random, 1000)] }] } } } };
  }),
  cidr: family(15, (_, random) => ({
    data: {
      'source-ip': [{ cidr: `10.${whole(random, 256)}.${whole(random, 256)}.0/${pick(random, ['24', '28', '20'])}` }],
    },
  })),
  'shared source and account, anything-but': family(
    16,
    (i) => ({
      source: ['acs.ecs'],
      aliyunaccountid: [String(1_000_000 + (i % 5000))],
      data: { state: [{ 'anything-but': [`state-${i}`, 'Running'] }] },
    }),
    { adversarial: true },
  ),
  'shared source, anything-but, key prefix': family(
    17,
    (i) => ({
      source: ['acs.oss'],
      type: [{ 'anything-but': [`type-${i}`] }],
      subject: [{ prefix: `acs:oss:cn-hangzhou:1234567:bucket-${i}/` }],
    }),
    { adversarial: true },
  ),
  'shared source, anything-but only': family(
    18,
    (i, random) => ({
      source: ['acs.ecs'],
      data: { state: [{ 'anything-but': [`state-${i}`, pick(random, ['Running', 'Stopped'])] }] },
    }),
    { adversarial: true },
  ),
  '10,000 distinct paths': family(
    19,
    (i) => ({
      data: { [`field-${i % 10_000}`]: [`value-${Math.floor(i / 10_000)}`], state: ['Running'] },
    }),
    { events: sparseEvents },
  ),
  'contains only': family(20, (_, random) => ({ data: { resourceId: [{ contains: hex(random, 5) }] } })),
};
