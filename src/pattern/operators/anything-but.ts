import { type Make, type Place, within } from '../diagnostic.ts';
import type { Rules } from '../dialect.ts';
import { isScalar, type JsonArray, type JsonObjectNode, type JsonScalar } from '../json/node.ts';
import { type Reason, type ReasonParams, reason } from '../reasons.ts';
import { clipped } from '../value/excerpt.ts';
import { isComparable } from '../value/numbers.ts';
import {
  compileAny,
  describe,
  type Inside,
  type Operator,
  type OperatorContext,
  type PlainValue,
  printMember,
  reportForeignInside,
  shown,
  type Test,
} from './operator.ts';
import { holdsFor, not } from './predicate.ts';

/** The negated tests. Which operators are allowed inside comes from the context. */
export interface Negated {
  /** `operator-list`: one operator with a list of operands. */
  readonly form: 'value' | 'list' | 'operator' | 'operator-list';
  readonly tests: readonly Test[];
}

export interface Written {
  readonly 'anything-but': PlainValue | readonly PlainValue[] | Inside;
}

const NAME = 'anything-but';

export const anythingBut: Operator<Negated, Written, false> = {
  name: NAME,
  summary: 'a present plain value that equals none of the operands, or for which the inner operator does not hold',
  parse(place, context) {
    const { node } = place;
    if (node.kind === 'array') return parseList(place, node, context);
    if (node.kind === 'object') return parseInner(place, node, context);
    if (!mayExclude(place, context)) return undefined;
    const operand = context.plain.parse(place, context);
    return operand === undefined ? undefined : { form: 'value', tests: [{ operator: context.plain, operand }] };
  },
  print({ form, tests }) {
    if (form === 'operator') return `{${tests.map(printMember).join(',')}}`;
    const values = tests.map(({ operator, operand }) => operator.print(operand));
    if (form === 'operator-list') return `{${JSON.stringify(tests[0]?.operator.name)}:[${values.join(',')}]}`;
    return form === 'list' ? `[${values.join(',')}]` : (values[0] as string);
  },
  compile: ({ tests }, rules) => not(compileAny(tests, rules)),
  keys({ tests }, rules) {
    const keys = tests.map(({ operator, operand }) => operator.keys?.(operand, rules));
    return keys.every((some) => some !== undefined) ? [{ kind: 'except', keys: keys.flat() }] : undefined;
  },
  denote: ({ tests }, rules, sets) =>
    sets.otherScalars(sets.union(tests.map(({ operator, operand }) => operator.denote(operand, rules, sets)))),
  onMissing: () => false,
  wants: 'scalar',
  why({ form, tests }, value, rules) {
    const held = tests[heldIn(tests, value, rules)];
    if (held === undefined) return reason('not-wanted', { value: shown(value) });
    const { operator, operand } = held;
    const note = operator.whyHolds?.(operand, value, rules);
    if (form === 'value' || form === 'list') return reason('not-wanted', { value: shown(value) }, note);
    const at = value.kind === 'string' ? operator.decidesAt?.(operand, value.value) : undefined;
    const params = { value: shown(value, at), operator: operator.name, operand: operator.print(operand) };
    return reason('not-wanted-inside', params, note);
  },
  part({ form, tests }, value, rules) {
    if (form === 'operator') return tests.map(({ operator }) => operator.name);
    if (form === 'operator-list') return [tests[0]?.operator.name as string, heldIn(tests, value, rules)];
    return form === 'list' ? [heldIn(tests, value, rules)] : [];
  },
  whyHolds({ tests }, value, rules) {
    // A value that narrowly differs: another text of the same number, a character that looks the same.
    return tests
      .filter(({ operator }) => operator.wants === 'scalar' || operator.wants === value.kind)
      .map(({ operator, operand }) => operator.why(operand, value, rules))
      .map(withoutRewrite)
      .find(({ code, note }) => code === 'other-kind' || note !== undefined);
  },
  mutate({ form, tests }) {
    if ((form === 'list' || form === 'operator-list') && tests.length > 1) {
      return tests.map((_, i) => ({ form, tests: tests.toSpliced(i, 1) }));
    }
    const [only] = tests;
    if (only === undefined) return [];
    return only.operator.mutate(only.operand).map((operand) => ({ form, tests: [{ ...only, operand }] }));
  },
  negated: ({ tests }) => tests,
  words({ form, tests }, rules) {
    const each = tests.map(({ operator, operand }) => operator.words(operand, rules));
    const [only] = each;
    if (only === undefined) return { holds: 'is a plain value', fails: 'is not a plain value' };
    if (form === 'operator') return { holds: `is a plain value that ${only.fails}`, fails: only.holds };
    if (form === 'operator-list') {
      return {
        holds: `is a plain value that ${each.map(({ fails }) => fails).join(' and ')}`,
        fails: each.map(({ holds }) => holds).join(' or '),
      };
    }
    const values = tests.map(({ operator, operand }) => clipped(operator.print(operand))).join(', ');
    return {
      holds: `is a plain value other than ${values}`,
      fails: each.length > 1 ? `is one of ${values}` : only.holds,
    };
  },
  combinable: true,
  negatable: false,
  operand: {
    kind: 'values',
    snippets: ['[""]', '""'],
    further: (rules) =>
      rules['anything-but-lists'] === 'accepted' ? ['{"prefix": ""}', '{"wildcard": "*"}', '{"suffix": [""]}'] : [],
  },
  widening: 'exclusions',
  schema: ({ rules, plain, inner }) => ({
    anyOf: [
      ...(rules['anything-but-values'] === 'any'
        ? [plain, { type: 'array', items: plain }]
        : ONE_KIND.flatMap((type) => [{ type }, { type: 'array', items: { type }, minItems: 1 }])),
      { type: 'object', properties: inner, additionalProperties: false, minProperties: 1, maxProperties: 1 },
    ],
  }),
  examples: {
    accepted: [
      '{"data":{"state":[{"anything-but":["stopped",null,5]}]}}',
      '{"data":{"state":[{"anything-but":{"prefix":"init"}}]}}',
    ],
    refused: [
      ['{"data":{"state":[{"anything-but":[["stopped"]]}]}}', 'anything-but-list-item'],
      ['{"data":{"state":[{"anything-but":{"exists":true}}]}}', 'anything-but-inner'],
    ],
  },
};

