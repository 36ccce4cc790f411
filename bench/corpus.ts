/** Seeded corpora: the same events and patterns on every machine. Shapes are those of the service's documentation; values are made up. */
import type { JsonObject } from '../src/index.ts';

export type Random = () => number;

/** mulberry32: numbers from 0 to 1. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[whole(random, items.length)] as T;
}

const REGIONS = ['cn-hangzhou', 'cn-shanghai', 'cn-beijing', 'cn-shenzhen', 'ap-southeast-1', 'eu-central-1'];

function hex(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += whole(random, 16).toString(16);
  return text;
}

function address(random: Random): string {
  return [10, whole(random, 256), whole(random, 256), whole(random, 256)].join('.');
}

export function account(random: Random): string {
  return String(1_000_000 + whole(random, 100_000));
}

function envelope(random: Random, source: string, type: string, subject: string, data: object): object {
  const region = pick(random, REGIONS);
  return {
    id: `${hex(random, 8)}-${hex(random, 4)}-${hex(random, 4)}-${hex(random, 12)}`,
    source,
    specversion: '1.0',
    type,
    datacontenttype: 'application/json; charset=utf-8',
    dataschema: `http://taobao.com/${source}.json`,
    subject,
    time: '2026-08-17T16:04:46.149Z',
    aliyunaccountid: account(random),
    aliyunpublishtime: '2026-08-17T16:04:46.200Z',
    aliyuneventbusname: 'default',
    aliyunregionid: region,
    aliyunpublishaddr: address(random),
    data,
  };
}

function oss(random: Random): object {
  const bucket = `bucket-${whole(random, 1000)}`;
  const key = `${pick(random, ['images', 'logs', 'tmp', 'video'])}/${hex(random, 12)}.${pick(random, ['jpg', 'txt', 'mp4', 'gz'])}`;
  const name = pick(random, ['ObjectCreated:PutObject', 'ObjectCreated:PostObject', 'ObjectRemoved:DeleteObject']);
  return envelope(random, 'acs.oss', `oss:${name}`, `acs:oss:cn-hangzhou:1234567:${bucket}/${key}`, {
    region: 'cn-hangzhou',
    eventVersion: '1.0',
    eventSource: 'acs:oss',
    eventName: name,
    eventTime: '2026-08-17T16:04:46.149Z',
    requestParameters: { sourceIPAddress: address(random) },
    userIdentity: { principalId: account(random) },
    responseElements: { requestId: hex(random, 24).toUpperCase() },
    oss: {
      ossSchemaVersion: '1.0',
      bucket: { name: bucket, arn: `acs:oss:cn-hangzhou:1234567:${bucket}`, ownerIdentity: '1234567' },
      object: {
        key,
        size: whole(random, 1 << 24),
        eTag: hex(random, 32).toUpperCase(),
        deltaSize: whole(random, 4096),
      },
    },
  });
}

function ecs(random: Random): object {
  const instance = `i-bp1${hex(random, 15)}`;
  return envelope(random, 'acs.ecs', 'ecs:Instance:StateChange', `acs:ecs:cn-hangzhou:1234567:instance/${instance}`, {
    resourceId: instance,
    resourceType: 'ALIYUN::ECS::Instance',
    state: pick(random, ['Pending', 'Running', 'Stopping', 'Stopped', 'Starting', 'Deleted']),
    'source-ip': address(random),
    'c-count': whole(random, 100),
    'd-count': whole(random, 1000),
    'x-limit': whole(random, 10_000) / 10,
    tags: [`env-${whole(random, 5)}`, `team-${whole(random, 50)}`],
    network: { vpcId: `vpc-${hex(random, 17)}`, vSwitchId: `vsw-${hex(random, 17)}`, publicIp: address(random) },
    spec: {
      cores: 2 ** whole(random, 6),
      memory: 2 ** whole(random, 8),
      family: pick(random, ['g7', 'c7', 'r7', 'hfg7']),
    },
    note: 'the state of an instance has changed, and whoever manages it may want to know about that',
  });
}

function mns(random: Random): object {
  const queue = `queue-${whole(random, 500)}`;
  return envelope(random, `acs.mns`, 'mns:Queue:SendMessage', `acs:mns:cn-hangzhou:1234567:queues/${queue}`, {
    requestId: hex(random, 24).toUpperCase(),
    messageId: hex(random, 32).toUpperCase(),
    messageBody: { orderId: whole(random, 1e9), status: pick(random, ['new', 'paid', 'sent']), text: 'x'.repeat(300) },
    queue,
  });
}

function rocketmq(random: Random): object {
  const topic = `topic-${whole(random, 500)}`;
  return envelope(random, 'acs.mq', 'mq:Topic:SendMessage', `acs:mq:cn-hangzhou:1234567:MQ_INST_1/${topic}`, {
    topic,
    systemProperties: {
      MIN_OFFSET: '0',
      TRACE_ON: 'true',
      MAX_OFFSET: String(whole(random, 1e6)),
      MSG_REGION: 'cn-hangzhou',
      KEYS: `key-${whole(random, 1e6)}`,
      CONSUME_START_TIME: 1_786_000_000_000 + whole(random, 1e9),
      UNIQ_KEY: hex(random, 32).toUpperCase(),
      TAGS: `tag${whole(random, 40)}`,
      INSTANCE_ID: 'MQ_INST_1_BXhFHryi',
    },
    userProperties: { tenant: `tenant-${whole(random, 2000)}`, priority: whole(random, 10) },
    body: {
      orderId: whole(random, 1e9),
      amount: whole(random, 1e6) / 100,
      items: [1, 2, 3, 4, 5],
      note: 'é中 \u{1F600}',
    },
  });
}

function rabbitmq(random: Random): object {
  return envelope(random, 'acs.amqp', 'amqp:Queue:SendMessage', `acs:amqp:cn-hangzhou:1234567:/vhosts/v/queues/q`, {
    envelope: {
      deliveryTag: whole(random, 1e6),
      exchange: `ex-${whole(random, 20)}`,
      redeliver: false,
      routingKey: `r.${whole(random, 300)}`,
    },
    body: { Hello: `RabbitMQ ${hex(random, 200)}` },
    props: { contentEncoding: 'UTF-8', messageId: hex(random, 32) },
  });
}

/** CloudEvents of about 1.1 KB, of five sources in turn. */
export function cloudEvents(count: number, seed = 1): string[] {
  const random = seeded(seed);
  const shapes = [oss, ecs, mns, rocketmq, rabbitmq];
  return Array.from({ length: count }, (_, i) => JSON.stringify(shapes[i % shapes.length]?.(random)));
}

