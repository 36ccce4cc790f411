/** JSON nodes with what `JSON.parse` drops: the range of each value, the text of each number, and duplicate members. */

import { hasMember, takes } from '../arguments.ts';

/** Offsets into the text, in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Positioned {
  /** For a node made from a JavaScript value both offsets are its index in reading order, not in a text. */
  readonly range: Range;
}

export interface JsonString extends Positioned {
  readonly kind: 'string';
  readonly value: string;
}

export interface JsonNumber extends Positioned {
  readonly kind: 'number';
  readonly value: number;
  /** The number as written: `300.0` is not `300`. */
  readonly text: string;
}

export interface JsonBoolean extends Positioned {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface JsonNull extends Positioned {
  readonly kind: 'null';
}

export interface JsonArray extends Positioned {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonMember {
  readonly name: string;
  /** The name with its quotes. */
  readonly nameRange: Range;
  readonly value: JsonNode;
}

export interface JsonObjectNode extends Positioned {
  readonly kind: 'object';
  /** In source order with duplicates; the last member of a name counts. */
  readonly members: readonly JsonMember[];
}

export type JsonScalar = JsonString | JsonNumber | JsonBoolean | JsonNull;
export type JsonNode = JsonScalar | JsonArray | JsonObjectNode;

export function isScalar(node: JsonNode): node is JsonScalar {
  return node.kind !== 'array' && node.kind !== 'object';
}

/** Larger objects get a map from names to values; smaller ones are searched. */
const MANY = 16;

const byName = new WeakMap<JsonObjectNode, ReadonlyMap<string, JsonNode>>();

/**
 * The value of a member, the last one of that name, as `JSON.parse` keeps it.
 * @throws TypeError unless `node` is an object node
 */
export function memberOf(node: JsonObjectNode, name: string): JsonNode | undefined {
  takes(hasMember(node, 'members'), 'memberOf', 'an object of JSON nodes', node);
  const { members } = node;
  if (members.length > MANY) {
    let known = byName.get(node);
    if (known === undefined) {
      known = new Map(members.map((member) => [member.name, member.value]));
      byName.set(node, known);
    }
    return known.get(name);
  }
  for (let i = members.length - 1; i >= 0; i--) {
    const member = members[i] as JsonMember;
    if (member.name === name) return member.value;
  }
  return undefined;
}

/**
 * JSON text without white space; numbers keep their text. Lone surrogates are escaped.
 * @throws TypeError unless it is a node
 */
export function printJson(node: JsonNode): string {
  takes(hasMember(node, 'kind'), 'printJson', 'a JSON node', node);
  return textOf(node);
}

function textOf(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'array':
      return `[${node.items.map(textOf).join(',')}]`;
    case 'object':
      return `{${node.members.map((m) => `${JSON.stringify(m.name)}:${textOf(m.value)}`).join(',')}}`;
  }
}
