/** A value's place in a pattern, and edits of the text. */
import type { JsonNode, Range } from './json/node.ts';
import { appendPointer } from './json/pointer.ts';

/** A node with its pointer and parents. */
export interface Place {
  readonly node: JsonNode;
  readonly pointer: string;
  /** The enclosing object or array. */
  readonly parent?: Place;
}

export function within(parent: Place, part: string | number, node: JsonNode): Place {
  return { node, pointer: appendPointer(parent.pointer, part), parent };
}

/** A rewrite of the text that removes a finding. `applyFix` applies it. */
export interface Fix {
  /** The effect as a sentence in lower case without a full stop. */
  readonly title: string;
  /** `safe` keeps the meaning or restores the only possible one; a `choice` is one of several possible meanings. */
  readonly kind: 'safe' | 'choice';
  /** In source order, without overlaps. */
  readonly edits: readonly Edit[];
}

/** A replacement of one range of a text. */
export interface Edit {
  /** The replaced text, in UTF-16 code units of the pattern's text; empty to insert. */
  readonly range: Range;
  /** The new text of the range; empty to delete. */
  readonly text: string;
}