const STREETS = [
  'MARKET',
  'MISSION',
  'VALENCIA',
  'FOLSOM',
  'HOWARD',
  'BRYANT',
  'GEARY',
  'FULTON',
  'NORIEGA',
  'TARAVAL',
];

/** GeoJSON lots of about 900 bytes, mostly numbers. A street has a number behind its name, so that there are 2,000 of them. */
export function lots(count: number, seed = 2): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const block = String(whole(random, 8000)).padStart(4, '0');
    const lot = String(whole(random, 200)).padStart(3, '0');
    const from = whole(random, 5000);
    const longitude = -122.42 + random() / 10;
    const latitude = 37.7 + random() / 10;
    const corner = (): number[] => [longitude + random() / 1e4, latitude + random() / 1e4, 0];
    const ring = Array.from({ length: 8 }, corner);
    return JSON.stringify({
      type: 'Feature',
      properties: {
        MAPBLKLOT: block + lot,
        BLKLOT: block + lot,
        BLOCK_NUM: block,
        LOT_NUM: lot,
        FROM_ST: String(from),
        TO_ST: String(from + whole(random, 20)),
        STREET: street(whole(random, 2000)),
        ST_TYPE: pick(random, ['ST', 'AVE', 'BLVD', null]),
        ODD_EVEN: pick(random, ['O', 'E']),
      },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    });
  });
}

export function street(i: number): string {
  return `${STREETS[i % STREETS.length]}${Math.floor(i / STREETS.length)}`;
}

/** CloudEvents of about 100 KB: a RocketMQ message with a long list in its body. */
export function largeEvents(count: number, seed = 3): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const event = rocketmq(random) as { data: { body: Record<string, unknown> } };
    event.data.body.entries = Array.from({ length: 640 }, (_, i) => ({
      id: i,
      sku: hex(random, 16),
      name: `article ${hex(random, 24)}`,
      price: whole(random, 1e6) / 100,
      stock: [whole(random, 100), whole(random, 100), whole(random, 100)],
      active: random() < 0.5,
      note: null,
    }));
    return JSON.stringify(event);
  });
}

export type Family = (count: number) => Iterable<readonly [string, JsonObject]>;

/** A family of patterns: `pattern(i, random)` for each number below a count. */
function family(seed: number, pattern: (i: number, random: Random) => JsonObject): Family {
  return function* (count) {
    const random = seeded(seed);
    for (let i = 0; i < count; i++) yield [`p${i}`, pattern(i, random)] as const;
  };
}

/** For the lots: the exact pairs that peers are measured with, as fields of one object at top level and as fields of `data`. */
export function lotPair(i: number): { readonly STREET: string; readonly LOT_NUM: string } {
  return { STREET: street(i % 2000), LOT_NUM: String(Math.floor(i / 2000) % 200).padStart(3, '0') };
}

const types = ['oss:ObjectCreated:PutObject', 'oss:ObjectCreated:PostObject', 'oss:ObjectRemoved:DeleteObject'];

export const families: Readonly<Record<string, Family>> = {
  'exact pairs': family(11, (i) => ({ aliyunaccountid: [String(1_000_000 + i)], type: ['ecs:Instance:StateChange'] })),
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
  'shared source and account, anything-but': family(16, (i) => ({
    source: ['acs.ecs'],
    aliyunaccountid: [String(1_000_000 + (i % 5000))],
    data: { state: [{ 'anything-but': [`state-${i}`, 'Running'] }] },
  })),
  'shared source, anything-but, key prefix': family(17, (i) => ({
    source: ['acs.oss'],
    type: [{ 'anything-but': [`type-${i}`] }],
    subject: [{ prefix: `acs:oss:cn-hangzhou:1234567:bucket-${i}/` }],
  })),
  'shared source, anything-but only': family(18, (i, random) => ({
    source: ['acs.ecs'],
    data: { state: [{ 'anything-but': [`state-${i}`, pick(random, ['Running', 'Stopped'])] }] },
  })),
  '10,000 distinct paths': family(19, (i) => ({
    data: { [`field-${i % 10_000}`]: [`value-${Math.floor(i / 10_000)}`], state: ['Running'] },
  })),
  'contains only': family(20, (_, random) => ({ data: { resourceId: [{ contains: hex(random, 5) }] } })),
};
