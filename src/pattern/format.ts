/** Shows a finding as text: the line it is about, with a caret under the place. */
import type { Diagnostic } from './diagnostic.ts';
import type { Range } from './json/node.ts';

export interface FormatOptions {
  /** A name to show before the line and the column. */
  readonly file?: string | undefined;
  /** Columns that a line may take; default 80. */
  readonly width?: number | undefined;
  /** Whether to colour with ANSI escapes; default false. */
  readonly color?: boolean | undefined;
}

export interface LineColumn {
  /** Both count from 1; a column is a UTF-16 code unit. */
  readonly line: number;
  readonly column: number;
}

/** Where an offset stands in a text; LF, CR and CRLF end a line. */
export function lineColumn(text: string, offset: number): LineColumn {
  let line = 1;
  let start = 0;
  for (const end of text.slice(0, offset).matchAll(/\r\n?|\n/g)) {
    // A CRLF that the offset divides is not over yet.
    if (end[0] === '\r' && text[end.index + 1] === '\n') continue;
    line++;
    start = end.index + end[0].length;
  }
  return { line, column: offset - start + 1 };
}

/**
 * A finding with its place in the source, as a person reads it; several lines, no line end after the last. For a finding without a range the pointer stands
 * for the place, and `source` is not used.
 */
export function formatDiagnostic(diagnostic: Diagnostic, source: string, options: FormatOptions = {}): string {
  const { code, severity, message, hint, pointer } = diagnostic;
  const range = diagnostic.focus ?? diagnostic.range;
  const paint = painter(options.color ?? false);
  const lines = [`${paint(severity, severity)}[${code}]: ${printable(message)}`];
  const file = options.file ?? 'pattern';
  if (range === undefined) {
    lines.push(`  --> ${file}${pointer === '' ? '' : ` at ${printable(pointer)}`}`);
  } else {
    const { line, column } = lineColumn(source, range.start);
    lines.push(
      `  --> ${file}:${line}:${column}`,
      ...snippet(source, range, line, options.width ?? 80, (text) => paint(severity, text)),
    );
  }
  if (hint !== undefined) lines.push(`   = ${paint('hint', 'help')}: ${printable(hint)}`);
  for (const { range: other, message: note, pointer: at } of diagnostic.related ?? []) {
    const place = other === undefined ? printable(at) : `${file}:${join(lineColumn(source, other.start))}`;
    lines.push(`   = note: ${note}: ${place}`);
  }
  return lines.join('\n');
}

function join({ line, column }: LineColumn): string {
  return `${line}:${column}`;
}

/** The line of a range with carets below it, cut to the width around the range's start. */
function snippet(source: string, range: Range, line: number, width: number, mark: (text: string) => string): string[] {
  const { column } = lineColumn(source, range.start);
  const lineStart = range.start - column + 1;
  const rest = source.slice(lineStart);
  const lineEnd = rest.search(/[\r\n]/);
  const text = lineEnd < 0 ? rest : rest.slice(0, lineEnd);
  const gutter = String(line);
  const room = Math.max(20, width - gutter.length - 4);
  const from =
    column - 1 < room - 10 && textWidth(text) > room
      ? 0
      : textWidth(text) <= room
        ? 0
        : Math.max(0, column - 1 - Math.floor(room / 3));
  const shown = clipTo(text.slice(from), room - (from > 0 ? 1 : 0));
  const before = (from > 0 ? 1 : 0) + textWidth(text.slice(from, column - 1));
  const marked = text.slice(column - 1, Math.min(range.end - lineStart, from + shown.length));
  const carets = Math.max(1, Math.min(textWidth(marked), room - before));
  const blank = ' '.repeat(gutter.length);
  return [
    ` ${blank} |`,
    ` ${gutter} | ${from > 0 ? '…' : ''}${printable(shown)}`,
    ` ${blank} | ${' '.repeat(before)}${mark('^'.repeat(carets))}`,
  ];
}

function clipTo(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width) return `${text.slice(0, Math.max(0, end - 1))}…`;
    end += character.length;
  }
  return text;
}

/** Columns that a text takes in a terminal: East Asian wide characters and emoji take two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        character,
      ) && character > '\u00ff'
        ? 2
        : 1;
  return width;
}

/** Control characters must not reach a terminal: a pattern could move its cursor. Each becomes one visible character. */
function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, '\u00b7');
}

const COLORS: Readonly<Record<string, string>> = { error: '31', warning: '33', info: '36', hint: '32' };

function painter(color: boolean): (kind: string, text: string) => string {
  return (kind, text) => (color ? `\u001b[1;${COLORS[kind]}m${text}\u001b[0m` : text);
}
