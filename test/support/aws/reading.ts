/**
 * Patterns of the dialect `aws` as a list of alternatives. Written from the definition of the language (sections 1 and 2), without code of the
 * engine.
 */
import type { Json, Member } from '../json.ts';
import { readJson } from '../json.ts';
import { type Condition, type Reading, Refused, readCondition } from './conditions.ts';

/** The fields of one alternative: conditions by the path. */
export type Alternative = ReadonlyMap<string, readonly Condition[]>;

const NOT_IN_BRANCHES = new Set([
  ...['exactly', 'equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'exists', 'wildcard', 'numeric', 'cidr'],
  ...['=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case', 'date-after', 'date-on-or-after'],
  ...['date-before', 'date-on-or-before', 'in-date-range', 'ip-address-in-range', 'ip-address-not-in-range'],
]);

const MOST_FIELDS = 256;

/** Undefined when the pattern is refused. */
export function readAlternatives(text: string): readonly Alternative[] | undefined {
  try {
    const root = readJson(text);
    try {
      return alternativesOf(root, 'new');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return alternativesOf(root, 'old');
    }
  } catch (error) {
    if (error instanceof Refused || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function alternativesOf(root: Json, reading: Reading): readonly Alternative[] {
  const alternatives = readObject(root, [], [new Map()], { reading, inBranch: false });
  if (alternatives.some((alternative) => alternative.size > MOST_FIELDS)) throw new Refused('too many fields');
  return alternatives;
}

interface Place {
  readonly reading: Reading;
  readonly inBranch: boolean;
}

function readObject(
  node: Json,
  names: readonly string[],
  before: readonly Alternative[],
  place: Place,
): readonly Alternative[] {
  if (node.kind !== 'object' || node.members.length === 0) throw new Refused('an object with members is wanted');
  return node.members.reduce((alternatives, member) => readMember(member, names, alternatives, place), before);
}

function readMember(
  [name, value]: Member,
  names: readonly string[],
  before: readonly Alternative[],
  place: Place,
): readonly Alternative[] {
  if (place.reading === 'new' && name === '$or') return readBranches(value, names, before, place);
  if (place.inBranch && NOT_IN_BRANCHES.has(name)) throw new Refused(`no member ${name} in a branch of $or`);
  if (value.kind === 'object') return readObject(value, [...names, name], before, place);
  if (value.kind !== 'array' || value.items.length === 0) throw new Refused('a list of conditions is wanted');
  const conditions = value.items.map((item) => readCondition(item, place.reading));
  const path = pathOf(names, name);
  return before.map((alternative) => new Map([...alternative, [path, conditions]]));
}

/** No dot is written behind an empty text: the field `a` of `{"":{"a":…}}` has the path `a`, and the field `b` of `{"":{"a":{"b":…}}}` has `.a.b`. */
function pathOf(names: readonly string[], field: string): string {
  const object = names.join('.');
  return object === '' ? field : `${object}.${field}`;
}

function readBranches(
  value: Json,
  names: readonly string[],
  before: readonly Alternative[],
  place: Place,
): readonly Alternative[] {
  if (value.kind !== 'array' || value.items.length < 2) throw new Refused('two branches at least');
  return value.items.flatMap((branch) => readObject(branch, names, before, { ...place, inBranch: true }));
}
