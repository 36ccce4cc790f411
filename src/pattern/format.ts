/** Renders a finding as text: its message, the source line and a caret below the place. */
import { assertOptions, hasMember, takes } from './arguments.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Range } from './json/node.ts';

/** Options of `formatDiagnostic`. */
export interface FormatOptions {
  /** A name to show before the line and the column; default `pattern`. */
  readonly file?: string | undefined;
  /** Maximum columns of a line; default 80. */
  readonly width?: number | undefined;
  /** Whether to colour with ANSI escapes; default false. */
  readonly color?: boolean | undefined;
  /** Maps an offset of the source to its line and column; default `lineColumn` of the source. */
  readonly find?: ((offset: number) => LineColumn) | undefined;
}

/** A place in a text, as editors show it. */
export interface LineColumn {
  /** From 1; LF, CR and CRLF end a line. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** The offsets at which the lines of a text begin; LF, CR and CRLF end a line. */
interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Cache of the last text, since many places of one text are looked up in a row. Released in a microtask. */
let last: Lines | undefined;

function startsOf(text: string): readonly number[] {
  if (last?.text === text) return last.starts;
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  if (last === undefined) {
    void Promise.resolve().then(() => {
      last = undefined;
    });
  }
  last = { text, starts };
  return starts;
}

/** The line and column of an offset; LF, CR and CRLF end a line. Consecutive calls with the same text read it once. */
export function lineColumn(text: string, offset: number): LineColumn {
  takes(typeof text === 'string', 'lineColumn', 'a text', text);
  takes(typeof offset === 'number', 'lineColumn', 'an offset into the text', offset);
  const starts = startsOf(text);
  let line = 0;
  let beyond = starts.length;
  while (beyond - line > 1) {
    const middle = (line + beyond) >>> 1;
    if ((starts[middle] as number) <= offset) line = middle;
    else beyond = middle;
  }
  return { line: line + 1, column: offset - (starts[line] as number) + 1 };
}

/**
 * A finding with its place in the source: several lines, no line end after the last. For a finding without a range the pointer is shown and
 * `source` is not used.
 */
export function formatDiagnostic(diagnostic: Diagnostic<string>, source: string, options: FormatOptions = {}): string {
  takes(
    hasMember(diagnostic, 'code') &&
      hasMember(diagnostic, 'severity') &&
      hasMember(diagnostic, 'message') &&
      hasMember(diagnostic, 'pointer'),
    'formatDiagnostic',
    'a Diagnostic',
    diagnostic,
  );
  takes(typeof source === 'string', 'formatDiagnostic', 'the text of the pattern', source);
  assertOptions(options);
  const { code, severity, message, hint, pointer } = diagnostic;
  const range = diagnostic.focus ?? diagnostic.range;
  const paint = painter(options.color ?? false);
  const find = options.find ?? ((offset: number) => lineColumn(source, offset));
  const lines = [`${paint(severity, severity)}[${code}]: ${printable(message)}`];
  const file = options.file ?? 'pattern';
  if (range === undefined) {
    lines.push(`  --> ${file}${pointer === '' ? '' : ` at ${printable(pointer)}`}`);
  } else {
    const place = find(range.start);
    lines.push(
      `  --> ${file}:${join(place)}`,
      ...snippet(source, range, place, options.width ?? 80, (text) => paint(severity, text)),
    );
  }
  if (hint !== undefined) lines.push(`   = ${paint('hint', 'help')}: ${printable(hint)}`);
  for (const { title } of diagnostic.fixes?.slice(1) ?? [])
    lines.push(`   = ${paint('hint', 'or')}: ${printable(title)}`);
  for (const { range: other, message: note, pointer: at } of diagnostic.related ?? []) {
    const place = other === undefined ? printable(at) : `${file}:${join(find(other.start))}`;
    lines.push(`   = note: ${note}: ${place}`);
  }
  return lines.join('\n');
}

function join({ line, column }: LineColumn): string {
  return `${line}:${column}`;
}

/** The line of a range with carets below it, cut to the width around the start of the range. */
function snippet(
  source: string,
  range: Range,
  { line, column }: LineColumn,
  width: number,
  mark: (text: string) => string,
): string[] {
  const caret = column - 1;
  const lineStart = range.start - caret;
  const gutter = String(line);
  const available = Math.max(20, width - gutter.length - 4);
  const text = source.slice(lineStart, lineEnd(source, range.start, lineStart, available));
  const head = text.slice(0, caret);
  // A caret behind the end of the line takes a column too.
  const whole = (fits(text, available) && textWidth(head) < available) || fits(head, available - 10);
  const from = whole ? 0 : startBefore(text, caret, Math.floor(available / 3));
  const cut = from > 0 ? '…' : '';
  const shown = clipTo(text.slice(from), available - cut.length);
  const before = cut.length + textWidth(text.slice(from, caret));
  const marked = text.slice(caret, Math.min(range.end - lineStart, from + shown.length));
  const carets = Math.max(1, Math.min(textWidth(marked), available - before));
  const blank = ' '.repeat(gutter.length);
  return [
    ` ${blank} |`,
    ` ${gutter} | ${cut}${printable(shown)}`,
    ` ${blank} | ${' '.repeat(before)}${mark('^'.repeat(carets))}`,
  ];
}

/** The end of a line, or an offset behind everything that fits: a line may have megabytes. */
function lineEnd(source: string, offset: number, lineStart: number, available: number): number {
  // An offset between the two characters of a CRLF is behind the end of its line.
  const from = source[offset] === '\n' && source[offset - 1] === '\r' && offset > lineStart ? offset - 1 : offset;
  const near = source.slice(from, from + 4 * available);
  const end = near.search(/[\r\n]/);
  return from + (end < 0 ? near.length : end);
}

/** Measures the line only if it may fit, since a line may have megabytes: two code units take at least one column. */
function fits(text: string, width: number): boolean {
  return text.length <= 2 * width && textWidth(text) <= width;
}

/** The start of the last characters before `end` that take no more than `width` columns. */
function startBefore(text: string, end: number, width: number): number {
  const near = Array.from(text.slice(Math.max(0, end - 2 * width), end)).reverse();
  let used = 0;
  let start = end;
  for (const character of near) {
    used += textWidth(character);
    if (used > width) break;
    start -= character.length;
  }
  return start;
}

function clipTo(text: string, width: number): string {
  let used = 0;
  let end = 0;
  let cut = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width) return `${text.slice(0, cut)}…`;
    end += character.length;
    if (used < width) cut = end;
  }
  return text;
}

/** The columns of a text in a terminal: East Asian wide characters and emoji take two. */
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

/** Replaces control characters, which could move the cursor of a terminal, by one visible character each. */
function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, '\u00b7');
}

const COLORS: Readonly<Record<string, string>> = { error: '31', warning: '33', info: '36', hint: '32' };

function painter(color: boolean): (kind: string, text: string) => string {
  return (kind, text) => (color ? `\u001b[1;${COLORS[kind]}m${text}\u001b[0m` : text);
}
