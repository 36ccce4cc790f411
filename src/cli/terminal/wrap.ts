/** Breaks a text into lines of a width. */
import { stripVTControlCharacters } from 'node:util';

/** At blanks where there are any, else wherever the line is full. `hanging` is put before each line but the first. */
export function wrap(text: string, width: number, hanging = ''): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    lines.push(line.trimEnd());
    line = hanging;
    used = hanging.length;
  };
  for (const word of text.split(/(?<= )/)) {
    const size = columns(word.trimEnd());
    if (used + size > width && used > hanging.length && line.trim() !== '') flush();
    if (used + size <= width) {
      line += word;
      used += columns(word);
      continue;
    }
    for (const character of word) {
      if (used + columns(character) > width) flush();
      line += character;
      used += columns(character);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/gu;

/** Columns of a text in a terminal: colours take none, East Asian wide characters and emoji two. */
export function columns(styled: string): number {
  const text = styled.includes('\u001b') ? stripVTControlCharacters(styled) : styled;
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}
