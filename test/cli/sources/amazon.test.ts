/** Patterns for Amazon EventBridge in the documents of tools: filters of pipes, queues and streams, templates by name, programs. */
import { describe, expect, test } from 'vitest';
import { run } from '../run-main.ts';

const BROKEN = '{"body": {"a": [{"prefx": "x"}]}}';
const EVENT = '{Type: EventBridgeRule, Properties: {Pattern: {source: [{prefx: x}]}}}';
const FILTERS = `[{Pattern: '${BROKEN}'}, {Pattern: !Sub '{"body": {"a": ["\${X}", {"sufix": "y"}]}}'}]`;
const TERRAFORM = `pattern = jsonencode({ body = { a = [{ prefx = "x" }] } })`;

const template = (resource: string): string => `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A: ${resource}\n`;

/** File, text, and what is reported: the address of each pattern with its first code, or the address that is not checked at all. */
const files: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'pipe.yaml',
    template(`{Type: AWS::Pipes::Pipe, Properties: {SourceParameters: {FilterCriteria: {Filters: ${FILTERS}}}}}`),
    { 'A.0': 'unknown-operator', 'A.1': 'unknown-operator' },
  ],
  [
    'mapping.template',
    template(`{Type: AWS::Lambda::EventSourceMapping, Properties: {FilterCriteria: {Filters: ${FILTERS}}}}`),
    { 'A.0': 'unknown-operator', 'A.1': 'unknown-operator' },
  ],
  [
    'computed.yaml',
    template('{Type: AWS::Lambda::EventSourceMapping, Properties: {FilterCriteria: !If [C, {Filters: []}, !Ref N]}}'),
    { A: 'its filters are computed by `Fn::If` when the stack is made' },
  ],
  [
    'sam.yaml',
    template(
      `{Type: AWS::Serverless::Function, Properties: {Events: {Q: {Type: SQS, Properties: {FilterCriteria: {Filters: ${FILTERS}}}}}}}`,
    ),
    { 'A.Q.0': 'unknown-operator', 'A.Q.1': 'unknown-operator' },
  ],
  [
    'rule.yaml',
    template(`{Type: AWS::Serverless::StateMachine, Properties: {Events: {E: ${EVENT}}}}`),
    { 'A.E': 'unknown-operator' },
  ],
  [
    'cdk.template',
    '{"Resources": {"A": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": [{"wildcrd": "x"}]}}}}}',
    { A: 'unknown-operator' },
  ],
  [
    'serverless.yml',
    `service: s\nprovider: {name: aws}\nfunctions:\n  f:\n    events:\n      - sqs: {arn: x, filterPatterns: [{body: {a: [x]}}, {body: [{prefx: '\${self:custom.a}'}]}]}\n`,
    { 'f.0.0': '', 'f.0.1': 'unknown-operator' },
  ],
  [
    'main.tf',
    `resource "aws_pipes_pipe" "p" {\n  source_parameters {\n    filter_criteria {\n      filter {\n ${TERRAFORM}\n }\n filter {\n pattern = var.p\n }\n    }\n  }\n}\nresource "aws_lambda_event_source_mapping" "m" {\n  filter_criteria {\n    filter {\n ${TERRAFORM}\n }\n  }\n}\n`,
    {
      'aws_pipes_pipe.p.0': 'unknown-operator',
      'aws_pipes_pipe.p.1': '`var.p` is computed by Terraform; give what `terraform show -json` prints of a plan',
      'aws_lambda_event_source_mapping.m.0': 'unknown-operator',
    },
  ],
  [
    'plan.json',
    JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_lambda_event_source_mapping.m',
              mode: 'managed',
              type: 'aws_lambda_event_source_mapping',
              values: { filter_criteria: [{ filter: [{ pattern: '{"body":["x"]}' }, { pattern: BROKEN }] }] },
            },
            { address: 'aws_pipes_pipe.p', mode: 'managed', type: 'aws_pipes_pipe', values: {} },
          ],
        },
      },
      resource_changes: [
        {
          address: 'aws_pipes_pipe.p',
          change: { actions: ['create'], after_unknown: { source_parameters: true } },
        },
      ],
    }),
    {
      'aws_lambda_event_source_mapping.m.0': '',
      'aws_lambda_event_source_mapping.m.1': 'unknown-operator',
      'aws_pipes_pipe.p': '`source_parameters` is known only after apply',
    },
  ],
  [
    'stack.json',
    JSON.stringify({
      version: 3,
      deployment: {
        resources: [
          {
            urn: 'urn:p',
            type: 'aws:pipes/pipe:Pipe',
            inputs: { sourceParameters: { filterCriteria: { filters: [{ pattern: BROKEN }] } } },
          },
        ],
      },
    }),
    { 'urn:p.0': 'unknown-operator' },
  ],
  [
    'Pulumi.yaml',
    `resources:\n  r:\n    type: aws:cloudwatch:EventRule\n    properties:\n      eventPattern:\n        fn::toJSON: {source: [{prefx: x}], detail: {a: ["\${b.id}"]}}\n`,
    { '/resources/r/properties/eventPattern': 'unknown-operator' },
  ],
];

