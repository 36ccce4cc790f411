/** Reads YAML into JSON nodes: each with its range in the YAML text, and numbers with the text that was written. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import { type JsonMember, type JsonNode, lineColumn, MAX_DEPTH, type Range } from '../../index.ts';
import { Failure } from '../failure.ts';
import type { Source } from './source.ts';

// An alias copies what it names, and aliases of aliases multiply: a few lines can mean gigabytes.
const MAX_ALIASED_NODES = 10_000;
const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** @throws Failure, with line and column, for what is not YAML or has no word in JSON. `what` the file is called there. */
export function readYaml({ name, text }: Source, what: string): JsonNode {
  const fail = (offset: number, message: string): never => {
    throw new Failure({ file: name, ...lineColumn(text, offset), message });
  };
  const document = parse(text, what, fail);
  if (document.contents === null) return fail(0, `the ${what} is empty`);
  return new Reader(document, fail).read(document.contents as Node, 0);
}

type Fail = (offset: number, message: string) => never;

function parse(text: string, what: string, fail: Fail): Document {
  let document: Document;
  try {
    document = parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: false, uniqueKeys: true });
  } catch (thrown) {
    if (thrown instanceof RangeError) return fail(0, TOO_DEEP);
    throw thrown;
  }
  const [problem] = [...document.errors, ...document.warnings];
  if (problem === undefined) return document;
  return fail(problem.pos[0], problemMessage(problem.code, problem.message, what));
}

// The YAML library recurses to the depth of the stack, which is far beyond any file of this kind, and throws or reports what happens then.
const TOO_DEEP = 'the YAML is nested too deeply';

function problemMessage(code: string, message: string, what: string): string {
  if (message.startsWith('Maximum call stack')) return TOO_DEEP;
  if (code === 'DUPLICATE_KEY') return 'this member name occurs twice in its map';
  if (code === 'MULTIPLE_DOCS') return `a ${what} is one YAML document, and a second one begins here`;
  const [first = ''] = message.split('\n');
  return `the ${what} is not YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

class Reader {
  private readonly document: Document;
  private readonly fail: Fail;
  private aliased = 0;
  private insideAlias = 0;

  constructor(document: Document, fail: Fail) {
    this.document = document;
    this.fail = fail;
  }

  read(node: Node, depth: number): JsonNode {
    const range = rangeOf(node);
    if (depth > MAX_DEPTH) this.fail(range.start, `nested deeper than ${MAX_DEPTH} levels`);
    if (this.insideAlias > 0 && ++this.aliased > MAX_ALIASED_NODES) {
      this.fail(range.start, `the aliases (\`*name\`) of this file copy more than ${MAX_ALIASED_NODES} values`);
    }
    if (isAlias(node)) return this.alias(node, depth);
    if (isMap(node)) {
      const members = node.items.map((pair) => this.member(pair as Pair<Node, Node | null>, depth));
      return { kind: 'object', members, range };
    }
    if (isSeq(node))
      return { kind: 'array', items: node.items.map((item) => this.read(item as Node, depth + 1)), range };
    return isScalar(node) ? this.scalar(node, range) : this.fail(range.start, 'this YAML value has no word in JSON');
  }

  private alias(node: Node, depth: number): JsonNode {
    const target = isAlias(node) ? node.resolve(this.document) : undefined;
    if (target === undefined) return this.fail(rangeOf(node).start, 'the alias names no anchor');
    this.insideAlias++;
    const read = this.read(target, depth + 1);
    this.insideAlias--;
    return read;
  }

  private member({ key, value }: Pair<Node, Node | null>, depth: number): JsonMember {
    if (!isScalar(key)) return this.fail(rangeOf(key).start, 'a member name is plain text');
    const nameRange = rangeOf(key);
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (value === null)
      return { name, nameRange, value: { kind: 'null', range: { start: nameRange.end, end: nameRange.end } } };
    return { name, nameRange, value: this.read(value, depth + 1) };
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

/** Of the value itself, without what follows it. */
function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
