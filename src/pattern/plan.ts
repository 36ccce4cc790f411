/**
 * The normalised pattern, which matching, sets and analysis use: paths of member names in the event, conditions with a key for equality,
 * and all paths as one trie.
 */
import type { Dialect, Rules } from './dialect.ts';
import { alternativesOf, formulaOf } from './formula.ts';
import type { Test } from './operators/operator.ts';
import { type Condition, type Field, type Pattern, testsOf } from './pattern.ts';
import { printCondition } from './print.ts';

export interface Plan {
  readonly dialect: Dialect;
  readonly rules: Rules;
  /** In source order. */
  readonly fields: readonly PlanField[];
  /** One of them must hold. Without `$or` there is one, with all fields. */
  readonly alternatives: readonly Alternative[];
}

/** Fields that must hold together. */
export interface Alternative {
  /** In source order; where paths are joined, in the order of their texts, each path once. */
  readonly fields: readonly PlanField[];
}

export interface PlanField {
  /** The member names on the way to the field in an event. */
  readonly path: readonly string[];
  /** Without duplicates; one of them must hold. */
  readonly conditions: readonly PlanCondition[];
  /** The conditions as sorted canonical JSON: equal for fields with the same conditions in another order. */
  readonly key: string;
  /** Whether the event must have the first member of the path; without it not even `exists: false` holds. */
  readonly rootRequired: boolean;
  /** The field as written. */
  readonly source: Field;
}

export interface PlanCondition {
  /** Canonical JSON. */
  readonly key: string;
  /** All of them must hold for the same value. */
  readonly tests: readonly Test[];
  /** The first occurrence of the condition. */
  readonly source: Condition;
  /** Its duplicates. */
  readonly copies?: readonly Condition[];
}

export interface PathNode {
  readonly children: ReadonlyMap<string, PathNode>;
  /** More than one when two names of a pattern are the same path. */
  readonly fields: readonly PlanField[];
  /** Without this member no field below it holds, not even `exists: false`. */
  readonly required: boolean;
}

export function planPattern(pattern: Pattern): Plan {
  const { dialect } = pattern;
  const { rules } = dialect;
  if (rules.arrays === 'transparent') return planAlternatives(pattern);
  const fields = pattern.fields.map((field) => planField(field, rules));
  return { dialect, rules, fields, alternatives: [{ fields }] };
}

/** The alternatives share their fields. A field that a later one replaces everywhere is in none. */
function planAlternatives({ dialect, fields }: Pattern): Plan {
  const { rules } = dialect;
  const planned = new Map(fields.map((field) => [field, planField(field, rules)]));
  const read = (field: Field) => [joinedPath(field.path), planned.get(field) as PlanField] as const;
  const alternatives = alternativesOf(formulaOf(fields), read).map((byPath): Alternative => {
    // By code units, as event-ruler sorts them: the order decides what is missing.
    const sorted = [...byPath].sort(([a], [b]) => (a < b ? -1 : 1));
    return { fields: sorted.map(([, field]) => field) };
  });
  return { dialect, rules, fields: [...planned.values()], alternatives };
}

/** A path as one text. No dot is written where all that stands before the last name is empty, as event-ruler does it. */
export function joinedPath(names: readonly string[]): string {
  const before = names.slice(0, -1).join('.');
  const last = names.at(-1) ?? '';
  return before === '' ? last : `${before}.${last}`;
}

function planField(source: Field, rules: Rules): PlanField {
  const conditions = new Map<string, PlanCondition & { copies?: Condition[] }>();
  for (const condition of source.conditions) {
    const key = printCondition(condition);
    const known = conditions.get(key);
    if (known === undefined) conditions.set(key, { key, tests: testsOf(condition), source: condition });
    else if (known.copies === undefined) known.copies = [condition];
    else known.copies.push(condition);
  }
  // Joined, not concatenated with +: sets keep this text, and a concatenation would keep its parts alive.
  const key = ['[', [...conditions.keys()].sort().join(','), ']'].join('');
  const path = eventPath(source.path, rules);
  const rootRequired = rules.fields === 'attributes-and-data' && path[0] === 'data';
  return { path, conditions: [...conditions.values()], key, rootRequired, source };
}

/** The member names of a path in the event. Top-level names are always literal. */
export function eventPath(path: Field['path'], rules: Rules): readonly string[] {
  // Such a path is the same in every dialect. Not reading the rule saves `crossCheck` one reading.
  if (!path.some((name) => name === '' || name.includes('.'))) return path;
  if (rules.names === 'joined') return joinedPath(path).split('.');
  const [root, ...names] = path;
  const hasPath = names.some((name) => name.includes('.')) && rules.names === 'json-path';
  const steps = hasPath ? names.flatMap((name) => name.split('.')) : names;
  return [root as string, ...steps];
}

/** The paths of a plan as one trie, so that each member of an event is looked up once. */
export function pathTrie({ fields }: Plan): PathNode {
  return trieOf(fields, 0);
}

function trieOf(fields: readonly PlanField[], depth: number): PathNode {
  const below = new Map<string, PlanField[]>();
  const here: PlanField[] = [];
  for (const field of fields) {
    const name = field.path[depth];
    if (name === undefined) here.push(field);
    else if (below.has(name)) below.get(name)?.push(field);
    else below.set(name, [field]);
  }
  const children = new Map([...below].map(([name, group]) => [name, trieOf(group, depth + 1)]));
  return { children, fields: here, required: depth === 1 && fields[0]?.rootRequired === true };
}
