/** Finds the texts that a string contains: automata in parts, since an automaton cannot be changed. */
import { foundAt, type SearchNode, searchOf, stepSearch } from '../value/text-search.ts';
import { Buckets, type Part } from './buckets.ts';

interface Item<T> {
  readonly text: string;
  value: T;
  gone: boolean;
  /** The last turn that found it. */
  turn: number;
}

interface Automaton<T> extends Part<Item<T>> {
  readonly root: SearchNode<Item<T>>;
}

export class SubstringIndex<T> {
  private readonly buckets = new Buckets<Item<T>, Automaton<T>>((items) => ({ items, root: automatonOf(items) }));
  private readonly known = new Map<string, Item<T>>();
  private turn = 0;

  get(text: string): T | undefined {
    return this.known.get(text)?.value;
  }

  set(text: string, value: T): void {
    const known = this.known.get(text);
    if (known !== undefined) {
      known.value = value;
      return;
    }
    const item = { text, value, gone: false, turn: 0 };
    this.known.set(text, item);
    this.buckets.add(item);
  }

  delete(text: string): void {
    const item = this.known.get(text);
    if (item === undefined) return;
    this.known.delete(text);
    this.buckets.remove(item);
  }

  get size(): number {
    return this.known.size;
  }

  /** A number for the strings of one event. */
  nextTurn(): number {
    return ++this.turn;
  }

  /**
   * Appends to `found` the value of each text in the string. Strings with the same `turn` find each text of an automaton
   * once: otherwise a text could be found as often as the strings are long.
   */
  collect(string: string, found: T[], turn = this.nextTurn()): void {
    this.buckets.settle();
    for (const { text, value, gone } of this.buckets.waiting) if (!gone && string.includes(text)) found.push(value);
    for (const { root } of this.buckets.parts) run(root, string, turn, found);
  }
}

/** Texts of items that are not gone are different. */
function automatonOf<T>(items: readonly Item<T>[]): SearchNode<Item<T>> {
  return searchOf(
    items.map((item) => [item.text, item]),
    (_, item) => item,
  );
}

function run<T>(root: SearchNode<Item<T>>, string: string, turn: number, found: T[]): void {
  let node = root;
  for (let i = 0; i < string.length; i++) {
    node = stepSearch(node, string.charCodeAt(i));
    let end = foundAt(node);
    // Texts further along the chain were found together with this one.
    for (; end?.value !== undefined && end.value.turn !== turn; end = end.shorter) {
      end.value.turn = turn;
      if (!end.value.gone) found.push(end.value.value);
    }
  }
}
