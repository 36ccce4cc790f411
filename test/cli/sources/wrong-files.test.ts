// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of Terraform stand in strings
/** Files of other tools: secret, computed and empty values, and files of the wrong kind. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lines, run } from '../run-main.ts';

const SECRET = 'hunter2';
const PATTERN = `{"data":{"token":"${SECRET}"}}`;
const BROKEN = '{"source":"acs.oss"}';
const resource = (name: string, values: object, more: object = {}): object => ({
  address: `alicloud_event_bridge_rule.${name}`,
  type: 'alicloud_event_bridge_rule',
  values,
  ...more,
});
const planned = (resources: readonly object[], more: object = {}): object => ({
  format_version: '1.2',
  planned_values: { root_module: { resources } },
  ...more,
});
const broken = resource('broken', { filter_pattern: BROKEN });
const secret = resource('s', { filter_pattern: PATTERN }, { sensitive_values: { filter_pattern: true } });
const change = (marks: object): object => ({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'alicloud_event_bridge_rule.s',
      type: 'alicloud_event_bridge_rule',
      change: { before: { filter_pattern: PATTERN }, after: { filter_pattern: PATTERN }, ...marks },
    },
  ],
});

describe('a value that a document marks as secret is in no output', () => {
  const both = { before_sensitive: { filter_pattern: true }, after_sensitive: { filter_pattern: true } };
  const documents: readonly (readonly [string, object])[] = [
    ['sensitive values of a plan', planned([secret])],
    ['sensitive values of a state', { format_version: '1.0', values: { root_module: { resources: [secret] } } }],
    [
      'of a module',
      { format_version: '1.2', planned_values: { root_module: { child_modules: [{ resources: [secret, broken] }] } } },
    ],
    ['a change', change(both)],
    ['the whole of a change', change({ before_sensitive: true, after_sensitive: true })],
    [
      'a pattern that is whole in one place only',
      { ...planned([{ ...secret, sensitive_values: {} }]), ...change(both) },
    ],
    ['beside a finding', planned([secret, broken])],
    ['an output beside a finding', planned([broken], { outputs: { x: { sensitive: true, value: SECRET } } })],
    [
      'a variable beside a finding',
      planned([broken], {
        variables: { x: { value: SECRET } },
        configuration: { root_module: { variables: { x: { sensitive: true, default: SECRET } } } },
      }),
    ],
    [
      'a trigger',
      planned([
        {
          address: 'alicloud_fcv3_trigger.t',
          type: 'alicloud_fcv3_trigger',
          values: { trigger_type: 'eventbridge', trigger_config: JSON.stringify({ eventRuleFilterPattern: PATTERN }) },
          sensitive_values: { trigger_config: true },
        },
        broken,
      ]),
    ],
    [
      'a secret of Pulumi beside a finding',
      {
        version: 3,
        deployment: {
          resources: [
            {
              urn: 'a',
              type: 'alicloud:eventbridge/rule:Rule',
              inputs: {
                filterPattern: BROKEN,
                x: { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', plaintext: `"${SECRET}"` },
              },
            },
          ],
        },
      },
    ],
  ];
  const FORMATS = ['human', 'json', 'github', 'gitlab', 'sarif', 'junit', 'markdown', 'tap', 'compact'];

  test.each(documents)('%s', async (_, document) => {
    const files = { 'plan.json': JSON.stringify(document), 'e.json': '{}' };
    for (const format of FORMATS) {
      const { out, err } = await run(['check', 'plan.json', '--format', format], { files, columns: 2000 });
      expect(out + err, format).not.toContain(SECRET);
      expect(out + err, format).not.toBe('');
    }
    for (const argv of [
      ['explain', 'plan.json#alicloud_event_bridge_rule.s', 'e.json'],
      ['sample', 'plan.json'],
      ['diff', 'plan.json', 'plan.json'],
      ['overlap', 'plan.json', 'plan.json'],
      ['route', 'plan.json', 'e.json'],
    ]) {
      const { out, err } = await run(argv, { files, columns: 2000 });
      expect(out + err, argv.join(' ')).not.toContain(SECRET);
    }
  });

  test('and a finding has its place', async () => {
    const text = JSON.stringify(planned([secret, broken]));
    const { out } = await run(['check', 'plan.json', '--format', 'json'], { files: { 'plan.json': text } });
    const { findings } = JSON.parse(out).patterns.find((one: { address: string }) => one.address.endsWith('.broken'));
    expect(findings[0].column).toBe(text.indexOf('\\"acs.oss\\"') + 1);
  });
});

test('a secret pattern is checked, and not shown', async () => {
  const text = JSON.stringify(
    planned([
      resource('s', { filter_pattern: `{"${SECRET}":"${SECRET}"}` }, { sensitive_values: { filter_pattern: true } }),
    ]),
  );
  const { code, out } = await run(['check', 'plan.json'], { files: { 'plan.json': text } });
  expect(code).toBe(1);
  expect(out).toContain('(the pattern is sensitive, and not shown)');
  expect(out).toContain('error[');
  expect(out).not.toContain(SECRET);
  const dry = await run(['check', 'plan.json', '--fix-dry-run'], { files: { 'plan.json': text } });
  expect(dry.out + dry.err).not.toContain(SECRET);
});

describe('a value that is computed later hides no finding', () => {
  const REF = { Ref: 'X' };
  const template = (pattern: object): string =>
    JSON.stringify({
      ROSTemplateFormatVersion: '2015-09-01',
      Resources: { R: { Type: 'ALIYUN::EventBridge::Rule', Properties: { FilterPattern: pattern } } },
    });
  const codes = async (pattern: object): Promise<readonly string[]> => {
    const { out } = await run(['check', 't.json', '--format', 'json'], { files: { 't.json': template(pattern) } });
    const report = JSON.parse(out);
    expect(report.skipped).toHaveLength(1);
    return report.patterns.flatMap(({ findings }: { findings: { code: string }[] }) =>
      findings.map(({ code }) => code),
    );
  };

  test.each([
    ['a value without its list beside it', { source: [REF], type: 'x' }, ['attribute-not-array']],
    ['an unknown operator beside it', { source: [REF], data: { a: [{ prefx: 'x' }] } }, ['unknown-operator']],
    ['an unknown operator around it', { source: [{ prefx: REF }] }, ['unknown-operator']],
    ['an unknown name', { sorce: [REF] }, ['unknown-key']],
    ['a warning beside it', { source: [REF], type: ['a', 'a'] }, ['duplicate-condition']],
  ])('%s is found', async (_, pattern, expected) => {
    expect(await codes(pattern)).toEqual(expected);
  });

  test.each([
    ['a value', { source: [REF] }],
    ['a list', { source: REF }],
    ['an operand', { source: [{ prefix: REF }] }],
    ['two values', { source: [REF, REF] }],
    ['a number', { data: { n: [{ numeric: ['>', REF] }] } }],
    ['two numbers', { data: { n: [{ numeric: ['>', REF, '<', REF] }] } }],
    ['an operator', { data: { n: [{ numeric: [REF, 5] }] } }],
    ['both', { data: { n: [{ numeric: [REF, REF] }] } }],
    ['an address', { data: { ip: [{ cidr: REF }] } }],
    ['whether a member exists', { data: { a: [{ exists: REF }] } }],
    ['what is refused', { source: [{ 'anything-but': REF }] }],
    ['a part of the payload', { source: ['acs.oss'], data: REF }],
  ])('%s that is computed later is no finding', async (_, pattern) => {
    expect(await codes(pattern)).toEqual([]);
  });

  test.each([
    [
      's.yaml',
      'edition: 3.0.0\nresources:\n  r:\n    props:\n      triggers:\n        - triggerName: t\n          triggerType: eventbridge\n          triggerConfig:\n            eventRuleFilterPattern: \'{"source":["${vars.s}"],"type":"x"}\'\n',
    ],
    [
      'a.tf.json',
      JSON.stringify({
        resource: { alicloud_event_bridge_rule: { a: { filter_pattern: '{"source":["${var.s}"],"type":"x"}' } } },
      }),
    ],
    [
      't.yaml',
      'ROSTemplateFormatVersion: "2015-09-01"\nResources:\n  R:\n    Type: ALIYUN::EventBridge::Rule\n    Properties:\n      FilterPattern:\n        source: [!Ref X]\n        type: x\n',
    ],
    [
      'sub.yaml',
      'ROSTemplateFormatVersion: "2015-09-01"\nResources:\n  R:\n    Type: ALIYUN::EventBridge::Rule\n    Properties:\n      FilterPattern: !Sub \'{"source":["${X}"],"type":"x"}\'\n',
    ],
    [
      'trigger.yaml',
      'ROSTemplateFormatVersion: "2015-09-01"\nResources:\n  T:\n    Type: ALIYUN::FC3::Trigger\n    Properties:\n      TriggerType: eventbridge\n      TriggerConfig:\n        eventRuleFilterPattern: !Sub \'{"source":["acs.${X}"],"type":"x"}\'\n',
    ],
    [
      'sub.json',
      JSON.stringify({
        ROSTemplateFormatVersion: '2015-09-01',
        Resources: {
          R: {
            Type: 'ALIYUN::EventBridge::EventStreaming',
            Properties: { FilterPattern: { 'Fn::Sub': ['{"source":["${X}"],"type":"x"}', { X: 'a' }] } },
          },
        },
      }),
    ],
  ])('in %s, and the finding has its place', async (name, text) => {
    const { code, out } = await run(['check', name, '--format', 'json'], { files: { [name]: text } });
    expect(code).toBe(1);
    const [{ findings }] = JSON.parse(out).patterns;
    expect(findings).toMatchObject([{ code: 'attribute-not-array' }]);
    const line = text.split('\n')[findings[0].line - 1] as string;
    expect(line.slice(findings[0].column - 1)).toMatch(/^\\?"?x/);
  });
});

describe('the report says how far a pattern was checked', () => {
  const ros = (pattern: unknown): string =>
    JSON.stringify({
      ROSTemplateFormatVersion: '2015-09-01',
      Resources: { R: { Type: 'ALIYUN::EventBridge::Rule', Properties: { FilterPattern: pattern } } },
    });
  const trigger = (pattern: string): string =>
    `edition: 3.0.0\nresources:\n  r:\n    props:\n      triggers:\n        - triggerType: eventbridge\n          triggerConfig:\n            eventRuleFilterPattern: '${pattern}'\n`;
  const cdk = (type: string, properties: object): string => JSON.stringify({ resource: { [type]: { a: properties } } });
  const config = (pattern: string): string => JSON.stringify({ eventRuleFilterPattern: pattern });
  const hidden = (pattern: string): string =>
    JSON.stringify(
      planned([resource('s', { filter_pattern: pattern }, { sensitive_values: { filter_pattern: true } })]),
    );
  const hiddenTrigger = (trigger_config: string): string =>
    JSON.stringify(
      planned([
        {
          address: 'alicloud_fcv3_trigger.t',
          type: 'alicloud_fcv3_trigger',
          values: { trigger_type: 'eventbridge', trigger_config },
          sensitive_values: { trigger_config: true },
        },
      ]),
    );
  const later = JSON.stringify({
    ...planned([resource('l', {})]),
    resource_changes: [
      { address: 'alicloud_event_bridge_rule.l', change: { after: {}, after_unknown: { filter_pattern: true } } },
    ],
  });
  const rule = 'alicloud_event_bridge_rule';
  /** The file, its text, how far it is checked, the unknown values, and the codes that are found nevertheless. */
  const cases: readonly (readonly [string, string, string, string, readonly string[], readonly string[]])[] = [
    ['a value of ROS', 'a.json', ros({ source: [{ Ref: 'X' }, 'a'] }), 'partly', ['/source/0'], []],
    [
      'two of them beside a mistake',
      'a.json',
      ros({ source: [{ Ref: 'X' }], data: { 'a/b': [{ prefx: 'x' }, { prefix: { 'Fn::Sub': 'y' } }] } }),
      'partly',
      ['/source/0', '/data/a~1b/1/prefix'],
      ['unknown-operator'],
    ],
    ['all of it in ROS', 'a.json', ros({ Ref: 'X' }), 'not', [''], []],
    ['a variable in quotes', 's.yaml', trigger('{"source":["${vars.s}"]}'), 'partly', ['/source/0'], []],
    [
      'a variable without quotes',
      's.yaml',
      trigger('{"data":{"n":[{"numeric":[">",${vars.n}]}],"m":[{"prefx":"a"}]}}'),
      'partly',
      ['/data/n/0/numeric/1'],
      ['unknown-operator'],
    ],
    [
      'a list that is a variable',
      's.yaml',
      trigger('{"source":${vars.s},"type":"x"}'),
      'partly',
      ['/source'],
      ['attribute-not-array'],
    ],
    ['a variable in the place of a member', 's.yaml', trigger('{"source":["a"],${vars.more}}'), 'not', [''], []],
    ['all of it in s.yaml', 's.yaml', trigger('${vars.p}'), 'not', [''], []],
    [
      'an expression of Terraform',
      'a.tf.json',
      cdk(rule, { filter_pattern: '{"source":["${var.s}"]}' }),
      'partly',
      ['/source/0'],
      [],
    ],
    [
      'one in a trigger',
      'a.tf.json',
      cdk('alicloud_fcv3_trigger', {
        trigger_type: 'eventbridge',
        trigger_config: config('{"source":["${var.s}"],"type":"x"}'),
      }),
      'partly',
      ['/source/0'],
      ['attribute-not-array'],
    ],
    ['what is known after apply', 'plan.json', later, 'not', [''], []],
    ['a secret', 'plan.json', hidden(`{"source":["${SECRET}"]}`), 'whole', [], []],
    ['a secret with a mistake', 'plan.json', hidden('{"source":"x"}'), 'whole', [], ['attribute-not-array']],
    ['a secret that is not JSON', 'plan.json', hidden('{'), 'whole', [], ['invalid-json']],
    [
      'a secret in a trigger',
      'plan.json',
      hiddenTrigger(config('{"source":"x"}')),
      'whole',
      [],
      ['attribute-not-array'],
    ],
    ['a secret trigger that is not JSON', 'plan.json', hiddenTrigger('{'), 'not', [''], []],
  ];
  test.each(cases)('%s', async (_, name, text, checked, undecided, codes) => {
    const files = { [name]: text };
    const { out } = await run(['check', name, '--format', 'json'], { files });
    const report = JSON.parse(out);
    expect(report.skipped).toMatchObject([{ checked, undecided }]);
    const found = report.patterns.flatMap(({ findings }: { findings: { code: string }[] }) => findings);
    expect(found.map(({ code }: { code: string }) => code)).toEqual(codes);
    expect(report.patterns.map((one: { checked?: string }) => one.checked)).toEqual(
      report.patterns.map(() => (checked === 'partly' ? 'partly' : undefined)),
    );
    // The same by its address, when there is something to check.
    const addressed = await run(['check', `${name}#${report.skipped[0].address}`, '--format', 'json'], { files });
    const { exitCode, counts, skipped, patterns } = report;
    expect(JSON.parse(addressed.out)).toMatchObject(
      checked === 'not' ? { exitCode: 2 } : { exitCode, counts, skipped, patterns },
    );
    const strict = await run(['check', name, '--fail-on-skipped'], { files, columns: 400 });
    expect(strict.code).toBe(checked === 'whole' && codes.length === 0 ? 0 : 1);
    expect(strict.out.includes('(--fail-on-skipped)')).toBe(checked !== 'whole');
    const words = { whole: /: (?:not )?valid/, partly: /1 pattern not wholly checked/, not: /1 pattern not checked/ };
    expect(strict.out).toMatch(words[checked as keyof typeof words]);
  });

  test('and calls only what was decided valid', async () => {
    const files = {
      'a.json': '{"source":["a"]}',
      't.json': ros({ source: [{ Ref: 'X' }], type: ['a', 'a'] }),
    };
    const { code, out } = await run(['check', 'a.json', 't.json'], { files, columns: 400 });
    expect(code).toBe(0);
    expect(out).toContain('t.json#R: no error in what is known (1 warning)');
    expect(lines(out).at(-1)).toBe('1 pattern valid; 1 not wholly checked');
  });

  test('and ignores a trigger whose configuration is secret and has no pattern', async () => {
    const { code, err } = await run(['check', 'plan.json'], { files: { 'plan.json': hiddenTrigger('{}') } });
    expect(code).toBe(2);
    expect(err).toContain('there is no pattern in it');
  });
});

