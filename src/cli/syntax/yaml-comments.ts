/** Where the comments of a YAML text are: by its tokens, since a `#` in a string or in a block of text is none. */
import type { Range } from '../../index.ts';
import { yamlLibrary } from './yaml-library.ts';

export interface YamlMarks {
  /** With their `#`, in source order. */
  readonly comments: readonly Range[];
  /** Texts of several lines, from what begins them: the `|` of a block, a quote. In source order; none overlap. */
  readonly blocks: readonly Range[];
}

/** Of a text that is not YAML, some. Linear in the text. */
export function yamlMarks(text: string): YamlMarks {
  const { CST, Lexer } = yamlLibrary();
  const comments: Range[] = [];
  const blocks: Range[] = [];
  let offset = 0;
  let header: number | undefined;
  let plain = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type = plain ? 'text' : CST.tokenType(lexeme);
    // Marks that the lexer puts between its lexemes stand nowhere in the text.
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
