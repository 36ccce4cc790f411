import { describe, expect, test } from 'vitest';
import { patternDiff } from '../../../../src/cli/explanation/pattern-lines.ts';
import { samePattern } from '../../../../src/client/same-pattern.ts';
import { run } from '../../run-main.ts';
import { created, files, ORDERS, startServices, stream, theService } from './world.ts';

startServices();

interface Plan {
  readonly action: string;
  readonly changes: readonly { readonly kind: string; readonly pointer: string }[];
  readonly unknown: readonly string[];
}

async function planOf(document: string): Promise<Plan> {
  const { out, err } = await stream('plan p.yaml', { files: { 'p.yaml': document } });
  expect(err).toBe('');
  return JSON.parse(out) as Plan;
}

describe('the plan of a change', () => {
  const cases: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
    ['nothing', (text) => text, []],
    [
      'a value',
      (text) => text.replace('QueueName: orders', 'QueueName: others'),
      ['change /Source/SourceMNSParameters/QueueName'],
    ],
    ['a member that comes', (text) => `${text}RunOptions: {MaximumTasks: 2}\n`, ['add /RunOptions/MaximumTasks']],
    ['a member that goes', (text) => text.replace(/Description.*\n/, ''), ['remove /Description']],
    [
      'another sink',
      (text) => text.replace(/SinkMNSParameters/, 'SinkMNSParameters').replace('Value: warehouse', 'Value: store'),
      ['change /Sink/SinkMNSParameters/QueueName/Value'],
    ],
    ['a default that is written out', (text) => `${text}RunOptions: {ErrorsTolerance: ALL}\n`, []],
    [
      'a value that is no default',
      (text) => `${text}RunOptions: {ErrorsTolerance: NONE}\n`,
      ['add /RunOptions/ErrorsTolerance'],
    ],
    ['what is empty', (text) => `${text}Metadata: ''\nTransforms: []\n`, []],
  ];
  test.each(cases)('%s', async (_, change, expected) => {
    await created();
    const { action, changes } = await planOf(change(ORDERS));
    expect(changes.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual(expected);
    expect(action).toBe(expected.length > 0 ? 'update' : 'none');
  });

  test('ignores members that the service adds', async () => {
    await created();
    theService().streams.streams.get('orders')!.document.CreatedTimestamp = 7;
    expect((await planOf(ORDERS)).action).toBe('none');
  });

  test('has an unknown change for a secret that the service masks', async () => {
    const hook = ORDERS.replace(
      /SinkMNS[\s\S]*/,
      'SinkHttpsParameters: {URL: {Form: CONSTANT, Value: "https://example.com"}, Token: hook-token, Body: {Form: ORIGINAL}}\n',
    );
    await stream('create p.yaml', { files: { 'p.yaml': hook } });
    const { Sink } = theService().streams.streams.get('orders')!.document as { Sink: { SinkHttpsParameters: object } };
    Object.assign(Sink.SinkHttpsParameters, { Token: '******' });
    expect(await planOf(hook)).toMatchObject({ action: 'none', unknown: ['/Sink/SinkHttpsParameters/Token'] });
  });

  test('takes one request, and none when nothing changes', async () => {
    const before = await stream('plan orders.yaml --price 0.5', { files });
    expect(JSON.parse(before.out)).toMatchObject({ action: 'create', apply: { requests: 1, cost: 0.5 }, requests: 1 });
    await created();
    const after = await stream('plan orders.yaml --price 0.5 --exit-code', { files });
    expect(after.code).toBe(0);
    expect(JSON.parse(after.out)).toMatchObject({ action: 'none', apply: { requests: 0, cost: 0 } });
  });

  test('shows the pattern in its own lines', async () => {
    await created();
    const changed = ORDERS.replace('["acs.oss"]', '["acs.ecs"], "data": {"a": [1]}');
    const { code, out } = await stream('plan p.yaml --format human --exit-code', { files: { 'p.yaml': changed } });
    expect(code).toBe(1);
    expect(out).toContain(`~ /FilterPattern
      {
    -   "source": ["acs.oss"]
    +   "source": ["acs.ecs"],
    +   "data": {
    +     "a": [1]
    +   }
      }`);
  });

  test.each<[string, string, string, string, number[]]>([
    ['narrower', '["acs.oss"], "data": {"a": [1]}', 'lost', 'no longer does', [1, 0, 1]],
    ['wider', '["acs.oss", "acs.ecs"]', 'gained', 'and now does', [0, 1, 1]],
    ['equal', '["acs.oss", "acs.oss"]', '', 'the same events', [0, 0, 0]],
  ])('reports that the pattern becomes %s', async (relation, source, member, said, codes) => {
    await created();
    const changed = ORDERS.replace('["acs.oss"]', source);
    const world = { files: { 'p.yaml': changed } };
    const { pattern } = JSON.parse((await stream('plan p.yaml', world)).out);
    expect(pattern.relation).toBe(relation);
    if (member !== '') {
      const verdicts = await Promise.all(
        [pattern.before, pattern.after].map(async (text: string) => {
          const asked = { files: { 'p.json': text }, stdin: pattern[member].event };
          return (await run(['match', 'p.json', '-'], asked)).code;
        }),
      );
      expect(verdicts).toEqual(member === 'lost' ? [0, 1] : [1, 0]);
    }
    for (const [i, gate] of ['--no-narrower', '--no-wider', '--no-change'].entries()) {
      const { code, out } = await stream(`plan p.yaml --format human ${gate}`, world);
      expect([gate, code]).toEqual([gate, codes[i]]);
      expect(out).toContain(said);
      if (code === 1) expect(out).toContain(`✗ ${gate}: `);
    }
  });

  test('passes the gates without a stream or a change of the pattern', async () => {
    const world = { files: { 'p.yaml': ORDERS.replace('to the warehouse', 'again') } };
    for (const prepare of [async () => undefined, created]) {
      await prepare();
      const { code, out } = await stream('plan p.yaml --no-change --no-wider --no-narrower', world);
      expect(code).toBe(0);
      expect(JSON.parse(out).gates.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
        'passed',
        'passed',
        'passed',
      ]);
    }
  });

  test('is unknown when the present pattern is not valid', async () => {
    await created();
    theService().streams.streams.get('orders')!.document.FilterPattern = '{"source":"x"}';
    const { code, out } = await stream('plan orders.yaml --no-wider --format human', { files });
    expect(code).toBe(2);
    expect(out).toContain('unknown: the present pattern is not valid here');
  });

  test('of a document with errors sends no request and exits with 1', async () => {
    const broken = { 'p.yaml': ORDERS.replace('["acs.oss"]', '"acs.oss"') };
    for (const command of ['plan', 'create', 'update']) {
      const { code, out, err } = await stream(`${command} p.yaml --format human`, { files: broken });
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toContain('error[attribute-not-array]');
      expect(out).toContain('p.yaml:3:28');
      expect(out).toContain('p.yaml: not valid (1 error)');
    }
    const { findings } = JSON.parse((await stream('plan p.yaml', { files: broken })).out);
    expect(findings).toMatchObject([{ pointer: '/FilterPattern', patternPointer: '/source', line: 3, column: 28 }]);
    expect(theService().requests).toEqual([]);
  });
});

describe('the comparison of patterns', () => {
  test.each([
    ['{"a":[1],"b":[2]}', '{ "b": [2], "a": [1] }', true],
    ['', '{}', true],
    [undefined, '{}', true],
    ['{"a":[5]}', '{"a":[5.0]}', false],
    ['{"a":[1,2]}', '{"a":[2,1]}', false],
    ['{"a":', '{"a":', true],
    ['{"a":', '{"a":[1]}', false],
  ])('of %j and %j', (a, b, same) => {
    expect(samePattern(a, b)).toBe(same);
    const changed = patternDiff(a, b).some(({ sign }) => sign === '+' || sign === '-');
    expect(changed).toBe(!same);
  });

  test('of many lines is fast, and shows only the lines around a change', () => {
    const big = (value: number): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, [i === 2500 ? value : i]])));
    const lines = patternDiff(big(1), big(2));
    expect(lines.map(({ sign }) => sign).join('')).toBe('…   -+   …');
    expect(patternDiff(big(1), big(2).replaceAll('"f', '"g')).length).toBeGreaterThan(5000);
  });
});
