/** Where a value stands in a pattern, and what is edited there. */
import type { JsonNode, Range } from './json/node.ts';
import { appendPointer } from './json/pointer.ts';

/** A node, and the way to it. */
export interface Place {
  readonly node: JsonNode;
  readonly pointer: string;
  /** Where it is a member or an item: of what. */
  readonly parent?: Place;
}

export function within(parent: Place, part: string | number, node: JsonNode): Place {
  return { node, pointer: appendPointer(parent.pointer, part), parent };
}

export interface Fix {
  /** What it does, as a sentence in lower case without a full stop. */
  readonly title: string;
  /** `safe` keeps what the author said, or says the only thing that can have been meant; a `choice` is one of several meanings. */
  readonly kind: 'safe' | 'choice';
  /** In source order; no two overlap. */
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** What goes, in UTF-16 code units of the pattern's text; empty to insert. */
  readonly range: Range;
  readonly text: string;
}
