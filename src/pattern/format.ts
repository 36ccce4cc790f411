/** Shows a finding as text: the line it is about, with a caret under the place. */
import { assertOptions, hasMember, takes } from './arguments.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Range } from './json/node.ts';

export interface FormatOptions {
  /** A name to show before the line and the column. */
  readonly file?: string | undefined;
  /** Columns that a line may take; default 80. */
  readonly width?: number | undefined;
  /** Whether to colour with ANSI escapes; default false. */
  readonly color?: boolean | undefined;
  /** A `lineColumn` of the source that is shared by many findings. Without it the text is read again for each finding. */
  readonly find?: ((offset: number) => LineColumn) | undefined;
}

export interface LineColumn {
  /** Both count from 1; a column is a UTF-16 code unit. */
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin; LF, CR and CRLF end one. */
interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Of the last text, since places are asked for by the hundred. It is let go of once the caller has returned to the event loop. */
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

/** Where an offset stands in a text; LF, CR and CRLF end a line. Places of one text that follow each other cost one look at it. */
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
 * A finding with its place in the source, as a person reads it; several lines, no line end after the last. For a finding without a range the pointer stands
 * for the place, and `source` is not used.
 */
export function formatDiagnostic(diagnostic: Diagnostic, source: string, options: FormatOptions = {}): string {
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

/** The line of a range with carets below it, cut to the width around the range's start. */
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
  const room = Math.max(20, width - gutter.length - 4);
  const text = source.slice(lineStart, lineEnd(source, range.start, lineStart, room));
  const head = text.slice(0, caret);
  // A caret behind the end of the line takes a column too.
  const whole = (fits(text, room) && textWidth(head) < room) || fits(head, room - 10);
  const from = whole ? 0 : startBefore(text, caret, Math.floor(room / 3));
  const cut = from > 0 ? '…' : '';
  const shown = clipTo(text.slice(from), room - cut.length);
  const before = cut.length + textWidth(text.slice(from, caret));
  const marked = text.slice(caret, Math.min(range.end - lineStart, from + shown.length));
  const carets = Math.max(1, Math.min(textWidth(marked), room - before));
  const blank = ' '.repeat(gutter.length);
  return [
    ` ${blank} |`,
    ` ${gutter} | ${cut}${printable(shown)}`,
    ` ${blank} | ${' '.repeat(before)}${mark('^'.repeat(carets))}`,
  ];
}

/** Where a line ends, or behind all of it that could be shown: a line may have megabytes. */
function lineEnd(source: string, offset: number, lineStart: number, room: number): number {
  // A place between the two characters of a CRLF stands behind the end of its line.
  const from = source[offset] === '\n' && source[offset - 1] === '\r' && offset > lineStart ? offset - 1 : offset;
  const near = source.slice(from, from + 4 * room);
  const end = near.search(/[\r\n]/);
  return from + (end < 0 ? near.length : end);
}

/** A line may have megabytes, so it is measured only when it may fit: two code units take at least one column. */
function fits(text: string, width: number): boolean {
  return text.length <= 2 * width && textWidth(text) <= width;
}

/** Where the last characters before `end` begin that take no more than `width` columns. */
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
