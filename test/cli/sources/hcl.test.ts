// biome-ignore-all lint/suspicious/noTemplateCurlyInString: strings contain expressions of HCL
/** Patterns in `.tf` files. Values are those that hashicorp/hcl 2.24 and the functions of go-cty give for the same text. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadParser } from '../../../src/cli/syntax/hcl/parser.ts';
import { isComputed, readHcl } from '../../../src/cli/syntax/hcl/read.ts';
import { readString } from '../../../src/cli/syntax/hcl/strings.ts';
import type { JsonNode, JsonObjectNode } from '../../../src/index.ts';
import { memberOf, printJson } from '../../../src/json.ts';
import { GIT_ENV } from '../../support/git-env.ts';
import { folderWith, run } from '../run-main.ts';

beforeAll(loadParser);

const resource = (body: string, name = 'a'): string =>
  `resource "alicloud_event_bridge_rule" "${name}" {\n  filter_pattern = ${body}\n}\n`;

/** The value of the attribute `x`, and the text around it. */
function readAttribute(expression: string): { readonly node: JsonNode; readonly text: string } {
  const text = `resource "T" "n" {\n  x = ${expression}\n}\n`;
  const root = readHcl(text, new Set(['T']), () => undefined);
  expect(root.problems).toEqual([]);
  const [block] = (memberOf(root, 'resource') as Extract<JsonNode, { kind: 'array' }>).items;
  const named = memberOf(block as JsonObjectNode, 'T') as JsonObjectNode;
  const body = memberOf(named, 'n') as JsonObjectNode;
  return { node: memberOf(body, 'x') as JsonNode, text };
}

describe('a string of HCL', () => {
  test.each([
    ['"a"', 'a'],
    ['""', ''],
    ['"é😀"', 'é😀'],
    [String.raw`"a\n\r\t\"\\b"`, 'a\n\r\t"\\b'],
    [String.raw`"\u00e9\U0001F600"`, 'é😀'],
    ['"$${a} %%{b} $a %b $$ $"', '${a} %{b} $a %b $$ $'],
    ['(("a"))', 'a'],
    ['"e\u0301"', 'é'],
    ['<<EOT\na\n  b\nEOT', 'a\n  b\n'],
    ['<<EOT\nEOT', ''],
    ['<<-EOT\n    a\n\n      b\n  EOT', 'a\n\n  b\n'],
    ['<<-EOT\n\ta\n\t\tb\n  EOT', 'a\n\tb\n'],
    ['<<EOT\na\\n"b" $${c}\r\nEOT', 'a\\n"b" ${c}\r\n'],
  ])('has the value that Terraform reads: %j', (expression, value) => {
    const { node, text } = readAttribute(expression);
    expect(node).toMatchObject({ kind: 'string', value });
    const { places = [] } = readString(text, node.range) ?? {};
    // Where a character stands for itself, its place is that character.
    if (places.length === value.length + 1 && !/[\\$%]/.test(expression)) {
      expect(places.slice(0, -1).map((at) => text[at])).toEqual(value.split(''));
    }
  });
});

describe('`jsonencode`', () => {
  test.each([
    ['{ a = 1, "b" : [true, null], c = { d = "x" } }', '{"a":1,"b":[true,null],"c":{"d":"x"}}'],
    ['{\n a = 1 # one\n /* two */ b = 2\n // three\n}', '{"a":1,"b":2}'],
    ['{ true = 1, 1 = 2, "d e" = 3, x-y = 4 }', '{"true":1,"1":2,"d e":3,"x-y":4}'],
    ['[300.0, 1.50, 007, -2, 0.10, 1.5e3, 1.0E-2]', '[300,1.5,7,-2,0.1,1500,0.01]'],
    ['["$${x}"]', '["${x}"]'],
    ['[12345678901234567890]', '[12345678901234567890]'],
  ])('of %j is the text that Terraform sends', (argument, json) => {
    expect(printJson(readAttribute(`jsonencode(${argument})`).node)).toBe(json);
  });
});

describe('a value that Terraform computes', () => {
  test.each([
    'var.x',
    'local.x',
    'true ? "a" : "b"',
    'upper("a")',
    'jsonencode(var.x)',
    'jsonencode("a")',
    'jsonencode({ (var.x) = 1 })',
    'jsonencode({ "a${var.x}" = 1 })',
    'jsonencode({ for k in ["a"] : k => 1 })',
    'jsonencode({ a = 1 }, { b = 2 })',
    '"a${var.x}"',
    '<<EOT\n%{ if true }a%{ endif }\nEOT',
    'templatefile("x.json", {})',
    'file(var.x)',
    '{ a = 1 }',
    '["a"]',
    '1 + 2',
    '-var.x',
  ])('is not evaluated: %s', (expression) => {
    expect(isComputed(readAttribute(expression).node)).toBe(true);
  });

  test('does not hide the findings of the rest of the pattern', async () => {
    const text = resource('jsonencode({ source = [var.source], type = [{ prefx = "a" }] })');
    const { code, out } = await run(['check', 'main.tf'], { files: { 'main.tf': text }, columns: 200 });
    expect(code).toBe(1);
    expect(out).toContain('there is no operator `prefx`');
    expect(out).toContain(
      'main.tf:2:43: `alicloud_event_bridge_rule.a` is not wholly checked: `var.source` is computed',
    );
  });
});

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
}

