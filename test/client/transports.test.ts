/** Every operation over every transport with every way to sign, against the service double. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotFoundError, UnsupportedError } from '../../src/client/index.ts';
import { auths, clientOf, ways } from '../support/service/harness.ts';
import { ACCOUNT, REGION, Service } from '../support/service/index.ts';
import { headerOf } from '../support/service/signatures.ts';
import { streamDocument } from '../support/service/stream.ts';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
});
beforeEach(() => {
  service.streams.streams.clear();
  service.streams.journal.length = 0;
  service.requests.length = 0;
});
afterAll(() => service.close());

const ARN = `acs:eventbridge:${REGION}:${ACCOUNT}:eventstreaming/orders`;

describe.each(ways)('over $transport, signed by $auth', ({ transport, auth }) => {
  it('a stream is created, changed and deleted', async () => {
    const client = clientOf(service, { transport, auth: auths[auth] });
    const document = streamDocument('orders', { Tags: [{ Key: 'team', Value: 'a b' }] });
    const created = await client.create(document);
    expect(created.eventStreamingArn).toBe(ARN);
    expect(created.requestId).toBe('request-0');
    const { Tags: _tags, ...kept } = document;
    expect(service.streams.streams.get('orders')?.document).toEqual(kept);

    const { stream } = await client.get('orders');
    expect(stream).toMatchObject({ ...kept, Status: 'READY' });

    await client.update(streamDocument('orders', { Description: 'ünïcode + "quotes" & 100%' }));
    expect(service.streams.streams.get('orders')?.document.Description).toBe('ünïcode + "quotes" & 100%');

    await client.start('orders');
    expect((await client.waitFor('orders', 'RUNNING')).stream?.Status).toBe('RUNNING');
    await client.pause('orders');
    expect((await client.waitFor('orders', 'PAUSED')).stream?.Status).toBe('PAUSED');

    const page = await client.list({ namePrefix: 'ord', limit: 10 });
    expect(page.streams.map((one) => one.EventStreamingName)).toEqual(['orders']);
    expect(page).toMatchObject({ nextToken: undefined, total: 1 });

    expect((await client.testEventPattern({ source: ['a'] }, { source: 'a' })).matches).toBe(true);
    expect((await client.testEventPattern('{"source":["a"]}', '{"source":"b"}')).matches).toBe(false);

    await client.delete('orders');
    expect((await client.waitFor('orders', 'DELETED')).stream).toBeUndefined();
    await expect(client.get('orders')).rejects.toBeInstanceOf(NotFoundError);
    expect(client.requests).toBe(service.requests.length);
    await client.close();
  });

  it('the business option changes, or is refused before a request', async () => {
    const client = clientOf(service, { transport, auth: auths[auth] });
    await client.create(streamDocument('orders'));
    const option = { EventStreamingName: 'orders', BusinessMode: 'CapacityUnitMode', MinCapacityUnitCount: 1 };
    if (transport === 'openapi-v2') {
      await expect(client.updateBusinessOption(option)).rejects.toBeInstanceOf(UnsupportedError);
      expect(client.requests).toBe(1);
    } else {
      await client.updateBusinessOption(option);
      expect(service.streams.journal.at(-1)).toMatchObject({
        operation: 'UpdateEventStreamingBusinessOption',
        outcome: 'done',
      });
    }
    await client.close();
  });

  it('all pages are listed, each by its own request', async () => {
    const client = clientOf(service, { transport, auth: auths[auth] });
    for (let i = 0; i < 25; i++) service.streams.do('CreateEventStreaming', { ...streamDocument(`s${i}`) });
    const names: string[] = [];
    for await (const stream of client.listAll({ limit: 10 })) names.push(stream.EventStreamingName);
    expect(names).toEqual(Array.from({ length: 25 }, (_, i) => `s${i}`));
    expect(client.requests).toBe(3);
    await client.close();
  });
});

describe('a request', () => {
  it('has the path of the reference or its sample', async () => {
    const client = clientOf(service, { createPath: '/eventstreaming/creatEventStreaming' });
    await client.create(streamDocument('a'));
    await client.get('a');
    await client.testEventPattern({}, {});
    expect(service.requests.map(({ url }) => url)).toEqual([
      '/eventstreaming/creatEventStreaming',
      '/eventstreaming/getEventStreaming',
      '/openapi/testEventPattern',
    ]);
    expect(headerOf(service.requests[0]!, 'x-eventbridge-version')).toBe('2020-04-01');
    expect(headerOf(service.requests[0]!, 'authorization')).toMatch(/^Bearer /);
    await client.close();
  });

  it('separates the key of the acs signature as the transport does, or by an option', async () => {
    for (const [transport, acsSeparator, start] of [
      ['rest', undefined, 'acs testAK:'],
      ['rest', ':', 'acs:testAK:'],
      ['openapi-v2', undefined, 'acs:testAK:'],
      ['openapi-v2', ' ', 'acs testAK:'],
    ] as const) {
      const client = clientOf(service, {
        transport,
        auth: auths.accessKey,
        ...(acsSeparator === undefined ? {} : { acsSeparator }),
      });
      await client.list();
      expect(headerOf(service.requests.at(-1)!, 'authorization')?.slice(0, start.length)).toBe(start);
      await client.close();
    }
  });

  it('has an empty pattern when the document has none, and text where a Value is an object', async () => {
    const client = clientOf(service);
    const { FilterPattern: _none, ...document } = streamDocument('a');
    await client.create({
      ...document,
      Sink: {
        SinkMNSParameters: {
          QueueName: { Value: 'q', Form: 'CONSTANT' },
          Body: { Value: { name: '$.data.name' }, Form: 'TEMPLATE', Template: ['hello $', '{name}'].join('') },
        },
      },
    });
    const sent = JSON.parse(service.requests[0]!.body.toString());
    expect(sent.FilterPattern).toBe('{}');
    expect(sent.Sink.SinkMNSParameters.Body.Value).toBe('{"name":"$.data.name"}');
    await client.close();
  });

  it('has a nonce of its own, and the lists of the transport only', async () => {
    const client = clientOf(service, { transport: 'rpc', auth: auths.accessKey });
    await client.list({ sourceArn: 'acs:x', tags: [{ key: 'k', value: 'v' }] });
    expect(service.requests[0]!.body.toString()).toBe('SourceArn=acs%3Ax&Tags.1.Key=k&Tags.1.Value=v');
    await expect(client.list({ sourceType: 'MNS' })).rejects.toMatchObject({ code: 'InvalidOption' });
    await client.list();
    const nonces = service.requests.map((raw) => headerOf(raw, 'x-acs-signature-nonce'));
    expect(new Set(nonces).size).toBe(2);
    await client.close();
  });
});
