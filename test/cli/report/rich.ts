/** Runs whose reports contain every kind of entry, with hostile names. */
import { folderWith } from '../run-main.ts';

/** Text that breaks formats: the end of CDATA, commands of a runner, escapes, markup, controls, an emoji. */
export const HOSTILE = 'a]]>b<i>&"\'|`x`::error::%0A%25 #c \\ @all \u0007\u001b[31m\u202e\ud83d\ude00\n::warning::';

/** The same as a file name, without characters that file systems refuse. */
export const HOSTILE_FILE = 'a]]>b<i>&"\'|`x`::error,%0A #c @all\u0007\ud83d\ude00\n::w.json';

const terraform = JSON.stringify({
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [
        {
          address: 'alicloud_event_bridge_rule.orders',
          mode: 'managed',
          type: 'alicloud_event_bridge_rule',
          values: { filter_pattern: '{"source":"acs.oss","data":{"n":[300.0]}}' },
        },
        {
          address: 'alicloud_event_bridge_rule.later',
          mode: 'managed',
          type: 'alicloud_event_bridge_rule',
          values: {},
        },
      ],
    },
  },
  resource_changes: [
    {
      address: 'alicloud_event_bridge_rule.later',
      change: { after: {}, after_unknown: { filter_pattern: true } },
    },
  ],
});

export const checkFolder = (): string =>
  folderWith({
    'good.json': '{"source":["acs.oss"]}',
    'bad.json': `{\n "source": [{"prefx": "a"}],\n "data": {"n": [300.0], "t": ["a", "a"]}\n}`,
    'many.json': JSON.stringify({ source: Array.from({ length: 130 }, () => ({ nope: 1 })) }),
    'allowed.jsonc': '{"data": {"n": [\n  // eb-pattern-allow number-text: sent as text\n  300.0\n]}}',
    'unused.jsonc': '{"source": ["a"]} // eb-pattern-allow number-text: nothing',
    'plan.json': terraform,
    [HOSTILE_FILE]: `{"source": [{${JSON.stringify(HOSTILE)}: 1}, {"\\ud800": 1}]}`,
  });

export const CHECK = [
  'check',
  'good.json',
  './bad.json',
  'many.json',
  'allowed.jsonc',
  'unused.jsonc',
  'plan.json',
  HOSTILE_FILE,
  'missing.json',
] as const;

export const testFolder = (): string =>
  folderWith({
    'good.eb-test.yaml': 'pattern: {source: [a]}\ntests:\n  - {name: yes, event: {source: a}, match: true}\n',
    'bad.eb-test.yaml': [
      'pattern: {source: [{prefix: ""}, a], data: {n: [300.0]}}'.replace('{prefix: ""}, ', ''),
      'tests:',
      `  - {name: ${JSON.stringify(HOSTILE)}, event: {source: b, data: {n: 1}}, match: true}`,
      '  - {name: differs, event: {source: a, data: {n: 300.0}}, match: true}',
      '  - {name: wrong, event: {source: a, data: {n: 300.0}}, match: false}',
      '',
    ].join('\n'),
    'refused.eb-test.yaml': `pattern: '{"source": "a"}'\ninvalid: [unknown-operator]\n`,
    'broken.eb-test.yaml': 'pattern: {source: [a]}\ntests: []\n',
    'invalid.eb-test.yaml': 'pattern: {source: a}\ntests:\n  - {name: yes, event: {}, match: true}\n',
  });

export const TEST = ['test', '.'] as const;
