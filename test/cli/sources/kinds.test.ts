/** Patterns in the files of other tools. The fixtures are small and follow the documented formats. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../run-main.ts';

const FOLDER = fileURLToPath(new URL('./fixtures/', import.meta.url));

interface Report {
  readonly patterns: readonly {
    readonly file: string;
    readonly address?: string;
    readonly valid: boolean;
    readonly findings: readonly Finding[];
  }[];
  readonly skipped: readonly (Place & { readonly message: string; readonly checked?: string })[];
  readonly errors: readonly { readonly message: string; readonly line?: number }[];
}

interface Place {
  readonly file: string;
  readonly address?: string;
  readonly line: number;
  readonly column: number;
}

interface Finding extends Place {
  readonly code: string;
  readonly endLine: number;
  readonly endColumn: number;
}

async function check(
  name: string,
  files?: Readonly<Record<string, string>>,
): Promise<Report & { readonly code: number }> {
  const { code, out } = await run(
    ['check', name, '--format', 'json'],
    files === undefined ? { cwd: FOLDER } : { files },
  );
  return { code, ...JSON.parse(out) };
}

/** The text between two places, which count lines and columns from 1. */
function cut(text: string, { line, column, endLine = line, endColumn }: Place & Partial<Finding>): string {
  const all = text.split('\n');
  if (line !== endLine) throw new Error('one line is enough here');
  return (all[line - 1] as string).slice(column - 1, endColumn === undefined ? undefined : endColumn - 1);
}

const BY_SHOP = 'alicloud_event_bridge_rule.by_shop["a.b"]';
const MIRROR = 'module.streams.alicloud_event_bridge_event_streaming.mirror[0]';
const RESIZE = 'module.streams.module.functions.alicloud_fcv3_trigger.resize';
const URN = 'urn:pulumi:prod::shop::alicloud:';

/** File; the misspelt operator of each broken pattern, by address; the addresses of the other patterns. */
const documents: readonly (readonly [string, Readonly<Record<string, string>>, (readonly string[])?])[] = [
  [
    'plan.json',
    {
      [BY_SHOP]: '\\"prefx\\"',
      'alicloud_fc_trigger.legacy': '\\\\\\"prefx\\\\\\"',
      [MIRROR]: '\\"prefx\\"',
      [RESIZE]: '\\\\\\"prefx\\\\\\"',
    },
    ['alicloud_event_bridge_rule.orders'],
  ],
  [
    'changes-only.json',
    {
      [BY_SHOP]: '\\"prefx\\"',
      'alicloud_fc_trigger.legacy': '\\\\\\"prefx\\\\\\"',
      [MIRROR]: '\\"prefx\\"',
      [RESIZE]: '\\\\\\"prefx\\\\\\"',
    },
    ['alicloud_event_bridge_rule.orders'],
  ],
  ['state.json', { [BY_SHOP]: '\\"pr\\u0065fx\\"', [RESIZE]: '\\\\\\"prefx\\\\\\"' }],
  ['ros.json', { Orders: '"prefx"' }],
  ['ros.yaml', { Orders: 'prefx' }],
  [
    's.yaml',
    {
      'resize.single': '"prefx"',
      'resize.double': '\\"prefx\\"',
      'resize.literal': '"prefx"',
      'resize.folded': '"prefx"',
      'resize.map': 'prefx',
    },
  ],
  ['s-fc.yaml', { 'resize.eb': '"prefx"' }],
  [
    'stack.json',
    {
      [`${URN}eventbridge/rule:Rule::orders`]: '\\"prefx\\"',
      [`${URN}fc/v3Trigger:V3Trigger::resize`]: '\\\\\\"prefx\\\\\\"',
    },
    [`${URN}eventbridge/eventStreaming:EventStreaming::mirror`],
  ],
  ['request.json', { '/FilterPattern': '\\"prefx\\"' }],
  [
    'list.json',
    { '/data/Data/EventStreamings/1/FilterPattern': '"prefx"' },
    ['/data/Data/EventStreamings/0/FilterPattern'],
  ],
  ['trigger-request.json', { '/triggerConfig/eventRuleFilterPattern': '\\\\\\"prefx\\\\\\"' }],
  ['stream.jsonc', { '/FilterPattern': '"prefx"' }],
  ['parameters.yaml', { '/FilterPattern': '"prefx"' }],
  ['cloudformation.yaml', { Orders: 'prefx', 'Resize.Uploads': 'prefx' }, ['Kept', 'Resize.Old', 'Flow.Started']],
  ['cdk.template.json', { OrdersRuleAB12: '"prefx"' }],
  ['serverless.yml', { 'resize.1': 'prefx' }, ['resize.3', 'Orders']],
  ['aws-plan.json', { 'aws_cloudwatch_event_rule.orders': '\\"prefx\\"' }, ['aws_cloudwatch_event_archive.kept']],
  ['rules.tf', { 'aws_cloudwatch_event_rule.orders': 'prefx' }, ['aws_cloudwatch_event_rule.uploads']],
  [
    'aws-stack.json',
    { 'urn:pulumi:prod::shop::aws:cloudwatch/eventRule:EventRule::orders': '\\"prefx\\"' },
    ['urn:pulumi:prod::shop::aws-native:events:Rule::uploads'],
  ],
  ['describe-rule.json', { '/EventPattern': '\\"prefx\\"' }],
];

