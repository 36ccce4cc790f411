/**
 * Items by two small numbers: what is filed under an exact key in a node of a set. One table for all nodes, since a Map
 * for each node costs more memory than the items.
 */
import { newInts } from '../scan/ints.ts';

/** The share of places that are taken in a new table, and in one that was trimmed; beyond FULL another one is made. */
const FILLED = 0.6;
const TRIMMED = 0.72;
const FULL = 0.75;

/** Random, so that pairs of equal hash cannot be prepared. */
const FACTOR = ((Math.random() * 2 ** 31) << 1) | 1;
const OTHER_FACTOR = ((Math.random() * 2 ** 31) << 1) | 1;

/** The first number of a place whose item was removed. */
const DELETED = -1;

export class PairTable<T> {
  /** By place: the first number plus one, and the second number; 0 for a place that is free. */
  private table = newInts(32);
  private items: (T | undefined)[] = new Array(16).fill(undefined);
  /** The number of places that are not free. */
  private taken = 0;
  private live = 0;

  get(first: number, second: number): T | undefined {
    return this.items[this.find(first, second)];
  }

  /** The place of a pair, or a free one. */
  private find(first: number, second: number): number {
    const { table } = this;
    const places = table.length >> 1;
    let place = placeOf(first, second, places);
    for (;;) {
      const found = table[2 * place];
      if (found === 0 || (found === first + 1 && table[2 * place + 1] === second)) return place;
      if (++place === places) place = 0;
    }
  }

  set(first: number, second: number, item: T): void {
    let place = this.find(first, second);
    if (this.table[2 * place] === 0) {
      if (this.taken + 1 > FULL * (this.table.length >> 1)) {
        this.rehash(FILLED);
        place = this.find(first, second);
      }
      this.table[2 * place] = first + 1;
      this.table[2 * place + 1] = second;
      this.taken++;
      this.live++;
    }
    this.items[place] = item;
  }

  delete(first: number, second: number): void {
    const place = this.find(first, second);
    if (this.table[2 * place] === 0) return;
    this.table[2 * place] = DELETED;
    this.items[place] = undefined;
    this.live--;
  }

  /** Calls `visit` for each pair with its item. */
  each(visit: (first: number, second: number, item: T) => void): void {
    const { table, items } = this;
    for (let place = 0; place < items.length; place++) {
      const item = items[place];
      if (item !== undefined) visit((table[2 * place] as number) - 1, table[2 * place + 1] as number, item);
    }
  }

  /** Gives back memory that was reserved for more items. */
  trim(): void {
    this.rehash(TRIMMED);
  }

  /** Makes a table with as many places as the items need, without deleted ones. */
  private rehash(filled: number): void {
    const { table, items } = this;
    const places = Math.max(16, Math.ceil((this.live + 1) / filled));
    this.table = newInts(2 * places);
    this.items = new Array(places).fill(undefined);
    this.taken = this.live;
    for (let place = 0; place < items.length; place++) {
      const first = table[2 * place] as number;
      if (first <= 0) continue;
      const to = this.find(first - 1, table[2 * place + 1] as number);
      this.table[2 * to] = first;
      this.table[2 * to + 1] = table[2 * place + 1] as number;
      this.items[to] = items[place];
    }
  }
}

function placeOf(first: number, second: number, places: number): number {
  let hash = Math.imul(first, FACTOR) ^ Math.imul(second, OTHER_FACTOR);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2545f491);
  return Math.floor(((hash ^ (hash >>> 16)) >>> 0) * (places / 2 ** 32));
}
