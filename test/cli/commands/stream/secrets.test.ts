/** Runs every subcommand with every answer, and searches both outputs for each secret that was used. */
import { beforeAll, describe, expect, test } from 'vitest';
import { BEARER, type Fault, faults, KEY, STS } from '../../../support/service/index.ts';
import { folderWith } from '../../run-main.ts';
import { ORDERS, startServices, stream, theService } from './world.ts';

startServices();

const PASSWORDS = ['pass"word\\with &<signs> ü', 'hook-token-77', 'sk-transform/key+9'];
const SECRETS = [BEARER, KEY.secret, STS.secret, STS.securityToken, ...PASSWORDS];

const document = {
  EventStreamingName: 'orders',
  FilterPattern: '{"source":["acs.oss"]}',
  Source: {
    SourceOpenSourceRabbitMQParameters: {
      Endpoint: 'amqp.example:5672',
      QueueName: 'q',
      Username: 'u',
      Password: PASSWORDS[0],
      AuthType: 'ACL',
      VirtualHostName: '/',
    },
  },
  Sink: {
    SinkHttpsParameters: {
      URL: { Form: 'CONSTANT', Value: 'https://example.com/hook' },
      Token: PASSWORDS[1],
      Body: { Form: 'ORIGINAL' },
    },
  },
  Transforms: [{ DashScopeTransformParameters: { ApiKey: PASSWORDS[2], Model: 'm' } }],
};
const wrong = {
  ...document,
  Sink: { SinkHttpsParameters: { ...document.Sink.SinkHttpsParameters, Token: [PASSWORDS[1]] } },
};
const files = {
  'orders.json': JSON.stringify(document),
  'pretty.json': JSON.stringify(document, undefined, 2),
  'other.json': JSON.stringify({ ...document, Transforms: [], Description: 'new' }),
  'secret.json': JSON.stringify({
    ...document,
    FilterPattern: JSON.stringify({ data: { key: [BEARER], other: [{ 'anything-but': [BEARER] }] } }),
  }),
  'wrong.json': JSON.stringify({ ...wrong, Nmae: 1, FilterPattern: '{"source":"x"}' }),
  'wrong.yaml': `${ORDERS}Password: &p ${PASSWORDS[1]}\nNmae: *p\n`,
  'broken.json': `${JSON.stringify(document)}}`,
};

/** One folder for all runs: no command writes to it. */
let cwd: string;
beforeAll(() => {
  cwd = folderWith(files);
});

/** They send nothing, which is tested: what the service would answer is all the same to them. */
const offline = [
  'create pretty.json --dry-run',
  'create orders.json --dry-run --transport rpc',
  'create wrong.json',
  'create broken.json',
  'plan wrong.json',
];
const online = [
  'create orders.json',
  'create wrong.yaml',
  'update other.json',
  'plan orders.json',
  'plan other.json',
  'plan secret.json --no-wider',
  'get orders',
  'list',
  'list --all',
  'start orders',
  'wait orders RUNNING --timeout 0.05',
  'pause orders',
  'business-option orders --mode EventNumMode',
  'delete orders --yes',
];

const keys = {
  bearer: {},
  accessKey: { ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.secret },
  sts: {
    ALIBABA_CLOUD_ACCESS_KEY_ID: STS.id,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: STS.secret,
    ALIBABA_CLOUD_SECURITY_TOKEN: STS.securityToken,
  },
};

/** A service that echoes the request; of the document only what was sent. */
const echo = (status: number, success: boolean, secrets: readonly string[]): Fault => ({
  kind: 'answer',
  handled: false,
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    RequestId: `r ${secrets.join(' ')}`,
    Code: success ? 'Success' : `Refused ${secrets.join(' ')}`,
    Message: secrets.join(' '),
    Data: { EventStreamingName: 'orders', Description: secrets.join(' '), Status: secrets[0], EventStreamings: [] },
  }),
});

const { silent: _silent, silentAfter: _after, late: _late, stalled: _stalled, endless: _endless, ...quick } = faults;

describe.each(Object.entries(keys).map(([by, env], turn) => ({ by, env, turn })))('signed by $by', ({ env, turn }) => {
  const own = [BEARER, KEY.secret, STS.secret, STS.securityToken].filter(
    (secret) => Object.values<string>(env).includes(secret) || secret === BEARER,
  );
  const answers: readonly (readonly [string, Fault | undefined])[] = [
    ['nothing wrong', undefined],
    ...Object.entries(quick),
    ['an echo within 200', echo(200, true, own)],
    ['an echo of 403', echo(403, false, own)],
    ['an echo of 500', echo(500, false, own)],
  ];
  const numbered = answers.map(([name, fault], number) => [name, fault, number] as const);
  test.each(numbered)('no output contains a secret after %s', async (name, fault, number) => {
    const told: string[] = [];
    const commands = fault === undefined ? [...online, ...offline] : online;
    for (const [i, command] of commands.entries()) {
      // Of the three ways to sign, each command meets each answer with one on a terminal, with one elsewhere, and in a full run with all.
      const place = (i + turn + number) % 3;
      if (place === 0 && process.env.EB_PATTERN_RUNS !== '1') continue;
      let requests = 0;
      theService().fault = () => {
        requests++;
        return fault;
      };
      const { code, out, err } = await stream(command, { isTTY: place === 1, cwd, env });
      expect([0, 1, 2]).toContain(code);
      if (!online.includes(command)) expect(requests, command).toBe(0);
      expect(out + err).not.toBe('');
      expect(err).not.toMatch(/bug of eb-pattern|\n\s+at /);
      for (const secret of SECRETS) {
        for (const text of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]) {
          if (`${out}${err}`.includes(text)) told.push(`${command} after ${name}: ${text}`);
        }
      }
    }
    expect(told).toEqual([]);
  });
});

test('a shown line has its secrets masked, and its columns kept', async () => {
  const text = ORDERS.replace('Sink:', 'Sink: {SinkHttpsParameters: {Token: ab9, URL: 5}}\nRest:');
  const { code, out } = await stream('create d.yaml --format human', { files: { 'd.yaml': text } });
  expect(code).toBe(1);
  expect(out).toContain('Sink: {SinkHttpsParameters: {Token: ***, URL: 5}}');
  expect(out).not.toContain('ab9');
});

test('a pattern that contains a credential is compared without events', async () => {
  await stream('create orders.json', { files });
  const { code, out } = await stream('plan secret.json --no-narrower', { files });
  expect(code).toBe(1);
  const { pattern } = JSON.parse(out);
  expect(pattern).toMatchObject({ relation: 'overlapping' });
  expect(Object.keys(pattern)).toEqual(['before', 'after', 'relation']);
  expect(out).not.toContain(BEARER.slice(1, -1));
});