const ONE_KIND = ['string', 'number'] as const;

/** Whether a value may be excluded; reports one that may not. */
function mayExclude(place: Place, { rules, report }: OperatorContext): boolean {
  const { node } = place;
  if (node.kind === 'number' && rules['equal-numbers'] === 'by-value' && !isComparable(node.text)) {
    report(
      'number-not-comparable',
      place,
      { text: node.text },
      { hint: 'no condition excludes it: list the values that may pass, or filter in the target' },
    );
    return false;
  }
  if (rules['anything-but-values'] === 'any' || node.kind === 'string' || node.kind === 'number') return true;
  const hint =
    node.kind === 'null' || node.kind === 'boolean'
      ? 'no condition excludes a literal: list the values that may pass'
      : undefined;
  report('anything-but-kind', place, { found: describe(node), mixed: false }, { hint });
  return false;
}

/** The index of the test that holds for an excluded value. */
function heldIn(tests: readonly Test[], value: JsonScalar, rules: Rules): number {
  return Math.max(
    0,
    tests.findIndex(({ operator, operand }) => holdsFor(operator.compile(operand, rules), value)),
  );
}

/** Drops the rewrite of a wildcard note: inside a negation it would accept what the condition excludes. */
function withoutRewrite({ code, params, note }: Reason): Reason {
  if (note?.code !== 'literal-wildcard') return reason(code, params, note);
  const { characters } = note.params as ReasonParams['literal-wildcard'];
  return reason(code, params, reason('literal-wildcard', { characters }));
}

