/** Every answer in JSON of every stream command is valid by `eb-pattern schema report`, and is accepted by the next command. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { faults } from '../../../support/service/index.ts';
import { run } from '../../run-main.ts';
import { created, environment, ORDERS, startServices, stream, theService } from './world.ts';

startServices();

const SECRET = `EventStreamingName: hooked
FilterPattern: '{"source": ["acs.oss"], "data": {"n": [300]}}'
Source:
  SourceMNSParameters: {RegionId: cn-hangzhou, QueueName: orders, IsBase64Decode: true}
Sink:
  SinkHttpsParameters:
    URL: {Form: CONSTANT, Value: "https://example.com"}
    Token: hook-token-77
    Body: {Form: ORIGINAL}
`;
const MAP = ORDERS.replace(
  `FilterPattern: '{"source": ["acs.oss"]}'`,
  'FilterPattern:\n  source: [acs.oss]\n  data: {n: [300.0]}',
);
const files = {
  'orders.yaml': ORDERS,
  'hooked.yaml': SECRET,
  'map.yaml': MAP,
  'changed.yaml': ORDERS.replace('acs.oss', 'acs.mns').replace('to the warehouse', 'elsewhere'),
  'bad.yaml': ORDERS.replace('acs.oss"]', 'acs.oss"], "data": 5').replace('Sink:', 'Sank:'),
  'bad-map.yaml': MAP.replace('[acs.oss]', 'acs.oss'),
  'no.yaml': '[]',
  'p.json': '{"source":["a"]}',
  'e.json': '{"source":"a"}',
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
let validate: ReturnType<typeof ajv.compile>;
beforeAll(async () => {
  validate = ajv.compile(JSON.parse((await run(['schema', 'report'])).out));
});

/** The members of every answer that report the reply of the service. */
const OUTCOME = ['code', 'httpStatus', 'requestId', 'retryable', 'requests'];

async function answerOf(command: string, code: number): Promise<Record<string, unknown>> {
  const outcome = await stream(command, { files });
  expect({ command, code: outcome.code }, outcome.err).toEqual({ command, code });
  const document = JSON.parse(outcome.out) as Record<string, unknown>;
  expect(validate(document) ? [] : validate.errors, command).toEqual([]);
  expect(document).toMatchObject({ version: 1, command: expect.stringMatching(/^stream /), errors: expect.anything() });
  expect(validate({ ...document, more: 1 })).toBe(false);
  for (const name of ['version', 'command', 'errors', ...OUTCOME]) {
    expect(Object.keys(document), command).toContain(name);
    const { [name]: _, ...less } = document;
    expect(validate(less), `${command} without ${name}`).toBe(false);
  }
  return document;
}

describe('an answer in JSON', () => {
  test('of every command follows its schema', async () => {
    const steps: readonly (readonly [string, number])[] = [
      ['check orders.yaml hooked.yaml map.yaml bad.yaml no.yaml', 1],
      ['plan orders.yaml', 0],
      ['plan bad.yaml', 1],
      ['match p.json e.json', 0],
      ['apply orders.yaml --yes', 0],
      ['apply orders.yaml --yes', 0],
      ['plan changed.yaml --no-wider', 1],
      ['apply changed.yaml --yes --no-wider', 1],
      ['apply changed.yaml --yes', 0],
      ['apply bad.yaml --yes', 1],
      ['apply orders.yaml', 2],
      ['create hooked.yaml --dry-run', 0],
      ['create hooked.yaml', 0],
      ['create hooked.yaml', 2],
      ['create bad.yaml', 1],
      ['update orders.yaml', 0],
      ['update orders.yaml --dry-run', 0],
      ['update no.yaml', 1],
      ['get orders', 0],
      ['get nope', 2],
      ['list --limit 1', 0],
      ['start orders', 0],
      ['start orders --dry-run', 0],
      ['wait orders RUNNING', 0],
      ['wait orders PAUSED --timeout 0.01', 2],
      ['pause orders', 0],
      ['pause orders --dry-run', 0],
      ['business-option orders --mode EventNumMode', 0],
      ['business-option orders --mode EventNumMode --dry-run', 0],
      ['delete orders --dry-run', 0],
      ['delete orders --yes', 0],
      ['delete orders', 2],
    ];
    for (const [command, code] of steps) await answerOf(command, code);
  });

  test.each(['rest', 'openapi-v2', 'rpc', 'api'])(
    'has the reply of the service to a success of `%s`',
    async (transport) => {
      await created();
      for (const [command, requests] of [
        ['list', 1],
        ['get orders', 1],
        ['list --all --limit 1', 1],
        ['plan orders.yaml', 1],
        ['update orders.yaml', 1],
        ['start orders', 1],
      ] as const) {
        const document = await answerOf(`${command} --transport ${transport}`, 0);
        expect(document, command).toMatchObject({
          code: 'Success',
          httpStatus: 200,
          requestId: expect.stringMatching(/./),
          retryable: false,
          requests,
        });
      }
    },
  );

  test('has no reply when no request was sent', async () => {
    const nothing = { code: null, httpStatus: null, requestId: null, retryable: false, requests: 0 };
    for (const [command, code] of [
      ['check orders.yaml', 0],
      ['create bad.yaml', 1],
      ['create orders.yaml --dry-run', 0],
      ['create nope.yaml', 2],
      ['start orders --dry-run', 0],
      ['list --limit 1000', 2],
    ] as const) {
      expect(await answerOf(command, code), command).toMatchObject(nothing);
    }
    const { out } = await stream('list', { env: { EB_PATTERN_PRICE: 'x' } });
    expect(JSON.parse(out)).toMatchObject({ ...nothing, command: 'stream list', errors: [{}] });
    expect(validate(JSON.parse(out)) ? [] : validate.errors).toEqual([]);
  });

  test('has the last reply: an absent stream is no failure of `plan`', async () => {
    expect(await answerOf('plan orders.yaml', 0)).toMatchObject({
      action: 'create',
      code: 'EventStreamingNotExisted',
      httpStatus: 404,
      requests: 1,
    });
    expect(await answerOf('apply orders.yaml --yes', 0)).toMatchObject({
      code: 'Success',
      httpStatus: 200,
      requests: 2,
    });
  });

  test('has the reply to a refusal, or none without an answer', async () => {
    await created();
    for (const fault of Object.values(faults).filter(({ kind }) => kind === 'answer' || kind === 'reset')) {
      theService().fault = () => fault;
      const document = await answerOf('get orders', 2);
      expect(document).toMatchObject({ requests: 1, code: expect.any(String), retryable: expect.any(Boolean) });
    }
  });
});

