/** Finds where a member can be inserted into the text of a suite. */
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { JsonNode } from '../../../index.ts';
import { nodeAt, type SourceDocument } from '../../syntax/document.ts';

export interface InsertionPlace {
  /** An offset into the text. */
  readonly at: number;
  /** The text between that and the member. */
  readonly before: string;
  /** Whether names are quoted there. */
  readonly quoted: boolean;
}

/** A map of either reader: the start of its first and of its last member, and its end. */
interface MapPlace {
  /** In braces. */
  readonly flow: boolean;
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** Finds the maps of one file. */
export class InsertionPlaces {
  private readonly document: SourceDocument;
  private readonly yaml: Document | undefined;

  constructor(document: SourceDocument) {
    this.document = document;
    // Its nodes include aliases, which nodes of JSON do not.
    if (!document.file.endsWith('.json')) this.yaml = parseDocument(document.text, { uniqueKeys: false });
  }

  /** Behind the last item of the list at this path; undefined for an alias or an empty list. */
  behindLastItem(path: readonly string[]): ItemPlace | undefined {
    const { text, root } = this.document;
    if (this.yaml === undefined) {
      const list = nodeAt(root, path.map((part) => `/${part}`).join(''))?.node;
      const last = list?.kind === 'array' ? list.items.at(-1) : undefined;
      return last && inBrackets(text, last.range.start, last.range.end);
    }
    const list = at(path, this.yaml);
    const last = isSeq(list) ? (list.items.at(-1) as Node | undefined) : undefined;
    if (!isSeq(list) || last === undefined) return undefined;
    if (list.flow === true) {
      // YAML allows a comma after the last item.
      const end = endOf(last, text);
      const comma = /^\s*,/.exec(text.slice(end))?.[0];
      const place = inBrackets(text, startOf(last), end);
      return comma === undefined ? place : { ...place, at: end + comma.length, before: place.before.slice(1) };
    }
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const end = text.slice(0, endOf(last, text)).replace(/\r?\n$/, '').length;
    const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
    const indent = eol + ' '.repeat(columnOf(text, startOf(list as unknown as Node)));
    return { at: end + rest, before: indent, between: indent, flow: false, indent };
  }

  /** Behind the last member of the map at this path; undefined for an alias. */
  behindLast(path: readonly (string | number)[]): InsertionPlace | undefined {
    const { text, root } = this.document;
    const map = this.yaml === undefined ? jsonMap(path, root) : yamlMap(path, this.yaml, text);
    if (map === undefined) return undefined;
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const quoted = text[map.last] === '"';
    if (!map.flow) {
      // A block of text ends with its last line end. Comments stay on their line.
      const end = text.slice(0, map.end).replace(/\r?\n$/, '').length;
      const rest = /^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
      return { at: end + rest, before: eol + ' '.repeat(columnOf(text, map.first)), quoted };
    }
    const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, map.last))?.[1];
    // YAML allows a comma after the last member.
    const comma = /^\s*,/.exec(text.slice(map.end))?.[0];
    const before = (comma === undefined ? ',' : '') + (indent === undefined ? ' ' : eol + indent);
    return { at: map.end + (comma?.length ?? 0), before, quoted };
  }
}

/** The place of another item of a list. */
export interface ItemPlace {
  /** An offset into the text. */
  readonly at: number;
  /** The text between that and the first new item; in a block, the dash is part of the item. */
  readonly before: string;
  /** The text between new items. */
  readonly between: string;
  /** In brackets: the item is written as JSON. */
  readonly flow: boolean;
  /** The start of every further line of the item. */
  readonly indent: string;
}

function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf('\n', offset - 1) - 1;
}

/** In brackets: on a line of its own if the last item is. */
function inBrackets(text: string, last: number, end: number): ItemPlace {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, last))?.[1];
  const before = indent === undefined ? ', ' : `,${eol}${indent}`;
  return { at: end, before, between: before, flow: true, indent: '' };
}

function jsonMap(path: readonly (string | number)[], root: JsonNode): MapPlace | undefined {
  const map = nodeAt(root, path.map((part) => `/${part}`).join(''))?.node;
  const [first, last] = map?.kind === 'object' ? [map.members[0], map.members.at(-1)] : [];
  if (first === undefined || last === undefined) return undefined;
  return { flow: true, first: first.nameRange.start, last: last.nameRange.start, end: last.value.range.end };
}

function yamlMap(path: readonly (string | number)[], document: Document, text: string): MapPlace | undefined {
  const node = at(path, document);
  if (!isMap(node)) return undefined;
  const pairs = pairsOf(node);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { flow: node.flow === true, first: startOf(first.key), last: startOf(last.key), end: endOfPair(last, text) };
}

function at(path: readonly (string | number)[], document: Document): unknown {
  let node: unknown = document.contents;
  for (const part of path) {
    if (isMap(node)) node = node.items.find(({ key }) => isScalar(key) && key.value === part)?.value;
    else node = isSeq(node) ? node.items[Number(part)] : undefined;
  }
  return node;
}

function pairsOf(map: YAMLMap): readonly Pair<Node, Node | null>[] {
  return map.items as Pair<Node, Node | null>[];
}

function startOf({ range }: Node): number {
  return range?.[0] ?? 0;
}

function endOfPair({ key, value }: Pair<Node, Node | null>, text: string): number {
  if (value !== null && !(value.range?.[0] === value.range?.[1])) return endOf(value, text);
  // A member without a value ends with its colon, if there is one.
  const end = key.range?.[1] ?? 0;
  return end + (/^[ \t]*:/.exec(text.slice(end))?.[0].length ?? 0);
}

/** Behind the last character of a value; the library includes the comments that follow a block. */
function endOf(node: Node, text: string): number {
  const end = node.range?.[1] ?? 0;
  if (isMap(node) && !node.flow) return endOfPair(node.items.at(-1) as Pair<Node, Node | null>, text);
  return isSeq(node) && !node.flow ? endOf(node.items.at(-1) as Node, text) : end;
}
