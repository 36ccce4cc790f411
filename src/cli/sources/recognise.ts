/**
 * The kind of a file by the members at its top: a pattern, an event, a file of another kind, or none of these. It does not matter whether a
 * folder or the file was named. docs/sources.md has the rule for users.
 */
import { basename } from 'node:path/posix';
import {
  dialects,
  type JsonMember,
  type JsonNode,
  type JsonObjectNode,
  operatorNames,
  relatedDialects,
} from '../../index.ts';
import { nearest } from '../../pattern/suggest.ts';
import { slashes } from '../files/file-name.ts';
import type { PassedOver } from './answer.ts';
import { hasAll, type OwnKind, ownFileOf } from './own-files.ts';

/** Why a file is passed over. `document`: it may contain patterns and has none; `other`: it has no member of patterns. */
export type PassedKind = PassedOver['kind'];

export type Recognised =
  | { readonly kind: 'pattern' }
  | {
      readonly kind: PassedKind;
      readonly message: string;
      /** The advice if it is a pattern nevertheless. */
      readonly hint?: string;
      /** A file of this program or of npm, which no event resembles. */
      readonly own?: OwnKind;
    };

const PATTERN: Recognised = { kind: 'pattern' };

export const NOTHING_KNOWN = 'no member at its top is one that patterns have';

/**
 * Attributes of events of Alibaba Cloud, and `data`. Those of Amazon EventBridge alone, such as `version` and `resources`, stand at the top
 * of many other files.
 */
const NAMES: readonly string[] = [...new Set(relatedDialects.flatMap(({ keys }) => keys))];
const KNOWN: ReadonlySet<string> = new Set(NAMES);

/** The members under which events carry the data of their producer. */
const PAYLOADS: ReadonlySet<string> = new Set(dialects.map(({ payload }) => payload));

/** Members of patterns for Amazon EventBridge that no other kind of file has at its top. */
const FOREIGN: ReadonlySet<string> = new Set(['detail', 'detail-type', '$or']);

/** Members of such patterns that other files have, too: they count when their value is a list. */
const FOREIGN_LISTS: ReadonlySet<string> = new Set(['account', 'region']);

/** A shorter name one letter away is an ordinary word: `date`, `types`, `is`. */
const LONG_NAME = 5;

/** The kind of the value of the file with this name. */
export function recognise(root: JsonNode, file: string): Recognised {
  const name = basename(slashes(file)).toLowerCase();
  if (/\.eb-test\.[^.]+$/.test(name)) return suite();
  if (/^eb-pattern\.config\.[^.]+$/.test(name)) {
    return ownFile(
      'config file',
      'a config file of eb-pattern, which every command reads by itself (`--print-config` shows it)',
    );
  }
  if (root.kind === 'array') return listOf(root);
  if (root.kind !== 'object') return { kind: 'other', message: 'it holds no object, and a pattern is one' };
  if (root.members.length === 0) return PATTERN;
  const other = toolOf(root, name);
  if (other !== undefined) return other;
  if (!root.members.some(isOfPattern)) {
    return { kind: 'other', message: NOTHING_KNOWN };
  }
  if (!isEvent(root)) return PATTERN;
  return { kind: 'event', message: eventMessage(root), hint: 'name it `*.pattern.json` if it is a pattern' };
}

/** Whether a member is one of this or a related language, or a close misspelling of it. */
function isOfPattern({ name, value }: JsonMember): boolean {
  if (KNOWN.has(name) || FOREIGN.has(name)) return true;
  if (FOREIGN_LISTS.has(name)) return value.kind === 'array';
  const [first = '', ...rest] = name.replace(/^\$\./, '').split('.');
  if (rest.length > 0 && isPatternName(first)) return PAYLOADS.has(first) || isNested(value);
  const meant = nearest(name, NAMES);
  if (meant === undefined) return false;
  return Math.min(name.length, meant.length) >= LONG_NAME || holdsOnlyLists(value);
}

function isPatternName(name: string): boolean {
  return KNOWN.has(name) || FOREIGN.has(name);
}

/** Whether there are names of events at the top, and nothing but lists under them: then a field may have any name, `filterPattern` too. */
export function looksLikePattern(root: JsonNode): boolean {
  if (root.kind !== 'object') return false;
  const known = root.members.filter(({ name }) => KNOWN.has(name)).map(({ value }) => value);
  return known.length > 0 && known.every(endsInLists) && known.some(holdsOnlyLists);
}

/**
 * Whether the names in a text, which may be broken, are those of a pattern. Reading YAML takes a second for each megabyte, and most files
 * of a repository contain no pattern.
 */
