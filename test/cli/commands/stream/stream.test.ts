import { describe, expect, test } from 'vitest';
import { authVariables } from '../../../../src/client/auth/environment.ts';
import { transportNames } from '../../../../src/client/transport/names.ts';
import { KEY } from '../../../support/service/index.ts';
import { lines, run } from '../../run-main.ts';
import { created, files, ORDERS, startServices, stream, theService } from './world.ts';

startServices();

const human = { isTTY: true, env: { NO_COLOR: '1' } };
const json = (out: string): Record<string, unknown> => JSON.parse(out);

describe('the life of a stream', () => {
  test.each(transportNames.filter((name) => name !== 'api'))(
    'over %s, from a plan to its deletion',
    async (transport) => {
      const over = `--transport ${transport}`;
      const steps: readonly (readonly [string, number])[] = [
        [`plan orders.yaml --exit-code ${over}`, 1],
        [`create orders.yaml ${over}`, 0],
        [`plan orders.yaml --exit-code ${over}`, 0],
        [`start orders ${over}`, 0],
        [`wait orders RUNNING ${over}`, 0],
        [`pause orders ${over}`, 0],
        [`wait orders PAUSED ${over}`, 0],
        [`update orders.yaml ${over}`, 0],
        [`get orders ${over}`, 0],
        [`list ${over}`, 0],
        [`delete orders --yes ${over}`, 0],
        [`wait orders DELETED ${over}`, 0],
      ];
      for (const [command, code] of steps) {
        const outcome = await stream(command, { files });
        expect({ command, code: outcome.code, err: outcome.err }).toEqual({ command, code, err: '' });
        expect(json(outcome.out)).toMatchObject({ version: 1, command: `stream ${command.split(' ')[0]}`, errors: [] });
      }
    },
  );

  test('requests are signed by the access key of the environment, or as --auth requires', async () => {
    const key = { ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.id, ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.secret };
    const signed = async (flags: string): Promise<string> => {
      expect((await stream(`list${flags}`, { env: key })).code).toBe(0);
      const { rawHeaders } = theService().requests.at(-1)!;
      return rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === 'authorization') + 1]!.split(' ')[0]!;
    };
    expect(await signed('')).toBe('acs');
    expect(await signed(' --auth bearer')).toBe('Bearer');
  });

  test('the business option is set', async () => {
    await created();
    const { code } = await stream('business-option orders --mode CapacityUnitMode --min 1 --max 4');
    expect(code).toBe(0);
    expect(JSON.parse(String(theService().requests.at(-1)?.body))).toEqual({
      EventStreamingName: 'orders',
      BusinessMode: 'CapacityUnitMode',
      MinCapacityUnitCount: 1,
      MaxCapacityUnitCount: 4,
    });
  });
});

