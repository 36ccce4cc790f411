/** Feeds the scalars of a text to the fields of a plan whose arrays are transparent, without building objects. Checks the whole text. */
import type { EventValues, ValueNode } from '../event-values.ts';
import { MAX_DEPTH } from '../json/read.ts';
import { type Element, elementOf } from '../together.ts';
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  MALFORMED,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  skipNumber,
  skipSpace,
  skipString,
  skipValue,
} from './bytes.ts';
import { numberText, plainInteger, stringAt } from './decode.ts';
import { readText, type TextReader } from './event-text.ts';
import { Paths } from './paths.ts';
import type { Text } from './text.ts';

export class ValuesInText implements TextReader<boolean> {
  /** Of no use here: the whole text is read. */
  readonly paths = new Paths();
  private readonly values: EventValues;

  constructor(values: EventValues) {
    this.values = values;
  }

  /**
   * Whether the plan matches an event. Duplicate members all count.
   * @throws EventSyntaxError, TypeError as `readText` does
   */
  matches(event: string | Uint8Array): boolean {
    return readText(event, 'checked', this);
  }

  /** @throws MALFORMED */
  read(text: Text): boolean {
    const { bytes, start, end } = text;
    const { values } = this;
    values.begin();
    const root = skipSpace(bytes, start);
    if (bytes[root] !== OPEN_OBJECT) throw MALFORMED;
    const behind = skipSpace(bytes, this.object(text, values.root, root, undefined, 0));
    if (behind !== end) throw MALFORMED;
    return values.verdict();
  }

  /** `i` is the offset of the opening bracket; the result is behind the closing one. `depth` counts the containers around it. */
  private object(text: Text, node: ValueNode, i: number, element: Element | undefined, depth: number): number {
    const { bytes, view } = text;
    if (depth === MAX_DEPTH) throw MALFORMED;
    i = skipSpace(bytes, i + 1);
    if (bytes[i] === CLOSE_OBJECT) return i + 1;
    for (;;) {
      if (bytes[i] !== QUOTE) throw MALFORMED;
      const nameEnd = skipString(bytes, view, i + 1);
      const child = this.values.child(node, stringAt(text, i + 1, nameEnd - 1));
      i = skipSpace(bytes, nameEnd);
      if (bytes[i] !== COLON) throw MALFORMED;
      i = skipSpace(bytes, i + 1);
      i = child === undefined ? skipValue(bytes, view, i, depth + 1) : this.value(text, child, i, element, depth + 1);
      i = skipSpace(bytes, i);
      if (bytes[i] === CLOSE_OBJECT) return i + 1;
      if (bytes[i] !== COMMA) throw MALFORMED;
      i = skipSpace(bytes, i + 1);
    }
  }

  private value(text: Text, node: ValueNode, i: number, element: Element | undefined, depth: number): number {
    const { bytes, view } = text;
    const { values } = this;
    switch (bytes[i]) {
      case OPEN_OBJECT:
        return node.children.size > 0 ? this.object(text, node, i, element, depth) : skipValue(bytes, view, i, depth);
      case OPEN_ARRAY:
        return this.array(text, node, i, element, depth);
      case QUOTE: {
        const end = skipString(bytes, view, i + 1);
        if (node.fields.length > 0) values.string(node, stringAt(text, i + 1, end - 1), element);
        return end;
      }
      case 0x74:
      case 0x66:
      case 0x6e: {
        const end = skipValue(bytes, view, i, depth);
        values.literal(node, bytes[i] === 0x6e ? null : bytes[i] === 0x74, element);
        return end;
      }
      default: {
        const end = skipNumber(bytes, view, i);
        if (node.fields.length === 0) return end;
        const integer = plainInteger(bytes, i, end);
        if (integer !== undefined) values.number(node, integer, undefined, element);
        else {
          const digits = numberText(text, i, end);
          values.number(node, Number(digits), digits, element);
        }
        return end;
      }
    }
  }

  private array(text: Text, node: ValueNode, i: number, element: Element | undefined, depth: number): number {
    const { bytes } = text;
    if (depth === MAX_DEPTH) throw MALFORMED;
    const array = node.shared ? this.values.openArray() : 0;
    i = skipSpace(bytes, i + 1);
    if (bytes[i] === CLOSE_ARRAY) return i + 1;
    for (let index = 0; ; index++) {
      const isInside = node.shared && (bytes[i] === OPEN_OBJECT || bytes[i] === OPEN_ARRAY);
      i = this.value(text, node, i, isInside ? elementOf(array, index, element) : element, depth + 1);
      i = skipSpace(bytes, i);
      if (bytes[i] === CLOSE_ARRAY) return i + 1;
      if (bytes[i] !== COMMA) throw MALFORMED;
      i = skipSpace(bytes, i + 1);
    }
  }
}
