/** Missing fields: where their path ends in the event, and why. */
import { isScalar, type JsonNode, type JsonObjectNode, memberOf } from '../json/node.ts';
import { appendPointer, pointerTo } from '../json/pointer.ts';
import { readJson } from '../json/read.ts';
import { describe } from '../operators/operator.ts';
import { type Reason, reason } from '../reasons.ts';
import { nearest } from '../suggest.ts';
import { inCodePoints, lookAlike } from '../value/look-alike.ts';

/** A field whose path does not exist in the event. */
export interface Missing {
  /** A member on the way is missing. */
  readonly kind: 'missing';
  /** Pointer to the last value on the way. */
  readonly endsAt: string;
  /** A description of that value: `an object` lacks the next name, anything else has no members. */
  readonly found: string;
  /** The member name that the last value lacks. */
  readonly next: string;
  /** A member name of the object that looks the same, or differs by case or by a letter. */
  readonly suggestion?: string;
  /** The value is a string of JSON, which is never read as an object. */
  readonly holdsJson?: true;
  /** The event has no `data`, so not even `exists: false` holds below it. */
  readonly noData?: true;
}

/** The node at which a path ends in an event. */
export interface End {
  readonly node: JsonNode;
  /** The number of names that lead to the node: all of them, unless one is missing. */
  readonly depth: number;
}

export function step(event: JsonObjectNode, path: readonly string[]): End {
  let node: JsonNode = event;
  for (const [depth, name] of path.entries()) {
    const next: JsonNode | undefined = node.kind === 'object' ? memberOf(node, name) : undefined;
    if (next === undefined) return { node, depth };
    node = next;
  }
  return { node, depth: path.length };
}

/** The maximum number of members searched for a similar name: each missing field searches them. */
const MANY_NAMES = 100;

/** The maximum number of objects in arrays that are tried. */
const MANY_OBJECTS = 100;

/**
 * Where a path ends when arrays are transparent: of the objects that it leads to, the first of the deepest that has a similar name, or the
 * first of them.
 */
export function stepThrough(event: JsonObjectNode, path: readonly string[]): End & { readonly pointer: string } {
  let best: End & { readonly pointer: string } = { node: event, depth: 0, pointer: '' };
  let isSimilar = false;
  let left = MANY_OBJECTS;
  const visit = (node: JsonNode, depth: number, pointer: string): void => {
    if (node.kind === 'array' && node.items.some((item) => !isScalar(item))) {
      for (const [i, item] of node.items.entries()) {
        if (!isScalar(item) && left-- > 0) visit(item, depth, appendPointer(pointer, i));
      }
      return;
    }
    const name = path[depth];
    const next = node.kind === 'object' && name !== undefined ? memberOf(node, name) : undefined;
    if (next !== undefined) {
      visit(next, depth + 1, appendPointer(pointer, name as string));
      return;
    }
    if (depth < best.depth || (depth === best.depth && isSimilar)) return;
    const similar = name !== undefined && similarName(node, name) !== undefined;
    if (depth === best.depth && !similar && best.pointer !== '') return;
    best = { node, depth, pointer };
    isSimilar = similar;
  };
  visit(event, 0, '');
  return best;
}

function similarName(node: JsonNode, wanted: string): string | undefined {
  const names = node.kind === 'object' ? node.members.slice(0, MANY_NAMES).map(({ name }) => name) : [];
  return names.find((name) => looksTheSame(name, wanted)) ?? nearest(wanted, names);
}

export function missingAt({ node, depth }: End, path: readonly string[], endsAt?: string): Missing {
  const next = path[depth] as string;
  const suggestion = similarName(node, next);
  return {
    kind: 'missing',
    endsAt: endsAt ?? pointerTo(path.slice(0, depth)),
    found: describe(node),
    next,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(holdsJson(node) ? { holdsJson: true } : {}),
    ...(depth === 0 && next === 'data' ? { noData: true } : {}),
  };
}

function looksTheSame(name: string, next: string): boolean {
  return (lookAlike(name, next)?.differences.length ?? 0) > 0;
}

/** Cached, since many fields may end at one string. */
const jsonTexts = new WeakMap<JsonNode, boolean>();

function holdsJson(node: JsonNode): boolean {
  if (node.kind !== 'string') return false;
  let known = jsonTexts.get(node);
  if (known === undefined) {
    known = /^\s*[[{]/.test(node.value) && readJson(node.value).node !== undefined;
    jsonTexts.set(node, known);
  }
  return known;
}

export function missingReason({ endsAt, found, next, suggestion, ...ended }: Missing): Reason {
  if (ended.noData) return reason('no-data', {});
  if (ended.holdsJson) return reason('json-in-string', { pointer: endsAt });
  if (found !== 'an object') return reason('no-members-in', { pointer: endsAt, found, name: next });
  if (suggestion === undefined) return reason('no-member', { pointer: endsAt, name: next });
  const alike = lookAlike(suggestion, next);
  const unseen = alike !== undefined && alike.differences.length > 0;
  const note = unseen ? reason('looks-alike', { difference: inCodePoints(alike) }) : undefined;
  return reason('no-member', { pointer: endsAt, name: next, suggestion }, note);
}