describe('the human format', () => {
  test('has a table of streams within 80 columns', async () => {
    await created();
    const { out } = await stream('list', { ...human, columns: 80 });
    expect(lines(out)).toEqual([
      'NAME    STATUS  SOURCE  SINK  DESCRIPTION',
      'orders  READY   MNS     MNS   orders to the warehouse',
      '1 request was billed',
    ]);
  });

  test('is cut at the width of the terminal', async () => {
    const long = ORDERS.replace('orders to the warehouse', 'x'.repeat(200));
    await stream('create orders.yaml', { files: { 'orders.yaml': long } });
    for (const command of ['list', 'get orders', 'plan orders.yaml']) {
      const { out } = await stream(command, { ...human, files, columns: 60 });
      for (const line of lines(out)) expect(line.length).toBeLessThanOrEqual(60);
    }
  });

  test('has at most 1,000 lines of a pattern', async () => {
    const conditions = Array.from({ length: 1200 }, (_, i) => `"type ${i}"`);
    const long = ORDERS.replace('["acs.oss"]', `[${conditions}]`);
    await stream('create orders.yaml', { files: { 'orders.yaml': long } });
    const { out } = await stream('get orders', { ...human, columns: 80 });
    expect(lines(out)).toContain('… 204 more lines: --format json prints all');
    expect(lines(out).filter((line) => line.includes('"type '))).toHaveLength(998);
    const { out: whole } = await stream('get orders --format json');
    expect(whole).toContain('type 1199');
  });

  test('is the default on a terminal, and elsewhere set by --format', async () => {
    await created();
    expect((await stream('list --format json', human)).out).toMatch(/^\{/);
    expect((await stream('list --format human')).out).toMatch(/^NAME/);
  });

  test('shows waiting on standard error, on a terminal only', async () => {
    await created();
    const shown = await stream('wait orders DELETED --timeout 0.01', human);
    expect(shown.err).toContain('waiting for `orders` to be DELETED: 0 s');
    expect((await stream('wait orders DELETED --timeout 0.01')).err).not.toContain('waiting');
  });
});

describe('list', () => {
  test('filters by prefix, shows a page, and all pages', async () => {
    for (const name of ['a-1', 'a-2', 'a-3', 'b-1']) {
      const named = { 's.yaml': ORDERS.replace('Name: orders', `Name: ${name}`) };
      expect((await stream('create s.yaml', { files: named })).code).toBe(0);
    }
    const names = (out: string): string[] =>
      (json(out).streams as { EventStreamingName: string }[]).map((s) => s.EventStreamingName);
    const page = (await stream('list --prefix a- --limit 2')).out;
    expect(names(page)).toEqual(['a-1', 'a-2']);
    expect(json(page)).toMatchObject({ nextToken: '2', total: 3, requests: 1 });
    expect(names((await stream('list --prefix a- --limit 2 --next-token 2')).out)).toEqual(['a-3']);
    const all = (await stream('list --limit 1 --all --price 0.1')).out;
    expect(names(all)).toHaveLength(4);
    expect(json(all)).toMatchObject({ requests: 4, cost: 0.4 });
    expect((await stream('list --limit 2', human)).out).toContain('2 of 4; more with --all, or --next-token 2');
    expect((await stream('list --prefix z', human)).out).toContain('there is no such stream');
  });
});

describe('delete', () => {
  test.each([
    ['y\n', 0, false],
    ['YES\n', 0, false],
    ['n\n', 1, true],
    ['\n', 1, true],
    ['', 1, true],
  ])('requires confirmation on a terminal: %j', async (stdin, code, there) => {
    await created();
    const outcome = await stream('delete orders', { ...human, stdin });
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain('Delete the event stream `orders`?');
    expect(theService().streams.streams.has('orders')).toBe(there);
  });

  test('requires --yes without a terminal', async () => {
    await created();
    const { code, err } = await stream('delete orders', { stdin: 'y\n' });
    expect(code).toBe(2);
    expect(err).toContain('--yes');
    expect(theService().streams.streams.has('orders')).toBe(true);
  });
});

describe('--dry-run', () => {
  const commands = [
    'create orders.yaml',
    'update orders.yaml',
    'delete orders',
    'pause orders',
    'start orders',
    'business-option orders --mode EventNumMode',
  ];
  test.each(commands)('sends no request, and requires no credentials: %s', async (command) => {
    for (const transport of ['rest', 'rpc', 'api']) {
      const env = { DASHSCOPE_API_KEY: '' };
      const { code, out } = await stream(`${command} --dry-run --transport ${transport}`, { files, env });
      expect(code).toBe(0);
      expect(json(out)).toMatchObject({ dryRun: true, requests: 0, request: { method: 'POST' } });
    }
    expect(theService().requests).toEqual([]);
  });

  test('shows the request that is then sent', async () => {
    const shown = json((await stream('create orders.yaml --dry-run', { files })).out).request as {
      url: string;
      body: unknown;
    };
    await created();
    const { url, body } = theService().requests.at(-1)!;
    expect(shown.url).toBe(`${theService().endpoint}${url}`);
    expect(shown.body).toEqual(JSON.parse(body.toString()));
  });
});

describe('wait', () => {
  test('exits with 1 in a failed state', async () => {
    await created();
    theService().streams.startsAs = 'STARTING_FAILED';
    await stream('start orders');
    const { code, out, err } = await stream('wait orders RUNNING');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(json(out)).toMatchObject({ reached: false, status: 'STARTING_FAILED' });
    expect((await stream('wait orders RUNNING', human)).out).toContain('STARTING_FAILED');
  });

  test('exits with 2 at its timeout', async () => {
    await created();
    const { code, err } = await stream('wait orders RUNNING --timeout 0.01');
    expect(code).toBe(2);
    expect(err).toContain('WaitTimeout');
  });
});

test('the help lists the transports and the ways to sign', async () => {
  const { out } = await run(['stream', 'list', '--help']);
  for (const word of [...transportNames, ...Object.keys(authVariables)]) expect(out).toContain(word);
});

test.each(['orders.yaml', 'objects-to-hook.json'])('the example %s has no findings', async (name) => {
  const file = new URL(`../../../../examples/streams/${name}`, import.meta.url).pathname;
  for (const transport of transportNames) {
    const { code, out } = await stream(`create ${file} --dry-run --transport ${transport}`);
    expect({ code, findings: json(out).findings }).toEqual({ code: 0, findings: [] });
  }
});
