/** Diagnostics have the code, the severity and the place of the finding that the command line prints. */

import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { folderWith, run } from '../run-main.ts';
import { editorWith, endEditors } from './editor.ts';
import { kinds } from './kinds.ts';

afterAll(endEditors);

interface Finding {
  readonly code?: string;
  readonly severity?: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

interface Answer {
  readonly patterns?: readonly { readonly findings: readonly Finding[] }[];
  readonly suites?: readonly {
    readonly findings: readonly Finding[];
    readonly tests: readonly (Finding & { outcome: string })[];
  }[];
  readonly errors: readonly (Finding & { readonly findings?: readonly Finding[] })[];
}

const SEVERITIES = ['', 'error', 'warning', 'info'];

const placesOf = (found: readonly Finding[]) =>
  found.map(({ code, severity, line, column, endLine, endColumn }) => [
    line,
    column,
    ...(endLine === undefined ? [] : [endLine, endColumn]),
    severity,
    code,
  ]);

function seen(diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ code, severity = 0, range: { start, end } }) => [
    start.line + 1,
    start.character + 1,
    end.line + 1,
    end.character + 1,
    SEVERITIES[severity],
    code,
  ]);
}

const sorted = <T>(all: readonly T[]): T[] => all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

async function answerOf(command: string, file: string, cwd: string): Promise<Answer> {
  const { out } = await run([command, file, '--format', 'json'], { cwd });
  return JSON.parse(out);
}

describe('the diagnostics of each kind of document', async () => {
  const editor = await editorWith(Object.fromEntries(kinds.map(({ file, text }) => [file, text])));

  it.each(kinds)('$file', async ({ file, text, codes }) => {
    const isSuite = file.includes('.eb-test.');
    const { patterns = [], errors } = await answerOf(isSuite ? 'test' : 'check', file, editor.folder);
    const findings = [...patterns, ...errors].flatMap((one) => one.findings ?? []);
    const diagnostics = await editor.open(file, text);
    expect(sorted(diagnostics.map(({ code }) => code))).toEqual(sorted(codes));
    // Of a pattern that is not valid, `test` prints errors alone.
    const compared = diagnostics.filter(({ severity }) => !isSuite || severity === DiagnosticSeverity.Error);
    expect(sorted(seen(compared))).toEqual(sorted(placesOf(findings)));
    for (const { source, range } of diagnostics) {
      expect(source).toBe('eb-pattern');
      if (text !== '') expect(editor.document(file).getText(range)).not.toBe('');
    }
  });
});

const PAID = '{"source":["shop"],"data":{"state":["paid"]}}';
const SUITE = `# 😀
pattern: paid.pattern.json
base: {specversion: "1.0", id: "1", source: shop, type: t, data: {state: paid}}
tests:
  - {name: paid, with: {}, match: true}
  - {name: open, with: {data: {state: open}}, match: true}
  - name: also paid
    with: {}
    match: false
`;

/** Documents that are wrong without a finding of a pattern. */
const wrong: readonly (readonly [file: string, text: string, command: string])[] = [
  ['a.eb-test.yaml', 'pattern: {source: [a]}\ntests: []\nbse: {}\n', 'test'],
  [
    'b.eb-test.yaml',
    'pattern: {source: [a]}\nbase: {source: a}\ntests:\n  - {name: "😀", with: {}, matches: true}\n',
    'test',
  ],
  ['c.eb-test.yaml', 'pattern: {source: [a]\n', 'test'],
  ['d.eb-test.json', '{"pattern": {"source": ["a"]}, "tests": [{"name": "😀", "event": {"source": "a"}}]}', 'test'],
  [
    'e.eb-test.yaml',
    'pattern: missing.pattern.json\nbase: {source: a}\ntests: [{name: a, with: {}, match: true}]\n',
    'test',
  ],
  ['x/eb-pattern.config.yaml', '# 😀\ndialect: aliyum\n', 'check'],
  ['y/eb-pattern.config.json', '{"severities": {"number-text": "loud"}}', 'check'],
  ['z/eb-pattern.config.yaml', 'dialect: [\n', 'check'],
];

describe('the diagnostics of other errors', () => {
  it.each(wrong)('%s', async (file, text, command) => {
    const folder = folderWith({ [file]: text, [file.replace(/[^/]*$/, 'a.pattern.json')]: PAID });
    const cwd = join(folder, dirname(file));
    const named = command === 'test' ? file : 'a.pattern.json';
    const { errors } = await answerOf(command, named, cwd);
    const editor = await editorWith(cwd);
    const diagnostics = await editor.open(basename(file), text);
    expect(errors.length).toBeGreaterThan(0);
    expect(diagnostics.map(({ range, message }) => [range.start.line + 1, range.start.character + 1, message])).toEqual(
      errors.map(({ line = 1, column = 1, message }) => [line, column, message]),
    );
  });

  it('include a failing test', async () => {
    const editor = await editorWith({ 'paid.pattern.json': PAID, 'paid.eb-test.yaml': SUITE });
    const { suites = [] } = await answerOf('test', 'paid.eb-test.yaml', editor.folder);
    const failed = suites.flatMap(({ tests }) => tests).filter(({ outcome }) => outcome === 'failed');
    expect(failed).toHaveLength(2);
    const diagnostics = await editor.open('paid.eb-test.yaml', SUITE);
    expect(diagnostics.map(({ range: { start } }) => [start.line + 1, start.character + 1])).toEqual(
      failed.map(({ line, column }) => [line, column]),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['test-failed', 'test-failed']);
  });
});

describe('the diagnostics of other documents', () => {
  const others: Readonly<Record<string, string>> = {
    'package.json': '{"name": "x", "source": "src/index.ts", "type": "module"}',
    'tsconfig.json': '{\n  // why\n  "compilerOptions": {"strict": true}\n}',
    'event.json': '{"specversion": "1.0", "id": "1", "source": "shop", "type": "t", "data": {"state": "paid"}}',
    'list.json': '[1, 2]',
    'text.json': '"x"',
    'broken.json': '{"a": ',
    'empty.json': '',
    'schema.json': '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}',
    'compose.yaml': 'services:\n  web: {image: nginx}\n',
    'several.yaml': 'a: 1\n---\nb: 2\n',
    'broken.yaml': 'a: [\n',
    'vars.tf': 'variable "x" {}\n',
    'broken.tf': 'resource "x" {\n',
    'read.me': '# read me',
  };
  it.each(Object.entries(others))('%s', async (file, text) => {
    const editor = await editorWith({ [file]: text });
    expect(await editor.open(file, text)).toEqual([]);
    expect(await editor.ask('textDocument/codeLens', file)).toEqual([]);
    expect(await editor.ask('textDocument/formatting', file, { options: { tabSize: 2, insertSpaces: true } })).toEqual(
      [],
    );
  });
});
