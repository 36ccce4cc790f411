import { describe, expect, test } from 'vitest';
import { BEARER, type Fault, faults } from '../../../support/service/index.ts';
import { lines, run } from '../../run-main.ts';
import { created, environment, files, ORDERS, startServices, stream, theService } from './world.ts';

startServices();

describe('an error is one line, exit code 2, and a document with --format json', () => {
  const offline: readonly (readonly [string, string, Record<string, string>, string])[] = [
    ['no subcommand', '', {}, 'a command is missing: one of check, plan, apply, create'],
    ['a misspelt subcommand', 'creat orders.yaml', {}, 'did you mean `create`?'],
    ['a missing argument', 'get', {}, 'see `eb-pattern stream get --help`'],
    ['an unknown flag', 'list --prefx a', {}, 'did you mean `--prefix`?'],
    ['an unknown transport', 'list --transport soap', {}, 'one of rest, openapi-v2, rpc, api, not `soap`'],
    ['an unknown transport of the environment', 'list', { EB_PATTERN_TRANSPORT: 'soap' }, 'EB_PATTERN_TRANSPORT: '],
    ['a status that cannot be waited for', 'wait orders READY', {}, 'RUNNING, PAUSED, DELETED'],
    ['a mode that does not exist', 'business-option orders --mode Free', {}, '`--mode` is one of'],
    ['no mode', 'business-option orders', {}, '--mode'],
    ['a range upside down', 'business-option orders --mode CapacityUnitMode --min 5 --max 2', {}, '5 is above 2'],
    ['a unit too many', 'business-option orders --mode CapacityUnitMode --max 1000', {}, 'from 1 to 999'],
    ['a page too large', 'list --limit 101', {}, 'from 1 to 100'],
    ['an invalid time', 'list --timeout soon', {}, '--timeout: `timeout` is a number of seconds'],
    ['half a repetition', 'list --retries 0.5', {}, 'a whole number'],
    ['an invalid price', 'list', { EB_PATTERN_PRICE: '-1' }, 'EB_PATTERN_PRICE'],
    ['an account that is no number', 'list --account-id me', {}, 'is no number'],
    ['an endpoint with a path', 'list --endpoint http://127.0.0.1/x', {}, '`--endpoint` is no address'],
    ['an endpoint that is empty', 'list', { EB_PATTERN_ENDPOINT: '' }, 'EB_PATTERN_ENDPOINT is set and empty'],
    ['no credentials', 'list', { DASHSCOPE_API_KEY: '' }, 'there are no credentials; set ALIBABA_CLOUD_ACCESS_KEY_ID'],
    ['no access key', 'list --auth access-key', {}, 'there is no access key'],
    ['no bearer token', 'list --auth bearer', { DASHSCOPE_API_KEY: '' }, 'there is no bearer token'],
    ['a name against the rule', 'get -- -x', {}, 'the name is not valid'],
    ['a file that is not there', 'create order.yaml', {}, 'there is `orders.yaml` beside it'],
    ['a file that is no YAML', 'create bad.yaml', {}, 'bad.yaml:1:4: the stream document is not YAML'],
    ['a file that is no JSON', 'plan bad.json', {}, 'bad.json:1:2: the stream document is not JSON'],
    ['an empty file', 'plan empty.yaml', {}, 'the stream document is empty'],
    [
      'an operation that the transport lacks',
      'business-option orders --mode EventNumMode --transport openapi-v2',
      {},
      'has no operation',
    ],
  ];
  test.each(offline)('%s, and no request is sent', async (_, command, env, message) => {
    const more = { ...files, 'bad.yaml': 'a: b: c', 'bad.json': '{a}', 'empty.yaml': '' };
    const argv = command === '' ? '--format json' : command;
    const { code, out, err } = await (command === '' ? run(['stream']) : stream(argv, { files: more, env }));
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
    expect(err).toMatch(/^eb-pattern: /);
    expect(err).toContain(message);
    if (out !== '') expect(JSON.parse(out).errors).toHaveLength(1);
    expect(theService().requests).toEqual([]);
  });

  test('a missing account and region are named by their flags', async () => {
    // A dry run, since without an endpoint this would reach the real service.
    const { code, err } = await run(['stream', 'pause', 'orders', '--dry-run'], { env: { DASHSCOPE_API_KEY: BEARER } });
    expect(code).toBe(2);
    expect(err).toContain('`--account-id` and `--region`');
  });

  const answers: readonly (readonly [string, string, Fault | undefined, string])[] = [
    ['a stream that is not there', 'get nope', undefined, 'EventStreamingNotExisted'],
    ['a wait for one', 'wait nope RUNNING', undefined, 'EventStreamingNotExisted'],
    ['a name that is taken', 'create orders.yaml', undefined, 'already exist'],
    ['an answer that never came', 'list', faults.resetBefore, 'ConnectionLost'],
    ['half an answer', 'get orders', faults.half, 'ConnectionLost'],
    ['throttling', 'start orders', faults.throttled, 'TooManyRequests'],
    ['a failure inside', 'pause orders', faults.failedBefore, 'InternalError'],
    ['a page of a proxy', 'update orders.yaml', faults.page, '502'],
    ['an error within a 200', 'delete orders --yes', faults.failedWithin200, 'something inside failed'],
    ['a plan that could not ask', 'plan orders.yaml --exit-code', faults.unavailable, '503'],
    ['expired credentials', 'list', faults.expired, 'SecurityTokenExpired'],
  ];
  test.each(answers)('%s', async (_, command, fault, message) => {
    await created();
    theService().fault = () => fault;
    const { code, out, err } = await stream(command, { files });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(message);
    expect(JSON.parse(out)).toMatchObject({ version: 1, errors: [{ message: expect.stringContaining(message) }] });
  });

  test('an unknown token', async () => {
    const { code, err } = await stream('list', { env: { DASHSCOPE_API_KEY: 'sk-unknown' } });
    expect(code).toBe(2);
    expect(err).toContain('check the credentials');
  });

  test('a refused connection', async () => {
    const { code, err } = await stream('list --endpoint http://127.0.0.1:1');
    expect(code).toBe(2);
    expect(err).toContain('NoConnection');
  });

  test('retries are counted, since each is billed', async () => {
    theService().fault = () => faults.throttledWithin200;
    const { err } = await stream('list --retries 1');
    expect(err).toContain('2 requests were billed');
  });
});