function parseList(place: Place, node: JsonArray, context: OperatorContext): Negated | undefined {
  const { plain, rules, report } = context;
  if (node.items.length === 0 && rules['empty-anything-but'] !== 'accepted') {
    const severity = rules['empty-anything-but'] === 'refused' ? 'error' : 'warning';
    report('anything-but-empty-list', place, {}, { severity, fixes: (make) => make.emptyListFixes(place) });
  }
  const tests: Test[] = [];
  let valid = true;
  for (const [i, item] of node.items.entries()) {
    const itemPlace = within(place, i, item);
    if (isScalar(item)) {
      if (!mayExclude(itemPlace, context)) valid = false;
      else tests.push({ operator: plain, operand: plain.parse(itemPlace, context) });
    } else {
      valid = false;
      if (reportForeignInside(itemPlace, context, () => [])) continue;
      const fixes = (make: Make) => make.itemFixes(itemPlace, node, rules);
      const hint = (make: Make) => make.noNegation(rules);
      report('anything-but-list-item', itemPlace, { found: describe(item) }, { hint, fixes });
    }
  }
  if (!valid) return undefined;
  if (rules['anything-but-values'] === 'one-kind' && node.items.some(({ kind }) => kind !== node.items[0]?.kind)) {
    const hint = 'write one condition for strings and filter the numbers in the target, or the other way round';
    report('anything-but-kind', place, { found: 'a list of strings and numbers', mixed: true }, { hint });
    return undefined;
  }
  return { form: 'list', tests };
}

function parseInner(place: Place, node: JsonObjectNode, context: OperatorContext): Negated | undefined {
  const { inner, report, rules } = context;
  const members = context.members(place, node);
  const [member] = members;
  const found = member === undefined ? undefined : inner.get(member.name);
  if (member === undefined || members.length > 1 || found === undefined || found.support === 'refused') {
    const allowed = allowedIn(inner);
    const fixes = (make: Make) => make.innerFixes(place, members, allowed, rules);
    if (reportForeignInside(place, context, fixes)) return undefined;
    const names = members.map((m) => m.name);
    const hint = (make: Make) => (names.length === 0 ? 'write what to exclude' : make.noNegation(rules));
    report('anything-but-inner', place, { names, allowed }, { hint, fixes });
    return undefined;
  }
  const { operator, support } = found;
  const innerPlace = within(place, member.name, member.value);
  if (support === 'undocumented') {
    const hint = 'try it on the service before you depend on it, or write a positive condition';
    report(
      'undocumented-operator',
      innerPlace,
      { name: operator.name, inside: NAME },
      { focus: member.nameRange, hint },
    );
  }
  if (member.value.kind === 'array' && takesList(operator, rules)) {
    return parseOperatorList(innerPlace, member.value, operator, context);
  }
  const operand = operator.parse(innerPlace, context);
  return operand === undefined ? undefined : { form: 'operator', tests: [{ operator, operand }] };
}

/** An older reading takes lists only where case is ignored. */
function takesList({ widening }: Operator, { 'anything-but-lists': lists }: Rules): boolean {
  return lists === 'accepted' || (lists === 'ignoring-case' && widening === undefined);
}

function parseOperatorList(
  place: Place,
  { items }: JsonArray,
  operator: Operator,
  context: OperatorContext,
): Negated | undefined {
  if (items.length === 0) {
    context.report('empty-operand', place, { operator: operator.name }, { hint: 'write what to exclude' });
    return undefined;
  }
  const operands = items.map((item, i) => operator.parse(within(place, i, item), context));
  if (operands.includes(undefined)) return undefined;
  return { form: 'operator-list', tests: operands.map((operand) => ({ operator, operand })) };
}

function allowedIn(inner: OperatorContext['inner']): string[] {
  return [...inner.values()].filter((i) => i.support !== 'refused').map((i) => i.operator.name);
}
