/** Retries and errors when the service or the network fails. The clock never waits. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AbortedError,
  AuthenticationError,
  accessKey,
  ConflictError,
  NetworkError,
  NotFoundError,
  ServiceError,
  ThrottledError,
  TimeoutError,
} from '../../src/client/index.ts';
import { FakeClock, settled } from '../support/service/clocks.ts';
import { clientOf } from '../support/service/harness.ts';
import { type Fault, faults, Service, STS } from '../support/service/index.ts';
import { streamDocument } from '../support/service/stream.ts';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
});
beforeEach(() => {
  service.streams.streams.clear();
  service.streams.journal.length = 0;
  service.requests.length = 0;
  service.fault = () => undefined;
});
afterAll(() => service.close());

/** One fault for each request, then none. */
const script = (...list: readonly (Fault | undefined)[]): void => {
  const from = service.requests.length;
  service.fault = (_asked, index) => list[index - from];
};
const operations = (): string[] => service.streams.journal.map(({ operation, outcome }) => `${operation} ${outcome}`);
const asked = (): string[] => service.requests.map(({ url }) => url.replace(/.*\/(.*)EventStreaming/, '$1'));

describe('a retry', () => {
  it('has full jitter, from 1 s doubled up to 30 s, five times at most', async () => {
    const client = clientOf(service, { random: () => 0.999999, retry: { attempts: 7 } });
    service.fault = () => faults.failedBefore;
    await expect(client.get('orders')).rejects.toBeInstanceOf(ServiceError);
    const waits = client.clock.slept.filter((ms) => ms < 100_000);
    expect(waits).toEqual([999, 1999, 3999, 7999, 15_999, 29_999, 29_999]);
    expect(client.requests).toBe(8);
    await client.close();

    const five = clientOf(service);
    await expect(five.get('orders')).rejects.toMatchObject({ code: 'InternalError', retryable: true });
    expect(five.requests).toBe(6);
    await five.close();
  });

  it('waits at least as long as the service requires, in seconds or until a date', async () => {
    const client = clientOf(service, { random: () => 0 });
    const date = new Date(client.clock.now() + 12_000).toUTCString();
    const until = { ...faults.throttledSeconds, headers: { 'retry-after': date } };
    script(faults.throttledSeconds, until);
    await client.list();
    expect(client.clock.slept.filter((ms) => ms < 100_000)).toEqual([7000, 5000]);
    await client.close();
  });

  it('follows throttling, also of Create and also within a 200', async () => {
    const client = clientOf(service);
    script(faults.throttled, faults.throttledWithin200, faults.unavailable);
    await client.create(streamDocument('orders'));
    expect(asked()).toEqual(['create', 'create', 'create', 'create']);
    expect(operations()).toEqual(['CreateEventStreaming done']);
    await client.close();
  });

  it('does not follow a refusal', async () => {
    const client = clientOf(service);
    await expect(client.get('orders')).rejects.toBeInstanceOf(NotFoundError);
    await expect(client.delete('orders')).rejects.toBeInstanceOf(NotFoundError);
    expect(client.requests).toBe(2);
    await client.close();
  });

  it('does not begin after the budget of the call', async () => {
    const client = clientOf(service, { timeout: 5000, clock: new FakeClock() });
    script(faults.throttledSeconds);
    await expect(client.list()).rejects.toMatchObject({ name: 'ThrottledError', retryAfter: 7000, retryable: true });
    expect(client.requests).toBe(1);
    await client.close();
  });

  it('of a Delete succeeds when the stream no longer exists', async () => {
    const client = clientOf(service);
    service.streams.do('CreateEventStreaming', { ...streamDocument('orders') });
    script(faults.resetAfter);
    await client.delete('orders');
    expect(operations().slice(1)).toEqual([
      'DeleteEventStreaming done',
      'DeleteEventStreaming EventStreamingNotExisted',
    ]);
    await client.close();
  });

  it('of a Delete fails when a page answers instead of the service', async () => {
    const client = clientOf(service);
    service.streams.do('CreateEventStreaming', { ...streamDocument('orders') });
    const page: Fault = { kind: 'answer', handled: false, status: 404, body: '<html>no such page</html>' };
    script(faults.failedBefore, page);
    await expect(client.delete('orders')).rejects.toMatchObject({ name: 'ServiceError', code: 'Http404Page' });
    await client.close();
  });
});

