/** A text within a file, with a map from its offsets to those of the file. */

/** A JSON text, and the places of its characters in its file. */
export interface Located {
  readonly file: string;
  /** The whole text of the file. */
  readonly within: string;
  readonly text: string;
  /** Maps an offset into `text` to one into the file. */
  place(offset: number): number;
}

export function wholeFile({ name, text }: { readonly name: string; readonly text: string }): Located {
  return { file: name, within: text, text, place: (offset) => offset };
}
