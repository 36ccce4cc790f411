/** The language server protocol over a pair of streams. Each request is answered for the newest text; an outdated answer is dropped. */
import { fileURLToPath } from 'node:url';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Connection,
  Diagnostic,
  DocumentSymbol,
  InitializeParams,
  InitializeResult,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Range } from '../../index.ts';
import type { Session } from '../session/session.ts';
import { version } from '../terminal/version.ts';
import type { Note } from './analysis.ts';
import { Commands } from './commands.ts';
import type { FileCompletion } from './completion.ts';
import { Lanes } from './lanes.ts';
import { COMMANDS } from './lenses.ts';
import {
  CodeActionKind,
  CompletionItemKind,
  createConnection,
  createProtocolConnection,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  MarkupKind,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  SymbolKind,
  TextDocument,
  TextDocumentSyncKind,
  TextDocuments,
} from './protocol.ts';
import type { Outline } from './symbols.ts';
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

class Server {
  private readonly connection: Connection;
  private readonly session: Session;
  private readonly settle: Settle;
  private readonly texts = new TextDocuments(TextDocument);
  private lanes: Lanes;
  private commands: Commands;
  private showsHints = false;
  private hasSnippets = false;

  constructor(connection: Connection, session: Session, settle: Settle) {
    this.connection = connection;
    this.session = session;
    this.settle = settle;
    this.lanes = new Lanes(session.io.cwd, session, settle);
    this.commands = new Commands(connection, this.lanes, false);
  }

  listen(): void {
    const { connection, texts } = this;
    connection.onInitialize((params) => this.initialize(params));
    texts.onDidChangeContent(({ document: { uri } }) => {
      this.lanes.change(pathOf(uri), this.textOf(uri));
      void this.publish(uri);
    });
    texts.onDidClose(({ document: { uri } }) => {
      this.lanes.close(pathOf(uri));
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    texts.onDidSave(() => this.refresh());
    connection.onDidChangeWatchedFiles(() => this.refresh());
    connection.onDidChangeConfiguration(() => this.refresh());
    connection.onHover(({ textDocument: { uri }, position }) =>
      this.answer(uri, null, async (path, document) => {
        const hover = await this.lanes.ask('hover', path, document.offsetAt(position));
        return hover === undefined
          ? null
          : { contents: { kind: MarkupKind.Markdown, value: hover.text }, range: rangeOf(document, hover.range) };
      }),
    );
    connection.onCompletion(({ textDocument: { uri }, position }) =>
      this.answer(uri, [], async (path, document) => {
        const items = await this.lanes.ask('completions', path, document.offsetAt(position));
        return items.map((item, i) => this.completionItem(item, i, document));
      }),
    );
    connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
      this.answer(uri, [], (path, document) => {
        const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return this.codeActions(path, document, at, context.only);
      }),
    );
    connection.onCodeLens(({ textDocument: { uri } }) =>
      this.answer(uri, [], (path, document) => this.lenses(path, document)),
    );
    connection.onDocumentSymbol(({ textDocument: { uri } }) =>
      this.answer(uri, [], async (path, document) =>
        (await this.lanes.ask('outline', path)).map((one) => symbolOf(one, document)),
      ),
    );
    connection.onDocumentFormatting(({ textDocument: { uri }, options: { tabSize, insertSpaces } }) =>
      this.answer(uri, [], async (path, document) => {
        const before = document.getText();
        const text = await this.lanes.ask('formatted', path, insertSpaces ? ' '.repeat(Math.min(tabSize, 8)) : '\t');
        const all = { start: 0, end: before.length };
        return text === undefined || text === before ? [] : [{ range: rangeOf(document, all), newText: text }];
      }),
    );
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
      this.answer(uri, [], async (path, document) => {
        if (!this.showsHints) return [];
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        return (await this.lanes.ask('hints', path))
          .filter(({ offset }) => offset >= start && offset <= end)
          .map(({ offset, text }) => ({ position: document.positionAt(offset), label: text }));
      }),
    );
    connection.onExecuteCommand(({ command, arguments: given = [] }) => this.commands.run(command, given));
    texts.listen(connection);
    connection.listen();
  }

