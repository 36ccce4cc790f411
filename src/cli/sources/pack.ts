/**
 * Many patterns in one file, as `eb-pattern pack` writes it: JSON with one pattern on each line, and a header with the language, the program
 * that made it, and a hash of everything. A file that has its hash and was made by this version was checked when it was made. Any other is
 * read as a document, and checked anew.
 */
import { type DialectName, dialects } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import type { NamedText } from '../files/source.ts';
import type { Packed, PackLanguage } from '../patterns/pattern.ts';
import { nodeCrypto } from '../terminal/node-crypto.ts';
import { version } from '../terminal/version.ts';
import type { Found, PatternSource } from './found.ts';
import type { Kind } from './kind.ts';
import { child, itemsAt, objectAt, textAt } from './nodes.ts';

/** The version of the format. */
const FORMAT = 1;
const HEADER = 'eb-pattern-set';
const PATTERNS = 'patterns';

/** Equal for equal patterns and languages. The texts are valid patterns; blanks between tokens are removed. */
export function packText(
  patterns: readonly { readonly id: string; readonly text: string }[],
  language: PackLanguage,
): string {
  const lines = patterns.map(({ id, text }) => `${JSON.stringify(id)}: ${compact(text)}`);
  const body = `"${PATTERNS}": {${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}}}\n`;
  const header = { format: FORMAT, by: maker(), ...language, count: patterns.length };
  return withHeader(header, hashOf(header, body)) + body;
}

/** The sha256 in the header of a pack. */
export function sha256Of(text: string): string {
  return HEAD.exec(text)?.[2] ?? '';
}

function compact(text: string): string {
  const { node } = readJson(text);
  if (node === undefined) throw new Error('a pattern that is not JSON');
  return printJson(node);
}

function maker(): string {
  return `eb-pattern ${version()}`;
}

function withHeader(header: object, sha256: string): string {
  return `{\n"${HEADER}": ${JSON.stringify({ ...header, sha256 })},\n`;
}

function hashOf(header: object, body: string): string {
  return nodeCrypto().createHash('sha256').update(withHeader(header, '')).update(body).digest('hex');
}

const HEAD = /^\{\n"eb-pattern-set": (\{.*"sha256":"([0-9a-f]{64})"\}),\n/;

/** The patterns of a pack that this version made and that is unchanged, read without a parser. Undefined for any other text. */
export function readUnchanged({ name, text }: NamedText): Found | undefined {
  const head = HEAD.exec(text);
  if (head === null) return undefined;
  const [whole, json = '', sha256] = head;
  const { sha256: _, ...header } = JSON.parse(json) as PackLanguage & { sha256: string; by: string; format: number };
  if (header.by !== maker() || header.format !== FORMAT) return undefined;
  const body = text.slice(whole.length);
  // INVARIANT: with this hash every line is as `packText` writes it.
  if (hashOf(header, body) !== sha256) return undefined;
  const packed = { language: { dialect: header.dialect, extensions: header.extensions }, checked: true };
  const patterns: PatternSource[] = [];
  let at = whole.length + body.indexOf('\n') + 1;
  while (text[at] === '"') {
    const end = text.indexOf('\n', at);
    const key = KEY.exec(text.slice(at, end))?.[0];
    if (key === undefined) return undefined;
    const start = at + key.length + 2;
    const address = JSON.parse(key) as string;
    const last = text[end - 1] === ',' ? end - 1 : end;
    patterns.push(sourceOf({ name, text }, { address, start, text: text.slice(start, last), packed }));
    at = end + 1;
  }
  return { patterns, skipped: [], broken: [] };
}

const KEY = /^"(?:[^"\\]|\\.)*"/;

interface Line {
  readonly address: string;
  readonly start: number;
  readonly text: string;
  readonly packed: Packed;
}

function sourceOf({ name, text: within }: NamedText, { address, start, text, packed }: Line): PatternSource {
  return {
    file: name,
    within,
    name: `${name}#${address}`,
    address,
    text,
    place: (offset) => start + offset,
    spell: (piece) => piece,
    packed,
  };
}

/** A pack that was changed, or that another version made. */
export const pack: Kind = {
  name: 'a set of patterns that `eb-pattern pack` made',
  holders: [PATTERNS],
  is: (root) => objectAt(root, HEADER) !== undefined && objectAt(root, PATTERNS) !== undefined,
  read(root, layer, collector) {
    const header = child(root, HEADER);
    const dialect = textAt(header, 'dialect') ?? '';
    const known = dialects.find(({ name }) => name === dialect);
    if (known === undefined) {
      const message = `the dialect of the packed patterns is ${JSON.stringify(dialect)}, which this version does not have`;
      collector.problem('', layer.place((header ?? root).range.start), message);
      return;
    }
    const extensions = itemsAt(header, 'extensions').flatMap((one) => (one.kind === 'string' ? [one.value] : []));
    for (const { name, value } of objectAt(root, PATTERNS)?.members ?? []) collector.pattern(name, value, layer);
    const packed = { language: { dialect: known.name as DialectName, extensions }, checked: false };
    collector.patterns = collector.patterns.map((pattern) => ({ ...pattern, packed }));
  },
};
