/** Failed requests are billed too, and errors begin with what to do. */
import { describe, expect, test } from 'vitest';
import { BEARER, faults, KEY } from '../../../support/service/index.ts';
import { lines, run } from '../../run-main.ts';
import { created, files, ORDERS, startServices, stream, theService } from './world.ts';

startServices();

const json = (out: string): Record<string, unknown> => JSON.parse(out);

describe('a failed request', () => {
  test('is billed, and the answer has the number and the error of the service', async () => {
    theService().fault = () => faults.failedWithin200;
    const { out, err } = await stream('list --price 0.5 --retries 1');
    expect(json(out)).toMatchObject({
      version: 1,
      command: 'stream list',
      requests: 2,
      cost: 1,
      code: 'InternalError',
      httpStatus: 200,
      requestId: 'fault',
      retryable: true,
      errors: [{ message: expect.stringContaining('something inside failed') }],
    });
    expect(err).toContain('2 requests were billed');
  });

  test.each([
    ['get nope', 'EventStreamingNotExisted', false],
    ['start nope', 'EventStreamingNotExisted', false],
    ['delete nope --yes', 'EventStreamingNotExisted', false],
    ['update orders.yaml', 'EventStreamingNotExisted', false],
  ])('of `%s` is billed once, and counted', async (command, code, retryable) => {
    const { out, err } = await stream(command, { files });
    expect(json(out)).toMatchObject({ requests: 1, code, retryable, httpStatus: 404 });
    expect(err).toContain('1 request was billed');
  });

  test('that was not sent is not billed', async () => {
    const { out, err } = await stream('create nope.yaml');
    expect(json(out)).toMatchObject({ command: 'stream create', requests: 0 });
    expect(err).not.toContain('billed');
  });

  test('has the time of the next try', async () => {
    theService().fault = () => ({ ...faults.throttledSeconds, headers: { 'retry-after': '3600' } });
    const { out, err } = await stream('list --retries 3');
    expect(json(out)).toMatchObject({ requests: 1, retryable: true, retryAfter: 3_600_000 });
    expect(err).toMatch(/call again in 3600 s \(.*Z\), as the service asks/);
  });
});

describe('an error of the client after a request', () => {
  test('reports that the request is billed', async () => {
    await created();
    const hooked = ORDERS.replace(
      /Sink:[\s\S]*/,
      'Sink:\n  SinkHttpsParameters:\n    URL: {Form: CONSTANT, Value: "https://a.example"}\n    Token: "***"\n    Body: {Form: ORIGINAL}\n',
    );
    const { err, code } = await stream('apply hooked.yaml --yes', { files: { 'hooked.yaml': hooked } });
    expect(code).toBe(2);
    expect(err).toMatch(/secrets are masked in the document: .* \(1 request was billed\)\n$/);
  });
});

describe('an error begins with what to do', () => {
  test('for a wrong secret, before the string to sign', async () => {
    const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'anotherSecret' };
    const { err } = await stream('list', { env });
    expect(err).toMatch(
      /^eb-pattern: the service refuses the signature: check ALIBABA_CLOUD_ACCESS_KEY_SECRET \(SignatureDoesNotMatch, .*\); the service says: /,
    );
    expect(lines(err)).toHaveLength(1);
    expect(err).not.toContain('anotherSecret');
  });

  test('for all missing settings at once', async () => {
    const missing = async (argv: string, env: Record<string, string> = {}): Promise<string> => {
      const { code, err } = await run(['stream', ...argv.split(' ')], { env });
      expect(code).toBe(2);
      expect(lines(err)).toHaveLength(1);
      return err;
    };
    expect(await missing('list')).toContain(
      'the transport `rest` needs `--account-id` and `--region`, or EB_PATTERN_ACCOUNT_ID and EB_PATTERN_REGION in the environment; there are no credentials; set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or DASHSCOPE_API_KEY',
    );
    expect(await missing('list --transport rpc')).toContain(
      'the transport `rpc` needs `--region`, or EB_PATTERN_REGION',
    );
    expect(await missing('list --auth bearer --region cn-hangzhou')).toMatch(/needs `--account-id`.*no bearer token/);
    expect(await missing('list', { DASHSCOPE_API_KEY: BEARER })).not.toContain('credentials');
    expect(await missing('list --transport api')).toMatch(/: there are no credentials; set /);
  });

  test('for `create` on an existing name: `plan` and `update`', async () => {
    await created();
    const { err } = await stream('create orders.yaml', { files });
    expect(err).toContain('`eb-pattern stream plan orders.yaml`');
    expect(err).toContain('`eb-pattern stream update orders.yaml`');
  });

  test('for `update` on an unknown name: `create`', async () => {
    const { err } = await stream('update orders.yaml', { files });
    expect(err).toContain('create it by `eb-pattern stream create orders.yaml`');
  });
});
