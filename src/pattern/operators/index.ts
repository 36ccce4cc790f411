/** The table of the language's operators, their only list. */
import type { Rules } from '../dialect.ts';
import { supportOf } from '../dialect.ts';
import { anythingBut } from './anything-but.ts';
import { cidr } from './cidr.ts';
import { contains } from './contains.ts';
import { equalsIgnoreCase } from './equals-ignore-case.ts';
import { exact } from './exact.ts';
import { exactly } from './exactly.ts';
import { exists } from './exists.ts';
import { foreignOperators } from './foreign.ts';
import { numeric } from './numeric.ts';
import type { InnerOperator, JsonSchema, Operator } from './operator.ts';
import { prefix } from './prefix.ts';
import { suffix } from './suffix.ts';
import { wildcard } from './wildcard.ts';

export { foreignOperators };

/** The operator of plain values. */
export const plain: Operator = exact as Operator;

const rows = [prefix, suffix, contains, anythingBut, numeric, cidr, exists] as const;

/** Operators of Amazon EventBridge alone, which the other dialects report as foreign. */
const further = [equalsIgnoreCase, wildcard, exactly] as const;

const table = [...rows, ...further] as readonly unknown[] as readonly Operator[];

/** The operators as types; the type `FilterPattern` is made from their written forms. */
export type Row = (typeof rows)[number];

/** The operators of the default dialect. A Map, because a pattern may contain `{"constructor": …}`. */
export const operators: ReadonlyMap<string, Operator> = named(rows as readonly unknown[] as readonly Operator[]);

/** All operators. */
export const allOperators: ReadonlyMap<string, Operator> = named(table);

/** By rules, since every pattern that is read looks its operators up. */
const known = /* @__PURE__ */ new WeakMap<Rules, ReadonlyMap<string, Operator>>();

/** The operators that a dialect has, and those of the default dialect, which may be refused. */
export function operatorsIn(rules: Rules): ReadonlyMap<string, Operator> {
  let some = known.get(rules);
  if (some === undefined) {
    const had = further.filter(({ name }) => supportOf(rules, name) !== 'refused') as readonly unknown[];
    some = had.length === 0 ? operators : named([...operators.values(), ...(had as readonly Operator[])]);
    known.set(rules, some);
  }
  return some;
}

/** The operators of other languages, without those that a dialect has. */
export function foreignIn(rules: Rules): ReadonlyMap<string, string> {
  const own = operatorsIn(rules);
  return own === operators ? foreignOperators : new Map([...foreignOperators].filter(([name]) => !own.has(name)));
}

/* @__NO_SIDE_EFFECTS__ */
function named(some: readonly Operator[]): ReadonlyMap<string, Operator> {
  return new Map(some.map((operator) => [operator.name, operator]));
}

const negatable = /* @__PURE__ */ table.filter((operator) => operator.negatable);

/** By rules and outer operator, since every pattern that is read looks them up. */
const inside = /* @__PURE__ */ new WeakMap<Rules, Map<Operator, ReadonlyMap<string, InnerOperator>>>();

const NONE: ReadonlyMap<string, InnerOperator> = new Map();

/** The operators that are allowed inside another one, with their support in a dialect. */
export function innerOperators(rules: Rules, outer: Operator): ReadonlyMap<string, InnerOperator> {
  if (outer.negated === undefined) return NONE;
  let byOuter = inside.get(rules);
  if (byOuter === undefined) {
    byOuter = new Map();
    inside.set(rules, byOuter);
  }
  let some = byOuter.get(outer);
  if (some === undefined) {
    some = new Map(
      negatable.map((operator) => [operator.name, { operator, support: supportOf(rules, operator.name, outer.name) }]),
    );
    byOuter.set(outer, some);
  }
  return some;
}

/** The schema of an operator's operand, with the operators that a dialect allows inside it. */
export function operandSchema(rules: Rules, operator: Operator): JsonSchema {
  const outside = {
    rules,
    plain: plain.schema({ rules, plain: {}, inner: {}, negates: false }),
    inner: {},
    negates: false,
  };
  const parts = { ...outside, negates: operator.negated !== undefined };
  const inner: Record<string, JsonSchema> = {};
  for (const { operator: nested, support } of innerOperators(rules, operator).values()) {
    // Operators inside operators are not nested further.
    if (support !== 'refused') inner[nested.name] = nested.schema(parts);
  }
  return operator.schema({ ...outside, inner });
}

/** The names of all operators, including those of other event buses. */
export const operatorNames: readonly string[] = [...operators.keys(), ...foreignOperators.keys()];