  private initialize({
    capabilities,
    rootUri,
    workspaceFolders,
    initializationOptions,
  }: InitializeParams): InitializeResult {
    const uri = workspaceFolders?.[0]?.uri ?? rootUri;
    const root = uri?.startsWith('file:') === true ? fileURLToPath(uri) : this.session.io.cwd;
    this.lanes = new Lanes(root, this.session, this.settle);
    this.commands = new Commands(this.connection, this.lanes, capabilities.window?.showDocument?.support === true);
    this.showsHints = (initializationOptions as { readonly inlayHints?: unknown } | undefined)?.inlayHints === true;
    this.hasSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['"', '{', '[', ':', ' '] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, CodeActionKind.Empty] },
        codeLensProvider: {},
        documentSymbolProvider: true,
        documentFormattingProvider: true,
        inlayHintProvider: true,
        executeCommandProvider: { commands: Object.values(COMMANDS) },
      },
      serverInfo: { name: 'eb-pattern', version: version() },
    };
  }

  private textOf(uri: string): string {
    return this.texts.get(uri)?.getText() ?? '';
  }

  /** The result of `give`; `none` for a document that is not open, or was changed in the meantime. */
  private async answer<T>(
    uri: string,
    none: T,
    give: (path: string, document: TextDocument) => T | Promise<T>,
  ): Promise<T> {
    const document = this.texts.get(uri);
    if (document === undefined) return none;
    const { version: asked } = document;
    const given = await give(pathOf(uri), document);
    return this.texts.get(uri)?.version === asked ? given : none;
  }

  private async publish(uri: string): Promise<void> {
    try {
      const found = await this.answer(uri, undefined, async (path, document) => ({
        version: document.version,
        diagnostics: (await this.lanes.ask('notes', path)).map((note) => diagnosticOf(note, document)),
      }));
      // A newer text has findings of its own.
      if (found !== undefined) await this.connection.sendDiagnostics({ uri, ...found });
    } catch (thrown) {
      this.connection.console.error(`this is a bug of eb-pattern, please report it: ${String(thrown)}`);
    }
  }

  /** Refreshes the editor after a change of a file on which others depend. */
  private refresh(): void {
    this.lanes.forget();
    for (const { uri } of this.texts.all()) void this.publish(uri);
  }

  private completionItem(
    { kind, label, detail, range, text, typed, places }: FileCompletion,
    index: number,
    document: TextDocument,
  ): CompletionItem {
    const isSnippet = this.hasSnippets && places.length > 0;
    return {
      label,
      kind: COMPLETION_KINDS[kind],
      ...(detail === undefined ? {} : { detail }),
      // Keeps the order, the likeliest first.
      sortText: String(index).padStart(4, '0'),
      filterText: typed,
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range: rangeOf(document, range), newText: isSnippet ? snippetOf(text, places) : text },
    };
  }

  private async codeActions(
    path: string,
    document: TextDocument,
    range: Range,
    only: readonly string[] | undefined,
  ): Promise<CodeAction[]> {
    const edit = (edits: readonly Edit[]): WorkspaceEdit => ({
      changes: { [document.uri]: edits.map((one) => textEdit(document, one)) },
    });
    const wants = (kind: string): boolean =>
      only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      for (const { title, edits, note, isPreferred } of await this.lanes.ask('actions', path, range)) {
        actions.push({
          title,
          kind: CodeActionKind.QuickFix,
          ...(note === undefined ? {} : { diagnostics: [diagnosticOf(note, document)] }),
          ...(isPreferred ? { isPreferred } : {}),
          edit: edit(edits),
        });
      }
    }
    if (only !== undefined && wants(FIX_ALL)) {
      const all = await this.lanes.ask('fixAll', path);
      if (all !== undefined) actions.push({ title: all.title, kind: FIX_ALL, edit: edit(all.edits) });
    }
    if (only === undefined || only.includes('')) {
      for (const { command } of await this.lenses(path, document, range)) {
        if (command !== undefined) actions.push({ title: command.title, kind: CodeActionKind.Empty, command });
      }
    }
    return actions;
  }

  private async lenses(path: string, document: TextDocument, within?: Range): Promise<CodeLens[]> {
    return (await this.lanes.ask('lenses', path, within)).map(({ range, title, command, index }) => ({
      range: rangeOf(document, range),
      command: { title, command, arguments: [document.uri, index] },
    }));
  }

  async end(): Promise<void> {
    await Promise.all([this.lanes.end(), this.commands.end()]);
  }
}

function pathOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
}

function rangeOf(document: TextDocument, { start, end }: Range): { start: Position; end: Position } {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

type Position = ReturnType<TextDocument['positionAt']>;

function textEdit(document: TextDocument, { range, text }: Edit): TextEdit {
  return { range: rangeOf(document, range), newText: text };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Findings that editors show faded. */
const UNNECESSARY: ReadonlySet<string> = new Set(['redundant-condition', 'duplicate-condition']);

function diagnosticOf({ range, severity, message, code, hint, related }: Note, document: TextDocument): Diagnostic {
  return {
    range: rangeOf(document, range),
    severity: SEVERITIES[severity],
    source: 'eb-pattern',
    message: hint === undefined ? message : `${message}\n${hint}`,
    ...(code === undefined ? {} : { code }),
    ...(related === undefined
      ? {}
      : {
          relatedInformation: related.map((one) => ({
            location: { uri: document.uri, range: rangeOf(document, one.range) },
            message: one.message,
          })),
        }),
    ...(code !== undefined && UNNECESSARY.has(code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

const COMPLETION_KINDS = {
  attribute: CompletionItemKind.Property,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  operator: CompletionItemKind.Operator,
  operand: CompletionItemKind.Value,
  brackets: CompletionItemKind.Struct,
} as const;

/** The text with its placeholders as tab stops. */
function snippetOf(text: string, places: readonly Range[]): string {
  let snippet = '';
  let at = 0;
  for (const [i, { start, end }] of places.entries()) {
    snippet += escaped(text.slice(at, start));
    snippet += start === end ? `$${i + 1}` : `\${${i + 1}:${escaped(text.slice(start, end))}}`;
    at = end;
  }
  return snippet + escaped(text.slice(at));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

const SYMBOL_KINDS = { pattern: SymbolKind.Object, field: SymbolKind.Field, test: SymbolKind.Method } as const;

function symbolOf({ name, kind, range, nameRange, children }: Outline, document: TextDocument): DocumentSymbol {
  return {
    name,
    kind: SYMBOL_KINDS[kind],
    range: rangeOf(document, range),
    selectionRange: rangeOf(document, nameRange),
    children: children.map((child) => symbolOf(child, document)),
  };
}