async function findings(files: Readonly<Record<string, string>>, name = 'main.tf'): Promise<readonly Found[]> {
  const { out } = await run(['check', name, '--format', 'json'], { files });
  const report: { readonly patterns: readonly { readonly findings: readonly Found[] }[] } = JSON.parse(out);
  return report.patterns.flatMap((pattern) => pattern.findings);
}

describe('a finding in a `.tf` file', () => {
  test.each([
    ['an object', 'jsonencode({\n    type = [{ prefx = "a" }]\n  })', 3, 15],
    ['an object with a name in quotes', 'jsonencode({ "type": [{ "prefx": "a" }] })', 2, 44],
    ['a quoted text', String.raw`"{\"type\":[{\"prefx\":\"a\"}]}"`, 2, 33],
    ['a heredoc', '<<EOT\n{"type": [{"prefx": "a"}]}\nEOT', 3, 12],
    ['an indented heredoc', '<<-EOT\n    {"x$${y}": 1,\n     "type": [{"prefx": "a"}]}\n  EOT', 4, 16],
  ])('of %s has its place in the file', async (_, body, line, column) => {
    const all = await findings({ 'main.tf': `# a comment é😀\n${resource(body)}` });
    const found = all.find(({ code }) => code === 'unknown-operator');
    expect(found).toMatchObject({ file: 'main.tf', line: line + 1, column });
  });

  test('of a file named by `file` has its place there', async () => {
    for (const path of ['p.json', '${path.module}/p.json', './p.json']) {
      const all = await findings({ 'main.tf': resource(`file("${path}")`), 'p.json': '{"type":\n[{"prefx":"a"}]}' });
      expect(all).toMatchObject([{ file: 'p.json', line: 2, column: 3, code: 'unknown-operator' }]);
    }
  });

  test('may be allowed by a comment', async () => {
    const body = 'jsonencode({\n    # eb-pattern-allow literal-wildcard: it is a star\n    type = ["a*"]\n  })';
    const files = { 'main.tf': resource(body) };
    expect(await findings(files)).toEqual([]);
    expect(await findings({ 'main.tf': files['main.tf'].replace('-allow', '') })).toMatchObject([
      { code: 'literal-wildcard', line: 4 },
    ]);
  });
});

describe('`check --fix` of a `.tf` file', () => {
  const before = [
    '# Rules of the shop: é😀',
    resource('jsonencode({\n    source = "acs.oss" # of one service\n    "type" : "a"\n  })', 'object'),
    resource('"{\\"source\\":\\"acs.oss\\",\\"data\\":{\\"n\\":[\\"$${x}\\"]}}"', 'quoted'),
    resource('<<-EOT\n    {\n      "source": "acs.oss", "data": {"n": ["%%{x}"]}\n    }\n  EOT', 'heredoc'),
    'resource "alicloud_fcv3_trigger" "t" {\n  trigger_type   = "eventbridge"',
    String.raw`  trigger_config = "{\"eventRuleFilterPattern\": \"{\\\"source\\\":\\\"acs.oss\\\"}\"}"`,
    '}\n\nlocals { a = [for x in var.y : upper(x) if x != ""] }\n',
  ].join('\n');
  const after = before
    .replaceAll('"acs.oss"', '["acs.oss"]')
    .replace('"type" : "a"', '"type" : ["a"]')
    .replaceAll(String.raw`\"acs.oss\"`, String.raw`[\"acs.oss\"]`)
    .replaceAll(String.raw`\\\"acs.oss\\\"`, String.raw`[\\\"acs.oss\\\"]`);

  test('writes through each layer, and changes nothing else', async () => {
    const cwd = folderWith({ 'main.tf': before });
    const { code, out } = await run(['check', '--fix', 'main.tf'], { cwd });
    expect(out).toContain('4 patterns valid');
    expect(code).toBe(0);
    expect(readFileSync(`${cwd}/main.tf`, 'utf8')).toBe(after);
  });
});

const ADDRESS = 'main.tf#alicloud_event_bridge_rule.a';
const EVENT = '{"specversion":"1.0","id":"1","source":"a","type":"t"}';

