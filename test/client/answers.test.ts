/** Malformed answers: every transport, every operation, every kind of wrong answer. */
import { gzipSync } from 'node:zlib';
import { Agent, interceptors } from 'undici';
import { describe, expect, it } from 'vitest';
import { EventBridgeError, type EventStreamingClient } from '../../src/client/index.ts';
import { FakeClock } from '../support/service/clocks.ts';
import { clientOf, type ways } from '../support/service/harness.ts';
import { BEARER, type Fault, faults, Service, wrongAnswers } from '../support/service/index.ts';
import { MemoryDispatcher } from '../support/service/memory.ts';
import { streamDocument } from '../support/service/stream.ts';

const json = { 'content-type': 'application/json' };
const ok = (body: string | Buffer, headers: Record<string, string> = json): Fault => ({
  kind: 'answer',
  handled: true,
  status: 200,
  headers,
  body: body as string,
});
const nested = (depth: number): string =>
  `{"code":"200","RequestId":"r","Code":"Success","data":${'{"a":'.repeat(depth)}1${'}'.repeat(depth + 1)}`;

const answers: Readonly<Record<string, Fault>> = {
  'an empty object': ok('{}'),
  null: ok('null'),
  'a list': ok('[]'),
  'a word': ok('"ok"'),
  'a number': ok('200'),
  'the health of something else': ok('{"status":"UP"}'),
  'the code of another service': ok('{"code":0,"message":"ok","data":{}}'),
  'a success that is denied': ok('{"Code":"Success","Success":false,"RequestId":"r"}'),
  'a web page': ok('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
  'JSON in a wrong type': ok('{"status":"UP"}', { 'content-type': 'image/png' }),
  nothing: ok(''),
  'no content': { kind: 'answer', handled: true, status: 204, headers: {}, body: '' },
  'half of JSON': ok('{"Code":"Success","RequestId":"r'),
  'UTF-16': ok(Buffer.from('\uFEFF{"Code":"Success"}', 'utf16le')),
  'compressed JSON': ok(gzipSync('{"Code":"Success"}'), { ...json, 'content-encoding': 'gzip' }),
  'a bomb of gzip': ok(gzipSync(Buffer.alloc(5_000_000)), { ...json, 'content-encoding': 'gzip' }),
  '3,000 levels': ok(nested(3000)),
  '30,000 levels': ok(nested(30_000)),
  '1,000,000 brackets': ok('['.repeat(1_000_000)),
  'too much': ok(`{"Code":"Success","a":"${'x'.repeat(2_000_000)}"}`),
  'without an end': faults.endless,
  'cut off': faults.half,
  'shorter than it says': wrongAnswers.short,
  'a redirection': wrongAnswers.redirect,
  'a redirection with a success in it': {
    ...wrongAnswers.redirect,
    status: 302,
    body: '{"Code":"Success","RequestId":"r"}',
  },
  'an error of a megabyte': { kind: 'answer', handled: true, status: 500, headers: json, body: 'e'.repeat(1_500_000) },
};

const calls: Readonly<Record<string, (client: EventStreamingClient) => Promise<unknown>>> = {
  create: (client) => client.create(streamDocument('orders')),
  update: (client) => client.update(streamDocument('orders')),
  businessOption: (client) =>
    client.updateBusinessOption({ EventStreamingName: 'orders', BusinessMode: 'EventNumMode' }),
  get: (client) => client.get('orders'),
  list: (client) => client.list(),
  delete: (client) => client.delete('orders'),
  pause: (client) => client.pause('orders'),
  start: (client) => client.start('orders'),
  testEventPattern: (client) => client.testEventPattern({ source: ['a'] }, { source: 'a' }),
  waitFor: (client) => client.waitFor('orders', 'RUNNING'),
};

async function failureOf(transport: (typeof ways)[number]['transport'], operation: string, fault: Fault) {
  const service = Service.inMemory();
  service.fault = () => fault;
  const client = clientOf(service, {
    transport,
    dispatcher: new MemoryDispatcher(service),
    retry: { attempts: 1 },
    maxResponseSize: 1_100_000,
  });
  const thrown: unknown = await calls[operation]!(client).then(
    (result) => ({ result }),
    (error: unknown) => error,
  );
  await client.close();
  return thrown;
}

describe.each(['rest', 'openapi-v2', 'rpc', 'api'] as const)('over %s', (transport) => {
  it.each(Object.keys(answers))('throws a typed error in every operation for %s', async (kind) => {
    for (const operation of Object.keys(calls)) {
      const thrown = await failureOf(transport, operation, answers[kind]!);
      // `openapi-v2` has no business option, which is refused before a request.
      expect(thrown, operation).toBeInstanceOf(EventBridgeError);
      const { message, httpStatus, code } = thrown as EventBridgeError;
      expect(message.length, operation).toBeLessThan(2500);
      if (code === 'UnsupportedOperation') continue;
      if (operation === 'create' && httpStatus !== 302 && httpStatus !== 307) {
        expect(message).toMatch(/^whether the stream was created is not known: /);
      }
    }
  });
});

describe('a Create whose outcome is unknown', () => {
  const found = async (fault: Fault): Promise<unknown> => {
    const service = Service.inMemory();
    service.fault = ({ operation }) => (operation === 'CreateEventStreaming' ? fault : undefined);
    const client = clientOf(service, { dispatcher: new MemoryDispatcher(service), retry: { attempts: 1 } });
    return client.create(streamDocument('orders')).catch((error: unknown) => error);
  };

  it('succeeds when Get finds the stream as it was sent, after any answer', async () => {
    for (const [kind, fault] of Object.entries(answers)) {
      if (kind.startsWith('a redirection')) continue;
      expect(await found(fault), kind).toMatchObject({ eventStreamingArn: expect.stringContaining('/orders') });
    }
  });

  it('is repeated when Get does not find the stream, and unclear when no try is left', async () => {
    expect(await found({ ...wrongAnswers.portal, handled: false })).toMatchObject({
      name: 'ServiceError',
      code: 'InvalidResponse',
      message: expect.stringMatching(/^whether the stream was created is not known: .* Get did not find it/),
    });
  });

  it('is reported as unclear when the call is aborted or out of time', async () => {
    const service = Service.inMemory();
    const stop = new AbortController();
    service.fault = ({ operation }) => {
      if (operation === 'CreateEventStreaming') setImmediate(() => stop.abort(new Error('enough')));
      return faults.resetAfter;
    };

    const client = clientOf(service, { dispatcher: new MemoryDispatcher(service), clock: new FakeClock() });
    const thrown = await client.create(streamDocument('orders'), { signal: stop.signal }).catch((e: unknown) => e);
    expect(thrown).toMatchObject({ name: 'AbortError', message: expect.stringContaining('may have taken effect') });
    const asked = await client.get('orders', { signal: AbortSignal.abort() }).catch((e: unknown) => e);
    expect(asked).toMatchObject({ message: expect.not.stringContaining('may have taken effect') });
  });
});

describe('a redirect', () => {
  it('is not followed, even by a dispatcher that follows redirects, so that credentials are not sent elsewhere', async () => {
    const elsewhere = await Service.start();
    const service = await Service.start();
    const location = `${elsewhere.endpoint}/eventstreaming/listEventStreamings`;
    for (const status of [301, 302, 303, 307, 308]) {
      service.fault = () => ({ kind: 'answer', handled: false, status, headers: { location }, body: '' });
      const dispatcher = new Agent().compose(interceptors.redirect({ maxRedirections: 5 }));
      for (const transport of ['rest', 'rpc'] as const) {
        const client = clientOf(service, { dispatcher, transport });
        const thrown = (await client.list().catch((error: unknown) => error)) as EventBridgeError;
        expect(thrown).toMatchObject({ code: `Http${status}`, httpStatus: status, retryable: false });
        expect(thrown.hint).toContain(`redirects to \`${elsewhere.endpoint}\``);
      }
      await dispatcher.close();
    }
    expect(elsewhere.requests).toEqual([]);
    expect(service.requests.every(({ rawHeaders }) => rawHeaders.some((text) => text.includes(BEARER)))).toBe(true);
    await elsewhere.close();
    await service.close();
  });
});
