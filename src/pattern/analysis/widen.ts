/**
 * Widens conditions so that they hold for one more value. Operators name how they are widened; the functions are here,
 * so that bundles that only match leave them out.
 */

import type { Rules } from '../dialect.ts';
import { removeFrom, replace } from '../fix/edits.ts';
import { type JsonNode, type JsonObjectNode, type JsonScalar, memberOf, printJson } from '../json/node.ts';
import type { Test, Widening } from '../operators/operator.ts';
import { holdsFor } from '../operators/predicate.ts';
import { type Condition, testsOf } from '../pattern.ts';
import type { Edit } from '../place.ts';
import { addressIn, addressOf, readBlock } from '../value/addresses.ts';
import { clipped, quoted, quotedEnd } from '../value/excerpt.ts';
import { type Comparison, comparisons } from '../value/numbers.ts';
import { backwards } from '../value/strings/backwards.ts';

export interface Widened {
  readonly kind: 'widen' | 'drop';
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The amount of the widening, for comparison with other changes. */
  readonly cost: number;
}

type Widen = (operand: JsonNode, value: JsonScalar, at: At) => Omit<Widened, 'kind'> | undefined;

interface At {
  /** The object of the condition. */
  readonly condition: JsonObjectNode;
  readonly test: Test;
  readonly rules: Rules;
}

/** Undefined for a condition that cannot be widened to hold for the value. `node` is the condition as read. */
export function widened(condition: Condition, node: JsonNode, value: JsonScalar, rules: Rules): Widened | undefined {
  if (node.kind !== 'object') return undefined;
  const all: Widened[] = [];
  for (const test of testsOf(condition)) {
    const { operator, operand } = test;
    if (holdsFor(operator.compile(operand, rules), value)) continue;
    const written = memberOf(node, operator.name);
    if (written === undefined || operator.widening === undefined) return undefined;
    const one = WIDER[operator.widening](written, value, { condition: node, test, rules });
    if (one === undefined) return undefined;
    all.push({ kind: operator.negated === undefined ? 'widen' : 'drop', ...one });
  }
  const [first] = all;
  if (first === undefined) return undefined;
  const title = all.map((one) => one.title).join(' and ');
  const edits = all.flatMap((one) => one.edits).sort((a, b) => a.range.start - b.range.start);
  return { kind: first.kind, title, edits, cost: all.reduce((most, { cost }) => Math.max(most, cost), 0) };
}

const WIDER: Readonly<Record<Widening, Widen>> = {
  bounds(operand, value) {
    if (operand.kind !== 'array' || value.kind !== 'number') return undefined;
    const edits: Edit[] = [];
    const words: string[] = [];
    let cost = 0;
    for (let i = 0; i + 1 < operand.items.length; i += 2) {
      const [symbol, bound] = [operand.items[i], operand.items[i + 1]];
      if (symbol?.kind !== 'string' || bound?.kind !== 'number') return undefined;
      if ((comparisons.get(symbol.value) as Comparison)(value.value, bound.value)) continue;
      const wider = WITH_BOUND.get(symbol.value);
      if (wider === undefined) return undefined;
      edits.push(replace(symbol, JSON.stringify(wider)), replace(bound, value.text));
      words.push(`${wider} ${clipped(value.text)}`);
      cost = Math.abs(value.value - bound.value) / Math.max(1, Math.abs(bound.value));
    }
    return { title: `widen the bound to ${words.join(' and ')}`, edits, cost };
  },

  beginning(operand, value) {
    if (operand.kind !== 'string' || value.kind !== 'string') return undefined;
    const shared = sharedBeginning(operand.value, value.value);
    if (shared === undefined) return undefined;
    const cost = 1 - shared.length / operand.value.length;
    return {
      title: `widen the beginning to ${quoted(shared)}`,
      edits: [replace(operand, JSON.stringify(shared))],
      cost,
    };
  },

  ending(operand, value) {
    if (operand.kind !== 'string' || value.kind !== 'string') return undefined;
    const shared = sharedBeginning(backwards(operand.value), backwards(value.value));
    if (shared === undefined) return undefined;
    const text = backwards(shared);
    const cost = 1 - shared.length / operand.value.length;
    return { title: `widen the ending to ${quotedEnd(text)}`, edits: [replace(operand, JSON.stringify(text))], cost };
  },

  substring(operand, value) {
    if (operand.kind !== 'string' || value.kind !== 'string') return undefined;
    const shared = sharedPart(operand.value, value.value);
    if (2 * shared.length < operand.value.length || shared.length < 2) return undefined;
    const cost = 1 - shared.length / operand.value.length;
    return { title: `widen the part to ${quoted(shared)}`, edits: [replace(operand, JSON.stringify(shared))], cost };
  },

  block(operand, value, { rules }) {
    if (operand.kind !== 'string' || value.kind !== 'string') return undefined;
    const zeros = rules['cidr-zeros'] === 'decimal';
    const block = readBlock(operand.value, zeros);
    const address = addressIn(value.value, zeros);
    if (!('first' in block) || address < 0) return undefined;
    const ends = rules['cidr-ends'] === 'excluded' ? 1 : 0;
    for (let bits = 32; bits >= FEWEST_BITS; bits--) {
      const size = 2 ** (32 - bits);
      const first = block.first - (block.first % size);
      const last = first + size - 1;
      if (last < block.last || address < first + ends || address > last - ends) continue;
      const wider = `${addressOf(first)}/${bits}`;
      return {
        title: `widen the block to ${wider}`,
        edits: [replace(operand, JSON.stringify(wider))],
        cost: (32 - bits) / 32,
      };
    }
    return undefined;
  },

  exclusions(operand, value, { condition, test, rules }) {
    const [index] = test.operator.part?.(test.operand, value, rules) ?? [];
    if (operand.kind === 'object') return undefined;
    if (operand.kind === 'array' && operand.items.length > 1) {
      const item = operand.items[Number(index)];
      if (item === undefined) return undefined;
      const title = `take ${clipped(printJson(item))} out of \`${test.operator.name}\``;
      return { title, edits: removeFrom(operand, [item]), cost: 0 };
    }
    if (condition.members.length > 1) {
      return { title: `leave \`${test.operator.name}\` out`, edits: removeFrom(condition, [operand]), cost: 0 };
    }
    return { title: 'accept any value', edits: [replace(condition, '{"exists": true}')], cost: 0 };
  },
};

