/** Lines and columns of the parts of a pattern in its file. */
import type { LineColumn } from '../../../index.ts';
import type { Located } from '../../read/event.ts';
import { lineFinder } from '../../report/lines.ts';

/** Answers for offsets into the pattern's own text. */
export function placeFinder({ within, place }: Located): (offset: number) => LineColumn {
  const find = lineFinder(within);
  return (offset) => find(place(offset));
}
