/** A plain editor for the language server, in the same process. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ApplyWorkspaceEditParams,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ShowDocumentParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { choicesOf } from '../../../src/cli/config/choices.ts';
import { settle } from '../../../src/cli/config/settle.ts';
import { serve } from '../../../src/cli/language-server/server.ts';
import { buildProgram } from '../../../src/cli/program.ts';
import { openSession } from '../../../src/cli/session/session.ts';
import { folderWith } from '../../support/folders.ts';

export interface Opened extends Partial<Pick<InitializeParams, 'initializationOptions' | 'workspaceFolders'>> {
  readonly capabilities?: InitializeParams['capabilities'];
}

const CAPABILITIES: InitializeParams['capabilities'] = {
  window: { showDocument: { support: true } },
  workspace: { applyEdit: true },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

export class Editor {
  readonly folder: string;
  /** What the server answered to `initialize`. */
  initialized: InitializeResult = { capabilities: {} };
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly shown: ShowDocumentParams[] = [];
  readonly edits: ApplyWorkspaceEditParams[] = [];
  readonly registered: string[] = [];
  readonly connection: ProtocolConnection;
  private readonly documents = new Map<string, TextDocument>();
  private readonly newest = new Map<string, PublishDiagnosticsParams>();
  private readonly listeners = new Set<(published: PublishDiagnosticsParams) => void>();

  constructor(folder: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.folder = folder;
    const connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
    this.connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (published: PublishDiagnosticsParams) => {
      this.published.push(published);
      this.newest.set(published.uri, published);
      for (const listener of this.listeners) listener(published);
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method } of registrations) this.registered.push(method);
    });
    connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      this.shown.push(params);
      return { success: true };
    });
    connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      this.edits.push(params);
      return { applied: true };
    });
    connection.listen();
  }

  async initialize({ capabilities = CAPABILITIES, ...rest }: Opened = {}): Promise<void> {
    const rootUri = pathToFileURL(this.folder).href;
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri,
      capabilities,
      ...rest,
    });
    await this.connection.sendNotification('initialized', {});
  }

  uri(name: string): string {
    return /^\w{2,}:/.test(name) ? name : pathToFileURL(join(this.folder, name)).href;
  }

  text(name: string): string {
    return this.document(name).getText();
  }

  document(name: string): TextDocument {
    return this.documents.get(this.uri(name)) as TextDocument;
  }

  open(name: string, text: string, languageId = 'plaintext'): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return this.diagnostics(name);
  }

  change(name: string, text: string): Promise<readonly Diagnostic[]> {
    const { uri, languageId, version } = this.document(name);
    this.documents.set(uri, TextDocument.create(uri, languageId, version + 1, text));
    const textDocument = { uri, version: version + 1 };
    void this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    return this.diagnostics(name);
  }

  /** Of the newest text. */
  diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const { uri, version } = this.document(name);
    const newest = this.newest.get(uri);
    if (newest?.version === version) return Promise.resolve(newest.diagnostics);
    return this.next(name, version);
  }

  /** Those that are published next. */
  next(name: string, version = this.document(name).version): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    return new Promise((resolve) => {
      const listener = (published: PublishDiagnosticsParams): void => {
        if (published.uri !== uri || published.version !== version) return;
        this.listeners.delete(listener);
        resolve(published.diagnostics);
      };
      this.listeners.add(listener);
    });
  }

  /** A request about a document. */
  ask<T>(method: string, name: string, params: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(name) }, ...params });
  }

  actions(
    name: string,
    range: Diagnostic['range'] = this.all(name),
    only?: readonly string[],
  ): Promise<readonly CodeAction[]> {
    return this.ask('textDocument/codeAction', name, {
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  all(name: string): Diagnostic['range'] {
    const document = this.document(name);
    return { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
  }

  /** The text of the document with the edits of an action. */
  edited(name: string, edits: CodeAction | readonly TextEdit[]): string {
    const of = 'title' in edits ? (edits.edit?.changes?.[this.uri(name)] ?? []) : edits;
    return TextDocument.applyEdits(this.document(name), [...of]);
  }

  async close(name: string): Promise<void> {
    const uri = this.uri(name);
    this.documents.delete(uri);
    this.newest.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async end(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }
}

const nothing = { write: () => true };

async function* noInput(): AsyncGenerator<never> {
  // The server talks over other streams.
}

const open: Editor[] = [];

/** An editor on a new folder with these files, or on a folder that is there. Ended by `endEditors`. */
export async function editorWith(
  files: Readonly<Record<string, string>> | string,
  options: Opened = {},
): Promise<Editor> {
  const folder = realpathSync(typeof files === 'string' ? files : folderWith(files));
  const session = openSession({ stdin: noInput(), stdout: nothing, stderr: nothing, env: {}, cwd: folder });
  const program = buildProgram(session, () => async () => undefined);
  const lsp = program.commands.find((one) => one.name() === 'lsp');
  if (lsp === undefined) throw new Error('no command `lsp`');
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  const choices = choicesOf(() => program);
  void serve(session, (fresh) => settle(lsp, lsp.optsWithGlobals(), fresh, choices), {
    input: toServer,
    output: toEditor,
  });
  const editor = new Editor(folder, toEditor, toServer);
  open.push(editor);
  await editor.initialize(options);
  return editor;
}

export async function endEditors(): Promise<void> {
  await Promise.all(open.splice(0).map((editor) => editor.end()));
}

export function pathOf(uri: string): string {
  return fileURLToPath(uri);
}
