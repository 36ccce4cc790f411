/** Writes the plain values of a set into the memory of WebAssembly, in the layout of `assembly/keys.ts`. */
import { IS_NODE, type Items, type KeyList, type KeyNode, nextItem } from '../keys.ts';
import type { Exports } from './load.ts';
import type { Block, Blocks } from './memory.ts';

/** In words. */
const HEAD = 6;
const SLOT = 2;
const VALUE = 3;
const NODE = 2;

/** Flags of a slot. */
const STRINGS = 1;
const SCALARS = 2;
const FILED = 4;
const OTHERS = 8;

/** An address that no value has. */
const NOWHERE = 2;
const INLINE = 1;

/** Values and nodes lie in blocks of so many bytes, or one that is larger: a block of all would be up to twice as large. */
const CHUNK = 1 << 16;
/** What a look-up may read behind a text. */
const BEHIND = 8;

/** As `assembly/keys.ts`. */
const PROBES = 512;

/** Tables in the memory. */
export interface KeyTables {
  readonly address: number;
  readonly blocks: readonly Block[];
  /** How many texts were looked up, and how many of them were answered, since these were last compared. */
  texts: number;
  answered: number;
}

/** Chunks that are filled one after the other. */
class Chunks {
  readonly sizes: number[] = [];
  private readonly places: number[] = [];

  /** In bytes; returns a number for `addressOf`. */
  add(size: number): number {
    const last = this.sizes.length - 1;
    const filled = this.sizes[last];
    if (filled === undefined || filled + size > CHUNK) {
      this.places.push(this.sizes.length, 0);
      this.sizes.push(size + BEHIND);
    } else {
      this.places.push(last, filled - BEHIND);
      this.sizes[last] = filled + size;
    }
    return this.places.length - 2;
  }

  addressOf(piece: number, blocks: readonly Block[]): number {
    return (blocks[this.places[piece] as number] as Block).address + (this.places[piece + 1] as number);
  }
}

/** Places of a table: at most two thirds are taken. */
function placesFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, 1.5 * count)));
}

function itemsOf(filed: Items | number | undefined): Items {
  return filed === undefined ? [] : typeof filed === 'number' ? [filed] : filed;
}

function sizeOfNode({ filed, rest }: KeyNode): number {
  let words = NODE + 2 * placesFor(filed.size) + rest.length;
  for (const items of filed.values()) if (typeof items !== 'number') words += 1 + items.length;
  return 4 * words;
}

/** `hits`: where hits are written. Undefined when there is no memory, or too many values have similar hashes. */
export function writeKeys(list: KeyList, hits: Block, blocks: Blocks, exports: Exports): KeyTables | undefined {
  const chunks = new Chunks();
  let longest = 0;
  for (const value of list.values) {
    const { length } = list.bytesOf(value);
    chunks.add(4 * (VALUE + itemsOf(list.filed.get(value)).length) + ((length + 3) & ~3));
    longest = Math.max(longest, length);
  }
  for (const node of list.nodes) chunks.add(sizeOfNode(node));
  const places = placesFor(list.values.length);
  const made: Block[] = [];
  for (const size of [4 * (HEAD + SLOT * list.slots), 8 * places, ...chunks.sizes]) {
    const block = blocks.allocate(size);
    if (block === undefined) {
      for (const each of made) blocks.release(each);
      return undefined;
    }
    made.push(block);
  }
  const [head, table, ...texts] = made as [Block, Block, ...Block[]];
  const writer = new Writer(list, blocks, exports);
  for (const [i, value] of list.values.entries()) writer.values.set(value, chunks.addressOf(2 * i, texts));
  const first = list.values.length;
  for (const i of list.nodes.keys()) writer.nodes.push(chunks.addressOf(2 * (first + i), texts));
  const { words } = blocks;
  words.fill(0, head.address / 4, (head.address + head.size) / 4);
  words.fill(0, table.address / 4, (table.address + table.size) / 4);
  words.set([places - 1, table.address, longest, hits.address, hits.size / 4], head.address / 4);
  writer.writeFlags(head.address / 4 + HEAD);
  for (const i of list.nodes.keys()) writer.writeNode(i);
  if (list.values.every((value) => writer.enter(writer.writeValue(value), value, table, places)))
    return { address: head.address, blocks: made, texts: 0, answered: 0 };
  for (const each of made) blocks.release(each);
  return undefined;
}

