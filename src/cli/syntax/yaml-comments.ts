/** The comments of a YAML text, from its tokens, since a `#` in a string or a block is no comment. */
import type { Range } from '../../index.ts';
import { yamlLibrary } from './yaml-library.ts';

export interface YamlMarks {
  /** With their `#`, in source order. */
  readonly comments: readonly Range[];
  /** Texts of several lines, from their first character: the `|` of a block, or a quote. In source order, without overlaps. */
  readonly blocks: readonly Range[];
}

/** For a text that is not YAML, some of them. Linear in the text. */
export function yamlMarks(text: string): YamlMarks {
  const { CST, Lexer } = yamlLibrary();
  const comments: Range[] = [];
  const blocks: Range[] = [];
  let offset = 0;
  let header: number | undefined;
  let plain = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = plain ? 'text' : CST.tokenType(lexeme);
    // Lexemes without text, which the lexer inserts.
    if (type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'scalar') {
      plain = true;
      continue;
    }
    const end = offset + lexeme.length;
    if (type === 'comment') comments.push({ start: offset, end });
    else if (type === 'block-scalar-header') header = offset;
    else if (type === 'text' || type === 'double-quoted-scalar' || type === 'single-quoted-scalar') {
      if (/[\r\n]/.test(lexeme)) blocks.push({ start: header ?? offset, end });
      header = undefined;
    }
    plain = false;
    offset = end;
  }
  return { comments, blocks };
}
