/**
 * A trie of the requested paths by the bytes of member names; supports removal. Each path has a slot, a small number.
 */
import { decodeUtf8 } from '../json/utf8.ts';

const encoder = new TextEncoder();

/** Up to this many children with names of one length are compared one by one. */
const FEW = 8;

/** All longer names count as one length. */
const LONG = 64;

/**
 * Children by the hash of their names. A number counts children with the same hash, which are found by their names as
 * strings.
 */
type ByHash = Map<number, ScanNode | number>;

/** Shared by all leaves, of which a set may have thousands. */
const NO_CHILDREN: ReadonlyMap<string, ScanNode> = new Map();
const NO_LENGTHS: (ScanNode[] | ByHash | undefined)[] = [];

export class ScanNode {
  readonly parent: ScanNode | undefined;
  /** By string: for parsed events, and for names with escapes or characters beyond ASCII. */
  children: ReadonlyMap<string, ScanNode> = NO_CHILDREN;
  /** The slot of this path's value, or -1 when only longer paths are requested. */
  slot = -1;
  /** The number of a watched member, or -1. Kept when no path leads through the node any more. */
  watched = -1;
  /** The number of the member when a checked scan last found it; 0 before that. */
  seen = 0;
  /** `seen` of the parent at that time. */
  parentSeen = 0;
  /** The number of slots here and below. Kept by `Paths`. */
  below = 0;
  /**
   * Whether it matters in which element of an array here a value stands, since two fields of one alternative lead
   * through this node. Set by `Paths.share`, and not taken back while the node exists.
   */
  shared = false;
  private readonly name: Uint8Array;
  /** By the length of their names: most members of an event are skipped without comparing a byte. */
  private byLength: (ScanNode[] | ByHash | undefined)[] = NO_LENGTHS;

  constructor(name = '', parent?: ScanNode) {
    this.name = encoder.encode(name);
    this.parent = parent;
  }

  /** The child of an ASCII name without escapes, whose bytes are from `start` to `end`. */
  find(bytes: Uint8Array, start: number, end: number): ScanNode | undefined {
    const length = end - start;
    const candidates = this.byLength[Math.min(length, LONG)];
    if (candidates === undefined) return undefined;
    if (candidates instanceof Map) {
      const child = candidates.get(hashOf(bytes, start, end));
      if (typeof child === 'number') return this.children.get(decodeUtf8(bytes.subarray(start, end)));
      return child?.isNamed(bytes, start, length) ? child : undefined;
    }
    for (const child of candidates) if (child.isNamed(bytes, start, length)) return child;
    return undefined;
  }

  private isNamed(bytes: Uint8Array, start: number, length: number): boolean {
    const { name } = this;
    if (name.length !== length) return false;
    for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
    return true;
  }

  /** The node at a path below this one. */
  at(path: readonly string[]): ScanNode | undefined {
    let node: ScanNode | undefined = this;
    for (const name of path) node = node?.children.get(name);
    return node;
  }

  /** The node at a path below this one; created if absent. */
  reach(path: readonly string[]): ScanNode {
    let node: ScanNode = this;
    for (const name of path) node = node.children.get(name) ?? node.grow(name);
    return node;
  }

  private grow(name: string): ScanNode {
    const child = new ScanNode(name, this);
    if (this.children === NO_CHILDREN) {
      this.children = new Map();
      this.byLength = new Array(LONG + 1).fill(undefined);
    }
    (this.children as Map<string, ScanNode>).set(name, child);
    const length = Math.min(child.name.length, LONG);
    const same = this.byLength[length];
    if (same === undefined) this.byLength[length] = [child];
    else if (same instanceof Map) addByHash(same, child);
    else if (same.push(child) > FEW) this.byLength[length] = byHash(same);
    return child;
  }

  /** Removes the slot of a path, and the nodes that no path needs any more. */
  remove(path: readonly string[]): void {
    const nodes: ScanNode[] = [this];
    for (const name of path) {
      const child = nodes.at(-1)?.children.get(name);
      if (child === undefined) return;
      nodes.push(child);
    }
    (nodes.at(-1) as ScanNode).slot = -1;
    for (let depth = path.length; depth > 0; depth--) {
      const node = nodes[depth] as ScanNode;
      if (node.slot >= 0 || node.watched >= 0 || node.children.size > 0) return;
      (nodes[depth - 1] as ScanNode).drop(path[depth - 1] as string, node);
    }
  }

  private drop(name: string, child: ScanNode): void {
    (this.children as Map<string, ScanNode>).delete(name);
    if (this.children.size === 0) {
      this.children = NO_CHILDREN;
      this.byLength = NO_LENGTHS;
      return;
    }
    const length = Math.min(child.name.length, LONG);
    const same = this.byLength[length];
    if (same instanceof Map) dropByHash(same, child);
    else same?.splice(same.indexOf(child), 1);
    if ((same instanceof Map ? same.size : same?.length) === 0) this.byLength[length] = undefined;
  }

  /** Resets `seen` of all nodes below. */
  resetMarks(): void {
    const nodes: ScanNode[] = [this];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      node.seen = 0;
      for (const child of node.children.values()) nodes.push(child);
    }
  }

  /** The hash of the name. */
  get hash(): number {
    return hashOf(this.name, 0, this.name.length);
  }
}

function byHash(nodes: readonly ScanNode[]): ByHash {
  const map: ByHash = new Map();
  for (const node of nodes) addByHash(map, node);
  return map;
}

function addByHash(map: ByHash, node: ScanNode): void {
  const { hash } = node;
  const same = map.get(hash);
  map.set(hash, same === undefined ? node : typeof same === 'number' ? same + 1 : 2);
}

function dropByHash(map: ByHash, { hash }: ScanNode): void {
  const same = map.get(hash);
  if (typeof same === 'number' && same > 1) map.set(hash, same - 1);
  else map.delete(hash);
}

/**
 * Random, so that hostile names with equal hashes cannot be prepared: they would be found as strings, which is slower.
 */
const SEED = (Math.random() * 2 ** 32) | 0;

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = SEED ^ (end - start);
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (bytes[i] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
