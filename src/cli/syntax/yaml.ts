/** Reads YAML into JSON nodes, each with its range in the YAML text, and numbers with their text. */
import type { CST, Document, Node, Pair, Scalar } from 'yaml';
import type { Diagnostic, JsonMember, JsonNode, Range } from '../../index.ts';
import { lineColumn, MAX_DEPTH } from '../../json.ts';
import type { NamedText } from '../files/source.ts';
import { type YamlCode, yamlFinding } from '../findings/catalogue.ts';
import { Failure } from '../findings/failure.ts';
import { size } from '../terminal/amounts.ts';
import { yamlLibrary } from './yaml-library.ts';
import { problemOf, quoted, tagProblem, wordAt, type YamlProblem } from './yaml-problems.ts';

// An alias copies its anchor, and aliases of aliases multiply: a few lines can mean gigabytes.
const MAX_ALIASED_NODES = 10_000;
const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

export interface YamlOptions {
  /** The expected text, for messages: `the suite`. */
  readonly what: string;
  /**
   * Whether it is a template of a tool: `!Ref name` is read as `{"Ref": name}` and other short tags as `Fn::…`, and names may be repeated
   * (their meaning is left to the caller).
   */
  readonly template?: boolean;
}

/** A text that is not YAML, or YAML without an equivalent in JSON, which `check` reports as a finding of the file. */
export class YamlFailure extends Failure {
  readonly diagnostic: Diagnostic<YamlCode>;

  constructor({ name, text }: NamedText, { offset, message, what }: YamlProblem & { readonly what?: string }) {
    const place = lineColumn(text, offset);
    super({ file: name, ...place, message: what === undefined ? message : `${what} is not YAML: ${message}` });
    const end = Math.min(text.length, offset + Math.max(1, wordAt(text, offset).length));
    const range = { start: Math.min(offset, end), end };
    this.diagnostic = yamlFinding('invalid-yaml', { pointer: '', range }, { problem: message });
  }
}

/** A text that is one document. @throws Failure, with line and column, for text that is not YAML or has no equivalent in JSON */
export function readYaml(source: NamedText, options: YamlOptions): JsonNode {
  const fail = failIn(source);
  const roots: JsonNode[] = [];
  for (const { root, start } of documents(source, options, fail)) {
    if (roots.length > 0) fail(start, `${options.what} is one YAML document, and a second one begins here`);
    roots.push(root);
  }
  return roots[0] as JsonNode;
}

/** All documents of a text, at least one. Empty ones are left out, unless there are no others. @throws Failure as above */
export function readYamlDocuments(source: NamedText, options: YamlOptions): readonly JsonNode[] {
  return [...documents(source, options, failIn(source))].map(({ root }) => root);
}

interface YamlDocument {
  readonly root: JsonNode;
  readonly start: number;
}

