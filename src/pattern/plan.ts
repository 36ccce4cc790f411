/**
 * The normalised form of a pattern, and the only one that matching, sets and analysis read: paths as an event is stepped
 * through, conditions with a key that tells equal ones, and all paths as one trie.
 */
import type { Dialect, Rules } from './dialect.ts';
import type { Test } from './operators/operator.ts';
import type { Condition, Field, Pattern } from './pattern.ts';
import { printCondition } from './print.ts';

export interface Plan {
  readonly dialect: Dialect;
  readonly rules: Rules;
  /** In source order; all of them must hold. */
  readonly fields: readonly PlanField[];
}

export interface PlanField {
  /** The member names that an event is stepped through. */
  readonly path: readonly string[];
  /** Without duplicates; one of them must hold. */
  readonly conditions: readonly PlanCondition[];
  /** The conditions as canonical JSON, in an order of their own: equal for fields that say the same in another order. */
  readonly key: string;
  /** Whether the event must have the first member of the path: without it not even `exists: false` holds. */
  readonly rootRequired: boolean;
  /** The field as it was written. */
  readonly source: Field;
}

export interface PlanCondition {
  /** Equal exactly for conditions that are the same text in canonical JSON. */
  readonly key: string;
  /** All of them must hold for the same value. */
  readonly tests: readonly Test[];
  /** The condition as it was written first. */
  readonly source: Condition;
  /** Where it was written again. */
  readonly copies?: readonly Condition[];
}

export interface PathNode {
  readonly children: ReadonlyMap<string, PathNode>;
  /** More than one when two names of a pattern are one path. */
  readonly fields: readonly PlanField[];
  /** Without this member no field below it can hold, not even one that wants to be missing. */
  readonly required: boolean;
}

export function planPattern(pattern: Pattern): Plan {
  const { dialect } = pattern;
  return { dialect, rules: dialect.rules, fields: pattern.fields.map((field) => planField(field, dialect.rules)) };
}

function planField(source: Field, rules: Rules): PlanField {
  const conditions = new Map<string, PlanCondition & { copies?: Condition[] }>();
  for (const condition of source.conditions) {
    const key = printCondition(condition);
    const known = conditions.get(key);
    if (known === undefined) conditions.set(key, { key, tests: condition.tests, source: condition });
    else if (known.copies === undefined) known.copies = [condition];
    else known.copies.push(condition);
  }
  // Joined, not added up: a set keeps this text for each group, and a sum of strings keeps its parts.
  const key = ['[', [...conditions.keys()].sort().join(','), ']'].join('');
  const path = eventPath(source.path, rules);
  return { path, conditions: [...conditions.values()], key, rootRequired: path[0] === 'data', source };
}

/** The member names that an event is stepped through. Top-level names are always literal. */
export function eventPath([root, ...names]: Field['path'], rules: Rules): readonly string[] {
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
