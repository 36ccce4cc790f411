/** A text that is edited repeatedly, as pieces of the original with new pieces between them. */
import type { Edit, Range } from '../../index.ts';

type Piece = Range | { readonly text: string };

export class Pieces {
  private readonly original: string;
  private pieces: readonly Piece[];

  constructor(original: string) {
    this.original = original;
    this.pieces = [{ start: 0, end: original.length }];
  }

  get text(): string {
    return this.pieces.map((piece) => this.textOf(piece)).join('');
  }

  /** The ranges are those of the present text; they are in order and do not overlap. */
  edit(edits: readonly Edit[]): void {
    for (const { range, text } of [...edits].reverse()) {
      const inserted = text === '' ? [] : [{ text }];
      this.pieces = [...this.slice(0, range.start), ...inserted, ...this.slice(range.end, Number.POSITIVE_INFINITY)];
    }
  }

  /** All changes as edits of the original. */
  get edits(): readonly Edit[] {
    const edits: Edit[] = [];
    let at = 0;
    let text = '';
    for (const piece of [...this.pieces, { start: this.original.length, end: this.original.length }]) {
      if ('text' in piece) {
        text += piece.text;
        continue;
      }
      if (piece.start > at || text !== '') edits.push({ range: { start: at, end: piece.start }, text });
      at = piece.end;
      text = '';
    }
    return edits;
  }

  private textOf(piece: Piece): string {
    return 'text' in piece ? piece.text : this.original.slice(piece.start, piece.end);
  }

  private slice(from: number, to: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const length = 'text' in piece ? piece.text.length : piece.end - piece.start;
      const start = Math.max(from - at, 0);
      const end = Math.min(to - at, length);
      if (start < end) {
        found.push(
          'text' in piece
            ? { text: piece.text.slice(start, end) }
            : { start: piece.start + start, end: piece.start + end },
        );
      }
      at += length;
    }
    return found;
  }
}
