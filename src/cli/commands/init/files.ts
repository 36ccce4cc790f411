/** The files of `init`: a pattern, a suite that it passes, a config and a workflow. */
import type { DialectName } from '../../../index.ts';

export interface StarterFile {
  /** Relative to the folder, with slashes. */
  readonly name: string;
  readonly text: string;
}

export const CONFIG = 'eb-pattern.config.yaml';
export const WORKFLOW = '.github/workflows/eb-pattern.yml';

/**
 * `version` of this program, which the workflow pins: a new release never makes a build fail. `top` leads from the folder to the top of the
 * repository, and `below` back; both are empty when they are the same.
 */
export function starterFiles(
  version: string,
  dialect: DialectName,
  top: string,
  below: string,
): readonly StarterFile[] {
  const { pattern, suite } = EXAMPLES[dialect];
  return [
    { name: 'patterns/orders.json', text: pattern },
    { name: 'patterns/orders.eb-test.yaml', text: suite },
    { name: CONFIG, text: config(dialect) },
    { name: `${top}${WORKFLOW}`, text: workflow(version, below) },
  ];
}

/** A pattern and its suite, for the events of a service. */
interface Example {
  readonly pattern: string;
  readonly suite: string;
}

const ALIBABA: Example = {
  pattern: `{
  "source": ["acs.oss"],
  "type": [{ "prefix": "oss:ObjectCreated:" }],
  "subject": [{ "suffix": ".csv" }]
}
`,
  suite: `# yaml-language-server: $schema=../suite.schema.json
pattern: orders.json
base:
  id: 45ef4dewdwe1-7c35-447a-bd93-fab****
  source: acs.oss
  specversion: "1.0"
  type: oss:ObjectCreated:PutObject
  subject: acs:oss:cn-hangzhou:123456789098****:orders/2026-01.csv
  time: 2026-01-31T20:56:34Z
  data: {}
tests:
  - name: a list of orders arrives
    match: true
  - name: a list of orders is deleted
    with: { type: "oss:ObjectRemoved:DeleteObject" }
    match: false
    fails: [/type]
  - name: a picture arrives
    with: { subject: "acs:oss:cn-hangzhou:123456789098****:orders/cat.png" }
    match: false
    fails: [/subject]
`,
};

const AMAZON: Example = {
  pattern: `{
  "source": ["aws.s3"],
  "detail-type": ["Object Created"],
  "detail": {
    "bucket": { "name": ["orders"] },
    "object": { "key": [{ "wildcard": "in/*.csv" }] }
  }
}
`,
  suite: `# yaml-language-server: $schema=../suite.schema.json
pattern: orders.json
dialect: aws
base:
  version: "0"
  id: 17793124-05d4-b198-2fde-7ededc63b103
  detail-type: Object Created
  source: aws.s3
  account: "123456789012"
  time: 2026-01-31T20:56:34Z
  region: us-east-1
  resources: ["arn:aws:s3:::orders"]
  detail:
    bucket: { name: orders }
    object: { key: in/2026-01.csv, size: 1024 }
    reason: PutObject
tests:
  - name: a list of orders arrives
    match: true
  - name: a list of orders is deleted
    with: { detail-type: Object Deleted }
    match: false
    fails: [/detail-type]
  - name: a picture arrives
    with: { detail: { object: { key: in/cat.png } } }
    match: false
    fails: [/detail/object/key]
`,
};

const EXAMPLES: Readonly<Record<DialectName, Example>> = { aliyun: ALIBABA, rocketmq: ALIBABA, aws: AMAZON };

function config(dialect: DialectName): string {
  return `# yaml-language-server: $schema=./config.schema.json
# The members of this file: eb-pattern schema config
# What a command makes of them: eb-pattern test --print-config

# The language of the patterns: aliyun (the service of Alibaba Cloud), rocketmq
# (Apache RocketMQ EventBridge), or aws (Amazon EventBridge).
dialect: ${dialect}

# Warnings fail a run too.
failOn: warning
`;
}

function workflow(version: string, below: string): string {
  const folder = below === '' ? '' : `    defaults:\n      run:\n        working-directory: ${JSON.stringify(below)}\n`;
  return `name: event patterns

on:
  pull_request:

permissions: {}

jobs:
  patterns:
    runs-on: ubuntu-latest
    timeout-minutes: 5
${folder}    permissions:
      contents: read
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - uses: actions/setup-node@53b83947a5a98c8d113130e565377fae1a50d02f # v6.3.0
        with:
          node-version: 22
          package-manager-cache: false
      - run: npx --yes eb-pattern@${version} check patterns --format github
      - run: npx --yes eb-pattern@${version} test patterns --format github
`;
}
