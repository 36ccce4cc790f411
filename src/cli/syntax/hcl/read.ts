/**
 * The resources of a `.tf` file as JSON nodes, in the form of `.tf.json`. Literal values are read. A value that Terraform has to compute
 * becomes a string with the expression, marked as `computed`: it is never evaluated.
 */
import type { Node } from 'web-tree-sitter';
import type { JsonMember, JsonNode, JsonObjectNode, JsonString, Range } from '../../../index.ts';
import { printedNumber } from './number.ts';
import { parseTree } from './parser.ts';
import { readString } from './strings.ts';

/** A value that Terraform computes. */
export interface Computed extends JsonString {
  /** On one line, as written. */
  readonly expression: string;
  /** Why the value is unknown, when the expression does not show it: one sentence, lower case, without a full stop. */
  readonly why?: string;
}

/** The text of another file, in the place of `file("…")`. */
export interface FileText extends JsonString {
  readonly file: { readonly name: string; readonly text: string };
}

/** The files, or the errors of unreadable ones, by their paths, relative to the folder of the `.tf` file. */
type FileAt = (path: string) => FileText['file'] | string | undefined;

/** A place that is not HCL, as far as the parser supports the language. */
export interface HclProblem {
  /** The address of the resource around it; absent when unknown. */
  readonly address?: string;
  readonly offset: number;
  /** One sentence, lower case, without a full stop. */
  readonly message: string;
}

export interface HclRoot extends JsonObjectNode {
  /** The problems in resources of the wanted types. Errors elsewhere do not affect these resources. */
  readonly problems: readonly HclProblem[];
}

export const isComputed = (node: JsonNode): node is Computed => 'expression' in node;
export const isFileText = (node: JsonNode): node is FileText => 'file' in node;
export const isHclRoot = (node: JsonNode): node is HclRoot => 'problems' in node;

const NO_TEXT = 'it is an object or a list where Terraform takes text; put it into `jsonencode(…)`';

/** Deeper values count as computed. */
const DEEPEST = 200;

/** The resources of some types, with ranges into the text. A file that `fileAt` lacks is computed. `loadParser` must have resolved. */
export function readHcl(text: string, types: ReadonlySet<string>, fileAt: FileAt): HclRoot {
  const tree = parseTree(text);
  try {
    return rootOf(tree.rootNode, new Reader(text, fileAt), types);
  } finally {
    tree.delete();
  }
}

function rootOf(root: Node, reader: Reader, types: ReadonlySet<string>): HclRoot {
  const resources: JsonNode[] = [];
  const problems: HclProblem[] = [];
  const top = root.isError ? [root] : root.children.flatMap((node) => (node.type === 'body' ? node.children : [node]));
  for (const block of top) {
    const [keyword, type, name] = block.type === 'block' ? block.namedChildren : [];
    const isResource = keyword?.text === 'resource' && type !== undefined && name !== undefined && isLabel(name);
    if (!isResource || !types.has(label(type))) {
      // The parser may have read a resource as a part of broken text before it.
      if (block.hasError && [...types].some((one) => block.text.includes(one))) problems.push(problemIn(block));
      continue;
    }
    if (block.hasError) {
      problems.push({ ...problemIn(block), address: `${label(type)}.${label(name)}` });
      continue;
    }
    const properties = reader.body(block);
    const named = objectOf(properties.range, [{ name: label(name), nameRange: rangeOf(name), value: properties }]);
    resources.push(objectOf(properties.range, [{ name: label(type), nameRange: rangeOf(type), value: named }]));
  }
  const range = rangeOf(root);
  const all: JsonNode = { kind: 'array', range, items: resources };
  return { ...objectOf(range, [{ name: 'resource', nameRange: range, value: all }]), problems };
}

/** The first place with an error below a node. */
function problemIn(block: Node): HclProblem {
  let node = block;
  while (!node.isError && !node.isMissing) {
    const part = node.children.find((one) => one.hasError || one.isError || one.isMissing);
    if (part === undefined) break;
    node = part;
  }
  const message = node.isMissing ? `\`${node.type}\` is missing` : 'this cannot be read as HCL';
  return { offset: node.startIndex, message };
}

const isLabel = (node: Node): boolean => node.type === 'identifier' || node.type === 'string_lit';

/** A quoted label has no escapes and no interpolation. */
function label(node: Node): string {
  return node.type === 'string_lit' ? node.text.slice(1, -1) : node.text;
}

function rangeOf(node: Node): Range {
  return { start: node.startIndex, end: node.endIndex };
}

function objectOf(range: Range, members: readonly JsonMember[]): JsonObjectNode {
  return { kind: 'object', range, members };
}

class Reader {
  private readonly text: string;
  private readonly fileAt: FileAt;

  constructor(text: string, fileAt: FileAt) {
    this.text = text;
    this.fileAt = fileAt;
  }

  /** The attributes of a block, and the blocks in it. */
  body(block: Node, depth = 0): JsonObjectNode {
    const body = block.namedChildren.find((node) => node.type === 'body');
    const members: JsonMember[] = [];
    for (const part of body?.namedChildren ?? []) {
      const [name, value] = part.namedChildren;
      if (name === undefined) continue;
      const named = { name: name.text, nameRange: rangeOf(name) };
      if (part.type === 'attribute' && value !== undefined) members.push({ ...named, value: this.attribute(value) });
      if (part.type === 'block' && depth < DEEPEST) members.push({ ...named, value: this.body(part, depth + 1) });
    }
    return objectOf(rangeOf(block), members);
  }

