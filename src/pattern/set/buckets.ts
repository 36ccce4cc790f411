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
  waiting: Item[] = [];
  /** Largest first. */
  parts: P[] = [];
  private gone = 0;
  private readonly build: (items: readonly Item[]) => P;

  constructor(build: (items: readonly Item[]) => P) {
    this.build = build;
  }

  add(item: Item): void {
    this.waiting.push(item);
  }

  /** Builds what waits too long. Called before a look-up, not by `add`, so that many additions in a row build once. */
  settle(): void {
    if (this.waiting.length <= WAITING) return;
    let items = this.waiting;
    this.waiting = [];
    while (this.parts.length > 0 && (this.parts.at(-1) as P).items.length <= 2 * items.length) {
      items = (this.parts.pop() as P).items.concat(items) as Item[];
    }
    this.parts.push(this.build(items.filter((item) => !item.gone)));
  }

  /** An item that is gone stays in its part, and is passed over, until half of all are. */
  remove(item: Item): void {
    item.gone = true;
    const at = this.waiting.indexOf(item);
    if (at >= 0) {
      this.waiting.splice(at, 1);
      return;
    }
    this.gone++;
    const built = this.parts.reduce((sum, part) => sum + part.items.length, 0);
    if (this.gone * 2 <= built) return;
    const rest = this.parts.flatMap((part) => part.items.filter((other) => !other.gone));
    this.gone = 0;
    this.parts = rest.length === 0 ? [] : [this.build(rest)];
  }

  get size(): number {
    return this.waiting.length + this.parts.reduce((sum, part) => sum + part.items.length, 0) - this.gone;
  }
}
