/** A document of each kind that the language server reads, each with findings. */

export interface Kind {
  readonly file: string;
  readonly text: string;
  /** Codes of what is wrong, in the order of the text. */
  readonly codes: readonly string[];
}

const json = JSON.stringify;

/** With a character of two UTF-16 units before the faults of the line. */
const PATTERN = '{"source":"shop.orders","data":{"😀":["x","x"],"state":[{"prefx":"part-"}],"n":[1.0]}}';
const SMALL = '{"type":[{"prefx":"shop:"}],"data":{"n":["x","x"]}}';

const resource = (address: string, type: string, values: object): object => ({
  address,
  mode: 'managed',
  type,
  name: 'x',
  values,
});

const plan = {
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [
        resource('alicloud_event_bridge_rule.x', 'alicloud_event_bridge_rule', { filter_pattern: PATTERN }),
        resource('alicloud_fcv3_trigger.x', 'alicloud_fcv3_trigger', {
          trigger_type: 'eventbridge',
          trigger_config: json({ eventRuleFilterPattern: SMALL }),
        }),
      ],
    },
  },
};

const ros = {
  ROSTemplateFormatVersion: '2015-09-01',
  Resources: {
    Map: { Type: 'ALIYUN::EventBridge::Rule', Properties: { FilterPattern: JSON.parse(SMALL) } },
    Text: {
      Type: 'ALIYUN::FC3::Trigger',
      Properties: { TriggerType: 'eventbridge', TriggerConfig: { eventRuleFilterPattern: SMALL } },
    },
  },
};

const stack = {
  version: 3,
  deployment: {
    manifest: { time: '2025-01-01T00:00:00Z', magic: '00', version: 'v3.140.0' },
    resources: [
      {
        urn: 'urn:pulumi:prod::shop::alicloud:fc/v3Trigger:V3Trigger::resize',
        custom: true,
        id: 'resize',
        type: 'alicloud:fc/v3Trigger:V3Trigger',
        inputs: { triggerType: 'eventbridge', triggerConfig: json({ eventRuleFilterPattern: SMALL }) },
      },
    ],
  },
};

const all = ['attribute-not-array', 'duplicate-condition', 'unknown-operator', 'number-text'];
const small = ['unknown-operator', 'duplicate-condition'];

/** A pattern in the forms in which `s.yaml` can hold it. */
const sYaml = (pattern: string): string => `edition: 3.0.0
name: shop
resources:
  resize:
    component: fc3
    props:
      functionName: resize
      triggers:
        - triggerName: paid
          triggerType: eventbridge
          triggerConfig:
            eventRuleFilterPattern: ${pattern}
            triggerEnable: true
`;