describe.each(documents.map(([file, broken, valid = []]) => ({ file, broken, valid })))(
  '$file',
  ({ file, broken, valid }) => {
    const text = readFileSync(FOLDER + file, 'utf8');

    test('every pattern has its address, and every finding its place in the file', async () => {
      const { code, patterns, errors } = await check(file);
      expect({ code, errors }).toEqual({ code: 1, errors: [] });
      const addresses = patterns.map(({ address }) => address).sort();
      expect(addresses).toEqual([...Object.keys(broken), ...valid].sort());
      for (const { address = '', findings } of patterns) {
        expect(findings.map((finding) => finding.code)).toEqual(address in broken ? ['unknown-operator'] : []);
        for (const finding of findings) {
          expect(finding).toMatchObject({ file, address });
          expect(cut(text, finding)).toBe(broken[address]);
        }
      }
    });

    test('each address selects its pattern', async () => {
      for (const address of [...Object.keys(broken), ...valid]) {
        const { code, patterns } = await check(`${file}#${address}`);
        expect({ code, addresses: patterns.map((pattern) => pattern.address) }).toEqual({
          code: address in broken ? 1 : 0,
          addresses: [address],
        });
      }
    });
  },
);

describe('a value that is computed later is named and skipped', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['plan.json', 'alicloud_event_bridge_rule.generated', 'true', '`filter_pattern` is known only after apply'],
    [
      'plan.json',
      'module.streams.module.functions.alicloud_fcv3_trigger.later',
      'true',
      '`trigger_config` is known only after apply',
    ],
    ['changes-only.json', 'alicloud_event_bridge_rule.generated', 'true', '`filter_pattern` is known only after apply'],
    ['ros.json', 'Computed', '{', '`/FilterPattern/source/0` is computed by `Ref` when the stack is made'],
    ['ros.yaml', 'Computed', 'Source', '`/FilterPattern/source/1` is computed by `Ref` when the stack is made'],
    ['ros.yaml', 'Looked', '[Patterns', '`/FilterPattern` is computed by `Fn::FindInMap` when the stack is made'],
    ['s.yaml', 'resize.filled', "'{", '`\u0024{vars.source}` is filled in when it is deployed'],
    ['s.yaml', 'later.0', '\u0024{file', "`\u0024{file('./triggers.yaml')}` is filled in when it is deployed"],
    ['stack.json', `${URN}fc/trigger:Trigger::legacy`, '{', 'the value is a secret of the stack'],
    ['stack.json', `${URN}eventbridge/rule:Rule::later`, '"04da6b54', 'the value is known only after an update'],
    [
      'cloudformation.yaml',
      'Computed',
      'Source',
      '`/EventPattern/source/1` is computed by `Ref` when the stack is made',
    ],
    [
      'cloudformation.yaml',
      'Looked',
      '[Patterns',
      '`/EventPattern` is computed by `Fn::FindInMap` when the stack is made',
    ],
    [
      'cdk.template.json',
      'UploadsRuleCD34',
      '{"Ref"',
      '`/EventPattern/detail/bucket/name/0` is computed by `Ref` when the stack is made',
    ],
    ['serverless.yml', 'resize.2', '\u0024{self', '`\u0024{self:custom.source}` is filled in when it is deployed'],
    ['aws-plan.json', 'aws_cloudwatch_event_rule.later', 'true', '`event_pattern` is known only after apply'],
    [
      'rules.tf',
      'aws_cloudwatch_event_rule.of_bucket',
      'aws_s3_bucket',
      '`aws_s3_bucket.uploads.id` is computed by Terraform; give what `terraform show -json` prints of a plan',
    ],
  ];
  test.each(cases)('%s: %s', async (file, address, written, message) => {
    const { skipped } = await check(file);
    const found = skipped.find((one) => one.address === address) as Report['skipped'][number];
    expect(found).toMatchObject({ file, address, message });
    expect(cut(readFileSync(FOLDER + file, 'utf8'), found).startsWith(written)).toBe(true);
    const selected = await run(['check', `${file}#${address}`], { cwd: FOLDER, columns: 400 });
    // Selected alone, a partly known pattern is checked; an unknown one leaves nothing to check.
    expect(selected.code).toBe(found.checked === 'partly' ? 0 : 2);
    expect(selected.code === 0 ? selected.out : selected.err).toContain(
      found.checked === 'partly'
        ? `\`${address}\` is not wholly checked: ${message}`
        : `the pattern of \`${address}\` is not known: ${message}`,
    );
  });

  test('is no error alone', async () => {
    const files = { 's.yaml': 'edition: 3.0.0\nresources: {a: {props: {triggers: "\u0024{file(x)}"}}}' };
    const { code, out } = await run(['check', 's.yaml'], { files });
    expect(code).toBe(0);
    expect(out).toBe('- s.yaml:2:35: `a.0` is not checked: `\u0024{file(x)}` is filled in when it is deployed\n');
  });
});

