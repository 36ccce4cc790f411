/** The places of the characters of a string in the YAML or JSON text of it. */
import type { Range } from '../../index.ts';

/**
 * A function from an offset into the value to an offset into the text. The text is walked along the value, character by character: for an
 * unexpected spelling it returns the start of the string, never a wrong place. Linear, and lazy: the first call walks.
 */
export function scalarPlace(text: string, range: Range, value: string): (offset: number) => number {
  let places: readonly number[] | undefined | 'unasked' = 'unasked';
  return (offset) => {
    if (places === 'unasked') places = placesOf(text.slice(range.start, range.end), value);
    return range.start + (places?.[offset] ?? 0);
  };
}

function placesOf(source: string, value: string): number[] | undefined {
  const [first] = source;
  const walk = new Walk(value);
  const done =
    first === '|' || first === '>'
      ? block(source, walk, first === '>')
      : flow(source, walk, first === '"' || first === "'" ? first : '');
  return done ? walk.places : undefined;
}

/** The value as far as it was found in the source. */
class Walk {
  /** One more than the value has characters when complete: its end has a place, too. */
  readonly places: number[] = [];
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  get rest(): number {
    return this.value.length - this.places.length;
  }

  /** Whether the next character is this one; if so, its place is the offset. */
  take(character: string | undefined, at: number): boolean {
    if (character === undefined || this.value[this.places.length] !== character) return false;
    this.places.push(at);
    return true;
  }

  /** The next characters, of any kind, have the place of the offset: an escape is shorter than its value. */
  takeAny(count: number, at: number): boolean {
    if (this.rest < count) return false;
    for (let i = 0; i < count; i++) this.places.push(at);
    return true;
  }

  end(at: number): boolean {
    if (this.rest !== 0) return false;
    this.places.push(at);
    return true;
  }
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U([0-9a-fA-F]{8})|[^\r\n])/y;
const ESCAPED_BREAK = /\\(?:\r\n?|\n)[ \t]*/y;
const BLANKS = /[ \t]*/y;
const BREAKS = /[\r\n][ \t\r\n]*/y;

/** Quoted or plain. One line end is a blank, n of them are n - 1 line ends; JSON has none. */
function flow(source: string, walk: Walk, quote: string): boolean {
  let at = quote.length;
  while (walk.rest > 0) {
    const c = source[at];
    if (quote === '"' && c === '\\') {
      const escapedBreak = matchAt(ESCAPED_BREAK, source, at);
      if (escapedBreak !== undefined) {
        at += escapedBreak[0].length;
        // Line ends of empty lines follow, each of which counts.
        const empty = matchAt(BREAKS, source, at)?.[0] ?? '';
        for (const _ of lineEnds(empty)) if (!walk.take('\n', at)) return false;
        at += empty.length;
        continue;
      }
      const escaped = matchAt(ESCAPE, source, at);
      if (escaped === undefined) return false;
      const beyond = escaped[1] !== undefined && Number.parseInt(escaped[1], 16) > 0xffff;
      if (!walk.takeAny(beyond ? 2 : 1, at)) return false;
      at += escaped[0].length;
    } else if (c === ' ' || c === '\t' || c === '\n' || c === '\r') {
      const blanks = matchAt(BLANKS, source, at)?.[0] ?? '';
      const breaks = matchAt(BREAKS, source, at + blanks.length)?.[0];
      if (breaks === undefined) {
        // All of the run together, since looking for a line end after each blank would be quadratic.
        for (let i = 0; i < blanks.length && walk.rest > 0; i++) if (!walk.take(blanks[i], at + i)) return false;
        at += blanks.length;
      } else {
        const count = lineEnds(breaks).length;
        if (count === 1 && !walk.take(' ', at)) return false;
        for (let i = 1; i < count; i++) if (!walk.take('\n', at)) return false;
        at += blanks.length + breaks.length;
      }
    } else {
      if (!walk.take(c, at)) return false;
      at += quote === "'" && c === "'" ? 2 : 1;
    }
  }
  return walk.end(at);
}

interface Line {
  /** The range of its content, without the indentation. */
  readonly start: number;
  readonly end: number;
}

/** A block: each line of the value is a line of the text, after the indentation. In a folded one, line ends between texts are blanks. */
function block(source: string, walk: Walk, folded: boolean): boolean {
  const lines = blockLines(source, walk.value);
  let before: Line | undefined;
  let empty = 0;
  for (const line of lines) {
    if (line.start >= line.end) {
      empty++;
      continue;
    }
    // Lines that begin with a blank, and their neighbours, are not folded.
    const folds = folded && before !== undefined && !indented(source, before) && !indented(source, line);
    const count = empty + (before === undefined || (folds && empty > 0) ? 0 : 1);
    const at = before?.end ?? line.start;
    for (let i = 0; i < count; i++) if (!walk.take(folds && empty === 0 ? ' ' : '\n', at)) return false;
    for (let i = line.start; i < line.end; i++) if (!walk.take(source[i], i)) return false;
    before = line;
    empty = 0;
  }
  const end = before?.end ?? source.length;
  while (walk.rest > 0) if (!walk.take('\n', end)) return false;
  return walk.end(end);
}

function indented(source: string, { start }: Line): boolean {
  return source[start] === ' ' || source[start] === '\t';
}

function blockLines(source: string, value: string): Line[] {
  const [header = ''] = /^.*/.exec(source) ?? [];
  const lines: { start: number; end: number }[] = [];
  for (const { 0: text, index } of source.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    if (index > header.length) lines.push({ start: index, end: index + lengthWithoutEnd(text) });
  }
  const indent = indentation(source, lines, value);
  return lines.map(({ start, end }) => ({ start: Math.min(start + indent, end), end }));
}

function lengthWithoutEnd(line: string): number {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end--;
  return end;
}

/** The difference between the first line with a text and its line of the value, which may begin with blanks. */
function indentation(source: string, lines: readonly Line[], value: string): number {
  const blanks = (line: string): number => line.search(/[^ ]/);
  const first = lines.map(({ start, end }) => blanks(source.slice(start, end))).find((count) => count >= 0) ?? 0;
  const own = value
    .split('\n')
    .map(blanks)
    .find((count) => count >= 0);
  return Math.max(0, first - (own ?? 0));
}

function lineEnds(text: string): readonly string[] {
  return text.match(/\r\n?|\n/g) ?? [];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
