/** The language server protocol over a pair of streams. Each request is answered for the newest text; an outdated answer is dropped. */
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  Connection,
  InitializeParams,
  InitializeResult,
  WorkspaceEdit,
  WorkspaceFolder,
} from 'vscode-languageserver';
import type { Edit, Range } from '../../index.ts';
import type { Session } from '../session/session.ts';
import { SEARCHED_FILES } from '../sources/endings.ts';
import { version } from '../terminal/version.ts';
import { completionItemOf, diagnosticOf, symbolOf } from './answers.ts';
import { COMMANDS } from './command-names.ts';
import { Commands } from './commands.ts';
import type { AnswerOf, Features, Rest } from './features.ts';
import { WorkspaceFolders } from './folders.ts';
import { OpenDocument, pathOf } from './open-document.ts';
import {
  CodeActionKind,
  createConnection,
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  MarkupKind,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocument,
  TextDocumentSyncKind,
  TextDocuments,
} from './protocol.ts';
import { Publisher } from './publisher.ts';
import { warm } from './warm.ts';
import type { Settle } from './workspace.ts';

export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export type Ended = 'shut down' | 'cut off';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.eb-pattern`;

/** Resolves when the editor ends the server, or has gone. */
export async function serve(session: Session, settle: Settle, { input, output }: Streams): Promise<Ended> {
  let server: Server | undefined;
  const ended = await new Promise<Ended>((end) => {
    // The library's own for Node ends the process before the command has ended.
    const watchDog = {
      shutdownReceived: false,
      initialize: () => undefined,
      exit: () => end(watchDog.shutdownReceived ? 'shut down' : 'cut off'),
    };
    const connection = createConnection(
      (logger) => createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
      watchDog,
      ProposedFeatures.all,
    );
    server = new Server(connection, session, settle);
    server.listen();
    input.on('end', () => end('cut off'));
  });
  await server?.end();
  return ended;
}

/** Asks about one document. */
type Ask = <M extends keyof Features>(method: M, ...rest: Rest<M>) => Promise<AnswerOf<M>>;

class Server {
  private readonly connection: Connection;
  private readonly texts = new TextDocuments(TextDocument);
  private readonly folders: WorkspaceFolders;
  private readonly commands: Commands;
  private readonly publisher: Publisher;
  /** The diagnostics that the editor shows, as text. */
  private readonly sent = new Map<string, string>();
  private capabilities: ClientCapabilities = {};
  private showsHints = false;

  constructor(connection: Connection, session: Session, settle: Settle) {
    this.connection = connection;
    this.folders = new WorkspaceFolders(session, settle);
    this.commands = new Commands(connection, (uri, method, ...rest) => this.asker(uri)(method, ...rest));
    this.publisher = new Publisher({
      publish: (uri, onlyChanged) => this.publish(uri, onlyChanged),
      open: () => this.texts.keys(),
      refresh: () => this.refresh(),
    });
  }

  listen(): void {
    const { connection, texts } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => {
      this.register();
      void warm();
    });
    texts.onDidChangeContent(({ document }) => {
      this.folders.change(this.pathOf(document.uri), new OpenDocument(document).text);
      this.publisher.changed(document.uri);
    });
    texts.onDidClose(({ document: { uri, languageId } }) => {
      this.folders.close(pathOf(uri, this.folders.first, languageId));
      this.publisher.closed(uri);
      this.sent.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    texts.onDidSave(() => this.forget());
    connection.onDidChangeWatchedFiles(() => this.forget());
    connection.onDidChangeConfiguration(() => this.forget());
    connection.onHover(({ textDocument: { uri }, position }) =>
      this.answer(uri, null, async (ask, document) => {
        const hover = await ask('hover', document.offset(position));
        if (hover === undefined) return null;
        return { contents: { kind: MarkupKind.Markdown, value: hover.text }, range: document.range(hover.range) };
      }),
    );
    connection.onCompletion(({ textDocument: { uri }, position }) =>
      this.answer(uri, [], async (ask, document) => {
        const hasSnippets = this.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
        const items = await ask('completions', document.offset(position));
        return items.map((item, i) => completionItemOf(item, i, document, hasSnippets));
      }),
    );
    connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
      this.answer(uri, [], (ask, document) => this.codeActions(ask, document, document.offsets(range), only)),
    );
    connection.onCodeActionResolve((action) => this.resolve(action));
    connection.onCodeLens(({ textDocument: { uri } }) =>
      this.answer(uri, [], (ask, document) => this.lenses(ask, document)),
    );
    connection.onDocumentSymbol(({ textDocument: { uri } }) =>
      this.answer(uri, [], async (ask, document) => (await ask('outline')).map((one) => symbolOf(one, document))),
    );
    connection.onDocumentFormatting(({ textDocument: { uri }, options: { tabSize, insertSpaces } }) =>
      this.answer(uri, [], async (ask, document) => {
        const text = await ask('formatted', insertSpaces ? ' '.repeat(Math.min(tabSize, 8)) : '\t');
        const range = { start: 0, end: document.text.length };
        return text === undefined || text === document.text ? [] : [document.edit({ range, text })];
      }),
    );
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
      this.answer(uri, [], async (ask, document) => {
        if (!this.showsHints) return [];
        const { start, end } = document.offsets(range);
        return (await ask('hints'))
          .filter(({ offset }) => offset >= start && offset <= end)
          .map(({ offset, text }) => ({ position: document.position(offset), label: text }));
      }),
    );
    connection.onExecuteCommand(({ command, arguments: given = [] }) => this.commands.run(command, given));
    texts.listen(connection);
    connection.listen();
  }

  private async initialize(params: InitializeParams): Promise<InitializeResult> {
    const { capabilities, rootUri, initializationOptions } = params;
    this.capabilities = capabilities;
    await this.openFolders(params.workspaceFolders ?? (rootUri === null ? [] : [{ uri: rootUri }]));
    this.commands.showsDocuments = capabilities.window?.showDocument?.support === true;
    this.showsHints = (initializationOptions as { readonly inlayHints?: unknown } | undefined)?.inlayHints === true;
    return {
      capabilities: {
        // All editors know it, and offsets of JavaScript are the same.
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['"', '{', '[', ':', ' '] },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.Empty],
          resolveProvider: true,
        },
        codeLensProvider: {},
        documentSymbolProvider: true,
        documentFormattingProvider: true,
        inlayHintProvider: true,
        executeCommandProvider: { commands: Object.values(COMMANDS) },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'eb-pattern', version: version() },
    };
  }

  /** Has the editor report changes of files and of folders. */
  private register(): void {
    const { connection, capabilities } = this;
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      const watchers = [{ globPattern: SEARCHED_FILES }];
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (capabilities.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      await this.openFolders((await connection.workspace.getWorkspaceFolders()) ?? []);
      this.forget();
    });
  }

  private async openFolders(folders: readonly Pick<WorkspaceFolder, 'uri'>[]): Promise<void> {
    const roots = folders.filter(({ uri }) => uri.startsWith('file:')).map(({ uri }) => this.pathOf(uri));
    await this.folders.open(roots);
  }

  private pathOf(uri: string): string {
    return pathOf(uri, this.folders.first, this.texts.get(uri)?.languageId);
  }

  private asker(uri: string): Ask {
    const path = this.pathOf(uri);
    return (method, ...rest) => this.folders.of(path).ask(method, path, ...rest);
  }

  /** The result of `give`; `none` for a document that is not open, or was changed in the meantime. */
  private async answer<T>(
    uri: string,
    none: T,
    give: (ask: Ask, document: OpenDocument) => T | Promise<T>,
  ): Promise<T> {
    const document = this.texts.get(uri);
    if (document === undefined) return none;
    const { version: asked } = document;
    const given = await give(this.asker(uri), new OpenDocument(document));
    return this.texts.get(uri)?.version === asked ? given : none;
  }

  private async publish(uri: string, onlyChanged: boolean): Promise<void> {
    try {
      const found = await this.answer(uri, undefined, async (ask, document) => ({
        version: document.version,
        diagnostics: (await ask('notes')).map((note) => diagnosticOf(note, document)),
      }));
      // A newer text has findings of its own.
      if (found === undefined) return;
      const text = JSON.stringify(found.diagnostics);
      if (onlyChanged && this.sent.get(uri) === text) return;
      this.sent.set(uri, text);
      await this.connection.sendDiagnostics({ uri, ...found });
    } catch (thrown) {
      this.connection.console.error(`this is a bug of eb-pattern, please report it: ${String(thrown)}`);
    }
  }

  /** A file on the disk has changed that others depend on. */
  private forget(): void {
    this.folders.forget();
    this.publisher.later();
  }

  private refresh(): void {
    const { workspace = {} } = this.capabilities;
    // An editor that is about to end does not answer.
    const send = (method: string): unknown => this.connection.sendRequest(method).catch(() => undefined);
    if (workspace.codeLens?.refreshSupport === true) send('workspace/codeLens/refresh');
    if (this.showsHints && workspace.inlayHint?.refreshSupport === true) send('workspace/inlayHint/refresh');
  }

  private async codeActions(
    ask: Ask,
    document: OpenDocument,
    range: Range,
    only: readonly string[] | undefined,
  ): Promise<CodeAction[]> {
    const edit = (edits: readonly Edit[]): WorkspaceEdit => ({
      changes: { [document.uri]: edits.map((one) => document.edit(one)) },
    });
    const accepts = (kind: string): boolean =>
      only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
    const actions: CodeAction[] = [];
    if (accepts(CodeActionKind.QuickFix)) {
      for (const { title, edits, note, isPreferred } of await ask('actions', range)) {
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          ...(note === undefined ? {} : { diagnostics: [diagnosticOf(note, document)] }),
          ...(isPreferred ? { isPreferred } : {}),
          edit: edit(edits),
        });
      }
    }
    const isAsked = only !== undefined && accepts(FIX_ALL);
    const kind = isAsked ? FIX_ALL : CodeActionKind.QuickFix;
    const resolves = this.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
    // To make the edits takes as long as many checks: they are made when the action is chosen, where the editor can ask then.
    if (!isAsked && resolves && actions.some(({ isPreferred }) => isPreferred === true)) {
      actions.push({ title: 'fix all that is safe in this file', kind, data: document.uri });
    } else if (isAsked || actions.length > 0) {
      const all = await ask('fixAll');
      if (all !== undefined) actions.push({ title: all.title, kind, edit: edit(all.edits) });
    }
    if (only === undefined || only.includes('')) {
      for (const { command } of await this.lenses(ask, document, range)) {
        if (command !== undefined) actions.push({ title: command.title, kind: CodeActionKind.Empty, command });
      }
    }
    return actions;
  }

  /** The edits of an action that was sent without them. */
  private async resolve(action: CodeAction): Promise<CodeAction> {
    const uri: unknown = action.data;
    if (typeof uri !== 'string') return action;
    return this.answer<CodeAction>(uri, action, async (ask, document) => {
      const edits = (await ask('fixAll'))?.edits ?? [];
      return { ...action, edit: { changes: { [uri]: edits.map((one) => document.edit(one)) } } };
    });
  }

  private async lenses(ask: Ask, document: OpenDocument, within?: Range): Promise<CodeLens[]> {
    return (await ask('lenses', within)).map(({ range, title, command, index }) => ({
      range: document.range(range),
      command: { title, command, arguments: [document.uri, index] },
    }));
  }

  async end(): Promise<void> {
    this.publisher.end();
    await Promise.all([this.folders.end(), this.commands.end()]);
  }
}
