/** Wraps a text to a width. */
import { charactersOf, columns } from './columns.ts';

/** Breaks at blanks, or anywhere in a long word. `hanging` precedes each line but the first. */
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
    for (const character of charactersOf(word)) {
      if (used + columns(character) > width) flush();
      line += character;
      used += columns(character);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}