describe('a Create whose outcome is unknown', () => {
  it.each(['resetAfter', 'half', 'failedAfter', 'failedWithin200', 'page', 'notJson', 'nothing'] as const)(
    'that was done (%s) is found by Get and not repeated',
    async (name) => {
      const client = clientOf(service);
      script(faults[name]);
      const created = await client.create(streamDocument('orders'));
      expect(created.eventStreamingArn).toBe('acs:eventbridge:cn-hangzhou:1234567890123456:eventstreaming/orders');
      expect(asked()).toEqual(['create', 'get']);
      await client.close();
    },
  );

  it.each(['resetBefore', 'failedBefore'] as const)('that was not done (%s) is repeated after Get', async (name) => {
    const client = clientOf(service);
    script(faults[name]);
    await client.create(streamDocument('orders'));
    expect(asked()).toEqual(['create', 'get', 'create']);
    expect(operations().at(-1)).toBe('CreateEventStreaming done');
    await client.close();
  });

  it('that is done late succeeds when the retry reports that the name is taken', async () => {
    const client = clientOf(service, { timeout: { call: 1e12, headers: 20 } });
    service.fault = (request, index) => {
      if (index === 0) return faults.late;
      if (request.operation === 'CreateEventStreaming') service.doLate();
      return undefined;
    };
    await client.create(streamDocument('orders'));
    expect(asked()).toEqual(['create', 'get', 'create', 'get']);
    expect(operations()).toEqual([
      'GetEventStreaming EventStreamingNotExisted',
      'CreateEventStreaming done',
      'CreateEventStreaming RequestParameterInvalid',
      'GetEventStreaming done',
    ]);
    await client.close();
  });

  it('is a conflict when another stream has the name, with the differences', async () => {
    const client = clientOf(service);
    service.streams.do('CreateEventStreaming', { ...streamDocument('orders', { Description: 'another' }) });
    script(faults.failedBefore);
    const error = await client.create(streamDocument('orders')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConflictError);
    expect(error).toMatchObject({ code: 'StreamDiffers', message: expect.stringContaining('`/Description`') });
    await client.close();
  });

  it('compares patterns as JSON and ignores what the service added', async () => {
    const client = clientOf(service);
    service.streams.do('CreateEventStreaming', {
      ...streamDocument('orders'),
      FilterPattern: '{ "type": [{"prefix": "oss:"}], "source": ["acs.oss"] }',
      Metadata: 'added',
    });
    script(faults.failedBefore);
    await client.create(streamDocument('orders'));
    expect(asked()).toEqual(['create', 'get']);
    await client.close();
  });

  it('is a conflict at once when the name was taken from the beginning', async () => {
    const client = clientOf(service);
    service.streams.do('CreateEventStreaming', { ...streamDocument('orders') });
    await expect(client.create(streamDocument('orders'))).rejects.toBeInstanceOf(ConflictError);
    expect(client.requests).toBe(1);
    await client.close();
  });

  it('stays unknown, with a message, when Get fails too', async () => {
    const client = clientOf(service);
    service.fault = () => faults.failedAfter;
    const error = await client.create(streamDocument('orders')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'InternalError',
      retryable: false,
      hint: 'get the stream by its name before creating it again',
    });
    expect(asked()).toEqual(['create', 'get', 'get', 'get', 'get', 'get', 'get']);
    await client.close();
  });
});

