// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a function of ROS stands in a string
/** Every command with a file of every wrong kind: one sentence, exit code 2, and no finding. */
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith, lines, run } from '../run-main.ts';

const SUITE = 'pattern: pattern.json\ntests:\n  - {name: a, event: event.json, match: true}\n';
const STREAM =
  'EventStreamingName: x\nFilterPattern: "{}"\nSource: {SourceMNSParameters: {RegionId: cn-hangzhou, QueueName: q, IsBase64Decode: true}}\nSink: {SinkMNSParameters: {QueueName: {Form: CONSTANT, Value: w}, Body: {Form: JSONPATH, Value: $.data}}}\n';
const EVENT = { specversion: '1.0', id: '1', source: 'acs.oss', type: 'x', data: { a: 1, tags: ['x'] } };

/** The text of each file, and the expected message. */
const kinds: Readonly<Record<string, { readonly text: string; readonly says: RegExp }>> = {
  'pattern.json': { text: '{"source":["acs.oss"]}', says: /pattern.*`eb-pattern check`/ },
  'pattern.yaml': { text: 'source: [acs.oss]\n', says: /pattern.*`eb-pattern check`/ },
  'a.eb-test.yaml': { text: SUITE, says: /suite.*`eb-pattern test`/ },
  'suite.yaml': { text: SUITE, says: /suite.*`eb-pattern test`/ },
  'suite.json': {
    text: '{"pattern":"pattern.json","tests":[{"name":"a","event":"event.json","match":true}]}',
    says: /suite.*`eb-pattern test`/,
  },
  'refused.yaml': { text: 'pattern: {source: x}\ninvalid: [attribute-not-array]\n', says: /suite.*`eb-pattern test`/ },
  'event.json': { text: JSON.stringify(EVENT, null, 2), says: /event/ },
  'events.ndjson': {
    text: `${JSON.stringify(EVENT)}\n${JSON.stringify(EVENT)}\n`,
    says: /NDJSON.*`eb-pattern filter`/,
  },
  'pretty.json': {
    text: `${JSON.stringify(EVENT, null, 2)}\n${JSON.stringify(EVENT, null, 2)}\n`,
    says: /several events.*`eb-pattern filter`/,
  },
  'events.json': { text: JSON.stringify([EVENT, EVENT]), says: /list of events.*`filter`/ },
  'eb-pattern.config.yaml': { text: 'failOn: warning\n', says: /config file/ },
  'settings.yaml': { text: 'failOn: warning\ndialect: rocketmq\n', says: /config file.*`--config`/ },
  'package.json': { text: '{"name":"x","version":"1.0.0","type":"module"}', says: /file of npm/ },
  'base.json': { text: '{"version": 1, "findings": []}', says: /baseline.*`eb-pattern check --baseline`/ },
  'stream.yaml': { text: STREAM, says: /stream document.*`eb-pattern stream`/ },
  'ros.yaml': {
    text: 'ROSTemplateFormatVersion: \'2015-09-01\'\nResources:\n  R:\n    Type: ALIYUN::EventBridge::Rule\n    Properties:\n      FilterPattern: !Sub \'{"source":["${X}"]}\'\n',
    says: /ROS template.*`eb-pattern check`/,
  },
  // These are outputs of commands: see beforeAll.
  'check.json': { text: '', says: /`eb-pattern check --format json`/ },
  'test.json': { text: '', says: /`eb-pattern test --format json`/ },
  'check.sarif': { text: '', says: /report in SARIF/ },
  'gitlab.json': { text: '', says: /report for GitLab/ },
  'junit.xml': { text: '', says: /report in the format of JUnit/ },
  'report.tap': { text: '', says: /report in TAP/ },
  'page.html': { text: '<!doctype html>\n<title>x</title>\n', says: /page of HTML/ },
  'prod.tfvars': { text: 'region = "x"\n', says: /Terraform/ },
  'template.yaml': { text: 'apiVersion: v1\nkind: ConfigMap\nsource: x\n', says: /Kubernetes/ },
};
type Name = keyof typeof kinds;

const BROKEN = '{"source":"acs.oss"}';
let cwd: string;
beforeAll(async () => {
  const files = Object.fromEntries(Object.entries(kinds).map(([name, { text }]) => [`made/${name}`, text]));
  cwd = folderWith({ ...files, 'made/broken.json': BROKEN });
  const folder = `${cwd}/made`;
  const outputs = ['json:check.json', 'sarif:check.sarif', 'gitlab:gitlab.json', 'tap:report.tap', 'junit:junit.xml'];
  await run(['check', 'broken.json', '--no-config', ...outputs.flatMap((one) => ['--output', one])], { cwd: folder });
  await run(['test', 'suite.yaml', '--no-config', '--output', 'json:test.json'], { cwd: folder });
});

