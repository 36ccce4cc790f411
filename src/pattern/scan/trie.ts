/** The paths that somebody asks for, as a trie over the bytes of names. Paths come and go; each has a slot, a small number. */

const encoder = new TextEncoder();

/** So many children with names of one length are compared one by one. */
const FEW = 8;

/** All longer names count as one length. */
const LONG = 64;

/** Most nodes are leaves, and a set may have thousands: they share what is empty. */
const NO_CHILDREN: ReadonlyMap<string, ScanNode> = new Map();
const NO_LENGTHS: (ScanNode[] | undefined)[] = [];

export class ScanNode {
  /** By string: for parsed events, and for names that are written with escapes or beyond ASCII. */
  children: ReadonlyMap<string, ScanNode> = NO_CHILDREN;
  /** Where the value of this path is filed, or -1 when only paths below are asked for. */
  slot = -1;
  /** A number for a node that is watched, whoever names it, or -1; it stays when no path leads through it. */
  root = -1;
  /** Whether the event has this member; `generation` of the scanner that saw it. */
  seen = 0;
  private readonly name: Uint8Array;
  /** By the length of their names: most members of an event are passed over without comparing a byte. */
  private byLength: (ScanNode[] | undefined)[] = NO_LENGTHS;
  private byHash: Map<number, ScanNode[]> | undefined;

  constructor(name = '') {
    this.name = encoder.encode(name);
  }

  /** The child of a name in ASCII without escapes, whose bytes go from `start` to `end`. */
  find(bytes: Uint8Array, start: number, end: number): ScanNode | undefined {
    const length = end - start;
    let candidates = this.byLength[Math.min(length, LONG)];
    if (candidates === undefined) return undefined;
    if (candidates.length > FEW) candidates = this.byHash?.get(hashOf(bytes, start, end)) ?? [];
    for (const child of candidates) if (child.isNamed(bytes, start, length)) return child;
    return undefined;
  }

  private isNamed(bytes: Uint8Array, start: number, length: number): boolean {
    const { name } = this;
    if (name.length !== length) return false;
    for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
    return true;
  }

  /** The node at a path below this one, made when it is not there. */
  reach(path: readonly string[]): ScanNode {
    let node: ScanNode = this;
    for (const name of path) node = node.children.get(name) ?? node.grow(name);
    return node;
  }

  private grow(name: string): ScanNode {
    const child = new ScanNode(name);
    if (this.byHash === undefined) {
      this.children = new Map();
      this.byLength = new Array(LONG + 1).fill(undefined);
      this.byHash = new Map();
    }
    (this.children as Map<string, ScanNode>).set(name, child);
    const length = Math.min(child.name.length, LONG);
    const sameLength = this.byLength[length];
    if (sameLength === undefined) this.byLength[length] = [child];
    else sameLength.push(child);
    const hash = hashOf(child.name, 0, child.name.length);
    this.byHash.set(hash, [...(this.byHash.get(hash) ?? []), child]);
    return child;
  }

  /** Takes a path's slot away, and the nodes that nobody needs any more. */
  remove([name, ...rest]: readonly string[]): void {
    if (name === undefined) {
      this.slot = -1;
      return;
    }
    const child = this.children.get(name);
    if (child === undefined) return;
    child.remove(rest);
    if (child.slot >= 0 || child.children.size > 0 || child.root >= 0) return;
    (this.children as Map<string, ScanNode>).delete(name);
    const length = Math.min(child.name.length, LONG);
    this.byLength[length] = without(this.byLength[length], child);
    const hash = hashOf(child.name, 0, child.name.length);
    const same = without(this.byHash?.get(hash), child);
    if (same === undefined) this.byHash?.delete(hash);
    else this.byHash?.set(hash, same);
  }
}

function without(nodes: readonly ScanNode[] | undefined, node: ScanNode): ScanNode[] | undefined {
  const rest = nodes?.filter((other) => other !== node);
  return rest?.length ? rest : undefined;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}