describe('the config file', () => {
  const config = (text: string): Record<string, string> => ({ ...files, 'eb-pattern.config.yaml': text });

  test('has the settings that neither flag nor environment has', async () => {
    const endpoint = theService().endpoint;
    const yaml = config('stream:\n  retries: 0\n  price: 0.25\n');
    // The address comes from the environment or a flag alone.
    const env = { DASHSCOPE_API_KEY: BEARER, EB_PATTERN_ENDPOINT: endpoint, EB_PATTERN_ACCOUNT_ID: '1234567890123456' };
    const { out, code } = await run(['stream', 'list'], { files: yaml, env });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ cost: 0.25 });
    const priced = await run(['stream', 'list'], { files: yaml, env: { ...env, EB_PATTERN_PRICE: '2' } });
    expect(JSON.parse(priced.out)).toMatchObject({ cost: 2 });
    const flagged = await run(['stream', 'list', '--price', '3'], {
      files: yaml,
      env: { ...env, EB_PATTERN_PRICE: '2' },
    });
    expect(JSON.parse(flagged.out)).toMatchObject({ cost: 3 });
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['an unknown member', 'stream: {regoin: x}', ':1:10: `stream` has no member `regoin`; did you mean `region`?'],
    ['an unknown group', 'streams: {}', 'did you mean `stream`?'],
    ['a group that is no map', 'stream: 5', '`stream` is a map'],
    ['a value that is a list', 'stream: {price: [a]}', '`price` is text or a number, not a list'],
    ['a place for credentials', 'stream: {endpoint: "http://127.0.0.1:1"}', '`stream.endpoint` does not belong'],
    ['a way for credentials', 'stream: {insecureHttp: true}', '`stream.insecureHttp` does not belong'],
    ['a value out of its range', 'stream:\n  timeout: -1', ':2:12: `timeout` is a number of seconds'],
    ['text that is not YAML', 'stream: {', 'the config file is not YAML'],
    ['a secret', 'stream:\n  accessKeySecret: sk-in-the-file', ':2:3: `accessKeySecret` does not belong'],
    ['a secret elsewhere', 'other: [{api_key: sk-in-the-file}]', '`api_key` does not belong'],
    ['a key id', 'stream: {accessKeyId: sk-in-the-file}', '`accessKeyId` does not belong'],
  ];
  test.each(broken)('is refused with %s', async (_, text, message) => {
    const { code, err } = await stream('list', { files: config(text) });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain('sk-in-the-file');
    expect(theService().requests).toEqual([]);
  });

  test('is refused when there are two in a folder', async () => {
    const two = { ...config('stream: {}'), 'eb-pattern.config.json': '{}' };
    expect((await stream('list', { files: two })).err).toContain('keep one');
  });
});

test('the process waits for the end, although the client would let it exit', async () => {
  const { execFile } = await import('node:child_process');
  const bin = new URL('../../../../dist/cli/bin.js', import.meta.url).pathname;
  await created();
  await stream('start orders');
  const env = { ...process.env, ...environment(), EB_PATTERN_INTERVAL: '0.2', NODE_OPTIONS: '' };
  const argv = [bin, 'stream', 'wait', 'orders', 'RUNNING'];
  const ended = await new Promise<{ code: unknown; out: string }>((resolve) => {
    execFile(process.execPath, argv, { env }, (error, out) => resolve({ code: error?.code ?? 0, out }));
  });
  expect(ended.code).toBe(0);
  expect(JSON.parse(ended.out)).toMatchObject({ reached: true, status: 'RUNNING', requests: 2 });
});

test('a document that is not a map is a finding', async () => {
  for (const text of ['[]', '5', ORDERS.replace(/^/gm, '- ').slice(0, 30)]) {
    const { code, out } = await stream('create d.yaml --format human', { files: { 'd.yaml': text } });
    expect(code).toBe(1);
    expect(out).toContain('error[stream-not-object]');
  }
});