describe('commands on a `.tf` file', () => {
  const files = { 'main.tf': resource('jsonencode({ source = ["a"] })'), 'e.json': EVENT };
  test.each([
    [['match', ADDRESS, 'e.json'], 'match'],
    [['match', 'main.tf', 'e.json'], 'match'],
    [['explain', ADDRESS, 'e.json'], 'match'],
    [['route', '.', 'e.json'], 'alicloud_event_bridge_rule.a'],
    [['check', '.'], '1 pattern valid'],
  ])('%j reads it', async (argv, said) => {
    const { code, out, err } = await run(argv, { files });
    expect(err).not.toContain('main.tf');
    expect(code).toBe(0);
    expect(out).toContain(said);
  });

  test('`test` reads an address in a suite', async () => {
    const suite = `pattern: ${ADDRESS}\ntests:\n  - {name: one, event: e.json, match: true}\n`;
    const { code, out } = await run(['test'], { files: { ...files, 's.eb-test.yaml': suite } });
    expect(out).toContain('1 passed, 0 failed');
    expect(code).toBe(0);
  });

  test('`check` reads a revision, with the files that it names', async () => {
    const cwd = folderWith({ 'd/main.tf': resource('file("p.json")'), 'd/p.json': '{"source":["a"]}' });
    const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd, env: GIT_ENV });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    for (const name of ['git:HEAD:d/main.tf', 'git:HEAD:d']) {
      const { code, out } = await run(['check', name], { cwd });
      expect(out).toContain('alicloud_event_bridge_rule.a: valid');
      expect(code).toBe(0);
    }
  });

  test('report a named file that cannot be read', async () => {
    const { out } = await run(['check', 'main.tf'], { files: { 'main.tf': resource('file("q.json")') }, columns: 200 });
    expect(out).toContain('main.tf:2:20: `alicloud_event_bridge_rule.a` is not checked: there is no file `q.json`');
  });

  test.each([
    ['match', '{"source":["a"]}', 'main.tf'],
    ['test', 'main.tf', ''],
    ['stream', 'check', 'main.tf'],
  ])('`%s` refuses it in the place of another file', async (...argv) => {
    const { code, err } = await run(
      argv.filter((word) => word !== ''),
      { files },
    );
    expect(code).toBe(2);
    expect(err).toContain('it is a configuration of Terraform, whose patterns `eb-pattern check` reads');
  });

  test('suggest what to write where Terraform requires a text', async () => {
    const { out } = await run(['check', 'main.tf'], {
      files: { 'main.tf': resource('{ source = ["a"] }') },
      columns: 200,
    });
    expect(out).toContain('put it into `jsonencode(…)`');
  });
});

describe('a `.tf` file that is broken, foreign or hostile', () => {
  test('is passed over without resources of EventBridge', async () => {
    const files = { 'd/main.tf': 'resource "x" "y" {}\n', 'd/p.json': '{"source":["a"]}' };
    const { code, out } = await run(['check', 'd', '--list-skipped'], { files, columns: 200 });
    expect(code).toBe(0);
    expect(out).toContain('d/main.tf: passed over');
  });

  test.each([
    ['in the resource', `${resource('jsonencode({ source = [ "a" })')}${resource('"{}"', 'b')}`, 'main.tf:2:'],
    ['before the resource, which may be a part of it', `locals {\n  a = 1e3\n}\n${resource('"{}"')}`, 'main.tf:'],
    ['that never ends', 'resource "alicloud_event_bridge_rule" "a" {\n  filter_pattern = "{', 'main.tf:'],
  ])('is a problem with an error %s', async (_, text, place) => {
    const { code, err } = await run(['check', 'main.tf'], { files: { 'main.tf': text }, columns: 200 });
    expect(code).toBe(2);
    expect(err).toContain(place);
    expect(err).toMatch(/cannot be read as HCL|is missing/);
  });

  test('is read when the error is outside of its resources', async () => {
    const text = `locals { a = [ }\n${resource('jsonencode({ source = ["a"] })')}`;
    const { code } = await run(['check', 'main.tf'], { files: { 'main.tf': text } });
    expect(code).toBe(0);
  });

  test.each([
    ['deep lists', `jsonencode(${'['.repeat(2_000)}${']'.repeat(2_000)})`],
    ['open lists', `jsonencode(${'['.repeat(2_000)}`],
    ['deep templates', `${'"${'.repeat(300)}1${'}"'.repeat(300)}`],
    ['an escape without a character', String.raw`"\U00110000"`],
    ['a NUL', '"a\u0000b"'],
  ])('is read in linear time with %s', async (_, body) => {
    const { code, err } = await run(['check', 'main.tf'], { files: { 'main.tf': resource(body) } });
    expect([0, 1, 2]).toContain(code);
    expect(err).not.toContain('    at ');
  });

  test('is refused beyond 4 MB', async () => {
    const text = `${resource('"{}"')}# ${'x'.repeat(4.2e6)}\n`;
    const { code, err } = await run(['check', 'main.tf'], { files: { 'main.tf': text } });
    expect(code).toBe(2);
    expect(err).toContain('larger than 4');
  });
});
