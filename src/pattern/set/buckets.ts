/**
 * Adds items one by one to an index that can only be built as a whole: a few items wait in a list, the others are in
 * built parts of doubling sizes, so that each item is built about log n times (Bentley and Saxe's logarithmic method).
 */
export interface Part<Item> {
  readonly items: readonly Item[];
}

/** Up to this many items are tried one by one before a part is built. */
const WAITING = 32;

export class Buckets<Item extends { gone: boolean }, P extends Part<Item>> {
  /** Not built yet; some may be `gone`. */
  waiting: Item[] = [];
  /** Largest first. */
  parts: readonly P[] = [];
  size = 0;
  /** The number of removed items that are still in the list and the parts. */
  private gone = 0;
  private readonly build: (items: readonly Item[]) => P;

  constructor(build: (items: readonly Item[]) => P) {
    this.build = build;
  }

  add(item: Item): void {
    this.waiting.push(item);
    this.size++;
  }

  /**
   * Builds parts if too many items wait. Called before a look-up, not by `add`, so that consecutive additions build
   * once. Changes nothing if building throws.
   */
  settle(): void {
    if (this.waiting.length <= WAITING) return;
    let items: readonly Item[] = this.waiting;
    let kept = this.parts.length;
    while (kept > 0 && (this.parts[kept - 1] as P).items.length <= 2 * items.length) {
      items = (this.parts[--kept] as P).items.concat(items);
    }
    const living = items.filter((item) => !item.gone);
    const parts = this.parts.slice(0, kept);
    if (living.length > 0) parts.push(this.build(living));
    this.gone -= items.length - living.length;
    this.parts = parts;
    this.waiting = [];
  }

  /** Marks an item as `gone`. Removed items are dropped once they are more than half of all. */
  remove(item: Item): void {
    item.gone = true;
    this.size--;
    this.gone++;
    if (this.gone <= this.size + WAITING) return;
    this.waiting = [...this.parts.flatMap((part) => part.items), ...this.waiting].filter((other) => !other.gone);
    this.parts = [];
    this.gone = 0;
  }
}