/** The kinds without patterns; from the others a command reads some. */
const noPattern = Object.keys(kinds).filter((name) => !/^(?:pattern|stream|ros)\./.test(name));
/** Any JSON object is an event, and a list of them is read by `filter` and `route`. */
const noEvent = [
  'pattern.yaml',
  'a.eb-test.yaml',
  'suite.yaml',
  'suite.json',
  'refused.yaml',
  'eb-pattern.config.yaml',
  'settings.yaml',
  'package.json',
  'base.json',
  'stream.yaml',
  'ros.yaml',
  'check.json',
  'test.json',
  'check.sarif',
  'junit.xml',
  'report.tap',
  'page.html',
];
const noSuite = Object.keys(kinds).filter((name) => !/suite|eb-test|refused/.test(name));
const noStream = Object.keys(kinds).filter((name) => !/^stream\./.test(name));

const commands: readonly {
  readonly wanted: string;
  readonly names: readonly Name[];
  readonly argv: (name: string) => string[];
}[] = [
  ...[
    (name: string) => ['check', name],
    (name: string) => ['match', name, 'event.json'],
    (name: string) => ['explain', name, 'event.json'],
    (name: string) => ['filter', name, 'events.ndjson'],
    (name: string) => ['filter', 'pattern.json', 'events.ndjson', '--pattern', name],
    (name: string) => ['route', name, 'event.json'],
    (name: string) => ['diff', name, 'pattern.json'],
    (name: string) => ['diff', 'pattern.json', name],
    (name: string) => ['overlap', name],
    (name: string) => ['sample', name],
  ].map((argv) => ({ wanted: 'pattern', names: noPattern, argv })),
  { wanted: 'event', names: noEvent, argv: (name) => ['match', 'pattern.json', name] },
  { wanted: 'event', names: noEvent, argv: (name) => ['explain', 'pattern.json', name] },
  { wanted: 'event', names: noEvent, argv: (name) => ['filter', 'pattern.json', name] },
  { wanted: 'event', names: noEvent, argv: (name) => ['route', 'pattern.json', name] },
  { wanted: 'event', names: noEvent, argv: (name) => ['route', 'pattern.json', name, '--summary'] },
  { wanted: 'suite', names: noSuite, argv: (name) => ['test', name] },
  ...['check', 'plan', 'create', 'update', 'apply'].map((verb) => ({
    wanted: 'stream document',
    names: noStream,
    argv: (name: string) => ['stream', verb, name],
  })),
];

const ENV = {
  NO_COLOR: '1',
  EB_PATTERN_ACCOUNT_ID: '1234567890123456',
  EB_PATTERN_REGION: 'cn-hangzhou',
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'a',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'b',
  // Nothing is sent: no server listens at this port.
  EB_PATTERN_ENDPOINT: 'http://127.0.0.1:1',
};

describe.each(commands.map((one) => ({ ...one, line: one.argv('FILE').join(' ') })))(
  '$line',
  ({ wanted, names, argv }) => {
    test.each(names)('is the reason to refuse %s', async (name) => {
      const { code, out, err } = await run([...argv(name), '--no-config'], {
        cwd: `${cwd}/made`,
        env: ENV,
        // Without a terminal the stream commands print JSON.
        isTTY: true,
        columns: 1000,
      });
      const shown = lines(err);
      expect({ code, out, shown }).toEqual({ code: 2, out: '', shown: [expect.stringContaining(name)] });
      expect(shown[0]).toMatch(new RegExp(`this is no ${wanted}: it |pattern is the first argument`));
      expect(shown[0]).toMatch(kinds[name]?.says as RegExp);
    });
  },
);

describe('a file of the wrong kind for an option', () => {
  const wrong = Object.keys(kinds);
  test.each(wrong.filter((name) => !/config|settings/.test(name) && /\.(?:json|yaml)$/.test(name)))(
    'is no config file: %s',
    async (name) => {
      const { code, out, err } = await run(['check', 'pattern.json', '--config', name], { cwd: `${cwd}/made` });
      expect({ code, out, lines: lines(err).length }).toEqual({ code: 2, out: '', lines: 1 });
      expect(err).toContain('this is no config file: it is ');
    },
  );
  test.each(wrong.filter((name) => name !== 'base.json'))('is no baseline: %s', async (name) => {
    const { code, err } = await run(['check', 'pattern.json', '--baseline', name, '--no-config'], {
      cwd: `${cwd}/made`,
    });
    expect({ code, lines: lines(err).length }).toEqual({ code: 2, lines: 1 });
    expect(err).toMatch(/this is no baseline: it is |the baseline is not JSON/);
  });
});

