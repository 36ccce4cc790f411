/** The paths that somebody asks for, as a trie over the bytes of names. Paths come and go; each has a slot, a small number. */

const encoder = new TextEncoder();

/** Up to so many children are compared one by one. */
const FEW = 8;

export class ScanNode {
  /** By string: for parsed events, and for names that are written with escapes or beyond ASCII. */
  readonly children = new Map<string, ScanNode>();
  /** Where the value of this path is filed, or -1 when only paths below are asked for. */
  slot = -1;
  /** Whether the event has this member; `generation` of the scanner that saw it. */
  seen = 0;
  private readonly name: Uint8Array;
  private readonly list: ScanNode[] = [];
  private readonly byHash = new Map<number, ScanNode[]>();

  constructor(name = '') {
    this.name = encoder.encode(name);
  }

  /** The child of a name in ASCII without escapes, whose bytes go from `start` to `end`. */
  find(bytes: Uint8Array, start: number, end: number): ScanNode | undefined {
    const candidates = this.list.length <= FEW ? this.list : this.byHash.get(hashOf(bytes, start, end));
    if (candidates === undefined) return undefined;
    for (const child of candidates) if (child.isNamed(bytes, start, end)) return child;
    return undefined;
  }

  private isNamed(bytes: Uint8Array, start: number, end: number): boolean {
    const { name } = this;
    if (name.length !== end - start) return false;
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
    this.children.set(name, child);
    this.list.push(child);
    const hash = hashOf(child.name, 0, child.name.length);
    const same = this.byHash.get(hash);
    if (same === undefined) this.byHash.set(hash, [child]);
    else same.push(child);
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
    if (child.slot >= 0 || child.children.size > 0) return;
    this.children.delete(name);
    this.list.splice(this.list.indexOf(child), 1);
    const hash = hashOf(child.name, 0, child.name.length);
    const same = (this.byHash.get(hash) ?? []).filter((other) => other !== child);
    if (same.length === 0) this.byHash.delete(hash);
    else this.byHash.set(hash, same);
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}
