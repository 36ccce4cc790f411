/** Lenses, hover, completion, commands, outline, hints and formatting. */
import { afterAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  InlayHint,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { folderWith, run } from '../run-main.ts';
import { type Editor, editorWith, endEditors } from './editor.ts';
import { kinds } from './kinds.ts';

afterAll(endEditors);

const PATTERN = `{
  "source": ["shop"],
  "data": {
    "state": ["paid", {"prefix": "part-"}],
    "total": [{"numeric": [">", 100]}]
  }
}
`;
const event = (data: object): string =>
  JSON.stringify({ specversion: '1.0', id: '1', source: 'shop', type: 't', data });
const FILES = {
  'a.pattern.json': PATTERN,
  'events/1.json': event({ state: 'paid', total: 101 }),
  'events/2.json': event({ state: 'part-1', total: 200 }),
  'events/3.json': event({ state: 'open', total: 200 }),
};
const SUITE = `pattern: a.pattern.json
base: ${event({ state: 'paid', total: 101 })}
tests:
  - {name: paid, with: {}, match: true}
  - {name: open, with: {data: {state: open}}, match: false}
  - {name: cheap, with: {data: {total: 1}}, match: true}
`;

const lenses = async (editor: Editor, file: string): Promise<readonly string[]> =>
  (await editor.ask<CodeLens[]>('textDocument/codeLens', file)).map(({ command }) => command?.title ?? '');
const at = (editor: Editor, file: string, text: string) => {
  const document = editor.document(file);
  return { position: document.positionAt(document.getText().indexOf(text) + 1) };
};
const hover = async (editor: Editor, file: string, text: string): Promise<string> =>
  String(
    (
      (await editor.ask<Hover | null>('textDocument/hover', file, at(editor, file, text))) as {
        contents?: { value: string };
      } | null
    )?.contents?.value,
  );

describe('lenses', async () => {
  const editor = await editorWith(FILES);
  await editor.open('a.pattern.json', PATTERN);

  it('say how many of the events beside the pattern match', async () => {
    expect(await lenses(editor, 'a.pattern.json')).toEqual([
      '2 of 3 events match',
      'open in the playground',
      'add a test',
    ]);
  });

  it('are code actions, too', async () => {
    const actions = await editor.actions('a.pattern.json');
    const commands = actions.flatMap(({ command }: CodeAction) => command ?? []);
    const own = (await editor.ask<CodeLens[]>('textDocument/codeLens', 'a.pattern.json')).map(({ command }) => command);
    expect(commands).toEqual(own);
  });

  it('go by texts that are not saved', async () => {
    await editor.open('events/3.json', event({ state: 'paid', total: 102 }));
    expect((await lenses(editor, 'a.pattern.json'))[0]).toBe('3 of 3 events match');
    await editor.change('events/3.json', event({ state: 'x' }));
    expect((await lenses(editor, 'a.pattern.json'))[0]).toBe('2 of 3 events match');
    await editor.close('events/3.json');
    await editor.change('a.pattern.json', PATTERN.replace('100', '150'));
    expect((await lenses(editor, 'a.pattern.json'))[0]).toBe('1 of 3 events match');
    await editor.change('a.pattern.json', PATTERN);
  });

  it('say how many tests of a suite pass, with the text of its pattern that is not saved', async () => {
    const failed = await editor.open('a.eb-test.yaml', SUITE);
    expect(failed.map(({ message }) => message)).toEqual([expect.stringContaining('the test `cheap` fails: ')]);
    expect((await lenses(editor, 'a.eb-test.yaml'))[0]).toBe('2 of 3 tests pass');
    const next = editor.next('a.eb-test.yaml');
    await editor.change('a.pattern.json', PATTERN.replace('100', '0'));
    expect(await next).toEqual([]);
    expect((await lenses(editor, 'a.eb-test.yaml'))[0]).toBe('3 of 3 tests pass');
  });

  it('are none for a pattern that is not valid', async () => {
    await editor.open('bad.pattern.json', '{"source": "a"}');
    expect(await lenses(editor, 'bad.pattern.json')).toEqual([]);
  });
});

describe('hover', async () => {
  const editor = await editorWith(FILES);
  await editor.open('a.pattern.json', PATTERN);

  it('says what a condition means, and for which events it holds', async () => {
    const text = await hover(editor, 'a.pattern.json', '"prefix"');
    expect(text).toContain('part-');
    expect(text).toContain('holds for 1 of 3 events: events/2.json');
    expect(await hover(editor, 'a.pattern.json', '"total"')).toContain('holds for 3 of 3');
  });

  it('says what a finding means', async () => {
    await editor.change('a.pattern.json', PATTERN.replace('prefix', 'prefx'));
    const text = await hover(editor, 'a.pattern.json', '"prefx"');
    expect(text).toContain('**unknown-operator**: there is no operator `prefx`');
  });

  it('is empty beside a pattern', async () => {
    await editor.open('s.yaml', kinds.find(({ file }) => file === 'plain/s.yaml')?.text ?? '');
    expect(await hover(editor, 's.yaml', 'functionName')).toBe('undefined');
  });
});

describe('completion in text that is not finished', async () => {
  const editor = await editorWith(FILES);
  const cases: readonly (readonly [file: string, text: string, label: string, result: string])[] = [
    ['a.pattern.json', '{"so¦', 'source', '{"source": []'],
    ['b.pattern.json', '{"source": ["shop"], "data": {"sta¦}', 'state', '{"source": ["shop"], "data": {"state": []}'],
    ['c.pattern.json', '{"data": {"state": [{"pre¦"', 'prefix', '{"data": {"state": [{"prefix": ""'],
    ['d.pattern.json', '{"data": {"state": ["p¦', '"paid"', '{"data": {"state": ["paid"'],
    ['e.pattern.yaml', 'source: [shop]\ndata:\n  sta¦\n', 'state', 'source: [shop]\ndata:\n  state: \n'],
    [
      'main.tf',
      'resource "alicloud_event_bridge_rule" "x" {\n  filter_pattern = jsonencode({\n    sou¦\n  })\n}\n',
      'source',
      'resource "alicloud_event_bridge_rule" "x" {\n  filter_pattern = jsonencode({\n    source = \n  })\n}\n',
    ],
  ];
  it.each(cases)('%s: %s', async (file, marked, label, result) => {
    const offset = marked.indexOf('¦');
    await editor.open(file, marked.replace('¦', ''));
    const position = editor.document(file).positionAt(offset);
    const items = await editor.ask<CompletionItem[]>('textDocument/completion', file, { position });
    const item = items.find((one) => one.label === label);
    expect(items.map((one) => one.label)).toContain(label);
    const edit = item?.textEdit as TextEdit;
    const plain = edit.newText.replace(/\$\{?\d+(?::([^}]*))?\}?/g, '$1');
    expect(editor.edited(file, [{ ...edit, newText: plain }])).toBe(result);
    const typed = editor.document(file).getText({ start: edit.range.start, end: position });
    expect(item?.filterText?.startsWith(typed), `${item?.filterText} does not begin with ${typed}`).toBe(true);
  });
});

