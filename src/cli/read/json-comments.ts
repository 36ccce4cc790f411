/** JSON with comments: the comments become blanks, so that everything else stays where it is. Nothing else of JSON is relaxed. */

/** A comment without an end stays, for the reader of JSON to complain about. Linear in the text. */
export function blankComments(text: string): string {
  let out = '';
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const c = text[at];
    if (c === '"') {
      at = stringEnd(text, at);
    } else if (c === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = commentEnd(text, at);
      if (end === undefined) break;
      out += text.slice(kept, at) + text.slice(at, end).replace(/[^\r\n]/g, ' ');
      kept = end;
      at = end;
    } else at++;
  }
  return out + text.slice(kept);
}

/** A string without its closing quote ends with its line: strings of JSON have no line ends. */
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
