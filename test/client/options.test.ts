/** Options and documents that are refused before a request, and the default addresses. */
import { createRequire } from 'node:module';
import { MockAgent } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  AuthenticationError,
  accessKey,
  bearer,
  type ClientOptions,
  EventStreamingClient,
  UnsupportedError,
  ValidationError,
} from '../../src/client/index.ts';
import { auths, clientOf } from '../support/service/harness.ts';
import { ACCOUNT, BEARER, KEY, REGION, Service } from '../support/service/index.ts';
import { streamDocument } from '../support/service/stream.ts';

let service: Service;
beforeAll(async () => {
  service = await Service.start();
});
afterAll(() => service.close());
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('an option', () => {
  const place = { accountId: ACCOUNT, region: REGION };
  it.each<readonly [string, ClientOptions]>([
    ['a transport that does not exist', { ...place, transport: 'soap' as never }],
    ['a transport named like a member of every object', { ...place, transport: 'constructor' as never }],
    ['no account for a host that has it in its name', { region: REGION }],
    ['no region', { accountId: ACCOUNT }],
    ['an account that leads to another host', { ...place, accountId: 'evil.example/' }],
    ['a region that leads to another host', { ...place, region: 'x@evil.example' }],
    ['an endpoint with a path', { ...place, endpoint: 'https://host/path' }],
    ['an endpoint with a password', { ...place, endpoint: 'https://user:pass@host' }],
    ['an endpoint of another scheme', { ...place, endpoint: 'ftp://host' }],
    ['credentials in place of a function', { ...place, auth: { bearerToken: 'x' } as never }],
    ['an unknown separator', { ...place, acsSeparator: '-' as never }],
    ['an invalid path', { ...place, createPath: 'https://host' }],
    ['attempts that are no number', { ...place, retry: { attempts: Number.NaN } }],
    ['a limit of zero', { ...place, rateLimit: { perSecond: 0 } }],
    ['a timeout of zero', { ...place, timeout: 0 }],
  ])('is refused: %s', (_what, options) => {
    expect(() => new EventStreamingClient(options)).toThrow(ValidationError);
  });

  it('may be undefined', async () => {
    const client = new EventStreamingClient({ ...place, retry: { attempts: undefined as never }, timeout: {} });
    await client.close();
  });
});

describe('a request', () => {
  it.each([
    ['rest', `https://${ACCOUNT}.eventbridge.cn-hangzhou.aliyuncs.com`, '/eventstreaming/listEventStreamings'],
    ['openapi-v2', `https://${ACCOUNT}.eventbridge.cn-hangzhou.aliyuncs.com`, '/openapi/v2/listEventStreamings'],
    ['rpc', 'https://eventbridge-console.cn-hangzhou.aliyuncs.com', '/?SignatureType=BEARERTOKEN'],
    ['api', 'https://api.aliyun.com', '/api/eventbridge/2020-04-01/ListEventStreamings'],
  ] as const)('goes on %s to the documented host, through the given dispatcher', async (transport, origin, path) => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent.get(origin).intercept({ path, method: 'POST' }).reply(200, { Code: 'Success', EventStreamings: [] });
    const client = new EventStreamingClient({
      accountId: ACCOUNT,
      region: REGION,
      transport,
      auth: auths.bearer,
      dispatcher: agent,
    });
    expect((await client.list()).streams).toEqual([]);
    expect(client.requests).toBe(1);
    await client.close();
    await agent.close();
  });
});

