/** Writes a trie into the memory of WebAssembly, in the layout of `assembly/trie.ts`. */
import type { ScanNode } from '../trie.ts';
import type { Exports } from './load.ts';
import type { Block, Blocks } from './memory.ts';

/** In bytes. */
const HEAD = 8;
const NODE = 40;
const CHILD = 24;
const RECORD = 12;
/** What a look-up of a name may read behind it. */
const BEHIND_NAMES = 8;

/** Up to this many children are compared one by one; more are found by a hash of their names. */
const FEW = 8;

const encoder = new TextEncoder();

/**
 * The nodes of a trie, parents first and the children of a node together: node k, for k > 0, is the child of record
 * k - 1.
 */
class Listed {
  readonly nodes: ScanNode[];
  /** By node: its name in UTF-8. */
  readonly names: Uint8Array[] = [new Uint8Array(0)];
  /** By node: its first child, and how many it has. */
  readonly first: number[] = [];
  readonly counts: number[] = [];

  constructor(root: ScanNode) {
    this.nodes = [root];
    for (let k = 0; k < this.nodes.length; k++) {
      this.first.push(this.nodes.length);
      for (const [name, child] of (this.nodes[k] as ScanNode).children) {
        // UTF-8 has no lone surrogates, so that such a name can be written with an escape only.
        if (!name.isWellFormed()) continue;
        this.nodes.push(child);
        this.names.push(encoder.encode(name));
      }
      this.counts.push(this.nodes.length - (this.first[k] as number));
    }
  }
}

/** Twice as many places as children, at least; 0 for few children. */
function tableSize(children: number): number {
  return children > FEW ? 2 ** Math.ceil(Math.log2(2 * children)) : 0;
}

function aligned(bytes: number): number {
  return (bytes + 7) & ~7;
}

/** `records`: the number of slots and watched members. Undefined when there is no memory. */
export function writeTrie(
  root: ScanNode,
  slots: number,
  records: number,
  blocks: Blocks,
  exports: Exports,
): Block | undefined {
  const listed = new Listed(root);
  const { nodes, names, first, counts } = listed;
  const children = HEAD + nodes.length * NODE;
  const tables = children + (nodes.length - 1) * CHILD;
  const texts = tables + counts.reduce((sum, count) => sum + 4 * tableSize(count), 0);
  const results = texts + names.reduce((sum, name) => sum + aligned(name.length), BEHIND_NAMES);
  const block = blocks.allocate(results + records * RECORD);
  if (block === undefined) return undefined;
  const { address } = block;
  const { bytes, words } = blocks;
  bytes.fill(0, address, address + results);
  const word = (at: number, value: number): void => {
    words[(address + at) / 4] = value;
  };

  word(0, slots);
  word(4, address + results);
  let text = texts;
  for (let k = 1; k < nodes.length; k++) {
    const name = names[k] as Uint8Array;
    const child = children + (k - 1) * CHILD;
    bytes.set(name, address + text);
    bytes.set(name.subarray(0, 8), address + child);
    word(child + 8, name.length);
    word(child + 12, address + text);
    word(child + 16, address + HEAD + k * NODE);
    text += aligned(name.length);
  }
  let table = tables;
  for (let k = 0; k < nodes.length; k++) {
    const { slot, watched, below, children: named, shared } = nodes[k] as ScanNode;
    const node = HEAD + k * NODE;
    const kids = children + ((first[k] as number) - 1) * CHILD;
    const count = counts[k] as number;
    const size = tableSize(count);
    let lengths = 0;
    word(node, slot);
    word(node + 4, watched);
    // An object whose members have no names in UTF-8 is walked all the same: an escape in it is for the other engine.
    word(node + 12, count || named.size);
    word(node + 16, address + kids);
    for (let i = 0; i < count; i++) lengths |= 1 << ((names[(first[k] as number) + i] as Uint8Array).length & 31);
    word(node + 28, lengths);
    word(node + 32, below);
    word(node + 36, shared ? 1 : 0);
    if (size === 0) continue;
    word(node + 20, size - 1);
    word(node + 24, address + table);
    for (let i = 0; i < count; i++) {
      const child = (address + kids + i * CHILD) / 4;
      let place = exports.hashOf(words[child + 3] as number, words[child + 2] as number) & (size - 1);
      while (words[(address + table) / 4 + place] !== 0) place = (place + 1) & (size - 1);
      word(table + 4 * place, i + 1);
    }
    table += 4 * size;
  }
  return block;
}