interface Report {
  readonly dialect: string;
  readonly patterns: readonly {
    readonly address?: string;
    readonly dialect?: string;
    readonly findings: readonly { readonly code: string }[];
  }[];
  readonly skipped: readonly {
    readonly address?: string;
    readonly kind?: string;
    readonly checked?: string;
    readonly message: string;
  }[];
}

async function check(files: Readonly<Record<string, string>>, ...names: readonly string[]): Promise<Report> {
  return JSON.parse((await run(['check', ...names, '--format', 'json'], { files })).out);
}

describe.each(files)('%s', (name, text, expected) => {
  test('has its patterns at their addresses', async () => {
    const { patterns, skipped } = await check({ [name]: text }, name);
    const found = Object.fromEntries([
      ...skipped.filter(({ checked }) => checked === 'not').map(({ address, message }) => [address, message]),
      ...patterns.map(({ address, findings }) => [address, findings[0]?.code ?? '']),
    ]);
    expect(found).toEqual(expected);
    expect(new Set(patterns.map(({ dialect }) => dialect))).toEqual(new Set(patterns.length === 0 ? [] : ['aws']));
  });

  test('is found in a folder, and its patterns by their names', async () => {
    const [address = ''] = Object.entries(expected).find(([, code]) => code === 'unknown-operator') ?? [];
    const { patterns } = await check({ [`d/${name}`]: text }, 'd');
    const codes = Object.values(expected).filter((code) => code === '' || code === 'unknown-operator');
    expect(patterns.map(({ findings }) => findings[0]?.code ?? '').sort()).toEqual(codes.sort());
    if (address !== '') expect((await check({ [name]: text }, `${name}#${address}`)).patterns).toHaveLength(1);
  });
});

test('sources of two dialects are named with the dialect of each', async () => {
  const both = {
    'a.tf': `resource "aws_cloudwatch_event_rule" "a" { event_pattern = jsonencode({ source = ["x"] }) }\n`,
    'b.json': '{"source":["y"]}',
  };
  const { dialect, patterns } = await check(both, 'a.tf', 'b.json');
  expect([dialect, ...patterns.map((pattern) => pattern.dialect)]).toEqual(['aliyun', 'aws', undefined]);
  const { out } = await run(['check', 'a.tf', 'b.json'], { files: both });
  expect(out.split('\n').slice(0, 2)).toEqual([
    '✓ a.tf#aws_cloudwatch_event_rule.a: valid, aws',
    '✓ b.json: valid, aliyun',
  ]);
});

describe.each(['serverless.ts', 'serverless.js', 'serverless.mjs'])('%s', (name) => {
  const program = "module.exports = { service: 's', provider: { name: 'aws' }, functions: {} };\n";

  test('is named, with what helps', async () => {
    const alone = await run(['check', name], { files: { [name]: program } });
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('`serverless package`')]);
    const files = { [`d/${name}`]: program, 'd/a.json': '{"source":["x"]}' };
    const { skipped } = await check(files, 'd');
    expect(skipped).toMatchObject([{ kind: 'program', message: expect.stringContaining('`serverless package`') }]);
    expect((await run(['check', 'd'], { files })).out).toContain(`- d/${name}: passed over: it is a program`);
  });

  test('of another kind is only counted', async () => {
    const files = { [`d/${name}`]: 'export const handler = () => 5;\n', 'd/a.json': '{"source":["x"]}' };
    expect((await run(['check', 'd'], { files })).out).not.toContain('it is a program');
  });
});
