/** Quick fixes, all safe fixes, and comments that allow a finding: each does what its title says, and nothing else. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol/node';
import { run } from '../run-main.ts';
import { type Editor, editorWith, endEditors } from './editor.ts';
import { kinds } from './kinds.ts';

afterAll(endEditors);

const isFix = ({ title, kind }: CodeAction): boolean => kind === 'quickfix' && !/^(?:allow|fix all) /.test(title);
const isAllow = ({ title }: CodeAction): boolean => title.startsWith('allow ');
const countOf = (diagnostics: readonly Diagnostic[], code: unknown): number =>
  diagnostics.filter((one) => one.code === code).length;
const errors = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ severity }) => severity === 1).length;

/** The text outside of the edits, which have to stand in their order and apart. */
function outside(
  editor: Editor,
  file: string,
  action: CodeAction,
): { readonly before: string[]; readonly after: string } {
  const document = editor.document(file);
  const edits = (action.edit?.changes?.[document.uri] ?? []).toSorted(
    (a, b) => document.offsetAt(a.range.start) - document.offsetAt(b.range.start),
  );
  const before: string[] = [];
  let at = 0;
  for (const { range, newText } of edits) {
    expect(document.offsetAt(range.start)).toBeGreaterThanOrEqual(at);
    before.push(document.getText().slice(at, document.offsetAt(range.start)), newText);
    at = document.offsetAt(range.end);
  }
  return { before, after: document.getText().slice(at) };
}

describe.each(kinds)('$file', async ({ file, text, codes }) => {
  const editor = await editorWith({ [file]: text });
  const found = await editor.open(file, text);

  it('each fix removes its finding, adds no error, and changes the file at its edits alone', async () => {
    const fixes = (await editor.actions(file)).filter(isFix);
    for (const fix of fixes) {
      const [finding] = fix.diagnostics ?? [];
      const changed = editor.edited(file, fix);
      const { before, after } = outside(editor, file, fix);
      expect(changed).toBe(before.join('') + after);
      const left = await editor.change(file, changed);
      expect(countOf(left, finding?.code), fix.title).toBe(countOf(found, finding?.code) - 1);
      expect(errors(left), fix.title).toBeLessThanOrEqual(errors(found));
      expect(await editor.change(file, text)).toEqual(found);
    }
    const mended = new Set(fixes.flatMap((fix) => fix.diagnostics?.map(({ code }) => code) ?? []));
    const fixable = codes.filter((code) => code !== 'invalid-json');
    expect([...mended].sort()).toEqual([...new Set(fixable)].sort());
  });

  it('all safe fixes are those of `check --fix`', async () => {
    const actions = await editor.actions(file, editor.all(file), ['source.fixAll']);
    await run(['check', '--fix', file], { cwd: editor.folder });
    const expected = readFileSync(join(editor.folder, file), 'utf8');
    writeFileSync(join(editor.folder, file), text);
    const [all] = actions;
    expect(all === undefined ? text : editor.edited(file, all)).toBe(expected);
  });

  it('a comment allows a finding where the file can have one', async () => {
    const allowed = (await editor.actions(file)).filter(isAllow);
    for (const action of allowed) {
      const [finding] = action.diagnostics ?? [];
      const left = await editor.change(file, editor.edited(file, action));
      expect(countOf(left, finding?.code)).toBe(countOf(found, finding?.code) - 1);
      expect(errors(left)).toBe(errors(found));
      await editor.change(file, text);
    }
    const canHave = !/\.json$/.test(file);
    const warnings = found.filter(({ severity }) => severity !== 1).length;
    expect(allowed).toHaveLength(canHave ? warnings : 0);
  });
});

it('the edits of all safe fixes are made when the action is chosen, where the editor can ask then', async () => {
  const text = '{"source": "shop", "type": "a"}';
  const editor = await editorWith(
    { 'p.pattern.json': text },
    { capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } } },
  );
  await editor.open('p.pattern.json', text);
  const all = (await editor.actions('p.pattern.json')).find(({ title }) => title.startsWith('fix all '));
  expect(all?.edit).toBeUndefined();
  const resolved = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', all);
  expect(editor.edited('p.pattern.json', resolved)).toBe('{"source": ["shop"], "type": ["a"]}');
});