describe('an expression of Terraform in JSON', () => {
  const file = (properties: object): string =>
    JSON.stringify({ resource: { alicloud_event_bridge_rule: { a: properties } } });
  test.each([
    ['all of it', '${jsonencode({"source"=["acs.oss"]})}'],
    ['a value', '{"source":["${var.src}"]}'],
    ['a part of a value', '{"source":["acs.${local.x}.a"]}'],
    ['a directive', '{"source":["%{ if x }a%{ endif }"]}'],
    ['behind an escaped one', '{"source":["$${a} ${var.b}"]}'],
    ['a template file', '${templatefile("p.json", {})}'],
  ])('%s is computed', async (_, pattern) => {
    for (const name of ['cdk.tf.json', 'd']) {
      const files = {
        'cdk.tf.json': file({ filter_pattern: pattern }),
        'd/cdk.tf.json': file({ filter_pattern: pattern }),
      };
      const { code, out } = await run(['check', name, '--format', 'json'], { files });
      const report = JSON.parse(out);
      expect([code, report.patterns]).toEqual([0, []]);
      expect(report.skipped).toMatchObject([
        { address: 'alicloud_event_bridge_rule.a', message: expect.stringContaining('is computed by Terraform') },
      ]);
      expect((await run(['check', name, '--fail-on-skipped'], { files })).code).toBe(1);
    }
  });

  test.each([
    ['an escape', '{"source":["$${a}"]}'],
    ['no expression', '{"source":["$a {b}"]}'],
  ])('%s is not computed', async (_, pattern) => {
    const { out } = await run(['check', 'a.tf.json'], { files: { 'a.tf.json': file({ filter_pattern: pattern }) } });
    expect(out).toContain('a.tf.json#alicloud_event_bridge_rule.a: valid');
  });

  test('is found in blocks that may be lists', async () => {
    const body = [{ filter_pattern: BROKEN }];
    const text = JSON.stringify({ resource: [{ alicloud_event_bridge_rule: [{ a: body }] }] });
    expect((await run(['check', 'a.tf.json'], { files: { 'a.tf.json': text } })).out).toContain('attribute-not-array');
  });
});