const WITH_BOUND: ReadonlyMap<string, string> = new Map([
  ['>', '>='],
  ['>=', '>='],
  ['<', '<='],
  ['<=', '<='],
]);

/** The smallest number of leading bits: a larger block has nothing to do with the original one. */
const FEWEST_BITS = 8;
/** Longer texts are not searched for a common part. */
const LONGEST = 200;

/**
 * The common beginning, up to the last character that separates words; without a separator, only if it is at least half
 * of the wanted text.
 */
function sharedBeginning(wanted: string, text: string): string | undefined {
  let end = 0;
  while (end < wanted.length && wanted[end] === text[end]) end++;
  if (/[\uD800-\uDBFF]/.test(wanted[end - 1] ?? '')) end--;
  const shared = wanted.slice(0, end);
  const words = /^.*[^\p{L}\p{N}]/su.exec(shared)?.[0];
  return words ?? (end > 0 && 2 * end >= wanted.length ? shared : undefined);
}

/** The longest common substring. */
function sharedPart(wanted: string, text: string): string {
  if (wanted.length > LONGEST || text.length > LONGEST) return '';
  let best = '';
  let above: number[] = [];
  for (let i = 1; i <= wanted.length; i++) {
    const row = [0];
    for (let k = 1; k <= text.length; k++) {
      const length = wanted[i - 1] === text[k - 1] ? ((above[k - 1] ?? 0) as number) + 1 : 0;
      row.push(length);
      if (length > best.length) best = wanted.slice(i - length, i);
    }
    above = row;
  }
  return best;
}

/**
 * A condition with the value's own prefix or suffix in place of the pattern's, for example `{"suffix": ".png"}` beside
 * `.jpg`.
 */
export function otherAffix(
  condition: Condition,
  value: JsonScalar,
): { readonly condition: string; readonly title: string } | undefined {
  const [test, ...more] = testsOf(condition);
  const { operator, operand } = test as Test;
  if (more.length > 0 || typeof operand !== 'string' || value.kind !== 'string') return undefined;
  const isEnding = operator.widening === 'ending';
  if (!isEnding && operator.widening !== 'beginning') return undefined;
  const turned = (text: string): string => (isEnding ? backwards(text) : text);
  const divider = turned(operand).at(-1) as string;
  if (/[\p{L}\p{N}]/u.test(divider)) return undefined;
  // As many words as the pattern's affix has, or all of the value's.
  const parts = turned(value.value).split(divider).slice(0, -1);
  const count = turned(operand).split(divider).length - 1;
  if (parts.length === 0) return undefined;
  const own = turned(parts.slice(0, count).join(divider) + divider);
  const verb = isEnding ? `ends with ${quotedEnd(own)}` : `starts with ${quoted(own)}`;
  return { condition: `{${JSON.stringify(operator.name)}: ${JSON.stringify(own)}}`, title: `accept what ${verb} too` };
}
