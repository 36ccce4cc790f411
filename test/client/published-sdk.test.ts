/** The published SDK against the service double, and this client against that SDK. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessKey, EventStreamingClient, type EventStreamingDocument } from '../../src/client/index.ts';
import { ACCOUNT, KEY, type Raw, REGION, Service, STS } from '../support/service/index.ts';
import { streamDocument } from '../support/service/stream.ts';

// A CommonJS package whose types have no default export that Node would find.
type Model = new (map: object) => object;
interface Sdk {
  [operation: string]: (request: object) => Promise<Record<string, unknown>>;
}
const published = createRequire(import.meta.url)('@alicloud/eventbridge') as Record<string, Model> & {
  default: new (config: object) => Sdk;
};

let service: Service;
let sdk: Sdk;
let client: EventStreamingClient;

beforeAll(async () => {
  service = await Service.start();
  sdk = sdkWith({ accessKeyId: KEY.id, accessKeySecret: KEY.secret });
  client = new EventStreamingClient({
    transport: 'openapi-v2',
    accountId: ACCOUNT,
    region: REGION,
    endpoint: service.endpoint,
    auth: accessKey(KEY),
  });
});

beforeEach(() => {
  service.streams.streams.clear();
  service.requests.length = 0;
});

afterAll(async () => {
  await client.close();
  await service.close();
});

function sdkWith(credentials: object): Sdk {
  const config = { ...credentials, endpoint: service.host, protocol: 'HTTP', regionId: REGION };
  return new published.default(new published.Config!(config));
}

/** Makes models of the SDK from members in the spelling of the service. */
const tea = createRequire(createRequire(import.meta.url).resolve('@alicloud/eventbridge'))(
  '@alicloud/tea-typescript',
) as { cast(map: object, model: object): object };

const request = (model: string, members: object): object => {
  const Model = published[model]!;
  return tea.cast(members, new Model({}));
};