describe('a document with errors', () => {
  it('throws its findings and sends no request', async () => {
    const client = clientOf(service);
    const document = streamDocument('orders');
    const refused = [
      () => client.create({ ...document, Sink: {} as never }),
      () => client.create({ ...document, EventStreamingName: 'a'.repeat(128) }),
      () => client.create({ ...document, FilterPattern: '{"source":"acs.oss"}' }),
      () => client.update({ ...document, Source: 'text' as never }),
      () => client.updateBusinessOption({ EventStreamingName: 'orders', BusinessMode: 'x', MinCapacityUnitCount: 0 }),
      () => client.get('a/b'),
      () => client.delete(''),
      () => client.pause(undefined as never),
      () => client.start('-a'),
      () => client.waitFor('-a', 'RUNNING'),
      () => client.testEventPattern('{"source":', {}),
    ];
    for (const call of refused) {
      const error = await call().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ValidationError);
      expect((error as ValidationError).findings.some(({ severity }) => severity === 'error')).toBe(true);
    }
    for (const call of [
      () => client.list({ limit: 101 }),
      () => client.list({ limit: 1.5 }),
      () => client.testEventPattern({}, 'no json'),
      () => client.testEventPattern({}, { n: 1n }),
      () => client.waitFor('orders', 'READY' as never),
      () => client.waitFor('orders', 'RUNNING', { timeout: -1 }),
    ]) {
      await expect(call()).rejects.toBeInstanceOf(ValidationError);
    }
    expect(client.requests).toBe(0);
    expect(service.requests).toHaveLength(0);
    await client.close();
  });

  it('is reported by checkStream without a request, for the transport of the client', async () => {
    const client = clientOf(service, { transport: 'openapi-v2' });
    const document = { ...streamDocument('orders'), Source: { SourceRabbitMQParameters: { InstanceId: 'i' } } };
    expect(client.checkStream(document).some(({ severity }) => severity === 'error')).toBe(true);
    expect(client.checkStream(streamDocument('orders'))).toEqual([]);
    await client.close();
  });

  it('with warnings only is sent, and the result has the warnings', async () => {
    const client = clientOf(service);
    const created = await client.create(streamDocument('my_orders'));
    expect(created.findings).toMatchObject([{ code: 'underscore-in-name', severity: 'warning' }]);
    await client.close();
  });
});

describe('credentials', () => {
  const tryList = async (options: ClientOptions): Promise<string> => {
    const client = clientOf(service, options);
    await client.list();
    await client.close();
    const raw = service.requests.at(-1)!;
    return raw.rawHeaders[raw.rawHeaders.indexOf('authorization') + 1]!.slice(0, 6);
  };

  it('are read from the environment: an access key before a bearer token', async () => {
    const client = new EventStreamingClient({ endpoint: service.endpoint });
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', '');
    vi.stubEnv('DASHSCOPE_API_KEY', '');
    const error = await client.list().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      hint: expect.stringMatching(/ALIBABA_CLOUD_ACCESS_KEY_ID.*DASHSCOPE_API_KEY/),
    });
    expect(client.requests).toBe(0);

    vi.stubEnv('DASHSCOPE_API_KEY', BEARER);
    await client.list();
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', KEY.id);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', KEY.secret);
    vi.stubEnv('ALIBABA_CLOUD_SECURITY_TOKEN', '');
    await client.list();
    const schemes = service.requests
      .slice(-2)
      .map((raw) => raw.rawHeaders[raw.rawHeaders.indexOf('authorization') + 1]);
    expect(schemes.map((value) => value?.slice(0, 4))).toEqual(['Bear', 'acs ']);
    await client.close();
  });

  it('given as an option take precedence over the environment', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'another');
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'another');
    vi.stubEnv('DASHSCOPE_API_KEY', 'another');
    expect(await tryList({ auth: bearer(BEARER) })).toBe('Bearer');
    expect(await tryList({ auth: accessKey(KEY) })).toBe('acs te');
  });

  it('are read from @alicloud/credentials, from any provider of its chain', async () => {
    // Loaded by Node, since the import of the test runner would unwrap the default of a CommonJS module.
    const load = createRequire(import.meta.url);
    const Credential = load('@alicloud/credentials') as typeof import('@alicloud/credentials');
    const key = { type: 'access_key', accessKeyId: KEY.id, accessKeySecret: KEY.secret };
    const credential = new Credential.default(new Credential.Config(key));
    expect(await tryList({ auth: () => credential.getCredential() })).toBe('acs te');
    const token = new Credential.default(new Credential.Config({ type: 'bearer', bearerToken: BEARER }));
    expect(await tryList({ auth: () => token.getCredential() })).toBe('Bearer');
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', KEY.id);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', KEY.secret);
    expect(await tryList({ auth: () => new Credential.default().getCredential() })).toBe('acs te');
  });

  it('that the transport cannot use are refused before a request', async () => {
    const client = clientOf(service, { transport: 'api', auth: accessKey(KEY) });
    await expect(client.list()).rejects.toBeInstanceOf(UnsupportedError);
    expect(client.requests).toBe(0);
    await client.close();
  });
});
