/**
 * Runs every error path (operations, faults, ways to sign, transports) and searches all readable output for each secret that was used:
 * plain, in JSON, in a form, in base64.
 */
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessKey,
  EventBridgeError,
  type EventStreamingClient,
  type EventStreamingDocument,
} from '../../src/client/index.ts';
import { auths, clientOf, ways } from '../support/service/harness.ts';
import { BEARER, type Fault, faults, KEY, Service, STS } from '../support/service/index.ts';
import { streamDocument } from '../support/service/stream.ts';

const PASSWORDS = { source: 'pass"word\\with &<signs> ü', sink: 'sasl+/=password 2', token: 'hook-token-77' };
const SECRETS = [KEY.secret, STS.secret, STS.securityToken, BEARER, ...Object.values(PASSWORDS)];

const secretSource = {
  SourceOpenSourceRabbitMQParameters: {
    Endpoint: 'amqp.example:5672',
    QueueName: 'q',
    Username: 'u',
    Password: PASSWORDS.source,
    AuthType: 'ACL',
    VirtualHostName: '/',
  },
};
const secretStream: EventStreamingDocument = {
  ...streamDocument('orders'),
  Source: secretSource,
  Sink: {
    SinkHttpsParameters: {
      URL: { Form: 'CONSTANT', Value: 'https://example.com/hook' },
      Method: 'POST',
      Token: PASSWORDS.token,
      Body: { Form: 'ORIGINAL' },
    },
  },
  Transforms: [{ DashScopeTransformParameters: { ApiKey: PASSWORDS.sink, Model: 'm' } }],
};

const calls: Readonly<Record<string, (client: EventStreamingClient) => Promise<unknown>>> = {
  create: (client) => client.create(secretStream),
  update: (client) => client.update(secretStream),
  businessOption: (client) =>
    client.updateBusinessOption({ EventStreamingName: 'orders', BusinessMode: 'EventNumMode' }),
  get: (client) => client.get('orders'),
  list: (client) => client.list(),
  delete: (client) => client.delete('orders'),
  pause: (client) => client.pause('orders'),
  start: (client) => client.start('orders'),
  testEventPattern: (client) => client.testEventPattern({ source: ['a'] }, { source: 'a', password: PASSWORDS.sink }),
};

/** A call can hide the secrets that it was given; answers contain no others here. */
function secretsOf(auth: string, operation: string): string[] {
  const own = { accessKey: [KEY.secret], sts: [STS.secret, STS.securityToken], bearer: [BEARER] }[auth] ?? [];
  if (operation === 'create' || operation === 'update') own.push(...Object.values(PASSWORDS));
  return operation === 'testEventPattern' ? [...own, PASSWORDS.sink] : own;
}

/** The answers of a service that echoes secrets: each secret, in each spelling. */
const spelled = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1),
  encodeURIComponent(secret),
  encodeURIComponent(JSON.stringify(secret).slice(1, -1)),
  Buffer.from(secret).toString('base64'),
];
const echo = (secrets: string[], status: number, code: string): Fault => {
  const everything = secrets.flatMap(spelled).join(' | ');
  return {
    kind: 'answer',
    handled: false,
    status,
    headers: { 'content-type': `application/json; echo=${secrets[0]}`, 'x-eventbridge-request-id': `r-${secrets[0]}` },
    body: JSON.stringify({
      RequestId: `request ${everything}`,
      Code: code,
      code,
      Message: `you sent ${everything}`,
      message: `you sent ${everything}`,
      Extra: everything,
    }),
  };
};
const page = (secrets: string[], status: number): Fault => ({
  kind: 'answer',
  handled: false,
  status,
  headers: { 'content-type': `text/html${secrets[0]}; echo=${secrets[0]}` },
  body: `<html>${secrets.flatMap(spelled).join(' ')}</html>`,
});

/** `late` and `silentAfter` look to a client like `silent`, and each of these takes undici a second. */
const { late: _late, silentAfter: _silentAfter, ...told } = faults;
const pathsFor = (secrets: string[]): Readonly<Record<string, Fault>> => ({
  ...told,
  echo400: echo(secrets, 400, 'InvalidParameter'),
  echo403: echo(secrets, 403, 'SignatureDoesNotMatch'),
  echo404: echo(secrets, 404, 'EventStreamingNotExisted'),
  echo409: echo(secrets, 409, `Code${secrets[0]}`),
  echo429: echo(secrets, 429, 'Throttling'),
  echo500: echo(secrets, 500, 'InternalError'),
  echo200: echo(secrets, 200, 'Whatever'),
  page404: page(secrets, 404),
  page502: page(secrets, 502),
});

/** Asserts that no secret occurs in a text. */
function searched(what: string, readable: string, secrets: readonly string[] = SECRETS): void {
  for (const secret of secrets) {
    for (const text of spelled(secret)) {
      if (readable.includes(text)) throw new Error(`${what} tells \`${text}\`:\n${readable}`);
    }
  }
}