describe('the published SDK', () => {
  it('runs each of its stream operations against the service double', async () => {
    const named = { EventStreamingName: 'orders' };
    const created = await sdk.createEventStreaming!(request('CreateEventStreamingRequest', streamDocument('orders')));
    expect(created.eventStreamingARN).toBe(`acs:eventbridge:${REGION}:${ACCOUNT}:eventstreaming/orders`);
    const got = await sdk.getEventStreaming!(request('GetEventStreamingRequest', named));
    expect(got).toMatchObject({ eventStreamingName: 'orders', status: 'READY' });
    await sdk.startEventStreaming!(request('StartEventStreamingRequest', named));
    expect(service.streams.streams.get('orders')?.status).toBe('STARTING');
    await sdk.pauseEventStreaming!(request('PauseEventStreamingRequest', named));
    expect(service.streams.streams.get('orders')?.status).toBe('PAUSED');
    const changed = streamDocument('orders', { Description: 'changed' });
    await sdk.updateEventStreaming!(request('UpdateEventStreamingRequest', changed));
    const listed = await sdk.listEventStreamings!(request('ListEventStreamingsRequest', { Limit: 10 }));
    expect(listed).toMatchObject({ total: 1, eventStreamings: [{ description: 'changed' }] });
    const pattern = { Event: '{"source":"a"}', EventPattern: '{"source":["a"]}' };
    const tested = await sdk.testEventPattern!(request('TestEventPatternRequest', pattern));
    expect(tested.result).toBe(true);
    const names = { EventStreamingNames: ['orders'] };
    await sdk.listEventStreamingMetrics!(request('ListEventStreamingMetricsRequest', names));
    await sdk.deleteEventStreaming!(request('DeleteEventStreamingRequest', named));
    expect(service.streams.streams.size).toBe(0);
    expect(service.streams.journal.every(({ outcome }) => outcome === 'done')).toBe(true);
  });

  it('fails with a wrong secret, and for unknown streams', async () => {
    const wrong = sdkWith({ accessKeyId: KEY.id, accessKeySecret: 'another' });
    const get = request('GetEventStreamingRequest', { EventStreamingName: 'orders' });
    await expect(wrong.getEventStreaming!(get)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    await expect(sdk.getEventStreaming!(get)).rejects.toMatchObject({ code: 'EventStreamingNotExisted' });
  });

  it('signs with a security token as the service double expects', async () => {
    const sts = sdkWith({ accessKeyId: STS.id, accessKeySecret: STS.secret, securityToken: STS.securityToken });
    const listed = await sts.listEventStreamings!(request('ListEventStreamingsRequest', {}));
    expect(listed.total).toBe(0);
  });
});

/** Headers that differ by nature: client, time, nonce, and the framing of the body. */
const OWN = new Set([
  'x-acs-signature-nonce',
  'date',
  'authorization',
  'user-agent',
  'transfer-encoding',
  'content-length',
]);

function comparable(raw: Raw): object {
  const headers: Record<string, string> = {};
  for (let i = 0; i < raw.rawHeaders.length; i += 2) {
    const name = raw.rawHeaders[i]!.toLowerCase();
    if (!OWN.has(name)) headers[name] = raw.rawHeaders[i + 1]!;
  }
  const path = raw.url.replace(/\?$/, '');
  return { method: raw.method, path, body: JSON.parse(raw.body.toString('utf8')), headers };
}

describe('this client on openapi-v2', () => {
  const document: EventStreamingDocument = streamDocument('orders');
  const named = { EventStreamingName: 'orders' };
  const pattern = { Event: '{"source":"a"}', EventPattern: '{"source":["a"]}' };
  /** Operation, arguments of the SDK, arguments of this client, and whether the stream must exist before. */
  const cases: readonly (readonly [string, object, (c: EventStreamingClient) => Promise<unknown>, boolean])[] = [
    ['createEventStreaming', document, (c) => c.create(document), false],
    ['updateEventStreaming', document, (c) => c.update(document), true],
    ['getEventStreaming', named, (c) => c.get('orders'), true],
    ['startEventStreaming', named, (c) => c.start('orders'), true],
    ['pauseEventStreaming', named, (c) => c.pause('orders'), true],
    ['deleteEventStreaming', named, (c) => c.delete('orders'), true],
    [
      'listEventStreamings',
      { NamePrefix: 'o', SourceType: 's', SinkType: 't', Limit: 10, NextToken: '0', Tag: 'x' },
      (c) => c.list({ namePrefix: 'o', sourceType: 's', sinkType: 't', limit: 10, nextToken: '0', tag: 'x' }),
      false,
    ],
    ['testEventPattern', pattern, (c) => c.testEventPattern({ source: ['a'] }, { source: 'a' }), false],
  ];
  for (const [operation, members, call, exists] of cases) {
    it(`sends ${operation} as the published SDK does`, async () => {
      const make = async (): Promise<void> => {
        service.streams.streams.clear();
        if (exists) service.streams.do('CreateEventStreaming', { ...document });
      };
      const model = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Request`;
      await make();
      await sdk[operation]!(request(model, members));
      await make();
      await call(client);
      expect(service.requests).toHaveLength(2);
      const [theirs, ours] = service.requests.map(comparable);
      expect(ours).toEqual(theirs);
    });
  }

  it('sends a security token as the published SDK does', async () => {
    const sts = sdkWith({ accessKeyId: STS.id, accessKeySecret: STS.secret, securityToken: STS.securityToken });
    const own = new EventStreamingClient({
      transport: 'openapi-v2',
      region: REGION,
      endpoint: service.endpoint,
      auth: accessKey(STS),
    });
    await sts.listEventStreamings!(request('ListEventStreamingsRequest', {}));
    await own.list();
    await own.close();
    const [theirs, ours] = service.requests.map(comparable);
    expect(ours).toEqual(theirs);
  });
});
