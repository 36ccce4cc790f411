/** JSON with comments: their ranges, and how to blank them without moving the rest. JSON is otherwise read strictly. */
import type { Range } from '../../index.ts';

/** An unclosed comment is kept, so that the reader of JSON reports it. Linear in the text. */
export function blankComments(text: string): string {
  let out = '';
  let kept = 0;
  for (const { start, end } of commentRanges(text)) {
    out += text.slice(kept, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    kept = end;
  }
  return out + text.slice(kept);
}

/** With their delimiters, in source order. */
export function* commentRanges(text: string): Generator<Range, void> {
  let at = 0;
  while (at < text.length) {
    const c = text[at];
    if (c === '"') at = stringEnd(text, at);
    else if (c === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = commentEnd(text, at);
      if (end === undefined) return;
      yield { start: at, end };
      at = end;
    } else at++;
  }
}

/** A string without its closing quote ends with its line, since JSON strings contain no line ends. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !/["\r\n]/.test(text[at] as string)) at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function commentEnd(text: string, start: number): number | undefined {
  if (text[start + 1] === '*') {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? undefined : end + 2;
  }
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? text.length;
}

const LINE_END = /[\r\n]/g;
