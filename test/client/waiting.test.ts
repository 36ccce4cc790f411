/** Waiting for a state, listing all pages, and the end of a process while a client waits. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError, ServiceError, TimeoutError } from '../../src/client/index.ts';
import { FakeClock, settled } from '../support/service/clocks.ts';
import { clientOf } from '../support/service/harness.ts';
import { type Fault, faults, Service } from '../support/service/index.ts';
import { streamDocument } from '../support/service/stream.ts';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
});
beforeEach(() => {
  service.streams.streams.clear();
  service.streams.startsAs = 'RUNNING';
  service.fault = () => undefined;
});
afterAll(() => service.close());

const make = (name: string): void => void service.streams.do('CreateEventStreaming', { ...streamDocument(name) });

describe('waitFor', () => {
  it('polls every five seconds until the stream runs', async () => {
    make('a');
    const client = clientOf(service);
    await client.start('a');
    await client.waitFor('a', 'RUNNING');
    expect(client.clock.slept.filter((ms) => ms < 100_000)).toEqual([5000]);
    await client.close();
  });

  it('throws an error when the stream has failed', async () => {
    make('a');
    service.streams.startsAs = 'STARTING_FAILED';
    const client = clientOf(service);
    await client.start('a');
    const error = await client.waitFor('a', 'RUNNING').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code: 'STARTING_FAILED', retryable: false });
    await client.close();
  });

  it('throws an error when there is no stream, unless it waits for the deletion', async () => {
    const client = clientOf(service);
    await expect(client.waitFor('a', 'RUNNING')).rejects.toBeInstanceOf(NotFoundError);
    await client.waitFor('a', 'DELETED');
    await client.close();
  });

  it('throws an error at its timeout: before a pause that is too long, or during a request', async () => {
    make('a');
    const client = clientOf(service);
    const error = await client.waitFor('a', 'RUNNING', { timeout: 12_000 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 'WaitTimeout' });
    await client.close();

    const clock = new FakeClock();
    const asking = clientOf(service, { clock });
    service.fault = () => faults.silent;
    const waiting = asking.waitFor('a', 'RUNNING', { timeout: 1000 }).catch((thrown: unknown) => thrown);
    while (asking.requests === 0) await settled();
    await clock.advance(1000);
    expect(await waiting).toMatchObject({ code: 'WaitTimeout' });
    expect(clock.sleeping).toBe(0);
    await asking.close();
  });
});

describe('listAll', () => {
  it('requests a page only when it is needed', async () => {
    for (let i = 0; i < 30; i++) make(`s${i}`);
    const client = clientOf(service);
    for await (const { EventStreamingName } of client.listAll({ limit: 10 })) {
      if (EventStreamingName === 's11') break;
    }
    expect(client.requests).toBe(2);
    await client.close();
  });

  it('throws an error when the service repeats a page token', async () => {
    const body = JSON.stringify({ data: { Code: 'Success', Data: { EventStreamings: [], NextToken: '10' } } });
    const round: Fault = { kind: 'answer', handled: false, status: 200, body };
    service.fault = () => round;
    const client = clientOf(service);
    const all = async (): Promise<void> => {
      for await (const _stream of client.listAll());
    };
    await expect(all()).rejects.toMatchObject({ code: 'InvalidResponse' });
    expect(client.requests).toBe(2);
    await client.close();
  });
});

describe('a process', () => {
  const run = promisify(execFile);
  it('ends although a call waits for a retry, its turn or its budget', async () => {
    service.fault = () => ({ ...faults.throttledSeconds, headers: { 'retry-after': '60' } });
    const source = `
      import { bearer, EventStreamingClient } from ${JSON.stringify(new URL('../../dist/client/index.js', import.meta.url).href)};
      const client = new EventStreamingClient({
        endpoint: ${JSON.stringify(service.endpoint)},
        auth: bearer('sk-testBearerToken'),
        rateLimit: { perSecond: 0.02 },
      });
      client.list();
      client.list();
      process.on('exit', () => console.log('requests', client.requests));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', source], {
      timeout: 20_000,
    });
    expect(stdout).toBe('requests 1\n');
  });
});