describe('commands', () => {
  it('say which events match', async () => {
    const editor = await editorWith(FILES);
    await editor.open('a.pattern.json', PATTERN);
    const [lens] = await editor.ask<CodeLens[]>('textDocument/codeLens', 'a.pattern.json');
    await editor.connection.sendRequest('workspace/executeCommand', lens?.command);
    expect(editor.messages).toEqual(['2 of 3 events match\nthey match: 1.json, 2.json\nthey do not match: 3.json']);
  });

  it('open the playground of this machine with the pattern and its events', async () => {
    const editor = await editorWith(FILES);
    await editor.open('a.pattern.json', PATTERN);
    const [, lens] = await editor.ask<CodeLens[]>('textDocument/codeLens', 'a.pattern.json');
    await editor.connection.sendRequest('workspace/executeCommand', lens?.command);
    const [{ uri, external } = { uri: '' }] = editor.shown;
    expect(external).toBe(true);
    expect(uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/.*#v1\./);
    const page = await fetch(uri);
    expect(page.status).toBe(200);
  });

  it('write a suite that passes', async () => {
    const editor = await editorWith(FILES);
    await editor.open('a.pattern.json', PATTERN);
    const [, , lens] = await editor.ask<CodeLens[]>('textDocument/codeLens', 'a.pattern.json');
    await editor.connection.sendRequest('workspace/executeCommand', lens?.command);
    const [create, write] = editor.edits[0]?.edit.documentChanges ?? [];
    expect(create).toEqual({ kind: 'create', uri: editor.uri('a.eb-test.yaml') });
    const text = (write as TextDocumentEdit).edits.map((edit) => (edit as TextEdit).newText).join('');
    const cwd = folderWith({ 'a.pattern.json': PATTERN, 'a.eb-test.yaml': text });
    const { code, out } = await run(['test', 'a.eb-test.yaml'], { cwd });
    expect(out).toContain('3 passed');
    expect(code).toBe(0);
  });

  it('do nothing for what they do not have', async () => {
    const editor = await editorWith(FILES);
    for (const given of [[], [7], ['file:///none.json', 0], [editor.uri('a.pattern.json'), 'x']]) {
      await editor.connection.sendRequest('workspace/executeCommand', {
        command: 'eb-pattern.playground',
        arguments: given,
      });
    }
    await editor.connection
      .sendRequest('workspace/executeCommand', { command: 'rm', arguments: ['x'] })
      .catch(() => undefined);
    expect(editor.shown).toEqual([]);
  });
});

describe('outline', async () => {
  const editor = await editorWith(FILES);

  it('has the fields of each pattern, and the tests of a suite', async () => {
    await editor.open('a.pattern.json', PATTERN);
    const [pattern] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'a.pattern.json');
    expect(pattern?.children?.map(({ name }) => name)).toEqual(['source', 'data.state', 'data.total']);
    await editor.open('a.eb-test.yaml', SUITE);
    const tests = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'a.eb-test.yaml');
    expect(tests.map(({ name }) => name)).toEqual(['paid', 'open', 'cheap']);
  });

  it.each(kinds)(
    'of $file has names within their ranges, and children within their parents',
    async ({ file, text }) => {
      await editor.open(file, text);
      const check = (symbols: readonly DocumentSymbol[], around: DocumentSymbol['range']): void => {
        const offset = (place: DocumentSymbol['range']['start']): number => editor.document(file).offsetAt(place);
        for (const { range, selectionRange, children = [], name } of symbols) {
          expect(name).not.toBe('');
          expect(offset(range.start)).toBeGreaterThanOrEqual(offset(around.start));
          expect(offset(range.end)).toBeLessThanOrEqual(offset(around.end));
          expect(offset(selectionRange.start)).toBeGreaterThanOrEqual(offset(range.start));
          expect(offset(selectionRange.end)).toBeLessThanOrEqual(offset(range.end));
          check(children, range);
        }
      };
      check(await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', file), editor.all(file));
    },
  );
});

