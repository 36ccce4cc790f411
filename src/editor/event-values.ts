/** The names and values that events have at a path. */
import { isIterable, isNode, takes } from '../pattern/arguments.ts';
import { printJson } from '../pattern/json/node.ts';
import { type PartialNode, readPartialJson } from '../pattern/json/partial.ts';

/** An event: a JSON text, which may be broken, or the result of `readPartialJson` or `readJson` for it. */
export type EventSource = string | PartialNode;

export interface NameInEvents {
  readonly name: string;
  /** Number of events that have it. */
  readonly events: number;
  /** Whether it is an object in any of them. */
  readonly isObject: boolean;
}

export interface ValueInEvents {
  /** JSON text; numbers as they are written in the event. */
  readonly text: string;
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly events: number;
}

const EVENTS = '`events` that are texts or nodes';

/** Reads each event once, for any number of look-ups. */
export class EventValues {
  private readonly roots: readonly PartialNode[];
  private readonly entersArrays: boolean;

  /** `entersArrays`: paths lead through the elements of arrays. */
  constructor(events: readonly EventSource[], entersArrays: boolean) {
    this.entersArrays = entersArrays;
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

  /** The names below a path, the most frequent first. */
  names(path: readonly string[]): readonly NameInEvents[] {
    const found = new Map<string, { events: number; isObject: boolean }>();
    for (const nodes of this.at(path)) {
      const members = nodes.flatMap((node) => (node.kind === 'object' ? node.members : []));
      for (const [name, value] of new Map(members.map((member) => [member.name, member.value]))) {
        const before = found.get(name) ?? { events: 0, isObject: false };
        const isObject = this.elements(value).some(({ kind }) => kind === 'object');
        found.set(name, { events: before.events + 1, isObject: before.isObject || isObject });
      }
    }
    return [...found].map(([name, rest]) => ({ name, ...rest })).sort((a, b) => b.events - a.events);
  }

  /** The scalars at a path, or in an array there, the most frequent first. */
  values(path: readonly string[]): readonly ValueInEvents[] {
    const found = new Map<string, { kind: ValueInEvents['kind']; events: number }>();
    for (const nodes of this.at(path)) {
      const texts = new Map<string, ValueInEvents['kind']>();
      for (const one of nodes.flatMap((node) => (node.kind === 'array' ? node.items : [node]))) {
        const isWhole = one.kind !== 'hole' && one.kind !== 'array' && one.kind !== 'object';
        if (isWhole && !(one.kind === 'string' && one.open)) texts.set(printJson(one), one.kind);
      }
      for (const [text, kind] of texts) found.set(text, { kind, events: (found.get(text)?.events ?? 0) + 1 });
    }
    return [...found].map(([text, rest]) => ({ text, ...rest })).sort((a, b) => b.events - a.events);
  }

  /** The values at a path, for each event. */
  private at(path: readonly string[]): readonly (readonly PartialNode[])[] {
    return this.roots.map((root) =>
      path.reduce<readonly PartialNode[]>(
        (nodes, part) =>
          nodes.flatMap((node) => {
            const value = node.kind === 'object' && node.members.findLast(({ name }) => name === part)?.value;
            return value ? this.elements(value) : [];
          }),
        [root],
      ),
    );
  }

  private elements(node: PartialNode): readonly PartialNode[] {
    if (node.kind !== 'array' || !this.entersArrays) return [node];
    return node.items.flatMap((item) => this.elements(item));
  }
}