function* documents(source: NamedText, options: YamlOptions, fail: Fail): Generator<YamlDocument, void> {
  const reader = new Reader(source.text, options.template ?? false, fail);
  const { isScalar } = yamlLibrary();
  let nothing: Document.Parsed | undefined;
  let some = false;
  for (const document of compose(source, options, fail)) {
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

function failIn(source: NamedText): Fail {
  return (offset, message) => {
    throw new YamlFailure(source, { offset, message });
  };
}

/** At least one. */
function* compose(
  source: NamedText,
  { what, template = false }: YamlOptions,
  fail: Fail,
): Generator<Document.Parsed, void> {
  const { name, text } = source;
  if (text.length > MAX_YAML) {
    const message = `${what} is larger than ${size(MAX_YAML)}, the most that is read as YAML`;
    throw new Failure({ file: name, line: 1, column: 1, message });
  }
  const { Composer } = yamlLibrary();
  // The library would compare each name of a map with each other.
  const composer = new Composer({ version: '1.2', schema: 'core', prettyErrors: false, uniqueKeys: false });
  for (const document of composer.compose(tokens(text, fail), true, text.length)) {
    const { errors, warnings } = document;
    const told = template ? warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED') : warnings;
    const wrong = [...errors, ...told];
    const problem = wrong.length === 0 ? undefined : problemOf(text, wrong);
    const repeated = firstRepeated(document.contents, template);
    if (repeated !== undefined && (problem === undefined || repeated.offset < problem.offset)) {
      throw new YamlFailure(source, repeated);
    }
    if (problem !== undefined) throw new YamlFailure(source, { ...problem, what });
    if (document.contents === null) fail(0, `${what} is empty`);
    yield document;
  }
}

/**
 * The library composes nodes by recursion, up to the end of the stack. It usually survives that, but V8 ends the process when it compiles a
 * regular expression there. So depth is counted before, in the list of tokens.
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

/** The first repeated name of a map, as a text (JSON has no other names) or as a value; in a template only `<<`. Linear in the nodes. */
function firstRepeated(root: unknown, template: boolean): YamlProblem | undefined {
  const { isMap, isScalar, isSeq } = yamlLibrary();
  let first: YamlProblem | undefined;
  const visit = (node: unknown): void => {
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap<Node, Node | null>(node)) return;
    const names = new Set<unknown>();
    for (const { key, value } of node.items) {
      if (isScalar(key)) {
        const { start: offset } = rangeOf(key);
        const merge = isMerge(key);
        if (
          (merge || !template) &&
          (names.has(nameOf(key)) || names.has(key.value)) &&
          offset < (first?.offset ?? Infinity)
        ) {
          first = { offset, message: merge ? TWO_MERGES : 'this member name occurs twice in its map' };
        }
        names.add(nameOf(key)).add(key.value);
      }
      visit(key);
      visit(value);
    }
  };
  visit(root);
  return first;
}

const TWO_MERGES = 'a map has one `<<`; in YAML write `<<: [*a, *b]` to merge two';

/** A plain `<<` merges; a quoted one is a name. */
function isMerge({ value, type, tag }: Scalar): boolean {
  return tag === 'tag:yaml.org,2002:merge' || (value === '<<' && type === 'PLAIN' && tag === undefined);
}

function nameOf({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}

/** The limit of copies is for the whole file, with any number of documents. */
class Reader {
  private readonly text: string;
  private readonly template: boolean;
  private readonly fail: Fail;
  private readonly library = yamlLibrary();
  /** An alias means the last anchor before it. The library would search the whole document for each alias. */
  private readonly anchors = new Map<string, Node>();
  /** Anchored nodes that are being read: an alias to one of these is endless. */
  private readonly open = new Set<Node>();
  /** Anchors without a value, by their name: texts that begin with `&`, unless an alias uses them. */
  private readonly hollow = new Map<string, number>();
  private aliased = 0;
  private insideAlias = 0;

  constructor(text: string, template: boolean, fail: Fail) {
    this.text = text;
    this.template = template;
    this.fail = fail;
  }

  read({ contents }: Document.Parsed): JsonNode {
    this.anchors.clear();
    this.hollow.clear();
    const root = this.node(contents as Node, 0);
    for (const [name, offset] of this.hollow) {
      this.fail(offset, `\`&${name}\` names a value, and none stands behind it; ${quoted(`&${name}`)}`);
    }
    return root;
  }

  private node(node: Node, depth: number): JsonNode {
    const range = rangeOf(node);
    if (depth > MAX_DEPTH) this.fail(range.start, `nested deeper than ${MAX_DEPTH} levels`);
    if (this.insideAlias > 0 && ++this.aliased > MAX_ALIASED_NODES) {
      this.fail(range.start, `the aliases (\`*name\`) of this file copy more than ${MAX_ALIASED_NODES} values`);
    }
    if (this.library.isAlias(node)) return this.alias(node, depth);
    const anchored = this.anchor(node);
    if (anchored) this.open.add(node);
    const value = this.untagged(node, range, depth);
    if (anchored) this.open.delete(node);
    const name = this.functionName(node, range);
    if (name === undefined) return value;
    return { kind: 'object', members: [{ name, nameRange: range, value }], range };
  }

  private anchor(node: Node): boolean {
    const { anchor } = node as { anchor?: string };
    if (anchor === undefined) return false;
    this.anchors.set(anchor, node);
    if (this.isEmpty(node)) this.hollow.set(anchor, this.text.lastIndexOf(`&${anchor}`, rangeOf(node).start));
    return true;
  }

  /** Whether only the tag or the anchor is written. */
  private isEmpty(node: Node): boolean {
    return this.library.isScalar(node) && node.source === '' && (node.type === undefined || node.type === 'PLAIN');
  }

  private untagged(node: Node, range: Range, depth: number): JsonNode {
    const { isMap, isScalar, isSeq } = this.library;
    if (isMap(node))
      return { kind: 'object', members: this.members(node.items as Pair<Node, Node | null>[], depth), range };
    if (isSeq(node))
      return { kind: 'array', items: node.items.map((item) => this.node(item as Node, depth + 1)), range };
    return isScalar(node) ? this.scalar(node, range) : this.fail(range.start, NO_WORD);
  }

  private alias(node: Node, depth: number): JsonNode {
    const name = this.library.isAlias(node) ? node.source : '';
    const target = this.anchors.get(name);
    const { start } = rangeOf(node);
    if (target === undefined) {
      this.fail(
        start,
        `\`*${name}\` stands for the value named \`&${name}\`, and there is none before it; ${quoted(`*${name}`)}`,
      );
    }
    if (this.open.has(target)) this.fail(start, `\`*${name}\` stands inside the value that it stands for`);
    this.hollow.delete(name);
    this.insideAlias++;
    const read = this.node(target, depth + 1);
    this.insideAlias--;
    return read;
  }

  /** Members of merged maps count unless the map has the name itself, with precedence for the first map. */
  private members(pairs: readonly Pair<Node, Node | null>[], depth: number): readonly JsonMember[] {
    const own: JsonMember[] = [];
    const maps: JsonNode[] = [];
    for (const pair of pairs) {
      const { key, value } = pair;
      if (this.library.isScalar(key) && isMerge(key)) for (const one of this.merged(key, value, depth)) maps.push(one);
      else own.push(this.member(pair, depth));
    }
    if (maps.length === 0) return own;
    const names = new Set(own.map(({ name }) => name));
    const more: JsonMember[] = [];
    for (const map of maps) {
      const fresh = map.kind === 'object' ? map.members.filter(({ name }) => !names.has(name)) : [];
      for (const { name } of fresh) names.add(name);
      for (const one of fresh) more.push(one);
    }
    return [...more, ...own];
  }

  private merged(key: Node, value: Node | null, depth: number): readonly JsonNode[] {
    const read = value === null ? undefined : this.node(value, depth + 1);
    const maps = read?.kind === 'array' ? read.items : read === undefined ? [] : [read];
    if (read === undefined || maps.some(({ kind }) => kind !== 'object')) {
      const { start } = rangeOf(value ?? key);
      this.fail(
        start,
        "`<<` merges a map or a list of maps, and this is none; in YAML write '<<' in quotes for a name",
      );
    }
    return maps;
  }

  private member({ key: written, value }: Pair<Node, Node | null>, depth: number): JsonMember {
    const { isAlias, isScalar } = this.library;
    const key = isAlias(written) ? this.anchors.get(written.source) : written;
    const nameRange = rangeOf(written);
    if (isAlias(written)) this.hollow.delete(written.source);
    if (!isScalar(key)) return this.fail(nameRange.start, this.noName(nameRange));
    if (this.isEmpty(key) && key.anchor === undefined) {
      this.fail(
        nameRange.start,
        `a member has no name here; ${quoted(this.text[nameRange.start] === ':' ? ':' : '?')}`,
      );
    }
    this.anchor(key);
    const name = nameOf(key);
    if (value === null)
      return { name, nameRange, value: { kind: 'null', range: { start: nameRange.end, end: nameRange.end } } };
    return { name, nameRange, value: this.node(value, depth + 1) };
  }

  private noName({ start, end }: Range): string {
    // A map in a map: `{{ name }}`, a placeholder of other tools.
    const isTemplate = this.text[start] === '{' && this.text[start - 1] === '{';
    const close = this.text.indexOf('}}', end - 1);
    const word = isTemplate && close >= 0 ? this.text.slice(start - 1, close + 2) : this.text.slice(start, end);
    return `a member name is plain text; ${quoted(word)}`;
  }

  private scalar({ value, source, type }: Scalar, range: Range): JsonNode {
    switch (typeof value) {
      case 'string':
        return { kind: 'string', value, range };
      case 'boolean':
        return { kind: 'boolean', value, range };
      case 'number':
        if (source !== undefined && JSON_NUMBER.test(source)) return { kind: 'number', value, text: source, range };
        if (!Number.isFinite(value))
          return this.fail(range.start, `\`${source}\` is not a number of JSON; ${quoted(`${source}`)}`);
        return { kind: 'number', value, text: numberText(source ?? '', value), range };
      case 'symbol':
        return { kind: 'string', value: source ?? '', range };
      default:
        return value === null && type !== undefined ? { kind: 'null', range } : this.fail(range.start, NO_WORD);
    }
  }

  /** `!Ref` is short for the function `Ref`, `!Sub` for `Fn::Sub`. Tags of YAML itself are no functions. */
  private functionName(node: Node, { start }: Range): string | undefined {
    const { tag } = node;
    if (tag === undefined || tag.startsWith('tag:yaml.org,2002:')) return undefined;
    const name = tag.replace(/^!+/, '');
    if (!FUNCTION.test(name) || this.isEmpty(node)) {
      const word = `!${name}`;
      if (name === '' && !this.isEmpty(node)) return undefined;
      this.fail(Math.max(0, this.text.lastIndexOf(word, start)), tagProblem(word));
    }
    if (!this.template) return undefined;
    return name === 'Ref' ? name : `Fn::${name}`;
  }
}

const NO_WORD = 'this YAML value has no word in JSON';
const FUNCTION = /^[A-Za-z][A-Za-z0-9]*(?:::[A-Za-z0-9]+)*$/;

/** The number in JSON notation, with all its digits: an integer may have more than a double. */
function numberText(source: string, value: number): string {
  const [, sign = '', digits = ''] = /^([-+]?)0*(0|[1-9][0-9]*)$/.exec(source) ?? [];
  if (digits !== '') return `${sign === '-' ? '-' : ''}${digits}`;
  const based = /^0[xo]/.test(source) ? BigInt(source).toString() : undefined;
  return based ?? JSON.stringify(value);
}

/** The range of the value, without the text after it. */
function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
