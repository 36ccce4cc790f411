/**
 * Strings of HCL: quoted templates and heredocs. Their value, the place of each character, and the spelling of a piece of text in them. The
 * rules are those of HCL's specification ("Template Expressions"); Terraform 1.x does the same.
 */
import type { Range } from '../../../index.ts';

export interface HclString {
  readonly value: string;
  /** Maps an offset of the value to one of the text: one entry for each character, and one for the end. */
  readonly places: readonly number[];
}

const ESCAPE = /\\(?:([nrt"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;
const SHORT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The string at a range, which begins with a quote or with `<<`. An interpolation is kept as written. Undefined for an invalid escape. */
export function readString(text: string, range: Range): HclString | undefined {
  const read = text[range.start] === '"' ? readQuoted(text, range) : readHeredoc(text, range);
  if (read === undefined) return undefined;
  // Terraform stores strings in the Unicode normal form C.
  const value = read.value.normalize('NFC');
  return value.length === read.value.length ? { value, places: read.places } : { value, places: [] };
}

class Builder {
  value = '';
  readonly places: number[] = [];

  /** `piece` is the value of the text at an offset. */
  add(piece: string, at: number, step: 0 | 1): void {
    for (let i = 0; i < piece.length; i++) this.places.push(at + i * step);
    this.value += piece;
  }

  end(at: number): HclString {
    this.places.push(at);
    return this;
  }
}

function readQuoted(text: string, { start, end }: Range): HclString | undefined {
  const built = new Builder();
  let at = start + 1;
  while (at < end - 1) {
    const character = text[at] as string;
    const marker = doubledMarker(text, at);
    if (marker !== undefined) {
      built.add(marker, at, 0);
      at += 3;
    } else if (isInterpolation(text, at)) {
      const stop = endOfInterpolation(text, at, end - 1);
      built.add(text.slice(at, stop), at, 1);
      at = stop;
    } else if (character === '\\') {
      ESCAPE.lastIndex = at;
      const escaped = ESCAPE.exec(text);
      if (escaped === null) return undefined;
      const [whole, short, four, eight] = escaped;
      const code = Number.parseInt(four ?? eight ?? '0', 16);
      if (code > 0x10ffff) return undefined;
      built.add(short === undefined ? String.fromCodePoint(code) : (SHORT[short] as string), at, 0);
      at += whole.length;
    } else built.add(character, at++, 1);
  }
  return built.end(end - 1);
}

/** `$${` means `${`, and `%%{` means `%{`. */
function doubledMarker(text: string, at: number): string | undefined {
  const three = text.slice(at, at + 3);
  return three === '$${' || three === '%%{' ? three.slice(1) : undefined;
}

function isInterpolation(text: string, at: number): boolean {
  return (text[at] === '$' || text[at] === '%') && text[at + 1] === '{';
}

/**
 * The offset after its closing brace. Braces in strings inside the expression count, too, since the caller's parser has verified that they
 * are balanced.
 */
function endOfInterpolation(text: string, at: number, end: number): number {
  let depth = 0;
  let inString = false;
  for (let i = at + 1; i < end; i++) {
    const character = text[i];
    if (inString && character === '\\') i++;
    else if (character === '"') inString = !inString;
    else if (character === '{' && !inString) depth++;
    else if (character === '}' && !inString && --depth === 0) return i + 1;
  }
  return end;
}

interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  readonly isBlank: boolean;
}

function readHeredoc(text: string, { start, end }: Range): HclString {
  const isIndented = text[start + 2] === '-';
  const lines = linesOf(text, text.indexOf('\n', start) + 1, text.lastIndexOf('\n', end - 1));
  const indent = isIndented ? commonIndent(text, lines) : 0;
  const built = new Builder();
  for (const line of lines) {
    let at = line.isBlank ? line.start : line.start + indent;
    while (at < line.end) {
      const marker = doubledMarker(text, at);
      if (marker !== undefined) {
        built.add(marker, at, 0);
        at += 3;
      } else if (isInterpolation(text, at)) {
        const stop = endOfInterpolation(text, at, line.end);
        built.add(text.slice(at, stop), at, 1);
        at = stop;
      } else built.add(text[at] as string, at++, 1);
    }
    built.add(text.slice(line.end, line.next), line.end, 1);
  }
  return built.end(lines.at(-1)?.end ?? start);
}

function linesOf(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; start <= to; ) {
    const newline = text.indexOf('\n', start);
    const end = newline > start && text[newline - 1] === '\r' ? newline - 1 : newline;
    lines.push({ start, end, next: newline + 1, isBlank: text.slice(start, end).trim() === '' });
    start = newline + 1;
  }
  return lines;
}

/** Blank lines are not counted. */
function commonIndent(text: string, lines: readonly Line[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { start, end, isBlank } of lines) {
    if (!isBlank) least = Math.min(least, text.slice(start, end).search(/\S/));
  }
  return Number.isFinite(least) ? least : 0;
}

/** A piece of text in the spelling of the string at a place; undefined when it cannot be written there. */
export function writeString(piece: string, first: string | undefined): string | undefined {
  const literal = piece.replace(/([$%])(?=\{)/g, '$1$1');
  // Only JSON has the escapes `\b` and `\f`.
  if (first === '"') {
    return JSON.stringify(literal)
      .slice(1, -1)
      .replace(/\\(.)/g, (escaped, letter: string) =>
        letter === 'b' ? '\\u0008' : letter === 'f' ? '\\u000c' : escaped,
      );
  }
  // A heredoc has no escapes, and a line end would need the indentation.
  return /[^\S ]|\p{Cc}/u.test(piece) ? undefined : literal;
}
