/**
 * The requested paths of a matcher or a set, and where the last scan found their values. Every path has a slot, a small
 * number. Engines write the results, matchers and sets read them.
 */
import { ScanNode } from './trie.ts';

/** The largest number of a mark: marks are 32-bit integers, as small integers and in arrays. */
const LAST_GENERATION = 2 ** 31 - 1;

export class Paths {
  /** The trie. Changed by `open`, `close` and `watch` only. */
  readonly root = new ScanNode();
  /** The number of paths. */
  size = 0;
  /** Another number after each change of the trie: an engine with tables of its own makes them anew. */
  version = 0;
  /** What such an engine keeps of these paths. */
  kept: unknown = undefined;
  /** The slots with a value, each once, in the order in which they were found; `count` of them. */
  slots = new Int32Array(8);
  count = 0;
  /** How many bytes of the last text a trusted scan read, as far as the engine reports it; 0 otherwise. */
  reach = 0;
  /** By slot: the begin and end of its value in the text. Valid only for slots of the current text. */
  starts = new Int32Array(8);
  ends = new Int32Array(8);
  /** By slot and by watched member: the number of the member that was recorded last; 0 is older than any text. */
  private marks = new Int32Array(8);
  private watched = new Int32Array(0);
  /** By slot. */
  private readonly nodes: (ScanNode | undefined)[] = [];
  /**
   * Counts the members found, over all texts. INVARIANT: never beyond LAST_GENERATION; `begin` restarts it from 0 in
   * time.
   */
  private generation = 0;
  /** `generation` before the current text: smaller or equal marks are of older texts. */
  private before = 0;

  /** The slot of a path; -1 for one that is not requested. */
  slotOf(path: readonly string[]): number {
    return this.root.at(path)?.slot ?? -1;
  }

  /** Requests a path that is not requested yet. */
  open(path: readonly string[], slot: number): void {
    const node = this.root.reach(path);
    node.slot = slot;
    this.nodes[slot] = node;
    this.size++;
    this.version++;
    for (let at: ScanNode | undefined = node; at !== undefined; at = at.parent) at.below++;
    if (slot < this.marks.length) return;
    const length = 2 ** Math.ceil(Math.log2(slot + 1));
    this.marks = grown(this.marks, length);
    this.starts = grown(this.starts, length);
    this.ends = grown(this.ends, length);
    this.slots = grown(this.slots, length);
  }

  /** The node of an open slot. */
  nodeOf(slot: number): ScanNode {
    return this.nodes[slot] as ScanNode;
  }

  /** Takes back the request of a path. */
  close(path: readonly string[]): void {
    const slot = this.slotOf(path);
    if (slot < 0) return;
    for (let at: ScanNode | undefined = this.nodes[slot]; at !== undefined; at = at.parent) at.below--;
    this.nodes[slot] = undefined;
    this.root.remove(path);
    this.size--;
    this.version++;
  }

  /** Marks a node as shared. */
  share(node: ScanNode): void {
    if (node.shared) return;
    node.shared = true;
    this.version++;
  }

  /** Watches a member of the event, whatever its value is. Returns its number, for `saw`. */
  watch(name: string): number {
    const node = this.root.reach([name]);
    if (node.watched < 0) {
      node.watched = this.watched.length;
      this.watched = grown(this.watched, node.watched + 1);
      this.version++;
    }
    return node.watched;
  }

  /** The number of watched members. */
  get watchedCount(): number {
    return this.watched.length;
  }

  /** Whether the text has a value at this slot. */
  has(slot: number): boolean {
    return (this.marks[slot] as number) > this.before;
  }

  /** Whether the text has a watched member. */
  saw(watched: number): boolean {
    return (this.watched[watched] as number) > this.before;
  }

  /** Forgets the results. Called by an engine before it scans a text of at most so many members. Returns `before`. */
  begin(members: number): number {
    if (this.generation > LAST_GENERATION - members) {
      this.marks.fill(0);
      this.watched.fill(0);
      this.root.resetMarks();
      this.generation = 0;
    }
    this.count = 0;
    this.reach = 0;
    this.before = this.generation;
    return this.before;
  }

  /** The number of the next member, larger than that of any member before. */
  next(): number {
    return ++this.generation;
  }

  /** Records a watched member. */
  see(watched: number): void {
    this.watched[watched] = this.generation;
  }

  /** Records the value at a slot; that of a later duplicate replaces it. */
  record(slot: number, start: number, end: number): void {
    this.starts[slot] = start;
    this.ends[slot] = end;
    if ((this.marks[slot] as number) <= this.before) this.slots[this.count++] = slot;
    this.marks[slot] = this.generation;
  }

  /** Takes back a recorded value. Its slot stays in `slots`, and `has` is false for it. */
  drop(slot: number): void {
    this.marks[slot] = 0;
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