describe('inlay hints', () => {
  const hints = async (initializationOptions: object): Promise<readonly unknown[]> => {
    const editor = await editorWith(FILES, { initializationOptions });
    await editor.open('a.pattern.json', PATTERN);
    const range = editor.all('a.pattern.json');
    return (await editor.ask<InlayHint[]>('textDocument/inlayHint', 'a.pattern.json', { range })).map(
      ({ label }) => label,
    );
  };

  it('are off unless the editor turns them on', async () => {
    expect(await hints({})).toEqual([]);
    expect(await hints({ inlayHints: true })).toEqual([
      ' 3 of 3 events hold',
      ' 2 of 3 events hold',
      ' 3 of 3 events hold',
    ]);
  });
});

describe('formatting', async () => {
  const editor = await editorWith(FILES);
  const options = { tabSize: 2, insertSpaces: true };
  const formatted = async (file: string, text: string): Promise<string> => {
    await editor.open(file, text);
    return editor.edited(file, await editor.ask<TextEdit[]>('textDocument/formatting', file, { options }));
  };

  it('keeps values and the texts of numbers, and leaves its own result alone', async () => {
    const text = '{"source":["shop"],"data":{"n":[1.50,1e2,-0],"s":["😀\\u00e4"]}}';
    const once = await formatted('f.pattern.json', text);
    expect(once).toContain('[1.50, 1e2, -0]');
    expect(JSON.parse(once)).toEqual(JSON.parse(text));
    expect(await formatted('g.pattern.json', once)).toBe(once);
  });

  it('keeps the comments of YAML', async () => {
    const once = await formatted('f.pattern.yaml', '# why\nsource:   [ shop ]   # the shop\ndata:\n      n: [1.50]\n');
    expect(once).toBe('# why\nsource: [shop] # the shop\ndata:\n  n: [1.50]\n');
    expect(await formatted('g.pattern.yaml', once)).toBe(once);
  });

  it.each(['{"source": [', ''])('leaves `%s` alone', async (text) => {
    expect(await formatted('h.pattern.json', text)).toBe(text);
  });

  it.each(kinds.filter(({ file }) => !/\.pattern\.(?:json|yaml)$/.test(file)))(
    'leaves $file alone',
    async ({ file, text }) => {
      expect(await formatted(file, text)).toBe(text);
    },
  );
});
