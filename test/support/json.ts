/**
 * A slow JSON reader and writer for the tests. It keeps number texts, member order and duplicate members, which `JSON.parse` loses.
 * Independent of patterns, without code of the engine.
 */

export type Json =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly Json[] }
  | { readonly kind: 'object'; readonly members: readonly Member[] };

export type Member = readonly [name: string, value: Json];

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{},:]/g;

/** Short texts that were read: properties try each pattern with many events, and each event with many patterns. */
const known = new Map<string, Json>();
const MOST_KNOWN = 5000;

/** Reads one RFC 8259 text. Throws the SyntaxError of `JSON.parse` for anything else. */
export function readJson(text: string): Json {
  const before = known.get(text);
  if (before !== undefined) return before;
  const node = read(text);
  if (known.size === MOST_KNOWN) known.clear();
  if (text.length <= 1000) known.set(text, node);
  return node;
}

function read(text: string): Json {
  // JSON.parse checks the grammar, so that the tokens can be cut without errors.
  JSON.parse(text);
  const tokens = text.match(TOKENS) ?? [];
  let next = 0;

  function readValue(): Json {
    const token = tokens[next++] ?? '';
    if (token === '{') return { kind: 'object', members: readUntil('}', readMember) };
    if (token === '[') return { kind: 'array', items: readUntil(']', readValue) };
    if (token === 'null') return { kind: 'null' };
    if (token === 'true' || token === 'false') return { kind: 'boolean', value: token === 'true' };
    if (token.startsWith('"')) return { kind: 'string', value: JSON.parse(token) };
    return { kind: 'number', text: token };
  }

  function readMember(): Member {
    const name: string = JSON.parse(tokens[next++] ?? '');
    next++;
    return [name, readValue()];
  }

  function readUntil<T>(close: string, readItem: () => T): T[] {
    const items: T[] = [];
    while (tokens[next] !== close) {
      if (tokens[next] === ',') next++;
      items.push(readItem());
    }
    next++;
    return items;
  }

  return readValue();
}

/** The shortest text, with duplicates and number texts as they are; lone surrogates are escaped. */
export function writeJson(node: Json): string {
  switch (node.kind) {
    case 'object':
      return `{${node.members.map(([name, value]) => `${JSON.stringify(name)}:${writeJson(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(writeJson).join(',')}]`;
    case 'string':
      return JSON.stringify(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

/** The members that count: the last one of each name. None for anything but an object. */
export function membersOf(node: Json): Member[] {
  return node.kind === 'object' ? [...new Map(node.members)] : [];
}

/** The value that counts under a name; undefined if the node is not an object with the name. */
export function memberOf(node: Json, name: string): Json | undefined {
  return node.kind === 'object' ? node.members.findLast(([own]) => own === name)?.[1] : undefined;
}

export function isScalar(node: Json): boolean {
  return node.kind !== 'array' && node.kind !== 'object';
}
