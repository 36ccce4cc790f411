/**
 * Lets an index that can only be built, not changed, take new items one by one: a few wait in a list, the others stand in
 * built parts of doubling sizes, so that each item is built into a part about log n times in all (Bentley and Saxe's logarithmic method).
 */
export interface Part<Item> {
  readonly items: readonly Item[];
}

/** So many items are tried one by one before a part is built of them. */
const WAITING = 32;

export class Buckets<Item extends { gone: boolean }, P extends Part<Item>> {
  /** Not built yet; some may be gone. */
  waiting: Item[] = [];
  /** Largest first. */
  parts: readonly P[] = [];
  size = 0;
  /** How many items of the list and the parts are gone, and are passed over. */
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
   * Builds what waits too long. Called before a look-up, not by `add`, so that many additions in a row build once. Nothing is changed
   * before the part is built: building may throw.
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

  /** An item that is gone stays where it is, and is passed over, until half of all are. */
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
