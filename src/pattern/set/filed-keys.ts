/** The plain values of a set and what is filed under them, in the form that an engine may keep: see `scan/keys.ts`. */
import { type Ints, newInts } from '../scan/ints.ts';
import { HIT, IS_NODE, IS_OPEN, type Items, type KeyList, type KeyNode, type Keys, MOST_NEEDS } from '../scan/keys.ts';
import { AccessNode, type AccessTree, type Posting, WIDTH } from './access.ts';
import type { Entry } from './entry.ts';
import type { Groups } from './groups.ts';

export class FiledKeys implements Keys {
  private readonly groups: Groups;
  private readonly tree: AccessTree;
  version = 0;
  size = 0;
  kept: unknown = undefined;
  hits: Ints = newInts(16);
  count = 0;
  /** By number among hits. */
  private entries: Entry[] = [];

  constructor(groups: Groups, tree: AccessTree) {
    this.groups = groups;
    this.tree = tree;
  }

  /** Must be called when a pattern was added or removed: `size` patterns are left. */
  change(size: number): void {
    this.version++;
    this.size = size;
    if (this.entries.length > 0) this.entries = [];
  }

  /** The n-th pattern that the last text matches. */
  hit(n: number): Entry {
    return this.entries[this.hits[n] as number] as Entry;
  }

  list(): KeyList | undefined {
    const { groups, tree } = this;
    // Of these patterns every text must be judged.
    if (tree.root.rest?.isEmpty === false) return undefined;
    const list = new Listing(groups, tree);
    this.entries = list.entries;
    return list;
  }
}

/** One listing of a tree. */
class Listing implements KeyList {
  private readonly groups: Groups;
  private readonly tree: AccessTree;
  readonly entries: Entry[] = [];
  readonly values: number[];
  readonly filed: KeyNode['filed'];
  readonly nodes: KeyNode[] = [];
  readonly slots: number;
  readonly others: readonly number[];
  /** Also the values that patterns need beside those that they are filed under. */
  private readonly needed = new Set<number>();
  /** By the number of a node: values, and what is filed under each. */
  private readonly postings = new Map<number, { readonly values: number[]; readonly filed: Posting[] }>();

  constructor(groups: Groups, tree: AccessTree) {
    this.groups = groups;
    this.tree = tree;
    tree.eachPlainPosting((node, value, posting) => {
      let of = this.postings.get(node);
      if (of === undefined) {
        of = { values: [], filed: [] };
        this.postings.set(node, of);
      }
      of.values.push(value);
      of.filed.push(posting);
    });
    this.slots = groups.slotCount;
    this.filed = this.filedIn(tree.root);
    const all = [...this.needed];
    // A string with a lone surrogate has no bytes: a text has it with an escape.
    const without = all.filter((value) => groups.values.bytesOf(value) === undefined);
    this.values = all.filter((value) => groups.values.bytesOf(value) !== undefined);
    this.others = [...tree.root.otherSlots, ...without.map((value) => groups.slotOf(value))];
  }

  tagOf(value: number): number {
    return this.groups.values.tagOf(value);
  }

  bytesOf(value: number): Uint8Array {
    return this.groups.values.bytesOf(value) as Uint8Array;
  }

  private filedIn({ no, level }: AccessNode): KeyNode['filed'] {
    const filed = new Map<number, Items | number>();
    const postings = this.postings.get(no);
    for (const [i, value] of (postings?.values ?? []).entries()) {
      this.needed.add(value);
      filed.set(value, this.itemsOf(postings?.filed[i] as Posting, level + 1));
    }
    return filed;
  }

  private itemsOf(posting: Posting, decided: number): Items | number {
    if (posting instanceof AccessNode) return this.nodeItem(posting);
    const items: number[] = [];
    if (Array.isArray(posting)) {
      for (let i = 0; i < posting.length; i += WIDTH) this.addPattern(posting[i] as Entry, decided, items);
    } else if (posting.count > decided) {
      this.addPattern(posting, decided, items);
    } else {
      // Most patterns of large nodes: no array for each.
      return this.shapeOf(posting, !posting.exact, 0);
    }
    return items;
  }

  private nodeItem(node: AccessNode): Items | number {
    if (node.otherSlots.length > 0) return IS_OPEN;
    const rest: number[] = [];
    for (const entry of node.rest?.living() ?? []) this.addPattern(entry, node.level, rest);
    const filed = this.filedIn(node);
    this.nodes.push({ filed, rest });
    return [IS_NODE, this.nodes.length - 1];
  }

  private addPattern(entry: Entry, decided: number, items: number[]): void {
    const { groups } = this;
    const ids = this.tree.lists.groups;
    const shape = items.length;
    const end = entry.at + entry.count;
    let isOpen = !entry.exact;
    let needs = 0;
    items.push(0);
    for (let i = entry.at + decided; i < end; i++) {
      const value = ids[i] as number;
      if (needs === MOST_NEEDS || !groups.isPlain(value)) {
        isOpen = true;
        continue;
      }
      needs++;
      this.needed.add(value);
      items.push(groups.slotOf(value), value);
    }
    items[shape] = this.shapeOf(entry, isOpen, needs);
  }

  /** The first number of the item of a pattern. */
  private shapeOf(entry: Entry, isOpen: boolean, needs: number): number {
    return isOpen ? IS_OPEN + needs : HIT * (this.entries.push(entry) - 1) + needs;
  }
}
