/** Selection of patterns: files, folders, addresses, and the detected kind of a file. */
import { describe, expect, test } from 'vitest';
import { lines, run } from '../run-main.ts';

const stream = (...patterns: readonly unknown[]): string =>
  JSON.stringify({ streams: patterns.map((pattern) => ({ FilterPattern: JSON.stringify(pattern) })) });
const TWO = stream({ source: ['a'] }, { source: ['b'] });
const EVENT = '{"source":"a","data":{}}';

describe('an address', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'that is nearly right',
      'd.json#/streams/0/FilterPatern',
      '`d.json` has no pattern `/streams/0/FilterPatern`; did you mean `/streams/0/FilterPattern`? it has `/streams/0/FilterPattern`, `/streams/1/FilterPattern`',
    ],
    ['that is a part of one', 'd.json#streams/1', 'did you mean `/streams/1/FilterPattern`?'],
    ['that is unknown', 'd.json#x', '`d.json` has no pattern `x`; it has `/streams/0/FilterPattern`,'],
    ['that is empty', 'd.json#', '`d.json` has no pattern ``; it has'],
    ['of a file that is a pattern', 'p.json#x', '`p.json` is one pattern, and has no address `x`'],
    ['of a file that is not there', 'c.json#x', 'there is no file `c.json`; there is `d.json` beside it'],
    ['of a file that is not JSON', 'broken.json#x', 'broken.json:1:2: the file is not JSON: '],
    ['that several patterns have', 's.yaml#a.t', 's.yaml: several patterns have the address `a.t`'],
    ['of a trigger that is not JSON', 'trigger.json#t', 'trigger.json:1:204: `trigger_config` of `t` is not JSON: '],
    [
      'of a raw state',
      'raw.json',
      'raw.json: this is a state file of Terraform itself; give what `terraform show -json` prints of it',
    ],
  ];
  const trigger = { type: 'alicloud_fcv3_trigger', address: 't', mode: 'managed' };
  const values = { trigger_type: 'eventbridge', trigger_config: '{"eventRuleFilterPattern":}' };
  const files = {
    'd.json': TWO,
    'p.json': '{}',
    'broken.json': '{',
    'raw.json': '{"version":4,"terraform_version":"1.9.8","serial":1,"lineage":"x","resources":[]}',
    'trigger.json': JSON.stringify({
      format_version: '1.0',
      values: { root_module: { resources: [{ ...trigger, values }] } },
    }),
    's.yaml':
      'edition: 3.0.0\nresources:\n  a: {props: {triggers: [&t {triggerName: t, triggerType: eventbridge, triggerConfig: {eventRuleFilterPattern: "{}"}}, *t]}}',
  };
  test.each(cases)('%s is one line and exit code 2', async (_, name, message) => {
    const { code, err } = await run(['check', name], { files });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
    expect(err).toContain(message.replace('1:204', `1:${(files['trigger.json'].indexOf(':}') ?? 0) + 2}`));
  });

  test('may follow a file with # in its name', async () => {
    const named = { 'a#b.json': TWO, 'c#d.json': '{}' };
    expect((await run(['check', 'a#b.json#/streams/0/FilterPattern'], { files: named })).code).toBe(0);
    expect((await run(['check', 'c#d.json'], { files: named })).code).toBe(0);
  });

  test('is accepted for standard input', async () => {
    const { code, out } = await run(['check', '--', '-#/streams/1/FilterPattern'], { stdin: TWO });
    expect({ code, out }).toEqual({ code: 0, out: '✓ standard input#/streams/1/FilterPattern: valid\n' });
  });

  test('is required when a document has several patterns and the command reads one', async () => {
    const { code, err } = await run(['match', 'd.json', 'e.json'], { files: { 'd.json': TWO, 'e.json': EVENT } });
    expect(code).toBe(2);
    expect(err).toContain('`d.json` holds 2 patterns; say which: `#/streams/0/FilterPattern`');
  });

  test('is accepted by match and explain, which print it', async () => {
    const files = { 'd.json': TWO, 'e.json': EVENT };
    const match = await run(['match', 'd.json#/streams/0/FilterPattern', 'e.json', '--format', 'json'], { files });
    expect(match.code).toBe(0);
    expect(JSON.parse(match.out)).toMatchObject({ pattern: 'd.json#/streams/0/FilterPattern' });
    const explain = await run(['explain', 'd.json#/streams/1/FilterPattern', 'e.json'], { files });
    expect(explain.out).toContain('no match');
  });
});

