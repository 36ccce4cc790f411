/** Reads YAML into JSON nodes: each with its range in the YAML text, and numbers with the text that was written. */
import type { CST, Document, Node, Pair, Scalar } from 'yaml';
import { type JsonMember, type JsonNode, lineColumn, MAX_DEPTH, type Range } from '../../index.ts';
import { Failure } from '../failure.ts';
import { size } from '../render/amounts.ts';
import type { Source } from './source.ts';
import { yamlLibrary } from './yaml-library.ts';

// An alias copies what it names, and aliases of aliases multiply: a few lines can mean gigabytes.
const MAX_ALIASED_NODES = 10_000;
const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

export interface YamlOptions {
  /** What the text should be, for messages: `the suite`. */
  readonly what: string;
  /**
   * Whether it is a template of some tool: `!Ref name` is read as `{"Ref": name}` and other short tags as `Fn::…`, `<<` merges, and names may
   * occur twice (what that means is for others to say).
   */
  readonly template?: boolean;
}

/**
 * A text that is one document.
 * @throws Failure, with line and column, for what is not YAML or has no word in JSON
 */
export function readYaml(source: Source, options: YamlOptions): JsonNode {
  const fail = failIn(source);
  const roots: JsonNode[] = [];
  for (const { root, start } of documents(source, options, fail)) {
    if (roots.length > 0) fail(start, `${options.what} is one YAML document, and a second one begins here`);
    roots.push(root);
  }
  return roots[0] as JsonNode;
}

/**
 * All documents of a text, at least one. Those that say nothing are left out, unless there are no others.
 * @throws Failure as above
 */
export function readYamlDocuments(source: Source, options: YamlOptions): readonly JsonNode[] {
  return [...documents(source, options, failIn(source))].map(({ root }) => root);
}

interface YamlDocument {
  readonly root: JsonNode;
  readonly start: number;
}

function* documents(source: Source, options: YamlOptions, fail: Fail): Generator<YamlDocument, void> {
  const reader = new Reader(options.template ?? false, fail);
  const { isScalar } = yamlLibrary();
  let nothing: Document.Parsed | undefined;
  let some = false;
  for (const document of compose(source.text, options, fail)) {
    const { contents, range } = document;
    if (isScalar(contents) && contents.value === null && contents.source === '') nothing ??= document;
    else {
      some = true;
      yield { root: reader.read(document), start: range[0] };
    }
  }
  if (!some && nothing !== undefined) yield { root: reader.read(nothing), start: nothing.range[0] };
}

type Fail = (offset: number, message: string) => never;

function failIn({ name, text }: Source): Fail {
  return (offset, message) => {
    throw new Failure({ file: name, ...lineColumn(text, offset), message });
  };
}

/** At least one. */
function* compose(text: string, { what, template = false }: YamlOptions, fail: Fail): Generator<Document.Parsed, void> {
  if (text.length > MAX_YAML) fail(0, `${what} is larger than ${size(MAX_YAML)}, the most that is read as YAML`);
  const { Composer } = yamlLibrary();
  // The library would compare each name of a map with each.
  const composer = new Composer({ version: '1.2', schema: 'core', prettyErrors: false, uniqueKeys: false });
  for (const document of composer.compose(tokens(text, fail), true, text.length)) {
    const { errors, warnings } = document;
    const told = template ? warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED') : warnings;
    const problem = errors[0] ?? told[0];
    const repeated = template ? undefined : firstRepeated(document.contents);
    if (repeated !== undefined && (problem === undefined || repeated < problem.pos[0])) {
      fail(repeated, 'this member name occurs twice in its map');
    }
    if (problem !== undefined) fail(problem.pos[0], problemMessage(problem.message, what));
    if (document.contents === null) fail(0, `${what} is empty`);
    yield document;
  }
}

/**
 * The library composes nodes by recursion, to the end of the stack. It survives that as a rule, but not when a regular expression is compiled
 * just there: then V8 ends the process. So depth is counted where it is a list: while the tokens are made.
 */
function* tokens(text: string, fail: Fail): Generator<CST.Token, void> {
  const { Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_YAML_DEPTH) fail(parser.offset, 'the YAML is nested too deeply');
  }
  yield* parser.end();
}

const MAX_YAML_DEPTH = 200;

/** Characters. A value of YAML takes up to 450 times the memory of its text while it is read. */
const MAX_YAML = 8 * 1024 * 1024;

/** Where the first name stands that its map has already, as a text (JSON has no other names) or as a value. Linear in the nodes. */
function firstRepeated(root: unknown): number | undefined {
  const { isMap, isScalar, isSeq } = yamlLibrary();
  let first: number | undefined;
  const visit = (node: unknown): void => {
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap<Node, Node | null>(node)) return;
    const names = new Set<unknown>();
    for (const { key, value } of node.items) {
      if (isScalar(key)) {
        const { start } = rangeOf(key);
        if (names.has(nameOf(key)) || names.has(key.value)) first = Math.min(first ?? start, start);
        names.add(nameOf(key)).add(key.value);
      }
      visit(key);
      visit(value);
    }
  };
  visit(root);
  return first;
}

