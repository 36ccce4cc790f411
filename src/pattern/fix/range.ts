/** Rewrites ranges of numbers of other languages as conditions. */
import type { JsonNode } from '../json/node.ts';
import { isSeparator, numberIn } from '../value/range-words.ts';
import { conditionText, type Replacement } from './replacement.ts';
import { symbolOf } from './spelling.ts';

/** `Replacement` with operands of `numeric`. */
export interface Comparisons extends Omit<Replacement, 'conditions'> {
  /** JSON texts of operands, one of which must hold. */
  readonly operands: readonly string[];
}

export function inConditions({ operands, ...rest }: Comparisons): Replacement {
  return { conditions: operands.map((operand) => conditionText('numeric', operand)), ...rest };
}

type Pair = readonly [low: string, high: string];

/**
 * For `[5, 10]`, `[[5, 10], [20, 30]]`, `"5..10"` and `{"gte": 5, "lt": 10}`. The text does not always determine
 * whether the ends are included.
 */
export function between(operand: JsonNode): readonly Comparisons[] {
  const bounds = boundsIn(operand);
  if (bounds !== undefined) return [{ operands: [bounds], accepts: 'same' }];
  const pairs = pairsIn(operand);
  if (pairs.length === 0) return [];
  const ranges = (above: string, below: string): readonly string[] =>
    pairs.map(([low, high]) => `["${above}", ${low}, "${below}", ${high}]`);
  return [
    { operands: ranges('>=', '<='), accepts: 'same', note: ', both ends included' },
    { operands: ranges('>', '<'), accepts: 'fewer', note: ', neither end included' },
  ];
}

/** Both ends are excluded, so that the rewrite accepts nothing that was meant to be excluded. */
export function outside(operand: JsonNode): readonly Comparisons[] {
  const [pair, more] = pairsIn(operand);
  if (pair === undefined || more !== undefined) return [];
  const [low, high] = pair;
  return [{ operands: [`["<", ${low}]`, `[">", ${high}]`], accepts: 'fewer', note: ', neither end accepted' }];
}

function pairsIn(operand: JsonNode): readonly Pair[] {
  const [, from, to] = (operand.kind === 'string' && RANGE.exec(operand.value.trim())) || [];
  if (from !== undefined && to !== undefined) return [[from, to]];
  if (operand.kind !== 'array') return [];
  const lists = operand.items.every(({ kind }) => kind === 'array') ? operand.items : [operand];
  const pairs = lists.map(pairOf);
  return pairs.every((pair) => pair !== undefined) ? pairs : [];
}

const RANGE = /^(?:between )?(-?\d+(?:\.\d+)?) ?(?:\.\.|[-–,]|to|and) ?(-?\d+(?:\.\d+)?)$/i;

function pairOf(list: JsonNode): Pair | undefined {
  const items = list.kind === 'array' ? list.items.filter((item) => !isSeparator(item)) : [];
  const [low, high, ...more] = items.map(numberIn);
  return low === undefined || high === undefined || more.length > 0 ? undefined : [low, high];
}

/** The operand of `numeric` for an object of at most two words for comparisons. */
export function boundsIn(node: JsonNode): string | undefined {
  const members = node.kind === 'object' ? node.members : [];
  const bounds = members.map(({ name, value }) => {
    const [symbol, bound] = [symbolOf(name), numberIn(value)];
    return symbol === undefined || bound === undefined ? undefined : `"${symbol}", ${bound}`;
  });
  if (bounds.length === 0 || bounds.length > 2 || bounds.includes(undefined)) return undefined;
  return `[${bounds.join(', ')}]`;
}