describe('an address in a suite', () => {
  const suite = (pattern: string): string =>
    `pattern: ${pattern}\ntests:\n- {name: x, event: {source: a}, match: true}\n`;
  const files = {
    'iac/d.json': TWO,
    'iac/n.json': stream({ source: ['a'], data: { n: [300.5] } }, {}).replace('300.5', '300.0'),
    'p.yaml': 'source: [a]',
    'ok.eb-test.yaml': suite('iac/d.json#/streams/0/FilterPattern'),
    'yaml.eb-test.yaml': suite('p.yaml'),
    'several.eb-test.yaml': suite('iac/d.json'),
    'unknown.eb-test.yaml': suite('iac/d.json#x'),
    'warned.eb-test.yaml': suite('iac/n.json#/streams/0/FilterPattern').replace(
      'source: a',
      'source: a, data: {n: 300.0}',
    ),
  };
  test.each(['ok', 'yaml'])('selects the pattern: %s', async (name) => {
    const { code, out } = await run(['test', `${name}.eb-test.yaml`], { files });
    expect(out).toContain('1 passed, 0 failed');
    expect(code).toBe(0);
  });

  test.each([
    ['several', 'several.eb-test.yaml:1:10: `iac/d.json` holds 2 patterns'],
    ['unknown', 'unknown.eb-test.yaml:1:10: `iac/d.json` has no pattern `x`'],
  ])('has its place in an error: %s', async (name, message) => {
    const { code, err } = await run(['test', `${name}.eb-test.yaml`], { files });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('is in a warning, with the file and place', async () => {
    const { out } = await run(['test', 'warned.eb-test.yaml'], { files, columns: 400 });
    const column = files['iac/n.json'].indexOf('300.0') + 1;
    expect(out).toContain(`! iac/n.json:1:${column} /streams/0/FilterPattern: `);
  });
});

describe('a folder', () => {
  const files = {
    'package.json': '{"name":"x","type":"module","version":"1.0.0"}',
    'tsconfig.json': '{\n  // comment\n  "compilerOptions": {}\n}',
    'events/e.json': EVENT,
    'chart/values.yaml': 'a: {{ .Values.a }}\n---\ndata:\n  x: 1\n',
    'notes.txt': '{"source":"x"}',
    'node_modules/m/p.json': '{"source":["a"]}',
    'a.eb-test.yaml': 'pattern: {source: [a]}\ntests: [{name: x, event: {source: a}, match: true}]',
  };

  test('has its patterns found, and the rest passed over', async () => {
    const more = {
      'p/plain.json': '{"source":["a"]}',
      'p/plain.yaml': 'data:\n  n: [1]\n',
      'p/typo.json': '{"source":["a"],"subjct":["b"]}',
      'p/known.pattern.json': '{"source":"a"}',
      'p/broken.json': '{"source":["a",]}',
      'd/streams.json': TWO,
      'd/empty-plan.json': '{"format_version":"1.2","terraform_version":"1.9.8"}',
    };
    const { code, out, err } = await run(['check', '.'], { files: { ...files, ...more } });
    expect(err).toBe('');
    expect(code).toBe(1);
    expect(lines(out).filter((line) => /^[✓✗]/.test(line))).toEqual([
      '✓ d/streams.json#/streams/0/FilterPattern: valid',
      '✓ d/streams.json#/streams/1/FilterPattern: valid',
      '✗ p/broken.json: not valid (1 error)',
      '✗ p/known.pattern.json: not valid (1 error)',
      '✓ p/plain.json: valid',
      '✓ p/plain.yaml: valid',
      '✓ p/typo.json: valid (1 warning)',
    ]);
  });

  test('without a pattern is an error', async () => {
    const { code, err } = await run(['check', '.'], { files });
    expect(code).toBe(2);
    expect(err).toBe('eb-pattern: there are no patterns in the folder `.`; 4 files passed over\n');
  });

  test('with unreadable YAML that names a pattern is an error', async () => {
    const { code, out } = await run(['check', '.'], { files: { 's.yaml': 'FilterPattern: {{ x }}: [' } });
    expect(code).toBe(1);
    expect(out).toMatch(/--> s\.yaml:1:\d+\n/);
  });
});

describe('the kind of a file', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a field that has the name of a document', 'p.json', '{"data":{"filterPattern":{"a":["b"]}}}', '✓ p.json: valid'],
    ['text under that name', 'p.json', '{"data":{"filterPattern":"{}"}}', '✓ p.json#/data/filterPattern: valid'],
    [
      'a map under that name',
      'p.json',
      '{"a":{"filter_pattern":{"source":["b"]}}}',
      '✓ p.json#/a/filter_pattern: valid',
    ],
    ['a pattern file, whatever it holds', 'a.pattern.json', '{"FilterPattern":"{}"}', 'a.pattern.json: '],
    ['an empty YAML file', 'p.yaml', '', '✗ p.yaml: not valid (1 error)'],
    ['YAML that is a list', 'p.yaml', '- a', '✗ p.yaml: not valid (1 error)'],
    ['JSON with comments', 'p.jsonc', '{/* a */"source":["//"]} // b', '✓ p.jsonc: valid'],
    ['JSON with a comment that does not end', 'p.jsonc', '{} /* a', '✗ p.jsonc: not valid (1 error)'],
    ['comments in strict JSON', 'p.json', '{} // a', '✗ p.json: not valid (1 error)'],
    ['names that occur twice', 'p.yaml', 'source: [a]\nsource: [b]', 'p.yaml: '],
  ];
  test.each(cases)('%s', async (_, name, text, expected) => {
    const { out, err } = await run(['check', name], { files: { [name]: text } });
    expect(err).toBe('');
    expect(out).toContain(expected);
  });

  test.each([
    [
      'a plan',
      '{"format_version":"1.2","planned_values":{"root_module":{}}}',
      'a Terraform plan or state, and there is no pattern in it: no alicloud_event_bridge_rule, ',
    ],
    [
      'a template',
      '{"ROSTemplateFormatVersion":"2015-09-01"}',
      'a ROS template, and there is no pattern in it: no ALIYUN::EventBridge::Rule',
    ],
    [
      's.yaml as JSON',
      '{"edition":"3.0.0","resources":{"a":{}}}',
      'a Serverless Devs file, and there is no pattern in it: no triggers of the type `eventbridge`',
    ],
    [
      'a stack',
      '{"version":3,"deployment":{"resources":[]}}',
      'a Pulumi stack export, and there is no pattern in it: no alicloud:eventbridge/rule:Rule, ',
    ],
  ])('is an error for a named file without a pattern: %s', async (_, text, message) => {
    const { code, err } = await run(['check', 'x.json'], { files: { 'x.json': text } });
    expect(code).toBe(2);
    expect(err).toContain(`eb-pattern: x.json: this is ${message}`);
    expect(lines(err)).toHaveLength(1);
  });
});