describe('swapped arguments', () => {
  const events = ['event.json', 'events.ndjson', 'events.json', 'pretty.json'];
  const orders = ['match', 'explain', 'filter', 'route'].flatMap((command) =>
    events.flatMap((event) => ['pattern.json', 'patterns'].map((pattern) => [command, event, pattern] as const)),
  );
  test.each(orders)('are reported: %s %s %s', async (command, event, pattern) => {
    const files = { ...Object.fromEntries(events.map((name) => [name, kinds[name]?.text as string])) };
    const world = { files: { ...files, 'pattern.json': '{"source":["a"]}', 'patterns/a.json': '{"source":["a"]}' } };
    const { code, out, err } = await run([command, event, pattern], world);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `eb-pattern: ${event}: the pattern is the first argument; is this the event? (\`eb-pattern ${command} ${pattern} ${event}\`)\n`,
    );
  });
});

describe('a pattern with members of other files is still a pattern', () => {
  test.each([
    ['package.json', '{"source":["npm"]}'],
    ['p.json', '{"source":["a"],"openapi":["3"],"apiVersion":["v1"],"kind":["Pod"]}'],
    ['p.json', '{"source":["a"],"tests":["x"],"pattern":["y"]}'],
    ['p.json', '{"source":["a"],"failOn":["x"],"dialect":["y"]}'],
    ['p.json', '{"source":["a"],"version":[1],"findings":[{"exists":true}]}'],
    ['p.json', '{"source":["a"],"data":{"version":["1"],"runs":[1],"command":["check"],"errors":[1]}}'],
    ['p.json', '{"data":{"EventStreamingName":["x"],"Source":{"a":["b"]}}}'],
  ])('%s: %s', async (name, text) => {
    const files = { [name]: text, 'event.json': '{"source":"a"}' };
    for (const argv of [
      ['check', name],
      ['match', name, 'event.json'],
      ['sample', name],
      ['diff', name, name],
    ]) {
      const { code, err } = await run([...argv, '--extension', 'tests', '--extension', 'pattern'], { files });
      expect({ argv, code: code === 2, err: err.includes('this is no') }).toEqual({ argv, code: false, err: false });
    }
  });
});

describe('an event with members of other files is still an event', () => {
  test.each([
    ['e.json', '{"version":1,"findings":["port 22 is open"]}'],
    ['e.json', '{"version":"2","runs":[{"id":7}]}'],
    ['e.json', '{"version":1,"command":"reboot","errors":[]}'],
    ['e.json', '{"source":"ci","pattern":"x","tests":[{"name":"a"}]}'],
    ['e.json', '{"specversion":"1.0","version":1,"findings":[]}'],
    ['e.json', '{"apiVersion":"v1","kind":"Pod","$schema":"https://example.com/pod.json"}'],
    ['e.json', '{"openapi":"3.1.0","dialect":"rocketmq"}'],
    ['event.yaml', '{"source":"a","type":"b"}'],
    ['e.json', '{"Source":"a","Sink":"b"}'],
  ])('%s: %s', async (name, text) => {
    const files = { 'p.json': '{"source":["a"]}', [name]: text };
    for (const command of ['match', 'explain', 'filter', 'route']) {
      const { code, err } = await run([command, 'p.json', name], { files });
      expect({ command, answered: code < 2, err }).toEqual({ command, answered: true, err: '' });
    }
  });

  test('and so is each event in a list of reports for GitLab', async () => {
    const text = '[{"check_name":"a","fingerprint":"b"},{"source":"a"}]';
    const files = { 'p.json': '{"source":["a"]}', 'e.json': text };
    expect(await run(['filter', 'p.json', 'e.json'], { files })).toEqual({ code: 0, out: '{"source":"a"}\n', err: '' });
  });
});

test.each(['match', 'explain', 'filter', 'route'])(
  '%s names the kind of a pattern in the place of the event',
  async (command) => {
    const files = { 'p.json': '{"source":["a"]}', 'q.json': '{"type":[{"prefix":"b"}]}' };
    const { code, out, err } = await run([command, 'p.json', 'q.json'], { files });
    expect(code).toBeLessThan(2);
    expect(out + err).toContain('! q.json: this has the form of a pattern; the event is the second argument');
  },
);

test.each([
  '{"eventStreamingName":"x","source":{"SourceMNSParameters":{}},"sink":{}}',
  '{"Source":{"SourceMNSParameters":{}}}',
  '{"FilterPattern":{"source":["a"]},"type":"x"}',
])('a stream document with errors is recognised: %s', async (text) => {
  const { code, err } = await run(['stream', 'check', 's.json'], { files: { 's.json': text } });
  expect({ code, err }).toEqual({ code: 1, err: '' });
});