describe('credentials', () => {
  it('are read before each try, so that a token may expire between two of them', async () => {
    service.tokens.clear();
    service.tokens.add('token-2');
    let asked = 0;
    const auth = () => accessKey({ ...STS, securityToken: `token-${++asked}` })();
    const client = clientOf(service, { auth });
    await client.list();
    expect(client.requests).toBe(2);
    expect(client.clock.slept.filter((ms) => ms < 100_000)).toEqual([]);
    await client.close();
  });

  it('that have expired and do not change are refused once, and billed once', async () => {
    service.tokens.clear();
    const client = clientOf(service, { auth: accessKey(STS) });
    await expect(client.list()).rejects.toMatchObject({ code: 'StsAccessIdExpired', retryable: false });
    expect(client.requests).toBe(1);
    await client.close();
  });

  it('that cannot be read, or cannot be put into a header, send no request', async () => {
    for (const auth of [
      () => Promise.reject(new Error('the vault is closed')),
      () => ({}),
      () => ({ bearerToken: 'line\nbreak' }),
    ]) {
      const client = clientOf(service, { auth });
      const error = await client.list().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(AuthenticationError);
      expect(error).toMatchObject({ code: 'NoCredentials', operation: 'ListEventStreamings' });
      expect(client.requests).toBe(0);
      await client.close();
    }
  });
});

describe('a call ends', () => {
  it('with its budget, and stops the request under way', async () => {
    const clock = new FakeClock();
    const client = clientOf(service, { timeout: { call: 2000 }, clock });
    service.fault = () => faults.silent;
    const call = client.list().catch((thrown: unknown) => thrown);
    while (client.requests === 0) await settled();
    await clock.advance(1999);
    await clock.advance(1);
    const error = await call;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 'CallTimeout' });
    expect(clock.sleeping).toBe(0);
    await client.close();
  });

  it('when it is aborted: before it, while waiting for an answer, and between two tries', async () => {
    const before = clientOf(service);
    await expect(before.list({}, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(AbortedError);
    expect(before.requests).toBe(0);
    await before.close();

    const during = clientOf(service);
    const stop = new AbortController();
    service.fault = () => faults.silent;
    const call = during.list({}, { signal: stop.signal }).catch((thrown: unknown) => thrown);
    while (during.requests === 0) await settled();
    stop.abort(new Error('enough'));
    expect(await call).toMatchObject({ name: 'AbortError', code: 'Aborted', message: 'the call was aborted: enough' });
    await during.close();

    const clock = new FakeClock();
    const between = clientOf(service, { clock });
    const again = new AbortController();
    service.fault = () => faults.throttled;
    const waiting = between.list({}, { signal: again.signal }).catch((thrown: unknown) => thrown);
    while (clock.sleeping < 2) await settled();
    again.abort();
    expect(await waiting).toBeInstanceOf(AbortedError);
    expect(clock.sleeping).toBe(0);
    await between.close();
  });

  it('when the headers or the body time out, by the timers of undici', async () => {
    for (const [fault, timeout, code] of [
      [faults.silent, { headers: 20 }, 'HeadersTimeout'],
      [faults.stalled, { body: 20 }, 'BodyTimeout'],
    ] as const) {
      const client = clientOf(service, { timeout, retry: { attempts: 0 } });
      service.fault = () => fault;
      await expect(client.list()).rejects.toMatchObject({ name: 'TimeoutError', code, retryable: true });
      await client.close();
    }
  });

  it('when an answer is too long, and is not repeated', async () => {
    const client = clientOf(service, { maxResponseSize: 100_000 });
    service.fault = () => faults.endless;
    await expect(client.list()).rejects.toMatchObject({ code: 'ResponseTooLarge' });
    expect(client.requests).toBe(1);
    await client.close();
  });

  it('when nothing listens at the address, and no request is counted', async () => {
    const closed = await Service.start();
    const endpoint = closed.endpoint;
    await closed.close();
    const client = clientOf(service, { endpoint });
    const error = await client.create(streamDocument('orders')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: 'NoConnection', retryable: true });
    expect(client.requests).toBe(0);
    expect(client.clock.slept.filter((ms) => ms < 100_000)).toHaveLength(5);
    await client.close();
  });

  it('when the client is closed', async () => {
    const client = clientOf(service);
    await client.close();
    await expect(client.list()).rejects.toMatchObject({ code: 'InvalidOption', message: 'the client is closed' });
  });
});

describe('a throttled call', () => {
  it('fails as throttled after its retries', async () => {
    const client = clientOf(service);
    service.fault = () => faults.throttledWithin200;
    const error = await client.start('orders').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ThrottledError);
    expect(error).toMatchObject({ code: 'Throttling.User', httpStatus: 200, retryable: true });
    await client.close();
  });
});
