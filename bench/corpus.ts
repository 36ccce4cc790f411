/** Seeded events: the same on every machine. Shapes are those of the service's documentation; values are made up. */

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

export function hex(random: Random, length: number): string {
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
    aliyunoriginalaccountid: account(random),
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
    imageId: `aliyun_3_x64_20G_alibase_${whole(random, 1e8)}.vhd`,
    securityGroupIds: [`sg-bp1${hex(random, 14)}`, `sg-bp1${hex(random, 14)}`],
    note: 'the state of an instance has changed, and whoever manages it may want to know about that',
  });
}

function mns(random: Random): object {
  const queue = `queue-${whole(random, 500)}`;
  return envelope(random, `acs.mns`, 'mns:Queue:SendMessage', `acs:mns:cn-hangzhou:1234567:queues/${queue}`, {
    requestId: hex(random, 24).toUpperCase(),
    messageId: hex(random, 32).toUpperCase(),
    messageBody: { orderId: whole(random, 1e9), status: pick(random, ['new', 'paid', 'sent']), text: 'x'.repeat(410) },
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
    bornHost: `${address(random)}:${whole(random, 65_536)}`,
    storeHost: `${address(random)}:10911`,
    msgId: hex(random, 32).toUpperCase(),
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
    body: { Hello: `RabbitMQ ${hex(random, 360)}` },
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

/** Low numbers are more common, so that one pattern already has matches. */
function busy(random: Random, below: number): number {
  return Math.floor(random() ** 2 * below);
}

/**
 * GeoJSON lots of about 900 bytes, mostly numbers, below the `data` of an event: patterns name nested objects only there. A street has a number behind
 * its name, so that there are 2,000 of them.
 */
export function lots(count: number, seed = 2): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const block = String(whole(random, 8000)).padStart(4, '0');
    const lot = String(busy(random, 200)).padStart(3, '0');
    const from = whole(random, 5000);
    const longitude = -122.42 + random() / 10;
    const latitude = 37.7 + random() / 10;
    const corner = (): number[] => [longitude + random() / 1e4, latitude + random() / 1e4, 0];
    const ring = Array.from({ length: 14 }, corner);
    const feature = {
      type: 'Feature',
      properties: {
        MAPBLKLOT: block + lot,
        BLKLOT: block + lot,
        BLOCK_NUM: block,
        LOT_NUM: lot,
        FROM_ST: String(from),
        TO_ST: String(from + whole(random, 20)),
        STREET: street(busy(random, 2000)),
        ST_TYPE: pick(random, ['ST', 'AVE', 'BLVD', null]),
        ODD_EVEN: pick(random, ['O', 'E']),
      },
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
    };
    return JSON.stringify({ specversion: '1.0', data: feature });
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
    event.data.body.entries = Array.from({ length: 712 }, (_, i) => ({
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

/** ECS events that have eight of 10,000 members. */
export function sparseEvents(count: number, seed = 4): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const event = ecs(random) as { data: Record<string, unknown> };
    for (let i = 0; i < 8; i++) event.data[`field-${whole(random, 10_000)}`] = `value-${whole(random, 10)}`;
    return JSON.stringify(event);
  });
}
