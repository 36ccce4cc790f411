/** The server survives random edits, cancelled requests, hostile documents, and a thread that does not end. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { ThreadFeatures } from '../../../src/cli/language-server/thread-features.ts';
import { runs } from '../../support/runs.ts';
import { folderWith } from '../run-main.ts';
import { Editor, editorWith, endEditors } from './editor.ts';
import { kinds } from './kinds.ts';

afterAll(endEditors);

/** Numbers from 0 to below `most`, the same in each run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % most;
  };
}

const PIECES = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '  ',
  '\\',
  '😀',
  '\r',
  '- ',
  '|',
  '&a',
  '*a',
  '#',
  '${',
  '<<EOT\n',
  '\u0000',
];
const METHODS = ['hover', 'completion', 'codeAction', 'codeLens', 'documentSymbol', 'inlayHint', 'formatting'];

describe('random edits with cancelled requests', () => {
  it('end with the diagnostics of the last text, and none of an older one after a newer', async () => {
    const editor = await editorWith({}, { initializationOptions: { inlayHints: true } });
    const random = numbers(14);
    const some = kinds.filter(({ text }) => text !== '');
    for (const { file, text } of some) await editor.open(file, text);
    const requests: Promise<unknown>[] = [];
    for (let i = 0; i < runs(4000); i++) {
      const { file } = some[random(some.length)] ?? { file: '' };
      const text = editor.text(file);
      const [start, length] = [random(text.length + 1), random(4) === 0 ? random(20) : random(2)];
      const piece = PIECES[random(PIECES.length)] ?? '';
      void editor.change(file, text.slice(0, start) + piece + text.slice(start + length));
      const method = METHODS[random(METHODS.length)] ?? '';
      const position = editor.document(file).positionAt(start);
      const source = new CancellationTokenSource();
      const params = {
        textDocument: { uri: editor.uri(file) },
        position,
        range: { start: position, end: position },
        context: { diagnostics: [] },
        options: { tabSize: 2, insertSpaces: true },
      };
      requests.push(editor.connection.sendRequest(`textDocument/${method}`, params, source.token));
      if (random(2) === 0) source.cancel();
      if (random(10) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const answers = await Promise.allSettled(requests);
    const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
    expect(reasons.filter((reason) => !/cancel/i.test(reason))).toEqual([]);
    for (const { file } of some) {
      const last = await editor.diagnostics(file);
      const fresh = await editorWith({});
      const expected = await fresh.open(file, editor.text(file));
      expect(last.map(({ range, code, message }) => [range, code, message])).toEqual(
        expected.map(({ range, code, message }) => [range, code, message]),
      );
      const versions = editor.published.filter(({ uri }) => uri === editor.uri(file)).map(({ version = 0 }) => version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    }
    expect(editor.messages).toEqual([]);
  });
});

const deep = 100_000;
const hostile: Readonly<Record<string, string>> = {
  'levels.pattern.json': '{"a":'.repeat(deep),
  'brackets.pattern.yaml': '['.repeat(deep),
  'fields.pattern.json': JSON.stringify({
    data: Object.fromEntries(Array.from({ length: deep }, (_, i) => [`k${i}`, ['x']])),
  }),
  'string.pattern.json': JSON.stringify({ source: ['a'.repeat(4_000_000)] }),
  'aliases.pattern.yaml': `a0: &a0 [x]\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\nsource: [a]\n`,
};

describe('a hostile document', () => {
  it.each(Object.entries(hostile))('%s: others are answered before it', async (file, text) => {
    const editor = await editorWith({});
    await editor.open('small.pattern.json', '{"source": "a"}');
    const order: string[] = [];
    const slow = editor.open(file, text).then(() => order.push('hostile'));
    await editor.change('small.pattern.json', '{"source": "b"}').then(() => order.push('small'));
    await slow;
    // Documents that are large are answered by a thread, which has to start.
    if (text.length > 40_000) expect(order).toEqual(['small', 'hostile']);
    else expect(order.sort()).toEqual(['hostile', 'small']);
  });
});

describe('a thread that does not end', () => {
  it('is given up, says so, and is not asked again about the same text', async () => {
    const root = folderWith({});
    const path = join(root, 'a.pattern.json');
    const texts = new Map([[path, '{"source": "a"}']]);
    const thread = new ThreadFeatures({ root, env: {} }, async () => new Map(), texts, 1);
    const message = expect.stringContaining('this is not checked while you type: it takes longer than 0.001 seconds');
    expect(await thread.ask('notes', path)).toEqual([expect.objectContaining({ severity: 'info', message })]);
    expect(await thread.ask('lenses', path)).toEqual([]);
    expect(await thread.ask('hover', path, 3)).toBeUndefined();
    await thread.close();
  });
});

describe('over standard input and output', () => {
  it('the command serves until the editor ends it', async () => {
    const bin = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url));
    const folder = realpathSync(folderWith({}));
    const child = spawn(process.execPath, [bin, 'lsp', '--stdio', '--dialect', 'rocketmq'], { cwd: folder });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const editor = new Editor(folder, child.stdout, child.stdin);
    await editor.initialize();
    const [found] = await editor.open('a.pattern.json', '{"source": "😀"}');
    expect(found?.code).toBe('attribute-not-array');
    await editor.end();
    expect(await ended).toBe(0);
  });

  it('an editor that goes without a word ends it with 1', async () => {
    const bin = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url));
    const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd: folderWith({}) });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end();
    expect(await ended).toBe(1);
  });
});