export function mayHoldPattern({ name, text }: { readonly name: string; readonly text: string }): boolean {
  // The name of the file decides.
  if (/\.eb-test\.|^eb-pattern\.config\./i.test(basename(slashes(name)))) return true;
  if (!/\.(?:ya?ml|template)$/i.test(name) || /^\s*(?:[{[]|$)/.test(text)) return true;
  return text.split('\n').some((line) => {
    const first = line.charCodeAt(0);
    // Names of the top begin a line.
    if (first === SPACE || first === HASH || Number.isNaN(first)) return false;
    const colon = line.indexOf(':');
    return colon > 0 && mayBeOfPattern(unquoted(line.slice(0, colon).trimEnd()));
  });
}

const LIST = new RegExp(
  `\\b(?:${[...NAMES, 'detail', 'detail-type'].join('|')})["']?\\s*:\\s*[[{]|(?:\\b(?:source|data|detail|detail-type)|\\$or)["']?\\s*:`,
);

/** Whether text that is not JSON seems to be a pattern: a name of the language precedes a list or an object. */
export function seemsPattern(text: string): boolean {
  return LIST.test(text);
}

const SPACE = 0x20;
const HASH = 0x23;

function unquoted(name: string): string {
  const quote = name[0];
  return (quote === '"' || quote === "'") && name.endsWith(quote) ? name.slice(1, -1) : name;
}

function mayBeOfPattern(name: string): boolean {
  if (name.length > LONGEST_NAME) return false;
  const [first = ''] = name.replace(/^\$\./, '').split('.');
  return isPatternName(first) || FOREIGN_LISTS.has(name) || nearest(name, NAMES) !== undefined;
}

const LONGEST_NAME = 1000;

/**
 * An event has attributes with plain values, `source` or `type` among them, and no list of conditions. One attribute alone is no event but
 * the most common error in a pattern, a value without its list.
 */
export function isEvent(root: JsonObjectNode): boolean {
  const attributes = root.members.filter(({ name }) => KNOWN.has(name) && name !== 'data');
  if (!attributes.some(({ name, value }) => (name === 'source' || name === 'type') && value.kind === 'string')) {
    return false;
  }
  if (attributes.some(({ value }) => isNested(value))) return false;
  if (root.members.some(({ name }) => name === '$or')) return false;
  const data = root.members.find(({ name }) => PAYLOADS.has(name))?.value;
  if (data === undefined) return root.members.length > 1;
  if (data.kind !== 'object') return data.kind !== 'array';
  if (holdsOperator(data)) return false;
  // Lists of plain values may be conditions. A complete event has attributes that no pattern would compare.
  const isWhole = attributes.some(({ name }) => name === 'specversion' || name === 'id' || name === 'time');
  return isWhole || !holdsOnlyLists(data);
}

function eventMessage(root: JsonObjectNode): string {
  const plain = root.members.find(({ name, value }) => KNOWN.has(name) && !isNested(value));
  const name = plain?.name ?? 'source';
  return `it looks like an event: \`${name}\` has a plain value, where a pattern has a list`;
}

function isNested({ kind }: JsonNode): boolean {
  return kind === 'array' || kind === 'object';
}

/** Whether all its values are lists, at any depth, and there is one. */
function holdsOnlyLists(node: JsonNode): boolean {
  return endsInLists(node) && listsIn(node) > 0;
}

function endsInLists(node: JsonNode): boolean {
  return leavesOf(node).every(({ kind }) => kind === 'array');
}

function listsIn(node: JsonNode): number {
  return leavesOf(node).filter(({ kind }) => kind === 'array').length;
}

/** All values in it that are no objects. */
function leavesOf(node: JsonNode): readonly JsonNode[] {
  const pending: JsonNode[] = [node];
  for (const one of pending) if (one.kind === 'object') for (const { value } of one.members) pending.push(value);
  return pending.filter(({ kind }) => kind !== 'object');
}

/** Whether a list below it contains an object with one member, as conditions do. */
function holdsOperator(node: JsonNode): boolean {
  const pending: JsonNode[] = [node];
  for (const one of pending) {
    if (one.kind === 'object') for (const { value } of one.members) pending.push(value);
    else if (one.kind === 'array' && one.items.some(isCondition)) return true;
  }
  return false;
}

const OPERATOR_LIKE = /^[a-z]+(?:-[a-z]+)*$/;
const OPERATORS: ReadonlySet<string> = new Set(operatorNames);

function isCondition(node: JsonNode): boolean {
  if (node.kind !== 'object' || node.members.length !== 1) return false;
  const [{ name } = { name: '' }] = node.members;
  return OPERATORS.has(name) || (OPERATOR_LIKE.test(name) && nearest(name, OPERATORS) !== undefined);
}

/** Names a list of events, and a report that is a list. */
function listOf({ items: [first] }: Extract<JsonNode, { kind: 'array' }>): Recognised {
  if (first?.kind === 'object') {
    if (isEvent(first)) return { kind: 'event', message: 'it is a list of events, which `filter` and `route` read' };
    if (hasAll(first, ['check_name', 'fingerprint'])) return toolFile('a report for GitLab');
  }
  return { kind: 'other', message: 'it is a list, and a pattern is an object' };
}

function suite(): Recognised {
  return { kind: 'suite', message: 'it is a suite, which `eb-pattern test` runs', own: 'suite' };
}

function toolFile(what: string): Recognised {
  return { kind: 'tool-file', message: `it is ${what}` };
}

function ownFile(own: OwnKind, what: string): Recognised {
  return { kind: 'tool-file', message: `it is ${what}`, own };
}

/** Files that share member names with patterns. Each is recognised by members that no pattern has at the top level. */
function toolOf(root: JsonObjectNode, file: string): Recognised | undefined {
  const own = ownFileOf(root);
  if (own === 'suite') return suite();
  if (own !== undefined) return ownFile(own.kind, own.what);
  const has = (name: string): boolean => root.members.some((member) => member.name === name && !isNested(member.value));
  if (!root.members.some(({ value }) => !isNested(value))) return undefined;
  if (file === 'package.json' || file === 'package-lock.json') return ownFile('npm', 'a file of npm');
  if (has('$schema') && !root.members.some(({ name, value }) => KNOWN.has(name) && value.kind === 'array')) {
    return toolFile('a document that names its own schema');
  }
  if (has('apiVersion') && has('kind')) return toolFile('a manifest of Kubernetes');
  if (has('openapi') || has('swagger') || has('asyncapi')) return toolFile('a description of an API');
  return undefined;
}
