/** `check` and `stream check` give equal findings for a stream document. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Outcome, run } from '../../run-main.ts';

const EXAMPLES = new URL('../../../../examples/streams/', import.meta.url);
const files: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(EXAMPLES).map((name) => [name, readFileSync(new URL(name, EXAMPLES), 'utf8')]),
);
const YAML = files['orders.yaml'] as string;
const JSON_TEXT = files['objects-to-hook.json'] as string;
const JSON_VALUE = JSON.parse(JSON_TEXT) as Readonly<Record<string, unknown>>;

const without = (name: string): string => JSON.stringify({ ...JSON_VALUE, [name]: undefined }, undefined, 2);
const having = (more: object): string => JSON.stringify({ ...JSON_VALUE, ...more });
const MAP = YAML.replace(
  /FilterPattern: \|[\s\S]*?(?=Source:)/,
  'FilterPattern:\n  source: [acs.mq]\n  data: {n: [300.0, 012]}\n',
);

/** Variants of the examples with one edit each, by their error, if any. */
const documents: Readonly<Record<string, string>> = {
  ...files,
  'commented.jsonc': `// to the hook\n${JSON_TEXT}`,
  'map.yaml': MAP,
  'map.json': having({ FilterPattern: { source: ['acs.oss'] } }),
  'bad-map.json': having({ FilterPattern: { source: 'acs.oss', data: { a: [{ prefx: 'x' }] } } }),
  'bad-map.yaml': MAP.replace('[acs.mq]', 'acs.mq'),
  'bad-pattern.json': having({ FilterPattern: '{"source": [{"prefx": "a"}]}' }),
  'not-json.json': having({ FilterPattern: '{"source": ["a",]}' }),
  'typed.json': having({ FilterPattern: 5 }),
  'null.json': having({ FilterPattern: null }),
  'blank.json': having({ FilterPattern: ' \n' }),
  'empty.json': having({ FilterPattern: '' }),
  'absent.json': without('FilterPattern'),
  'all.json': having({ FilterPattern: '{}' }),
  'no-name.json': without('EventStreamingName'),
  'no-source.json': without('Source'),
  'no-sink.json': without('Sink'),
  'name-alone.json': '{"EventStreamingName": "a"}',
  'ends-alone.yaml': 'Source: {}\nSink: {}\n',
  'misspelt.yaml': YAML.replace('Sink:', 'Sank:'),
  'underscore.yaml': YAML.replace('paid-orders\n', 'paid_orders\n'),
  'text-body.yaml': YAML.replace('BodyDataType: JSON', 'BodyDataType: TEXT'),
  'range.yaml': YAML.replace('ErrorsTolerance: ALL', 'ErrorsTolerance: SOME\n  MaximumTasks: -1'),
  'many.yaml': `${YAML}${Array.from({ length: 120 }, (_, i) => `Unknown${i}: 1\n`).join('')}`,
  'twice.yaml': `${YAML}Source: {}\n`,
  'got.json': JSON.stringify({
    version: 1,
    command: 'stream get',
    stream: { ...JSON_VALUE, Status: 'RUNNING', Sank: 1 },
    errors: [],
  }),
};

interface Told {
  readonly valid: boolean;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly omitted: object;
}

/** Pointers are relative to the pattern or to the document, depending on the command. */
function toldIn(entry: Told | undefined): unknown {
  if (entry === undefined) return undefined;
  const findings = entry.findings.map(({ code, severity, message, line, column, endLine, endColumn }) => {
    return { code, severity, message, line, column, endLine, endColumn };
  });
  return { valid: entry.valid, findings, omitted: entry.omitted };
}

const answer = ({ code, out }: Outcome, list: 'patterns' | 'documents'): unknown => {
  const document = JSON.parse(out) as Readonly<Record<string, readonly Told[]>>;
  const errors = (document.errors as unknown as readonly Error[]).map(({ message }) => message);
  return { code, told: toldIn(document[list]?.[0]), errors };
};

test.each(Object.keys(documents))('`check` and `stream check` have equal findings for %s', async (name) => {
  const world = { files: { [name]: documents[name] as string } };
  const plain = await run(['check', name, '--format', 'json'], world);
  const ofStream = await run(['stream', 'check', name, '--format', 'json'], world);
  expect(answer(plain, 'patterns')).toEqual(answer(ofStream, 'documents'));
});

