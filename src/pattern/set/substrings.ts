/**
 * Finds the texts that a string contains: automata of Aho and Corasick, in parts, since an automaton cannot be changed.
 */
import { Buckets, type Part } from './buckets.ts';

interface Item<T> {
  readonly text: string;
  value: T;
  gone: boolean;
  /** The last turn that found it. */
  turn: object | undefined;
}

interface State<T> {
  readonly next: Map<number, State<T>>;
  /** The state of the longest proper suffix that is in the automaton. */
  fail: State<T> | undefined;
  /** The nearest state along `fail` where a text ends. */
  output: State<T> | undefined;
  item: Item<T> | undefined;
}

interface Automaton<T> extends Part<Item<T>> {
  readonly root: State<T>;
}

export class SubstringIndex<T> {
  private readonly buckets = new Buckets<Item<T>, Automaton<T>>((items) => ({ items, root: build(items) }));
  private readonly known = new Map<string, Item<T>>();

  get(text: string): T | undefined {
    return this.known.get(text)?.value;
  }

  set(text: string, value: T): void {
    const known = this.known.get(text);
    if (known !== undefined) {
      known.value = value;
      return;
    }
    const item = { text, value, gone: false, turn: undefined };
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

  /**
   * Calls `found` for each text in the string. Strings with the same `turn` find each text of an automaton once:
   * otherwise a text could be found as often as the strings are long.
   */
  visit(string: string, found: (value: T) => void, turn: object = {}): void {
    this.buckets.settle();
    for (const { text, value, gone } of this.buckets.waiting) if (!gone && string.includes(text)) found(value);
    for (const { root } of this.buckets.parts) run(root, string, turn, found);
  }
}

function run<T>(root: State<T>, string: string, turn: object, found: (value: T) => void): void {
  let state = root;
  for (let i = 0; i < string.length; i++) {
    state = step(root, state, string.charCodeAt(i));
    let end = state.item === undefined ? state.output : state;
    // Texts further along the chain were found together with this one.
    for (; end?.item !== undefined && end.item.turn !== turn; end = end.output) {
      end.item.turn = turn;
      if (!end.item.gone) found(end.item.value);
    }
  }
}

function step<T>(root: State<T>, from: State<T>, code: number): State<T> {
  for (let state: State<T> | undefined = from; state !== undefined; state = state.fail) {
    const next = state.next.get(code);
    if (next !== undefined) return next;
  }
  return root;
}

function build<T>(items: readonly Item<T>[]): State<T> {
  const root = newState<T>();
  for (const item of items) {
    let state = root;
    for (let i = 0; i < item.text.length; i++) {
      const code = item.text.charCodeAt(i);
      let next = state.next.get(code);
      if (next === undefined) {
        next = newState();
        state.next.set(code, next);
      }
      state = next;
    }
    state.item = item;
  }
  // Breadth first: the target of a failure link is nearer to the root, and so is complete.
  const queue: State<T>[] = [root];
  for (const state of queue) {
    for (const [code, next] of state.next) {
      next.fail = state === root ? root : step(root, state.fail as State<T>, code);
      next.output = next.fail.item === undefined ? next.fail.output : next.fail;
      queue.push(next);
    }
  }
  return root;
}

function newState<T>(): State<T> {
  return { next: new Map(), fail: undefined, output: undefined, item: undefined };
}
