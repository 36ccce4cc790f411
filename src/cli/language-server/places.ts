/** Maps places of a file to places of its patterns. */
import { type PartialNode, readPartialJson } from '../../editor/index.ts';
import type { Range } from '../../index.ts';
import type { PatternSource } from '../sources/found.ts';

/** The range of the pattern in its file. */
export function rangeInFile({ text, place, node }: PatternSource): Range {
  return node === undefined ? { start: place(0), end: place(text.length) } : node.range;
}

/** A range of the pattern's text, as a range of its file. */
export function outward({ place }: PatternSource, { start, end }: Range): Range {
  const from = place(start);
  return { start: from, end: Math.max(from, place(end)) };
}

/** The offset of the pattern's text for an offset of the file; undefined outside of the pattern. */
export function inward(source: PatternSource, offset: number): number | undefined {
  const { text, place, node } = source;
  const { start, end } = rangeInFile(source);
  if (offset < start || offset > end) return undefined;
  if (node === undefined) return search(text.length, place, offset);
  return inPrinted(readPartialJson(text).node, place, offset);
}

/** Places in a text are in ascending order. */
function search(length: number, place: (offset: number) => number, wanted: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (place(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** In printed text only the ends of names and values have places. */
function inPrinted(node: PartialNode, place: (offset: number) => number, wanted: number): number | undefined {
  const holds = ({ start, end }: Range): boolean => place(start) <= wanted && wanted <= place(end);
  const into = ({ start, end }: Range): number => Math.min(start + (wanted - place(start)), end);
  if (!holds(node.range)) return undefined;
  if (node.kind === 'object') {
    for (const { nameRange, value } of node.members) {
      const found = holds(nameRange) ? into(nameRange) : inPrinted(value, place, wanted);
      if (found !== undefined) return found;
    }
  }
  if (node.kind === 'array') {
    for (const item of node.items) {
      const found = inPrinted(item, place, wanted);
      if (found !== undefined) return found;
    }
  }
  if (node.kind !== 'object' && node.kind !== 'array') return into(node.range);
  // Between the parts: before the closing bracket.
  return wanted === place(node.range.start) ? node.range.start : node.range.end - 1;
}
