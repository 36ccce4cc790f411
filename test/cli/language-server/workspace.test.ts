/** What the server goes by: folders, settings, files on the disk, and documents that are no files. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { CodeLens, Diagnostic, Hover } from 'vscode-languageserver-protocol/node';
import { folderWith } from '../run-main.ts';
import { type Editor, editorWith, endEditors } from './editor.ts';

afterAll(endEditors);

const NUMBER = '{"data": {"n": [1.0]}}';
const MULTI = '{"source": "a", "data": {"s": ["x", "x"]}}';
const codes = (diagnostics: readonly Diagnostic[]): readonly unknown[] => diagnostics.map(({ code }) => code);
const severities = (diagnostics: readonly Diagnostic[]): readonly unknown[] =>
  diagnostics.filter(({ code }) => code === 'number-text').map(({ severity }) => severity);
const OFF = 'severities: {number-text: off}\n';
const ERROR = 'severities: {number-text: error}\n';
const CONFIG = 'eb-pattern.config.yaml';

/** More characters than are answered without a thread. */
const large = (text: string): string => text + ' '.repeat(120_000);

describe('settings', () => {
  it.each([
    ['small', NUMBER],
    ['large', large(NUMBER)],
  ])('a change of the config counts for a %s document before it is saved', async (_, text) => {
    const editor = await editorWith({ [CONFIG]: OFF });
    expect(severities(await editor.open('a.pattern.json', text))).toEqual([]);
    const next = editor.next('a.pattern.json');
    await editor.open(CONFIG, ERROR);
    expect(severities(await next)).toEqual([1]);
    const after = editor.next('a.pattern.json');
    await editor.close(CONFIG);
    expect(severities(await after)).toEqual([]);
  });

  it('are those of the folder in which the document stands', async () => {
    const folder = folderWith({ [`off/${CONFIG}`]: OFF, [`error/${CONFIG}`]: ERROR, [`error/off/${CONFIG}`]: OFF });
    const named = (name: string) => ({ name, uri: pathToFileURL(join(folder, name)).href });
    const workspaceFolders = ['off', 'error', 'error/off'].map(named);
    const editor = await editorWith(folder, { workspaceFolders });
    expect(await editor.open('off/a.pattern.json', NUMBER)).toEqual([]);
    expect(severities(await editor.open('error/a.pattern.json', NUMBER))).toEqual([1]);
    expect(await editor.open('error/off/a.pattern.json', NUMBER)).toEqual([]);
    // Outside of all folders.
    expect(severities(await editor.open('a.pattern.json', NUMBER))).toEqual([2]);
  });

  it('the editor may open no folder', async () => {
    const editor = await editorWith({ [`x/${CONFIG}`]: OFF, [`y/${CONFIG}`]: ERROR }, { workspaceFolders: [] });
    expect(await editor.open('x/a.pattern.json', NUMBER)).toEqual([]);
    expect(severities(await editor.open('y/a.pattern.json', NUMBER))).toEqual([1]);
  });
});

