/** Lines and columns of many offsets of one text. */
import type { LineColumn } from '../../json.ts';
import type { Located } from './located.ts';

type Find = (offset: number) => LineColumn;

let last: { readonly text: string; readonly find: Find } | undefined;

/**
 * As `lineColumn` of the core, which reads the text again for each offset. The last text is cached, since a document contains many
 * patterns.
 */
export function lineFinder(text: string): Find {
  if (last?.text !== text) last = { text, find: findIn(text) };
  return last.find;
}

function findIn(text: string): Find {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let line = 0;
    let beyond = starts.length;
    while (beyond - line > 1) {
      const middle = (line + beyond) >> 1;
      if ((starts[middle] as number) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (starts[line] as number) + 1 };
  };
}

/** Lines and columns in the file for offsets into the text of a pattern or an event. */
export function placeFinder({ within, place }: Located): Find {
  const find = lineFinder(within);
  return (offset) => find(place(offset));
}
