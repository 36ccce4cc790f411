/** JSON nodes with what `JSON.parse` drops: the range of each value, the text of each number, and duplicate members. */

import { hasMember, takes } from '../arguments.ts';

/** Offsets into the text, in UTF-16 code units; `end` is exclusive. */
export interface Range {
  /** The offset of the first code unit. */
  readonly start: number;
  /** The offset behind the last one. */
  readonly end: number;
}

interface Positioned {
  /** For a node made from a JavaScript value both offsets are its index in reading order, not in a text. */
  readonly range: Range;
}

/** A string of a JSON text. */
export interface JsonString extends Positioned {
  /** The kind of the node. */
  readonly kind: 'string';
  /** Its text, without quotes and escapes. */
  readonly value: string;
}

/** A number of a JSON text. */
export interface JsonNumber extends Positioned {
  /** The kind of the node. */
  readonly kind: 'number';
  /** The nearest double; `text` keeps every digit. */
  readonly value: number;
  /** The number as written: `300.0` is not `300`. */
  readonly text: string;
}

/** `true` or `false`. */
export interface JsonBoolean extends Positioned {
  /** The kind of the node. */
  readonly kind: 'boolean';
  /** Which of the two. */
  readonly value: boolean;
}

/** `null`. */
export interface JsonNull extends Positioned {
  /** The kind of the node. */
  readonly kind: 'null';
}

/** An array of a JSON text. */
export interface JsonArray extends Positioned {
  /** The kind of the node. */
  readonly kind: 'array';
  /** Its elements, in order. */
  readonly items: readonly JsonNode[];
}

/** A member of an object. */
export interface JsonMember {
  /** The name, without quotes and escapes. */
  readonly name: string;
  /** The name with its quotes. */
  readonly nameRange: Range;
  /** The value behind the colon. */
  readonly value: JsonNode;
}

/** An object of a JSON text, with its members as written. */
export interface JsonObjectNode extends Positioned {
  /** The kind of the node. */
  readonly kind: 'object';
  /** In source order with duplicates; the last member of a name counts. */
  readonly members: readonly JsonMember[];
}

/** A node without parts. */
export type JsonScalar = JsonString | JsonNumber | JsonBoolean | JsonNull;
/** A node of a JSON text, discriminated by `kind`. */
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