describe('an empty pattern of a stream is {}', () => {
  const stream = { EventStreamingName: 'x', Source: { SourceMNSParameters: {} }, Sink: { SinkMNSParameters: {} } };
  const streaming = (values: object): string =>
    JSON.stringify(
      planned([
        { address: 'alicloud_event_bridge_event_streaming.s', type: 'alicloud_event_bridge_event_streaming', values },
      ]),
    );
  test.each([
    ['s.json', JSON.stringify({ ...stream, FilterPattern: '' })],
    ['s.json', JSON.stringify({ ...stream, FilterPattern: ' \n' })],
    ['s.json', JSON.stringify({ ...stream, FilterPattern: null })],
    ['s.json', JSON.stringify(stream)],
    [
      's.yaml',
      'EventStreamingName: x\nFilterPattern: ""\nSource: {SourceMNSParameters: {}}\nSink: {SinkMNSParameters: {}}\n',
    ],
    [
      's.yaml',
      'EventStreamingName: x\nFilterPattern:\nSource: {SourceMNSParameters: {}}\nSink: {SinkMNSParameters: {}}\n',
    ],
    [
      's.yaml',
      'EventStreamingName: x\nFilterPattern: ~\nSource: {SourceMNSParameters: {}}\nSink: {SinkMNSParameters: {}}\n',
    ],
    ['plan.json', streaming({ filter_pattern: '' })],
    ['plan.json', streaming({ filter_pattern: null })],
    ['plan.json', streaming({})],
  ])('%s: %s', async (name, text) => {
    const { code, out } = await run(['check', name, '--format', 'json'], { files: { [name]: text } });
    expect(JSON.parse(out).patterns).toMatchObject([{ valid: true, findings: [] }]);
    expect(code).toBe(0);
  });

  test('and of a rule an error', async () => {
    const files = { 'p.json': JSON.stringify(planned([resource('a', { filter_pattern: '' })])) };
    expect((await run(['check', 'p.json'], { files })).out).toContain('error[empty-text]');
  });
});

