/** Entries in the order of addition. Removing one marks it, and the marked ones are dropped together: lists may be long. */
export class EntryList<E extends { readonly gone: boolean }> {
  private entries: E[] = [];
  private gone = 0;

  get isEmpty(): boolean {
    return this.gone === this.entries.length;
  }

  add(entry: E): void {
    this.entries.push(entry);
  }

  /** For an entry of the list, once it is marked as gone. */
  remove(): void {
    this.gone++;
    if (this.gone * 2 > this.entries.length) this.compact();
  }

  /** An array, since a walk over an array is the fastest there is. */
  living(): readonly E[] {
    if (this.gone > 0) this.compact();
    return this.entries;
  }

  private compact(): void {
    this.entries = this.entries.filter((entry) => !entry.gone);
    this.gone = 0;
  }
}