class Writer {
  private readonly list: KeyList;
  private readonly exports: Exports;
  private readonly bytes: Uint8Array;
  private readonly words: Uint32Array;
  readonly values = new Map<number, number>();
  readonly nodes: number[] = [];

  /** The memory must not grow until all is written. */
  constructor(list: KeyList, { bytes, words }: Blocks, exports: Exports) {
    this.list = list;
    this.exports = exports;
    this.bytes = bytes;
    this.words = words;
  }

  writeFlags(at: number): void {
    const { list, words } = this;
    const flag = (slot: number, flags: number): void => {
      words[at + SLOT * slot] = (words[at + SLOT * slot] as number) | flags;
    };
    for (const slot of list.others) flag(slot, OTHERS);
    for (const value of list.values) flag(list.tagOf(value) >> 2, (list.tagOf(value) & 1) === 0 ? STRINGS : SCALARS);
    for (const { filed } of [list, ...list.nodes])
      for (const value of filed.keys()) flag(list.tagOf(value) >> 2, FILED);
  }

  /** Returns the hash of the value. */
  writeValue(value: number): number {
    const { list, words } = this;
    const address = this.values.get(value) as number;
    const text = list.bytesOf(value);
    const items = itemsOf(list.filed.get(value));
    const start = address / 4;
    const from = start + VALUE + ((text.length + 3) >> 2);
    words.set([list.tagOf(value), text.length, 4 * (from + items.length)], start);
    this.bytes.set(text, 4 * (start + VALUE));
    this.writeItems(items, from);
    return this.exports.hashOfValue(list.tagOf(value), 4 * (start + VALUE), text.length);
  }

  private writeItems(items: Items, from: number): void {
    const { nodes, values, words } = this;
    words.set(items, from);
    for (let at = 0; at < items.length; at = nextItem(items, at)) {
      if (items[at] === IS_NODE) words[from + at + 1] = nodes[items[at + 1] as number] as number;
      else
        for (let need = at + 2; need < nextItem(items, at); need += 2)
          words[from + need] = values.get(items[need] as number) ?? NOWHERE;
    }
  }

  writeNode(node: number): void {
    const { nodes, values, words } = this;
    const { filed, rest } = this.list.nodes[node] as KeyNode;
    const start = (nodes[node] as number) / 4;
    const places = placesFor(filed.size);
    const table = start + NODE;
    let end = table + 2 * places;
    words.fill(0, table, end);
    this.writeItems(rest, end);
    end += rest.length;
    words[start] = 4 * end;
    words[start + 1] = places - 1;
    for (const [value, items] of filed) {
      const address = values.get(value);
      // No text in UTF-8 has it.
      if (address === undefined) continue;
      let at = this.exports.placeOf(address) & (places - 1);
      while (words[table + 2 * at] !== 0) at = (at + 1) & (places - 1);
      words[table + 2 * at] = address;
      words[table + 2 * at + 1] = typeof items === 'number' ? 2 * items + INLINE : 4 * end;
      if (typeof items === 'number') continue;
      words[end] = 4 * (end + 1 + items.length);
      this.writeItems(items, end + 1);
      end += 1 + items.length;
    }
  }

  /** False if too many places are taken. */
  enter(hash: number, value: number, table: Block, places: number): boolean {
    const { words } = this;
    for (let probe = 0; probe < PROBES; probe++) {
      const at = table.address / 4 + 2 * ((hash + probe) & (places - 1));
      if (words[at + 1] !== 0) continue;
      words[at] = hash;
      words[at + 1] = this.values.get(value) as number;
      return true;
    }
    return false;
  }
}
