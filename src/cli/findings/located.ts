/** A text within a file, with a map from its offsets to those of the file. */

/** A JSON text, and where its characters stand in the file that it came from. */
export interface Located {
  readonly file: string;
  /** The whole text of that file. */
  readonly within: string;
  readonly text: string;
  /** The place, in the file, of an offset into `text`. */
  place(offset: number): number;
}

export function wholeFile({ name, text }: { readonly name: string; readonly text: string }): Located {
  return { file: name, within: text, text, place: (offset) => offset };
}