describe('stream check', () => {
  test('sends no request, and requires neither a region nor credentials', async () => {
    const { code, out } = await run(['stream', 'check', 'orders.yaml'], { files, isTTY: true, env: { NO_COLOR: '1' } });
    expect({ code, out }).toEqual({ code: 0, out: '✓ orders.yaml: valid\n' });
  });

  test('has the findings of `stream create`', async () => {
    for (const file of ['bad.yaml', 'bad-map.yaml', 'no.yaml']) {
      const [one] = (await answerOf(`check ${file}`, 1)).documents as { readonly findings: readonly object[] }[];
      const { findings } = await answerOf(`create ${file}`, 1);
      expect(one?.findings).toEqual(findings);
    }
  });
});

describe('a FilterPattern that is a map', () => {
  test('is checked as its text, with places in the file, and sent as text', async () => {
    const { documents } = await answerOf('check map.yaml bad-map.yaml', 1);
    const [good, bad] = documents as Record<string, unknown>[];
    expect(good).toMatchObject({ valid: true, findings: [{ code: 'number-text', line: 5, column: 14 }] });
    expect(bad).toMatchObject({
      valid: false,
      findings: [{ code: 'attribute-not-array', patternPointer: '/source', line: 4, column: 11 }, {}],
    });
    await answerOf('create map.yaml', 0);
    expect(theService().streams.streams.get('orders')?.document.FilterPattern).toBe(
      '{"source":["acs.oss"],"data":{"n":[300.0]}}',
    );
    expect(await answerOf('plan map.yaml', 0)).toMatchObject({ action: 'none' });
  });
});

describe('the output of `stream get`', () => {
  test('is accepted by plan, without a change, and not sent while its secrets are masked', async () => {
    await answerOf('create hooked.yaml', 0);
    const { out } = await stream('get hooked');
    const got = { ...files, 'got.json': out };
    const plan = await stream('plan got.json', { files: got });
    expect(JSON.parse(plan.out)).toMatchObject({
      action: 'none',
      changes: [],
      findings: [],
      unknown: ['/Sink/SinkHttpsParameters/Token'],
    });
    const edited = { ...files, 'got.json': out.replace('https://example.com', 'https://example.org') };
    expect(JSON.parse((await stream('plan got.json', { files: edited })).out)).toMatchObject({
      action: 'update',
      changes: [{ pointer: '/Sink/SinkHttpsParameters/URL/Value' }],
    });
    for (const command of ['update got.json', 'create got.json', 'apply got.json --yes']) {
      const { code, err } = await stream(command, { files: edited });
      expect(code).toBe(2);
      expect(err).toContain('got.json: secrets are masked in the document: write `/Sink/SinkHttpsParameters/Token`');
    }
    expect(theService().streams.streams.get('hooked')?.document.Sink).toMatchObject({
      SinkHttpsParameters: { Token: 'hook-token-77' },
    });
  });
});

