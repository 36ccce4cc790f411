/** Fixes for pairs of comparisons that a dialect of exact numbers refuses. */
import type { Fix, Place } from '../place.ts';
import { exactInterval, type Interval, intersect } from '../value/intervals.ts';
import { choice, replace, safe, shown } from './edits.ts';
import { conditionText } from './replacement.ts';

/** One comparison as it is written. */
export interface WrittenBound {
  readonly symbol: string;
  readonly value: number;
  readonly text: string;
}

/**
 * For two comparisons in another form than a lower bound and a higher one. Both hold for the numbers between them: where there are some, one
 * valid operand means the same. Where there are none, alternatives or the other order of the numbers were meant. `place` is that of the
 * operand.
 */
export function boundOrderFixes(place: Place, a: WrittenBound, b: WrittenBound): readonly Fix[] {
  const both = [a, b].map(({ symbol, value }): readonly Interval[] => [exactInterval(symbol, value)]).reduce(intersect);
  if (both.length > 0) {
    const text = together(a, b);
    return text === undefined ? [] : [safe(`write ${text}`, replace(place.node, text))];
  }
  const [low, high] = [a, b].toSorted((x, y) => Number(isUpper(x)) - Number(isUpper(y))) as [
    WrittenBound,
    WrittenBound,
  ];
  if (!isLower(low) || !isUpper(high)) return [];
  const fixes: Fix[] = [];
  if (low.value > high.value) {
    const text = operand(low.symbol, high.text, high.symbol, low.text);
    fixes.push(choice(`write ${text}, the numbers between both`, replace(place.node, text)));
  }
  const condition = place.parent;
  if (
    condition?.node.kind === 'object' &&
    condition.node.members.length === 1 &&
    condition.parent?.node.kind === 'array'
  ) {
    const text = [high, low].map(({ symbol, text }) => conditionText('numeric', operand(symbol, text))).join(', ');
    fixes.push(choice(`write ${shown(text)}, of which one must hold`, replace(condition.node, text)));
  }
  return fixes;
}

/** One operand for the numbers of two comparisons. */
function together(a: WrittenBound, b: WrittenBound): string | undefined {
  const equal = [a, b].find(({ symbol }) => symbol === '=');
  if (equal !== undefined) return operand('=', equal.text);
  const lower = [a, b].filter(isLower);
  if (lower.length === 1) {
    const [low, high] = (isLower(a) ? [a, b] : [b, a]) as [WrittenBound, WrittenBound];
    if (low.value === high.value) return operand('=', low.text);
    return operand(low.symbol, low.text, high.symbol, high.text);
  }
  // Of two bounds in one direction the tighter one; of equal ones that without the bound itself.
  const tight = [a, b].toSorted((x, y) => x.value - y.value || Number(isOpen(y)) - Number(isOpen(x)));
  if (a.value === b.value) return operand((tight[0] as WrittenBound).symbol, a.text);
  const kept = tight.at(lower.length === 2 ? -1 : 0) as WrittenBound;
  return operand(kept.symbol, kept.text);
}

function operand(...items: readonly string[]): string {
  return `[${items.map((item, i) => (i % 2 === 0 ? JSON.stringify(item) : item)).join(', ')}]`;
}

function isLower({ symbol }: WrittenBound): boolean {
  return symbol.startsWith('>');
}

function isUpper({ symbol }: WrittenBound): boolean {
  return symbol.startsWith('<');
}

function isOpen({ symbol }: WrittenBound): boolean {
  return symbol.length === 1;
}
