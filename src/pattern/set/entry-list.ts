/** Entries in the order of addition. Removed entries are marked and dropped together, since lists may be long. */
export class EntryList<E extends { readonly gone: boolean }> {
  private entries: E[] = [];
  private gone = 0;

  get isEmpty(): boolean {
    return this.gone === this.entries.length;
  }

  add(entry: E): void {
    this.entries.push(entry);
  }

  /** Must be called once for each entry of the list that is marked as `gone`. */
  remove(): void {
    this.gone++;
    if (this.gone * 2 > this.entries.length) this.compact();
  }

  /** An array, since iterating over an array is fastest. */
  living(): readonly E[] {
    if (this.gone > 0) this.compact();
    return this.entries;
  }

  private compact(): void {
    this.entries = this.entries.filter((entry) => !entry.gone);
    this.gone = 0;
  }
}
