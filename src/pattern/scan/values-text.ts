/** Feeds the scalars of a text to the fields of a plan whose arrays are transparent, without building objects. */
import type { EventValues, ValueNode } from '../event-values.ts';
import { QUOTE } from './bytes.ts';
import { numberText, plainInteger, stringAt } from './decode.ts';
import type { Mode } from './engine.ts';
import type { TextReader } from './event-text.ts';
import { Occurrences } from './occurrences.ts';
import { Paths } from './paths.ts';
import type { Text } from './text.ts';

export class ValuesInText implements TextReader<boolean> {
  readonly paths = new Paths();
  private readonly values: EventValues;
  /** By slot. */
  private readonly nodes: ValueNode[] = [];
  private readonly found: Occurrences;

  constructor(values: EventValues) {
    this.values = values;
    this.found = new Occurrences(values.emptyNames);
    this.open(values.root, []);
  }

  /** A slot for each path with fields. */
  private open(node: ValueNode, path: readonly string[]): void {
    const { nodes, paths } = this;
    if (node.fields.length > 0) paths.open(path, nodes.push(node) - 1);
    for (const [name, child] of node.children) {
      const below = [...path, name];
      this.open(child, below);
      if (child.shared) paths.share(paths.root.reach(below));
    }
  }

  /** Whether the plan matches an event. Duplicate members all count. @throws MALFORMED */
  read(text: Text, mode: Mode): boolean {
    const { found, nodes, values } = this;
    found.find(text, this.paths, mode);
    try {
      values.begin();
      const { count, elements } = found;
      for (let k = 0; k < count; k++) {
        const node = nodes[found.slots[k] as number] as ValueNode;
        const element = k < elements.length ? elements[k] : undefined;
        this.feed(text, node, found.starts[k] as number, found.ends[k] as number, element);
      }
      return values.verdict();
    } finally {
      found.clear();
    }
  }

  private feed(text: Text, node: ValueNode, start: number, end: number, element: Occurrences['elements'][0]): void {
    const { values } = this;
    switch (text.bytes[start]) {
      case QUOTE:
        values.string(node, stringAt(text, start + 1, end - 1), element);
        return;
      case 0x74:
      case 0x66:
        values.literal(node, text.bytes[start] === 0x74, element);
        return;
      case 0x6e:
        values.literal(node, null, element);
        return;
      default: {
        const integer = plainInteger(text.bytes, start, end);
        if (integer !== undefined) values.number(node, integer, undefined, element);
        else {
          const digits = numberText(text, start, end);
          values.number(node, Number(digits), digits, element);
        }
      }
    }
  }
}