export const kinds: readonly Kind[] = [
  { file: 'a.pattern.json', text: PATTERN, codes: all },
  { file: 'lines.pattern.json', text: `${json(JSON.parse(PATTERN), undefined, 2)}\n`, codes: all.slice(0, 3) },
  {
    file: 'crlf.pattern.json',
    text: json(JSON.parse(PATTERN), undefined, 2).replaceAll('\n', '\r\n'),
    codes: all.slice(0, 3),
  },
  { file: 'broken.pattern.json', text: '{"source": ["😀", }', codes: ['invalid-json'] },
  { file: 'empty.pattern.json', text: '', codes: ['empty-text'] },
  {
    file: 'a.pattern.jsonc',
    text: `// 😀\n{\n  /* 😀 */ "source": "shop", // why\n  "data": {"n": ["x", "x"]}\n}\n`,
    codes: ['attribute-not-array', 'duplicate-condition'],
  },
  {
    file: 'a.pattern.yaml',
    text: '# 😀\nsource: shop.orders\ndata:\n  "😀": [x, x] # twice\n  state:\n    - {prefx: part-}\n',
    codes: all.slice(0, 3),
  },
  {
    file: 'crlf.pattern.yaml',
    text: 'source: shop.orders\r\ndata:\r\n  n:\r\n    - x\r\n    - x\r\n',
    codes: all.slice(0, 2),
  },
  {
    file: 'stream.jsonc',
    text: `{
  // 😀
  "EventStreamingName": "mirror",
  "FilterPattern": ${PATTERN},
  "Source": {"SourceEventBusParameters": {"EventBusName": "default"}},
  "Sink": {"SinkMNSParameters": {"QueueName": {"Form": "CONSTANT", "Value": "paid"}, "Body": {"Form": "ORIGINAL"}}}
}
`,
    codes: all,
  },
  {
    file: 'stream.yaml',
    text: `EventStreamingName: mirror
FilterPattern: '${PATTERN}'
Source: {SourceEventBusParameters: {EventBusName: default}}
Sink: {SinkMNSParameters: {QueueName: {Form: CONSTANT, Value: paid}, Body: {Form: ORIGINAL}}}
`,
    codes: all,
  },
  { file: 'plan.json', text: json(plan), codes: [...all, ...small] },
  { file: 'lines.plan.json', text: json(plan, undefined, 2), codes: [...all, ...small] },
  { file: 'ros.json', text: json(ros, undefined, 2), codes: [...small, ...small] },
  {
    file: 'ros.yaml',
    text: `ROSTemplateFormatVersion: '2015-09-01'
Resources:
  Map:
    Type: ALIYUN::EventBridge::Rule
    Properties:
      FilterPattern:
        source: shop.orders # not a list
        data:
          "😀":
            - x
            - x
          state: [{prefx: part-}]
  Text:
    Type: ALIYUN::FC3::Trigger
    Properties:
      TriggerType: eventbridge
      TriggerConfig: {eventRuleFilterPattern: '${SMALL}'}
`,
    codes: [...all.slice(0, 3), ...small],
  },
  { file: 'plain/s.yaml', text: sYaml('{type: [prefx: "shop:"], data: {n: [x, x]}}'), codes: small },
  { file: 'single/s.yaml', text: sYaml(`'${SMALL}'`), codes: small },
  { file: 'double/s.yaml', text: sYaml(json(SMALL)), codes: small },
  {
    file: 'literal/s.yaml',
    text: sYaml(
      `|\n              {\n                "type": [{"prefx": "shop:"}],\n                "data": {"n": ["x", "x"]}\n              }`,
    ),
    codes: small,
  },
  {
    file: 'folded/s.yaml',
    text: sYaml(`>-\n              {"type": [{"prefx": "shop:"}],\n              "data": {"n": ["x", "x"]}}`),
    codes: small,
  },
  {
    file: 'map/s.yaml',
    text: sYaml(`\n              type:\n                - prefx: 'shop:'\n              data: {n: [x, x]}`),
    codes: small,
  },
  { file: 'stack.json', text: json(stack, undefined, 4), codes: small },
  {
    file: 'main.tf',
    text: `resource "alicloud_event_bridge_rule" "encoded" {
  event_bus_name = "😀"
  filter_pattern = jsonencode({
    source = "shop.orders" # not a list
    data   = { n = ["x", "x"], state = [{ prefx = "part-" }] }
  })
}

resource "alicloud_event_bridge_rule" "quoted" {
  filter_pattern = ${json(SMALL)}
}

resource "alicloud_event_bridge_rule" "heredoc" {
  filter_pattern = <<-EOT
    {
      "type": [{"prefx": "shop:"}],
      "data": {"n": ["x", "x"]}
    }
  EOT
}
`,
    codes: [...all.slice(0, 3), ...small, ...small],
  },
  {
    file: 'main.tf.json',
    text: json({ resource: { alicloud_event_bridge_rule: { x: { filter_pattern: SMALL } } } }),
    codes: small,
  },
  {
    file: 'broken.eb-test.yaml',
    text: `# 😀
pattern:
  source: shop.orders # not a list
  data: {n: [x, x], state: [{prefx: part-}]}
tests:
  - {name: paid, event: {source: a}, match: true}
`,
    codes: all.slice(0, 3),
  },
];