test('a pattern in YAML is no document: it has no address, and its numbers keep their text', async () => {
  const text = readFileSync(`${FOLDER}plain.yaml`, 'utf8');
  const { patterns } = await check('plain.yaml');
  expect(patterns.map(({ file, address }) => ({ file, address }))).toEqual([
    { file: 'plain.yaml', address: undefined },
  ]);
  const findings = patterns.flatMap((pattern) => pattern.findings);
  expect(findings.map((finding) => [finding.code, cut(text, finding)])).toEqual([['unknown-operator', 'prefx']]);
  const warned = await check('p.yaml', { 'p.yaml': text.replace('prefx', 'prefix').replace(/numeric: .*/, '300.0') });
  expect(warned.patterns.flatMap((pattern) => pattern.findings)).toMatchObject([{ code: 'number-text', line: 7 }]);
});

test('CRLF and a byte order mark do not move places', async () => {
  const places = ({ patterns, skipped }: Report): unknown =>
    [...patterns.flatMap(({ findings }) => findings), ...skipped].map(({ line, column }) => [line, column]);
  const text = `\ufeff${readFileSync(`${FOLDER}s.yaml`, 'utf8').replaceAll('\n', '\r\n')}`;
  expect(places(await check('s.yaml', { 's.yaml': text }))).toEqual(places(await check('s.yaml')));
});

test('ten thousand patterns in one line are read in linear time', async () => {
  const resources = Array.from({ length: 10_000 }, (_, i) => ({
    address: `alicloud_event_bridge_rule.r[${i}]`,
    type: 'alicloud_event_bridge_rule',
    values: i % 2 === 0 ? { filter_pattern: '{"source":["a"]}' } : {},
  }));
  const change = { after_unknown: { filter_pattern: true } };
  const plan = {
    format_version: '1.2',
    planned_values: { root_module: { resources } },
    resource_changes: resources.map(({ address, values }) => ('filter_pattern' in values ? {} : { address, change })),
  };
  const started = performance.now();
  const { patterns, skipped } = await check('plan.json', { 'plan.json': JSON.stringify(plan) });
  expect([patterns.length, skipped.length]).toEqual([5_000, 5_000]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('all fixtures are in the tables', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...documents.map(([file]) => file), 'plain.yaml'].sort());
});

test('the human format shows the place and the address', async () => {
  const { out } = await run(['check', 'plan.json'], { cwd: FOLDER });
  expect(out).toContain(`   = address: ${BY_SHOP}\n`);
  expect(out).toContain(`✗ plan.json#${BY_SHOP}: not valid (1 error)`);
  expect(out).toContain('4 of 5 patterns not valid');
});
