/** An open document: places of the editor on one side, offsets of the text on the other. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Range as EditorRange, Position, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Range } from '../../index.ts';

const MARK = '\uFEFF';

/** Offsets do not count a byte order mark, which is no part of the text. */
export class OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  private readonly document: TextDocument;
  private readonly skipped: number;

  constructor(document: TextDocument) {
    const all = document.getText();
    this.uri = document.uri;
    this.version = document.version;
    this.skipped = all.startsWith(MARK) ? MARK.length : 0;
    this.text = all.slice(this.skipped);
    this.document = document;
  }

  position(offset: number): Position {
    return this.document.positionAt(offset + this.skipped);
  }

  offset(position: Position): number {
    return Math.max(0, this.document.offsetAt(position) - this.skipped);
  }

  range({ start, end }: Range): EditorRange {
    return { start: this.position(start), end: this.position(end) };
  }

  offsets({ start, end }: EditorRange): Range {
    return { start: this.offset(start), end: this.offset(end) };
  }

  edit({ range, text }: Edit): TextEdit {
    return { range: this.range(range), newText: text };
  }
}

/** Names of the languages that editors give, with the endings of their files. */
const ENDINGS: Readonly<Record<string, string>> = {
  json: 'json',
  jsonc: 'jsonc',
  yaml: 'yaml',
  terraform: 'tf',
  opentofu: 'tofu',
};

/**
 * The full path of a document; of one that is no file, such as a new text that has no name yet, a path in the folder `root` that no file
 * has, with the ending of its language.
 */
export function pathOf(uri: string, root: string, languageId: string | undefined): string {
  if (uri.startsWith('file:')) {
    try {
      return fileURLToPath(uri);
    } catch {
      // A file of another machine, which only the editor can read.
    }
  }
  const ending = ENDINGS[languageId ?? ''];
  return join(root, encodeURIComponent(uri) + (ending === undefined ? '' : `.${ending}`));
}
