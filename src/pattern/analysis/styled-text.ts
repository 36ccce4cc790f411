/** A JSON text with its style, in which members and elements are added. */
import type { JsonArray, JsonNode, JsonObjectNode, Range } from '../json/node.ts';
import type { Edit } from '../place.ts';
import type { Tree } from './tree.ts';

/** A member with its name, or an element without one. */
export interface Added {
  readonly name?: string;
  readonly value: Tree;
}

/** The maximum distance to search for the beginning of a line. */
const LONGEST_LINE = 10_000;

export class StyledText {
  readonly text: string;
  /** The text between a name and its value. */
  readonly colon: string;
  /** The text behind a comma on one line. */
  readonly blank: string;
  /** The text inside the braces of an object on one line. */
  private readonly pad: string;
  /** The line end, if each member of the root is on a line of its own. */
  private readonly lineEnd: string | undefined;
  private readonly unit: string;

  constructor(text: string, root: JsonNode) {
    this.text = text;
    const first = root.kind === 'object' ? root.members[0] : undefined;
    const lead = first === undefined ? '' : text.slice(root.range.start + 1, first.nameRange.start);
    const colon = first === undefined ? ':' : text.slice(first.nameRange.end, first.value.range.start);
    const line = /\r?\n(?=[ \t]*$)/.exec(lead)?.[0];
    this.colon = colon.includes('\n') ? ':' : colon;
    this.blank = this.colon.endsWith(':') ? '' : ' ';
    this.lineEnd = line;
    this.pad = line === undefined ? lead : '';
    this.unit = line === undefined ? '  ' : lead.slice(lead.lastIndexOf('\n') + 1);
  }

  slice({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  /** Adds parts behind the last one of an object or an array. */
  append(node: JsonObjectNode | JsonArray, added: readonly Added[]): Edit {
    const parts = rangesOf(node);
    const last = parts.at(-1);
    const { start, end } = node.range;
    if (last === undefined) return { range: { start: start + 1, end: end - 1 }, text: this.inside(node, added) };
    const gap = this.gap(node, last, parts.at(-2));
    const text = added.map((one) => gap + this.part(one, lineOf(gap), this.colonOf(node))).join('');
    return { range: { start: last.end, end: last.end }, text };
  }

  /** Replaces all parts of an object or an array. */
  exchange(node: JsonObjectNode | JsonArray, added: readonly Added[]): Edit {
    const [first, last] = [rangesOf(node)[0], rangesOf(node).at(-1)];
    const range = { start: first?.start ?? node.range.start + 1, end: last?.end ?? node.range.end - 1 };
    const line = first === undefined ? undefined : lineOf(this.text.slice(node.range.start + 1, first.start));
    const gap = line === undefined ? `,${this.blank}` : `,${line}`;
    return { range, text: added.map((one) => this.part(one, line, this.colonOf(node))).join(gap) };
  }

  /** A value that replaces another one. */
  valueAt({ range }: JsonNode, value: Tree): string {
    return this.value(value, typeof value === 'string' ? undefined : this.lineAt(range.start));
  }

  /** The content of an empty object or array. */
  private inside({ kind, range }: JsonNode, added: readonly Added[]): string {
    const line = kind === 'object' ? this.lineAt(range.start) : undefined;
    if (kind === 'object') return this.members(added, line);
    return added.map((one) => this.part(one, line, this.colon)).join(`,${this.blank}`);
  }

  private value(value: Tree, line: string | undefined): string {
    if (typeof value === 'string') return value;
    const members = Array.from(value, ([name, inner]): Added => ({ name, value: inner }));
    return members.length === 0 ? '{}' : `{${this.members(members, line)}}`;
  }

  /** `line`: the line end and the indentation of the object, if each member is on a line of its own. */
  private members(members: readonly Added[], line: string | undefined): string {
    const inner = line === undefined ? undefined : line + this.unit;
    const parts = members.map((one) => this.part(one, inner, this.colon));
    if (inner === undefined) return this.pad + parts.join(`,${this.blank}`) + this.pad;
    return parts.map((part) => inner + part).join(',') + line;
  }

  private part({ name, value }: Added, line: string | undefined, colon: string): string {
    const text = this.value(value, line);
    return name === undefined ? text : `${JSON.stringify(name)}${colon}${text}`;
  }

  /** The comma and the white space between two parts. */
  private gap(node: JsonNode, last: Range, previous: Range | undefined): string {
    if (previous !== undefined) return this.text.slice(previous.end, last.start);
    const lead = this.text.slice(node.range.start + 1, last.start);
    return `,${lead.includes('\n') ? lead : this.colonOf(node).endsWith(':') ? '' : ' '}`;
  }

  private colonOf(node: JsonNode): string {
    const last = node.kind === 'object' ? node.members.at(-1) : undefined;
    const colon = last === undefined ? this.colon : this.text.slice(last.nameRange.end, last.value.range.start);
    return colon.includes('\n') ? this.colon : colon;
  }

  /** The line end and the indentation of the line of an offset; undefined for a text on one line. */
  private lineAt(offset: number): string | undefined {
    if (this.lineEnd === undefined) return undefined;
    const before = this.text.slice(Math.max(0, offset - LONGEST_LINE), offset);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    return this.lineEnd + (/^[ \t]*/.exec(line)?.[0] ?? '');
  }
}

function rangesOf(node: JsonObjectNode | JsonArray): readonly Range[] {
  if (node.kind === 'array') return node.items.map(({ range }) => range);
  return node.members.map(({ nameRange, value }) => ({ start: nameRange.start, end: value.range.end }));
}

/** The last line end of a gap, with the indentation behind it. */
function lineOf(gap: string): string | undefined {
  const at = gap.lastIndexOf('\n');
  if (at < 0) return undefined;
  const indent = /^[ \t]*/.exec(gap.slice(at + 1))?.[0] ?? '';
  return gap.slice(gap[at - 1] === '\r' ? at - 1 : at, at + 1) + indent;
}
