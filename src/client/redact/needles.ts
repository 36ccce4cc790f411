/** Finds many texts in one text. Time is linear in both. */
import { foundAt, type SearchNode, searchOf, stepSearch } from '../../pattern/value/text-search.ts';

export interface Needle {
  readonly text: string;
  /** Whether it counts only as a whole word. */
  readonly alone: boolean;
}

export class Needles {
  private readonly root: SearchNode<Needle>;

  constructor(needles: readonly Needle[]) {
    this.root = searchOf(
      needles.filter(({ text }) => text !== '').map((needle) => [needle.text, needle]),
      // Of two equal texts, keep the one that counts everywhere.
      (before, needle) => (before.alone ? needle : before),
    );
  }

  /** All occurrences as `[start, end)`, ordered by their ends. */
  *find(text: string): Iterable<readonly [start: number, end: number, needle: Needle]> {
    let at = this.root;
    for (let i = 0; i < text.length; i++) {
      at = stepSearch(at, text.charCodeAt(i));
      for (let found = foundAt(at); found?.value !== undefined; found = found.shorter) {
        yield [i + 1 - found.value.text.length, i + 1, found.value];
      }
    }
  }
}
