/**
 * The named accidents of event-ruler, each as a rule about a pattern and an event that may run into it. A verdict that differs
 * where no rule applies is a difference.
 */
import type { Alternative } from '../../test/support/aws/reading.ts';
import { readAddress } from '../../test/support/aws/texts.ts';
import { isScalar, type Json, writeJson } from '../../test/support/json.ts';

/** The conditions and the scalars of the event at one path. */
interface Met {
  readonly conditions: readonly Json[];
  readonly values: readonly Json[];
}

interface Question {
  readonly alternatives: readonly Alternative[];
  readonly event: Json;
}

/** The names of the accidents that the pair may run into; Q7 is found by its numbers (digits.ts). */
export function accidents({ alternatives, event }: Question): string[] {
  const paths = new Set(alternatives.flatMap((alternative) => [...alternative.keys()]));
  const all = [...paths].map((path): Met => {
    const conditions = alternatives.flatMap((alternative) => (alternative.get(path) ?? []).map(({ node }) => node));
    return { conditions, values: scalarsAt(event, path) };
  });
  const named = Object.entries(OF_A_FIELD).filter(([, applies]) => all.some(applies));
  return [
    ...named.map(([name]) => name),
    ...(sharesConditions(alternatives) ? ['E2'] : []),
    ...(repeatsOrJoins(event) ? ['E4'] : []),
  ];
}

const OF_A_FIELD: Readonly<Record<string, (met: Met) => boolean>> = {
  Q1: ({ conditions, values }) => conditions.some(isOfAddresses) && values.some(({ kind }) => kind === 'number'),
  Q2: ({ conditions, values }) =>
    conditions.some((one) => values.some((value) => areOfTwoFamilies(addressIn(one), addressIn(value)))),
  Q3: ({ conditions, values }) =>
    conditions.some((one) => has(one, 'numeric')) &&
    conditions.some((one) => has(one, 'suffix') || has(one, 'wildcard')) &&
    values.some(({ kind }) => kind === 'number'),
  Q4: ({ conditions, values }) =>
    conditions.some(({ kind }) => kind === 'number') && values.some((value) => addressIn(value) !== undefined),
  Q5: ({ conditions }) =>
    conditions.some((one) => textsIn(one).some((text) => text.startsWith('"') || text.endsWith('"'))),
  Q6: ({ conditions }) =>
    conditions.some(
      (one) => has(one, 'equals-ignore-case') && textsIn(one).some((text) => /[\ud800-\udfff]/.test(text)),
    ),
  Q8: ({ conditions, values }) =>
    [...conditions, ...values].some((one) => textsIn(one).some((text) => !text.isWellFormed())),
  E1: ({ conditions }) =>
    conditions.some((one) => has(one, 'numeric') || isOfAddresses(one)) &&
    conditions.some((one) => !has(one, 'numeric') && !has(one, 'cidr')),
  E3: ({ conditions }) =>
    conditions.some((one) => has(one, 'equals-ignore-case') || isSuffixBeyondAscii(one)) &&
    conditions.some((one) => has(one, 'wildcard') && textsIn(one).some((text) => text.startsWith('*'))),
};

function isSuffixBeyondAscii(condition: Json): boolean {
  return has(condition, 'suffix') && textsIn(condition).some((text) => /[^\0-\x7f]/.test(text));
}

/** Whether the operator occurs in the condition, at any depth. */
function has(condition: Json, operator: string): boolean {
  return (
    condition.kind === 'object' && condition.members.some(([name, value]) => name === operator || has(value, operator))
  );
}

function textsIn(node: Json): string[] {
  if (node.kind === 'string') return [node.value];
  if (node.kind === 'array') return node.items.flatMap(textsIn);
  return node.kind === 'object' ? node.members.flatMap(([, value]) => textsIn(value)) : [];
}

function isOfAddresses(condition: Json): boolean {
  return addressIn(condition) !== undefined;
}

/** The address that a block, a literal or a value is, or begins with. */
function addressIn(node: Json): ReturnType<typeof readAddress> {
  if (node.kind === 'string') return readAddress(node.value);
  if (!has(node, 'cidr')) return undefined;
  return readAddress(textsIn(node)[0]?.split('/')[0] ?? '');
}

function areOfTwoFamilies(a: ReturnType<typeof readAddress>, b: ReturnType<typeof readAddress>): boolean {
  return a !== undefined && b !== undefined && a.bits !== b.bits;
}

/** Whether two alternatives have different lists for one path with a condition in common. */
function sharesConditions(alternatives: readonly Alternative[]): boolean {
  const lists = new Map<string, Set<string>[]>();
  for (const alternative of alternatives) {
    for (const [path, conditions] of alternative) {
      const list = new Set(conditions.map(({ node }) => writeJson(node)));
      lists.set(path, [...(lists.get(path) ?? []), list]);
    }
  }
  return [...lists.values()].some((some) =>
    some.some((a) =>
      some.some((b) => [...a].some((one) => b.has(one)) && [...a, ...b].some((one) => !a.has(one) || !b.has(one))),
    ),
  );
}

function repeatsOrJoins(node: Json): boolean {
  if (node.kind === 'array') return node.items.some(repeatsOrJoins);
  if (node.kind !== 'object') return false;
  const names = node.members.map(([name]) => name);
  return (
    new Set(names).size < names.length ||
    names.some((name) => name.includes('.')) ||
    node.members.some(([, value]) => repeatsOrJoins(value))
  );
}

function scalarsAt(event: Json, path: string): Json[] {
  const found: Json[] = [];
  const visit = (node: Json, own: string | undefined): void => {
    if (node.kind === 'array') for (const item of node.items) visit(item, own);
    else if (node.kind === 'object') {
      for (const [name, value] of node.members) visit(value, own === undefined ? name : `${own}.${name}`);
    } else if (isScalar(node) && own === path) found.push(node);
  };
  visit(event, undefined);
  return found;
}