describe('files on the disk', () => {
  it('the editor watches them, and a change counts', async () => {
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const editor = await editorWith({ 'a.pattern.json': NUMBER }, { capabilities });
    expect(severities(await editor.open('a.pattern.json', NUMBER))).toEqual([2]);
    expect(editor.registered).toEqual(['workspace/didChangeWatchedFiles']);
    const next = editor.next('a.pattern.json');
    writeFileSync(join(editor.folder, CONFIG), ERROR);
    const changes = [{ uri: editor.uri(CONFIG), type: 1 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(severities(await next)).toEqual([1]);
  });

  it('an event that is written counts in the lens', async () => {
    const editor = await editorWith({ 'a.pattern.json': NUMBER });
    await editor.open('a.pattern.json', NUMBER);
    const first = async (): Promise<string | undefined> =>
      (await editor.ask<CodeLens[]>('textDocument/codeLens', 'a.pattern.json'))[0]?.command?.title;
    expect(await first()).toBe('open in the playground');
    mkdirSync(join(editor.folder, 'events'));
    writeFileSync(
      join(editor.folder, 'events/1.json'),
      '{"specversion":"1.0","id":"1","source":"a","type":"t","data":{"n":1.0}}',
    );
    const changes = [{ uri: editor.uri('events/1.json'), type: 1 }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    expect(await first()).toBe('1 of 1 event matches');
  });

  it('a file that is gone is no reason to stop', async () => {
    const editor = await editorWith({ 'a.eb-test.yaml': '', 'b.pattern.json': MULTI });
    const suite = 'pattern: b.pattern.json\nbase: {source: a}\ntests: [{name: a, with: {}, match: true}]\n';
    expect(await editor.open('a.eb-test.yaml', suite)).toHaveLength(1);
    renameSync(join(editor.folder, 'b.pattern.json'), join(editor.folder, 'c.pattern.json'));
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    const next = await editor.change('a.eb-test.yaml', `${suite}\n`);
    expect(next.map(({ message }) => message)).toEqual([expect.stringContaining('b.pattern.json')]);
  });
});

describe('documents that are no files', () => {
  it.each([
    ['json', MULTI],
    ['jsonc', `// c\n${MULTI}`],
    ['yaml', 'source: a\ndata:\n  s: [x, x]\n'],
    ['terraform', `resource "alicloud_event_bridge_rule" "x" {\n  filter_pattern = ${JSON.stringify(MULTI)}\n}\n`],
  ])('a new text in the language %s', async (language, text) => {
    const editor = await editorWith({});
    const found = await editor.open('untitled:Untitled-1', text, language);
    expect([...codes(found)].sort()).toEqual(['attribute-not-array', 'duplicate-condition']);
    expect(await editor.actions('untitled:Untitled-1')).not.toEqual([]);
    await editor.close('untitled:Untitled-1');
    await editor.ask('textDocument/hover', 'untitled:Untitled-1', { position: { line: 0, character: 0 } });
    expect(editor.published.at(-1)?.diagnostics).toEqual([]);
  });

  it.each([
    ['json', '{"name": "x"}'],
    ['markdown', '# x'],
  ])('another text in the language %s has no findings', async (language, text) => {
    const editor = await editorWith({});
    expect(await editor.open('untitled:Untitled-1', text, language)).toEqual([]);
  });

  it('a file of another machine', async () => {
    const editor = await editorWith({});
    expect(codes(await editor.open('vscode-remote://host/a.pattern.json', MULTI, 'json'))).toHaveLength(2);
  });
});

describe('texts', () => {
  const places = async (editor: Editor, file: string, text: string): Promise<readonly unknown[]> =>
    (await editor.open(file, text)).map(({ range: { start, end } }) => [start, end]);

  it('a byte order mark is a character of the first line', async () => {
    const editor = await editorWith({});
    const moved = (await places(editor, 'a.pattern.json', `\uFEFF${MULTI}`)) as { character: number }[][];
    const plain = (await places(editor, 'b.pattern.json', MULTI)) as { character: number }[][];
    expect(plain).toHaveLength(2);
    expect(moved.flat().map(({ character }) => character - 1)).toEqual(plain.flat().map(({ character }) => character));
  });

  it('columns count UTF-16 units', async () => {
    const editor = await editorWith({});
    expect(editor.initialized.capabilities.positionEncoding).toBe('utf-16');
    await editor.open('a.pattern.json', '{"data": {"😀😀": [1.0]}}');
    const [found] = await editor.diagnostics('a.pattern.json');
    expect(found?.range).toEqual({ start: { line: 0, character: 19 }, end: { line: 0, character: 22 } });
    const hover = await editor.ask<Hover>('textDocument/hover', 'a.pattern.json', { position: found?.range.start });
    expect(hover.range).toEqual(found?.range);
  });
});
