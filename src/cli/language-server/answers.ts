/** Answers in the words of the protocol: plain data with offsets becomes data with lines and columns. */
import type { CompletionItem, Diagnostic, DocumentSymbol } from 'vscode-languageserver';
import type { Range } from '../../index.ts';
import type { Note } from './analysis.ts';
import type { FileCompletion } from './completion.ts';
import type { OpenDocument } from './open-document.ts';
import { CompletionItemKind, DiagnosticSeverity, DiagnosticTag, InsertTextFormat, SymbolKind } from './protocol.ts';
import type { Outline } from './symbols.ts';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** What editors show faded. */
const UNNECESSARY: ReadonlySet<string> = new Set(['redundant-condition', 'duplicate-condition']);

export function diagnosticOf(
  { range, severity, message, code, hint, related }: Note,
  document: OpenDocument,
): Diagnostic {
  return {
    range: document.range(range),
    severity: SEVERITIES[severity],
    source: 'eb-pattern',
    message: hint === undefined ? message : `${message}\n${hint}`,
    ...(code === undefined ? {} : { code }),
    ...(related === undefined
      ? {}
      : {
          relatedInformation: related.map((one) => ({
            location: { uri: document.uri, range: document.range(one.range) },
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

/** `index`: the place in the list, the likeliest first. `hasSnippets`: whether the editor has placeholders. */
export function completionItemOf(
  { kind, label, detail, range, text, typed, places }: FileCompletion,
  index: number,
  document: OpenDocument,
  hasSnippets: boolean,
): CompletionItem {
  const isSnippet = hasSnippets && places.length > 0;
  return {
    label,
    kind: COMPLETION_KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    sortText: String(index).padStart(4, '0'),
    filterText: typed,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: document.edit({ range, text: isSnippet ? snippetOf(text, places) : text }),
  };
}

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

export function symbolOf({ name, kind, range, nameRange, children }: Outline, document: OpenDocument): DocumentSymbol {
  return {
    name,
    kind: SYMBOL_KINDS[kind],
    range: document.range(range),
    selectionRange: document.range(nameRange),
    children: children.map((child) => symbolOf(child, document)),
  };
}
