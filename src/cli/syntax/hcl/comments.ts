/** The comments of a `.tf` file, and its heredocs, in which there are no comments. */
import type { Range } from '../../../index.ts';
import { parseTree } from './parser.ts';

/** `loadParser` must have resolved. */
export function hclMarks(text: string): { readonly comments: readonly Range[]; readonly blocks: readonly Range[] } {
  const tree = parseTree(text);
  try {
    const rangesOf = (type: string): readonly Range[] =>
      tree.rootNode.descendantsOfType(type).map((node) => ({ start: node.startIndex, end: node.endIndex }));
    return { comments: rangesOf('comment'), blocks: rangesOf('heredoc_template') };
  } finally {
    tree.delete();
  }
}
