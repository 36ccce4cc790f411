/** The files of `init`: a pattern, a suite that it passes, a config and a workflow. */

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
export function starterFiles(version: string, top: string, below: string): readonly StarterFile[] {
  return [
    { name: 'patterns/orders.json', text: PATTERN },
    { name: 'patterns/orders.eb-test.yaml', text: SUITE },
    { name: CONFIG, text: CONFIG_TEXT },
    { name: `${top}${WORKFLOW}`, text: workflow(version, below) },
  ];
}

const PATTERN = `{
  "source": ["acs.oss"],
  "type": [{ "prefix": "oss:ObjectCreated:" }],
  "subject": [{ "suffix": ".csv" }]
}
`;

const SUITE = `# yaml-language-server: $schema=../suite.schema.json
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
`;

const CONFIG_TEXT = `# yaml-language-server: $schema=./config.schema.json
# The members of this file: eb-pattern schema config
# What a command makes of them: eb-pattern test --print-config

# The language of the patterns: aliyun (the service), or rocketmq (Apache
# RocketMQ EventBridge).
dialect: aliyun

# Warnings fail a run too.
failOn: warning
`;

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