function nameOf({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}

function problemMessage(message: string, what: string): string {
  const [first = ''] = message.split('\n');
  return `${what} is not YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

/** What may be copied is counted for the whole file, however many documents it has. */
class Reader {
  private readonly template: boolean;
  private readonly fail: Fail;
  private readonly library = yamlLibrary();
  /** An alias means the last anchor before it. Asking the library for it would visit the whole document for each alias. */
  private readonly anchors = new Map<string, Node>();
  private aliased = 0;
  private insideAlias = 0;

  constructor(template: boolean, fail: Fail) {
    this.template = template;
    this.fail = fail;
  }

  read({ contents }: Document.Parsed): JsonNode {
    this.anchors.clear();
    return this.node(contents as Node, 0);
  }

  private node(node: Node, depth: number): JsonNode {
    const range = rangeOf(node);
    if (depth > MAX_DEPTH) this.fail(range.start, `nested deeper than ${MAX_DEPTH} levels`);
    if (this.insideAlias > 0 && ++this.aliased > MAX_ALIASED_NODES) {
      this.fail(range.start, `the aliases (\`*name\`) of this file copy more than ${MAX_ALIASED_NODES} values`);
    }
    if (this.library.isAlias(node)) return this.alias(node, depth);
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) this.anchors.set(anchor, node);
    const value = this.untagged(node, range, depth);
    const name = this.template ? functionName(node.tag) : undefined;
    if (name === undefined) return value;
    return { kind: 'object', members: [{ name, nameRange: range, value }], range };
  }

  private untagged(node: Node, range: Range, depth: number): JsonNode {
    const { isMap, isScalar, isSeq } = this.library;
    if (isMap(node)) {
      const members = node.items.map((pair) => this.member(pair as Pair<Node, Node | null>, depth));
      return { kind: 'object', members: this.template ? merged(members) : members, range };
    }
    if (isSeq(node))
      return { kind: 'array', items: node.items.map((item) => this.node(item as Node, depth + 1)), range };
    return isScalar(node) ? this.scalar(node, range) : this.fail(range.start, 'this YAML value has no word in JSON');
  }

  private alias(node: Node, depth: number): JsonNode {
    const target = this.library.isAlias(node) ? this.anchors.get(node.source) : undefined;
    if (target === undefined) return this.fail(rangeOf(node).start, 'the alias names no anchor');
    this.insideAlias++;
    const read = this.node(target, depth + 1);
    this.insideAlias--;
    return read;
  }

  private member({ key, value }: Pair<Node, Node | null>, depth: number): JsonMember {
    if (!this.library.isScalar(key)) return this.fail(rangeOf(key).start, 'a member name is plain text');
    const nameRange = rangeOf(key);
    const name = nameOf(key);
    if (value === null)
      return { name, nameRange, value: { kind: 'null', range: { start: nameRange.end, end: nameRange.end } } };
    return { name, nameRange, value: this.node(value, depth + 1) };
  }

  private scalar({ value, source }: Scalar, range: Range): JsonNode {
    switch (typeof value) {
      case 'string':
        return { kind: 'string', value, range };
      case 'boolean':
        return { kind: 'boolean', value, range };
      case 'number':
        if (source !== undefined && JSON_NUMBER.test(source)) return { kind: 'number', value, text: source, range };
        if (!Number.isFinite(value)) return this.fail(range.start, `\`${source}\` is not a number of JSON`);
        return { kind: 'number', value, text: JSON.stringify(value), range };
      default:
        return value === null ? { kind: 'null', range } : this.fail(range.start, 'this YAML value has no word in JSON');
    }
  }
}

/** `!Ref` is short for the function `Ref`, `!Sub` for `Fn::Sub`. The tags of YAML itself are no functions. */
function functionName(tag: string | undefined): string | undefined {
  if (tag === undefined || tag === '!' || tag.startsWith('tag:yaml.org,2002:')) return undefined;
  const name = tag.replace(/^!+/, '');
  return name === 'Ref' ? name : `Fn::${name}`;
}

/** The members of a map that is merged in count where the map does not say the name itself. */
function merged(members: readonly JsonMember[]): readonly JsonMember[] {
  if (!members.some(({ name }) => name === '<<')) return members;
  const own = members.filter(({ name }) => name !== '<<');
  const names = new Set(own.map(({ name }) => name));
  const more: JsonMember[] = [];
  for (const { name, value } of members) {
    if (name !== '<<') continue;
    for (const map of value.kind === 'array' ? value.items : [value]) {
      for (const member of map.kind === 'object' ? map.members : []) {
        if (names.has(member.name)) continue;
        names.add(member.name);
        more.push(member);
      }
    }
  }
  return [...more, ...own];
}

/** Of the value itself, without what follows it. */
function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
