/** Lists of texts, tested at once: whether a string begins with one of them, or contains one. */
import { foundAt, type SearchNode, searchOf, stepSearch } from '../text-search.ts';

export class AnyBeginning {
  /** Ascending. None begins with another one, so only the last that is not above a string can be its beginning. */
  private readonly texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.texts = withoutLonger(texts);
  }

  /** Whether the string begins with one of the texts. */
  of(string: string): boolean {
    let from = 0;
    let to = this.texts.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.texts[middle] as string) <= string) from = middle + 1;
      else to = middle;
    }
    return from > 0 && string.startsWith(this.texts[from - 1] as string);
  }
}

function withoutLonger(texts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let last: string | undefined;
  for (const text of [...texts].sort()) {
    if (last !== undefined && text.startsWith(last)) continue;
    kept.push(text);
    last = text;
  }
  return kept;
}

/** Fewer texts are searched one by one, and so are those with more characters in all. */
const FEW = 12;
const MANY_CHARACTERS = 200_000;

export class AnyPart {
  private readonly texts: readonly string[];
  private readonly search: SearchNode<true> | undefined;

  constructor(texts: readonly string[]) {
    this.texts = texts;
    const characters = texts.reduce((sum, { length }) => sum + length, 0);
    const isMany = texts.length > FEW && characters <= MANY_CHARACTERS;
    this.search = isMany
      ? searchOf(
          texts.map((text) => [text, true]),
          () => true,
        )
      : undefined;
  }

  /** Whether the string contains one of the texts. */
  in(string: string): boolean {
    if (this.search === undefined) return this.texts.some((text) => string.includes(text));
    let at = this.search;
    for (let i = 0; i < string.length; i++) {
      at = stepSearch(at, string.charCodeAt(i));
      if (foundAt(at) !== undefined) return true;
    }
    return false;
  }
}