describe('hostile input ends soon, with one line', () => {
  const deep = (n: number): string => '['.repeat(n);
  const bomb = Array.from(
    { length: 12 },
    (_, i) =>
      `a${i}: &a${i} [${Array(9)
        .fill(i === 0 ? 'x' : `*a${i - 1}`)
        .join(', ')}]`,
  );
  let deepStrings = '{"FilterPattern":"{}"}';
  for (let i = 0; i < 3; i++)
    deepStrings = `${'['.repeat(990)}${i === 0 ? deepStrings : JSON.stringify(deepStrings)}${']'.repeat(990)}`;
  const nest = (levels: number): string => {
    let text = '{"eventRuleFilterPattern":"{}"}';
    for (let i = 0; i < levels; i++) text = JSON.stringify({ FilterPatterns: text });
    return text;
  };
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['deep JSON', 'p.json', deep(200_000), 'too-deep'],
    ['deep YAML', 'p.yaml', deep(100_000), 'p.yaml:1:'],
    ['a bomb of aliases', 'p.yaml', `${bomb.join('\n')}\nFilterPattern: "{}"`, 'copy more than 10000 values'],
    ['an alias of itself', 'p.yaml', 'FilterPattern: &a [*a]', 'p.yaml:1:'],
    ['merged maps that merge themselves', 'p.yaml', 'a: &a\n  <<: *a\nFilterPattern: "{}"', 'p.yaml'],
    ['an alias without an anchor', 'p.yaml', 'FilterPattern: *a', 'p.yaml:1:'],
    ['many names', 'p.yaml', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n'), 'p.yaml'],
    ['deep strings in deep JSON', 'p.json', deepStrings, '✓ p.json#/'],
    ['strings in strings in strings', 'p.json', nest(8), 'p.json'],
    ['comments that do not end', 'p.jsonc', '/*'.repeat(500_000), 'invalid-json'],
    [
      'a megabyte of blanks in a string',
      'p.json',
      JSON.stringify({ FilterPattern: `{${' '.repeat(1_000_000)}x` }),
      'invalid-json',
    ],
    [
      'control characters in an address',
      'p.json',
      '{"\\u001b[31m":{"FilterPattern":"{"}}',
      'p.json#/\\u001b[31m/FilterPattern',
    ],
    [
      'names of objects',
      'p.json',
      '{"__proto__":{"constructor":{"FilterPattern":"{}"}}}',
      '/__proto__/constructor/FilterPattern: valid',
    ],
    [
      'wrong kinds all over',
      'p.json',
      '{"format_version":"1","values":{"root_module":{"resources":[1,null,{"address":1},{"type":"alicloud_event_bridge_rule","address":"a","values":[]}],"child_modules":{}}}}',
      'no pattern in it',
    ],
    [
      'a pattern of the wrong kind',
      'p.json',
      '{"format_version":"1","values":{"root_module":{"resources":[{"type":"alicloud_event_bridge_rule","address":"a","values":{"filter_pattern":7}}]}}}',
      'pattern-not-object',
    ],
  ];
  test.each(cases)('%s', async (_, name, text, expected) => {
    const started = performance.now();
    const { code, out, err } = await run(['check', name], { files: { [name]: text } });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect([0, 1, 2]).toContain(code);
    expect(out + err).toContain(expected);
    expect(out + err).not.toContain('bug of eb-pattern');
    expect(out + err).not.toContain('\u001b');
  });
});