test.each(['blank.json', 'empty.json', 'absent.json', 'null.json'])('an empty pattern is valid: %s', async (name) => {
  for (const command of [['check'], ['stream', 'check']]) {
    expect((await run([...command, name], { files: documents })).code).toBe(0);
  }
});

test('every broken variant has a finding', async () => {
  const broken = Object.keys(documents).filter((name) => /^(?:bad|no|not|typed|name|ends|mis|range)\b/.test(name));
  expect(broken.length).toBeGreaterThan(9);
  for (const name of broken) {
    expect({ name, code: (await run(['check', name], { files: documents })).code }).toEqual({ name, code: 1 });
  }
});

describe('a stream document in `check`', () => {
  const misspelt = { 'streams/misspelt.yaml': documents['misspelt.yaml'] as string };

  test('has its findings with the name and place of the file', async () => {
    const { code, out } = await run(['check', 'streams'], { files: misspelt });
    expect(code).toBe(1);
    expect(out).toContain('✗ streams/misspelt.yaml: not valid (1 error, 1 warning)');
    expect(out).toContain('unknown-member');
    expect(out).not.toContain('address:');
  });

  test('is not checked when its pattern alone is selected', async () => {
    const { code, out } = await run(['check', 'streams/misspelt.yaml#/FilterPattern'], { files: misspelt });
    expect({ code, out }).toEqual({ code: 0, out: '✓ streams/misspelt.yaml#/FilterPattern: valid\n' });
  });

  test('has pointers into the pattern with an address, and into the document without one', async () => {
    const both = (documents['misspelt.yaml'] as string).replace('["acs.mq"]', '"acs.mq"');
    const { out } = await run(['check', 'a.yaml', '--format', 'json'], { files: { 'a.yaml': both } });
    const [{ address, findings }] = JSON.parse(out).patterns;
    expect(address).toBe('/FilterPattern');
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'attribute-not-array', pointer: '/source', address: '/FilterPattern' }),
    );
    const ofDocument = findings.find(({ code }: { readonly code: string }) => code === 'unknown-member');
    expect(ofDocument).toMatchObject({
      pointer: '/Sank',
      line: both.slice(0, both.indexOf('Sank')).split('\n').length,
    });
    expect(ofDocument).not.toHaveProperty('address');
  });

  test('is subject to comments, the config and the baseline', async () => {
    const text = documents['underscore.yaml'] as string;
    const allowed = `# eb-pattern-allow underscore-in-name: it is old\n${text.slice(text.indexOf('\n') + 1)}`;
    const strict = ['check', 'a.yaml', '--fail-on', 'warning'];
    expect((await run(strict, { files: { 'a.yaml': text } })).code).toBe(1);
    expect(await run(strict, { files: { 'a.yaml': allowed } })).toMatchObject({ code: 0, err: '' });
    const config = '{"severities": {"underscore-in-name": "off"}}';
    expect((await run(strict, { files: { 'a.yaml': text, 'eb-pattern.config.json': config } })).code).toBe(0);
  });

  test('has no secret in its output', async () => {
    const secret = 'Zx81-hunter2-token';
    const hook = JSON.stringify({
      ...JSON_VALUE,
      Sink: { SinkHttpsParameters: { Token: secret, Toke: 1, NetworkType: 'none' } },
    });
    for (const format of ['human', 'json', 'github', 'sarif', 'junit', 'markdown', 'gitlab', 'tap', 'compact']) {
      const { code, out, err } = await run(['check', 'a.json', '--format', format], { files: { 'a.json': hook } });
      expect({ format, code, shown: (out + err).includes(secret) }).toEqual({ format, code: 1, shown: false });
    }
  });

  test('is reported in sarif with the rule of the stream catalogue', async () => {
    const { out } = await run(['check', 'streams', '--format', 'sarif'], { files: misspelt });
    const { rules } = JSON.parse(out).runs[0].tool.driver;
    const rule = rules.find(({ id }: { readonly id: string }) => id === 'unknown-member');
    expect(rule).toMatchObject({
      fullDescription: { text: expect.stringMatching(/./) },
      defaultConfiguration: { level: 'warning' },
    });
  });
});
