/** What events have at a path: the names and the values that can be written into a pattern for them. */
import { isIterable, isNode, takes } from '../pattern/arguments.ts';
import { printJson } from '../pattern/json/node.ts';
import { type PartialNode, readPartialJson } from '../pattern/json/partial.ts';

/** A text, which may be broken, or what `readPartialJson` or `readJson` gave for it. */
export type EventSource = string | PartialNode;

export interface NameInEvents {
  readonly name: string;
  /** How many events have it. */
  readonly events: number;
  /** Whether it is an object in any of them. */
  readonly isObject: boolean;
}

export interface ValueInEvents {
  /** JSON text, the number's text as it was sent. */
  readonly text: string;
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly events: number;
}

const EVENTS = '`events` that are texts or nodes';

/** The events, each read once however many paths are looked up. */
export class EventValues {
  private readonly roots: readonly PartialNode[];

  constructor(events: readonly EventSource[]) {
    takes(isIterable(events), 'complete', EVENTS, events);
    this.roots = Array.from(events, (event) => {
      if (typeof event === 'string') return readPartialJson(event).node;
      takes(isNode(event), 'complete', EVENTS, event);
      return event;
    });
  }

  get size(): number {
    return this.roots.length;
  }

  /** The names below a path, those of most events first. */
  names(path: readonly string[]): readonly NameInEvents[] {
    const found = new Map<string, { events: number; isObject: boolean }>();
    for (const node of this.at(path)) {
      if (node.kind !== 'object') continue;
      for (const [name, value] of new Map(node.members.map((member) => [member.name, member.value]))) {
        const before = found.get(name) ?? { events: 0, isObject: false };
        found.set(name, { events: before.events + 1, isObject: before.isObject || value.kind === 'object' });
      }
    }
    return [...found].map(([name, rest]) => ({ name, ...rest })).sort((a, b) => b.events - a.events);
  }

  /** The plain values at a path and in the array at a path, those of most events first. */
  values(path: readonly string[]): readonly ValueInEvents[] {
    const found = new Map<string, { kind: ValueInEvents['kind']; events: number }>();
    for (const node of this.at(path)) {
      const texts = new Map<string, ValueInEvents['kind']>();
      for (const one of node.kind === 'array' ? node.items : [node]) {
        const isWhole = one.kind !== 'hole' && one.kind !== 'array' && one.kind !== 'object';
        if (isWhole && !(one.kind === 'string' && one.open)) texts.set(printJson(one), one.kind);
      }
      for (const [text, kind] of texts) found.set(text, { kind, events: (found.get(text)?.events ?? 0) + 1 });
    }
    return [...found].map(([text, rest]) => ({ text, ...rest })).sort((a, b) => b.events - a.events);
  }

  /** No path leads into an array. */
  private at(path: readonly string[]): readonly PartialNode[] {
    return this.roots.flatMap((root) => {
      let node: PartialNode | undefined = root;
      for (const part of path) {
        node = node?.kind === 'object' ? node.members.findLast(({ name }) => name === part)?.value : undefined;
      }
      return node === undefined ? [] : [node];
    });
  }
}