  /** Of the functions, only `jsonencode` and `file` are read. */
  private attribute(expression: Node): JsonNode {
    const node = inner(expression);
    if (node.type !== 'function_call') {
      const value = this.value(node, 0);
      return value.kind === 'object' || value.kind === 'array' ? this.computed(node, NO_TEXT) : value;
    }
    const [name, list] = node.namedChildren;
    const given = list?.namedChildren.filter(({ type }) => type !== 'comment') ?? [];
    const [argument] = given;
    if (given.length === 1 && argument !== undefined) {
      if (name?.text === 'jsonencode') return this.encoded(node, this.value(inner(argument), 0));
      const path = name?.text === 'file' ? this.path(inner(argument)) : undefined;
      const file = path === undefined ? undefined : this.fileAt(path);
      if (typeof file === 'string') return this.computed(node, file);
      if (file !== undefined) return { kind: 'string', value: file.text, range: rangeOf(node), file } as FileText;
    }
    return this.computed(node);
  }

  /** The file does not contain the text to which a scalar is encoded. */
  private encoded(call: Node, value: JsonNode): JsonNode {
    return value.kind === 'object' || value.kind === 'array' ? value : this.computed(call);
  }

  /** A plain path, or one below `path.module`, the folder of the file. */
  private path(node: Node): string | undefined {
    const value = this.value(node, 0);
    if (value.kind !== 'string') return undefined;
    if (!isComputed(value)) return value.value;
    const written = readString(this.text, value.range)?.value;
    const [, below] = /^\$\{\s*path\.module\s*\}\/([^$%]+)$/.exec(written ?? '') ?? [];
    return below;
  }

  private value(node: Node, depth: number): JsonNode {
    const range = rangeOf(node);
    if (depth > DEEPEST) return this.computed(node);
    switch (node.type) {
      case 'string_lit': {
        const read = readString(this.text, range);
        return read === undefined ? this.computed(node) : { kind: 'string', value: read.value, range };
      }
      case 'heredoc_template':
      case 'quoted_template': {
        const read = readString(this.text, range);
        if (read === undefined) return this.computed(node);
        const string: JsonString = { kind: 'string', value: read.value, range };
        const expression = expressionIn(node);
        return expression === undefined ? string : ({ ...string, expression } as Computed);
      }
      case 'numeric_lit':
        return this.number(node);
      case 'unary_operation':
        return node.firstChild?.type === '-' && node.namedChild(0)?.text.match(/^[\d.]/)
          ? this.number(node)
          : this.computed(node);
      case 'bool_lit':
        return { kind: 'boolean', value: node.text === 'true', range };
      case 'null_lit':
        return { kind: 'null', range };
      case 'tuple':
        return {
          kind: 'array',
          range,
          items: node.namedChildren
            .filter(({ type }) => type === 'expression')
            .map((item) => this.value(inner(item), depth + 1)),
        };
      case 'object':
        return this.object(node, depth);
      default:
        return this.computed(node);
    }
  }

  private number(node: Node): JsonNode {
    const text = printedNumber(node.text.replace(/\s/g, ''));
    return text === undefined
      ? this.computed(node)
      : { kind: 'number', value: Number(text), text, range: rangeOf(node) };
  }

  private object(node: Node, depth: number): JsonNode {
    const members: JsonMember[] = [];
    for (const element of node.namedChildren) {
      if (element.type !== 'object_elem') continue;
      const [key, value] = element.namedChildren.filter(({ type }) => type === 'expression');
      const name = key && this.key(key, depth);
      // An unreadable name may be any member, which changes the meaning of the others.
      if (key === undefined || value === undefined || name === undefined) return this.computed(node);
      members.push({ name, nameRange: rangeOf(key), value: this.value(inner(value), depth + 1) });
    }
    return objectOf(rangeOf(node), members);
  }

  /** A bare word is a name; in parentheses it is an expression. */
  private key(expression: Node, depth: number): string | undefined {
    const [only, another] = expression.namedChildren;
    if (only?.type === 'variable_expr' && another === undefined && expression.childCount === 1) return only.text;
    const value = this.value(inner(expression), depth + 1);
    if (isComputed(value)) return undefined;
    if (value.kind === 'string') return value.value;
    return value.kind === 'number' ? value.text : value.kind === 'boolean' ? String(value.value) : undefined;
  }

  private computed(node: Node, why?: string): Computed {
    const expression = node.text.replace(/\s+/g, ' ');
    const value = `\${${expression}}`;
    return { kind: 'string', value, range: rangeOf(node), expression, ...(why === undefined ? {} : { why }) };
  }
}

/** The node of an expression without wrappers and parentheses. */
function inner(expression: Node): Node {
  let node = expression;
  while (WRAPPERS.has(node.type)) {
    const parts = node.namedChildren.filter(({ type }) => type !== 'comment');
    const [only] = parts;
    if (parts.length !== 1 || only === undefined) return node;
    node = only;
  }
  return node;
}

const WRAPPERS: ReadonlySet<string> = new Set([
  'expression',
  'literal_value',
  'collection_value',
  'template_expr',
  'operation',
]);

function expressionIn(template: Node): string | undefined {
  const part = template.namedChildren.find(
    ({ type }) => type === 'template_interpolation' || type === 'template_directive',
  );
  return part?.text.replace(/\s+/g, ' ');
}