describe('a trigger of ROS', () => {
  const template = (type: string, config: unknown): string =>
    JSON.stringify({
      ROSTemplateFormatVersion: '2015-09-01',
      Resources: { T: { Type: type, Properties: { TriggerType: 'eventbridge', TriggerConfig: config } } },
    });
  test.each(['ALIYUN::FC3::Trigger', 'ALIYUN::FC::Trigger'])('%s', async (type) => {
    for (const config of [
      { eventRuleFilterPattern: BROKEN },
      JSON.stringify({ eventRuleFilterPattern: BROKEN }),
      { eventRuleFilterPattern: { source: 'acs.oss' } },
    ]) {
      const { out } = await run(['check', 't.json'], { files: { 't.json': template(type, config) } });
      expect(out).toContain('attribute-not-array');
      expect(out).toContain('address: T');
    }
    const computed = template(type, { eventRuleFilterPattern: { Ref: 'X' }, eventSourceConfig: {} });
    expect((await run(['check', 't.json'], { files: { 't.json': computed } })).out).toContain('computed by `Ref`');
  });
});

const LOG = '{"@level":"info","@message":"Terraform 1.9.8","@module":"terraform.ui","type":"version"}\n';
const SHOWN =
  '# alicloud_event_bridge_rule.a:\nresource "alicloud_event_bridge_rule" "a" {\n    filter_pattern = "{}"\n}\n';