function readable(thrown: unknown): string {
  const parts: string[] = [];
  for (let error = thrown; error !== undefined; error = (error as Error).cause) {
    const { name, message, stack } = error as Error;
    const own = Object.fromEntries(Object.getOwnPropertyNames(error).map((key) => [key, (error as never)[key]]));
    parts.push(name, message, stack ?? '', String(error), JSON.stringify(error), JSON.stringify(own));
    parts.push(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }));
  }
  return parts.join('\n');
}

let service: Service;
beforeAll(async () => {
  service = await Service.start();
});
afterAll(() => service.close());

interface Walked {
  readonly failed: boolean;
  /** Logged. */
  readonly lines: number;
}

/** All combinations; otherwise each operation has each fault over three ways, and each way has each of both. */
const isFull = process.env.EB_PATTERN_RUNS === '1';

/** Calls of an operation, one after the other, each against a service that answers with one fault only. */
async function walkAll(way: (typeof ways)[number], operation: string): Promise<Walked[]> {
  const own = await Service.start();
  const walked: Walked[] = [];
  const turn = ways.indexOf(way) + Object.keys(calls).indexOf(operation);
  for (const [i, [path, fault]] of Object.entries(pathsFor(secretsOf(way.auth, operation))).entries()) {
    if (!isFull && (turn + i) % 3 !== 0) continue;
    own.fault = () => fault;
    walked.push(await walk(own, way, operation, path));
  }
  await own.close();
  return walked;
}

async function walk(own: Service, way: (typeof ways)[number], operation: string, path: string): Promise<Walked> {
  const secrets = secretsOf(way.auth, operation);
  const what = `${operation} after ${path} over ${way.transport}, signed by ${way.auth}`;
  let lines = 0;
  const everywhere = { depth: Number.POSITIVE_INFINITY, showHidden: true };
  const line = (message: string, details: object): void => {
    lines++;
    searched(what, inspect([message, details], everywhere), secrets);
  };
  const client = clientOf(own, {
    transport: way.transport,
    auth: auths[way.auth],
    retry: { attempts: 1 },
    maxResponseSize: 50_000,
    timeout: { call: 1e12, headers: 5, body: 5 },
    logger: { debug: line, warn: line },
  });
  const thrown: unknown = await calls[operation]!(client).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown !== undefined) {
    expect(thrown).toBeInstanceOf(EventBridgeError);
    searched(what, readable(thrown), secrets);
  }
  // A client is the same after each fault, and its dispatcher is slow to print.
  if (path.startsWith('echo40')) searched(what, inspect(client, everywhere), secrets);
  await client.close();
  return { failed: thrown !== undefined, lines };
}

describe.concurrent.each(ways)('over $transport, signed by $auth', (way) => {
  it('no error, log line or inspection contains a secret', async () => {
    const walked = (await Promise.all(Object.keys(calls).map((operation) => walkAll(way, operation)))).flat();
    // A Delete whose retry found nothing succeeds, and an operation that the transport lacks logs nothing.
    expect(walked.filter(({ failed }) => failed).length).toBeGreaterThan(walked.length * 0.9);
    expect(walked.filter(({ lines }) => lines > 0).length).toBeGreaterThan(walked.length * 0.85);
  });
});

describe('an error of a document', () => {
  it('contains no secret of the document', async () => {
    const client = clientOf(service);
    for (const document of [
      { ...secretStream, Source: { ...secretSource, SourceMNSParameters: {} } },
      { ...secretStream, EventStreamingName: '-' },
      { ...secretStream, Source: JSON.stringify(secretSource) as never },
      { ...secretStream, FilterPattern: '{"source": "x"}' },
    ]) {
      const thrown = await client.create(document as EventStreamingDocument).catch((error: unknown) => error);
      expect(thrown).toMatchObject({ name: 'ValidationError' });
      searched('a refusal', readable(thrown));
    }
    expect(client.requests).toBe(0);
    await client.close();
  });
});

describe('a result', () => {
  it('has the secrets of a stream in its data, and hides them when it is inspected', async () => {
    service.fault = () => undefined;
    service.streams.streams.clear();
    service.streams.do('CreateEventStreaming', { ...secretStream });
    const client = clientOf(service);
    const result = await client.get('orders');
    expect(JSON.stringify(result.stream)).toContain(PASSWORDS.token);
    const page = await client.list();
    for (const value of [result, result.stream, result.raw, result.stream.Sink, page, page.streams]) {
      for (const showHidden of [false, true]) {
        searched('an inspection', inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden }));
      }
    }
    expect(inspect(result.stream, { depth: 9 })).toContain("Token: '***'");
    await client.close();
  });
});

describe('a failing auth function', () => {
  it('gives a reason without the secret', async () => {
    const client = clientOf(service, { auth: accessKey({ id: 'id', secret: `${KEY.secret}\n` }) });
    const thrown = await client.list().catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'NoCredentials' });
    searched('a refused key', readable(thrown));
    await client.close();
  });
});