describe('match on the service', () => {
  const events = { 'p.json': '{"source":["a"]}', 'a.json': '{"source":"a"}', 'b.json': '{"source":"b"}' };
  test('sends each event, and prints the cost and the offline verdict', async () => {
    for (const command of [
      'stream match p.json a.json b.json',
      'match p.json a.json b.json --on-service --format json',
    ]) {
      const env = { ...environment(), EB_PATTERN_PRICE: '0.5' };
      const { code, out, err } = await run(command.split(' '), { files: events, env });
      expect({ code, err }).toEqual({ code: 1, err: '' });
      const document = JSON.parse(out);
      expect(validate(document) ? [] : validate.errors).toEqual([]);
      expect(document).toMatchObject({
        pattern: 'p.json',
        events: [
          { file: 'a.json', matches: true, offline: true },
          { file: 'b.json', matches: false, offline: false },
        ],
        requests: 2,
        cost: 1,
      });
    }
    const shown = await stream('match p.json a.json', { files: events, isTTY: true, env: { NO_COLOR: '1' } });
    expect(shown).toMatchObject({ code: 0, out: '✓ a.json: match on the service\n1 request was billed\n' });
  });

  test('sends nothing for unreadable input, and names the missing settings', async () => {
    for (const [command, message] of [
      ['match p.json a.json nope.json --on-service', 'nope.json'],
      ['match bad.json a.json --on-service', 'bad.json'],
      ['match p.json a.json --on-service --dialect aws', 'is a pattern of Amazon'],
      ['match rule.json a.json --on-service', 'is a pattern of Amazon'],
    ] as const) {
      const rule = { 'rule.json': '{"Name":"n","EventPattern":"{\\"source\\":[\\"a\\"]}"}' };
      const bad = { ...events, ...rule, 'bad.json': '{"source":"a"}' };
      const { code, err } = await run(command.split(' '), { files: bad, env: environment() });
      expect(code).toBe(2);
      expect(err).toContain(message);
    }
    expect(theService().requests).toEqual([]);
    const { code, err } = await run(['match', 'p.json', 'a.json', '--on-service'], { files: events });
    expect(code).toBe(2);
    expect(err).toContain('`--account-id` and `--region`, or EB_PATTERN_ACCOUNT_ID and EB_PATTERN_REGION');
  });

  test('answers a failure as `stream match` does, whether or not it was sent', async () => {
    const [unavailable] = Object.values(faults).filter(({ kind }) => kind === 'answer');
    for (const [command, requests] of [
      ['match p.json nope.json --on-service', 0],
      ['match p.json a.json --on-service', 1],
    ] as const) {
      theService().fault = () => unavailable;
      const { code, out } = await run([...command.split(' '), '--format', 'json'], {
        files: events,
        env: environment(),
      });
      expect(code).toBe(2);
      const document = JSON.parse(out);
      expect(validate(document) ? [] : validate.errors).toEqual([]);
      expect(document).toMatchObject({ command: 'stream match', requests, errors: [{}] });
    }
  });
});

describe('apply', () => {
  const human = { isTTY: true, env: { NO_COLOR: '1' }, files };
  test('requires confirmation on a terminal, after it shows the plan', async () => {
    const no = await stream('apply orders.yaml', { ...human, stdin: 'n\n' });
    expect(no.code).toBe(1);
    expect(no.err).toContain('Create the event stream `orders`? It takes 1 billed request. [y/N]');
    expect(no.out).toContain('orders: does not exist, and would be created');
    expect(no.out).toMatch(/nothing was changed\n1 request was billed\n$/);
    const yes = await stream('apply orders.yaml', { ...human, stdin: 'y\n' });
    expect(yes.code).toBe(0);
    expect(yes.out).toContain('✓ created `orders`');
    const again = await stream('apply orders.yaml', { ...human, stdin: '' });
    expect(again.code).toBe(0);
    expect(again.out).toContain('`orders` is as the document says');
  });

  test('sends nothing when it cannot be confirmed', async () => {
    const { code, err } = await stream('apply orders.yaml', { files, stdin: 'y\n' });
    expect(code).toBe(2);
    expect(err).toContain('refusing to apply without confirmation: there is no terminal; pass --yes');
    expect(theService().requests).toEqual([]);
  });

  test('sends nothing when a gate fails', async () => {
    await answerOf('apply orders.yaml --yes', 0);
    expect(await answerOf('apply changed.yaml --yes --no-narrower', 1)).toMatchObject({ applied: false });
    expect(await answerOf('plan orders.yaml', 0)).toMatchObject({ action: 'none' });
  });
});