describe('a Terraform file of the wrong kind', () => {
  test.each([
    ['prod.tfvars', 'region = "x"\n', 'terraform show -json plan.bin'],
    ['log.json', `${LOG}${LOG}`, 'terraform show -json plan.bin'],
    ['one.json', LOG, 'terraform show -json plan.bin'],
    [
      'plan.txt',
      `Terraform used the selected providers to generate the following execution plan.\n`,
      'terraform show -json',
    ],
    ['plan.txt', `\u001b[1mTerraform will perform the following actions:\u001b[0m\n`, 'terraform show -json'],
    ['state.txt', SHOWN, 'terraform show -json'],
    ['plan.bin', Buffer.from('PK\u0003\u0004tfplan'), 'terraform show -json plan.bin > plan.json'],
    ['terraform.tfstate', '{"version":4,"lineage":"x","resources":[]}', 'terraform show -json'],
  ])('%s is named, with the command that helps', async (name, text, command) => {
    for (const argv of [
      ['check', name],
      ['explain', name, 'e.json'],
    ]) {
      const { code, err } = await run(argv, { files: { [name]: text, 'e.json': '{}' } });
      expect(code).toBe(2);
      expect(err.split('\n')).toHaveLength(2);
      expect(err).toContain(command);
    }
  });

  test('is passed over in a folder', async () => {
    const files = { 'e/main.tf': 'x', 'e/p.json': '{"source":["a"]}' };
    expect((await run(['check', 'e', '--list-skipped'], { files, columns: 400 })).out).toContain(
      'e/main.tf: passed over: this is a configuration of Terraform',
    );
  });
});

describe('bytes that are not UTF-8', () => {
  const TEXT = '{"source":["a"]}';

  test('are named in a folder where nothing else is a pattern', async () => {
    const files = { 'p/x.json': Buffer.from('{"source":["é"]}', 'latin1'), 'p/other.json': '{"a":[1]}' };
    const { code, err } = await run(['check', 'p'], { files });
    expect(err).toContain('p/x.json:1:13: the bytes are not UTF-8');
    expect(err).not.toContain('is a folder');
    expect(code).toBe(2);
  });
  const utf16 = (text: string, big = false): Buffer => {
    const bytes = Buffer.from(text, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  const utf32 = Buffer.concat([...TEXT].map((c) => Buffer.from([c.charCodeAt(0), 0, 0, 0])));
  test.each([
    ['UTF-16', utf16(`\ufeff${TEXT}`)],
    ['UTF-16', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16', utf16(TEXT)],
    ['UTF-16', utf16(TEXT, true)],
    ['UTF-32', utf32],
    ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), utf32])],
    ['latin1', Buffer.from('{"source":["é"]}', 'latin1')],
    ['gzip', gzipSync(TEXT)],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0])],
    ['bzip2', Buffer.from('BZh91AY')],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ['zip', Buffer.from('PK\u0003\u0004')],
    ['tar', Buffer.from(`${'p.json'.padEnd(257, '\0')}ustar`.padEnd(512, '\0'))],
  ])('%s are named', async (word, bytes) => {
    const files = { 'p.json': TEXT, 'x.json': bytes };
    for (const argv of [
      ['check', 'x.json'],
      ['match', 'p.json', 'x.json'],
      ['explain', 'p.json', 'x.json'],
    ]) {
      const { code, err } = await run(argv, { files });
      expect(code).toBe(2);
      expect(err.toLowerCase()).toContain(word.toLowerCase());
      expect(err).toMatch(/write (?:UTF-8|`)/);
    }
  });

  test.each(['e.json', 'e.ndjson', 'e.ndjson.gz', '-'])('may be gzip where lines are read, as %s', async (name) => {
    const bytes = gzipSync('{"source":"a"}\n{"source":"b"}\n');
    const world =
      name === '-' ? { files: { 'p.json': TEXT }, stdin: [bytes] } : { files: { 'p.json': TEXT, [name]: bytes } };
    expect(await run(['filter', 'p.json', name], world)).toEqual({ code: 0, out: '{"source":"a"}\n', err: '' });
    expect((await run(['route', 'p.json', name, '--summary'], world)).out).toContain('2 events');
  });

  test('are named as UTF-16 where lines are read', async () => {
    const bytes = utf16(`\ufeff{"source":"a"}\n`);
    for (const [name, world] of [
      ['e.json', { 'e.json': bytes }],
      ['-', {}],
    ] as const) {
      const { code, err } = await run(['filter', 'p.json', name], {
        files: { 'p.json': TEXT, ...world },
        stdin: [bytes],
      });
      expect(code).toBe(2);
      expect(err).toContain('UTF-16');
    }
  });
});
