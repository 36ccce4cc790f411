/** The numbers of `numeric` as conditions that Amazon EventBridge has: single numbers, bounds and ranges. */
import type { JsonNode } from '../json.ts';
import { isComparable } from '../pattern/value/numbers.ts';
import { operator, type Said, unsaid } from './condition.ts';

/** Numbers between two bounds, as texts; a missing bound is infinite. */
interface Range {
  readonly low?: Bound;
  readonly high?: Bound;
}

interface Bound {
  readonly text: string;
  readonly included: boolean;
}

export function rangesOf(operand: JsonNode): Said {
  const items = operand.kind === 'array' ? operand.items : [];
  let ranges: readonly Range[] = [{}];
  for (let i = 0; i + 1 < items.length; i += 2) {
    const [symbol, limit] = [items[i], items[i + 1]];
    if (symbol?.kind !== 'string' || limit?.kind !== 'number') return unsaid('it is no comparison');
    const compared = comparison(symbol.value, comparable(limit.text));
    ranges = ranges.flatMap((one) => compared.flatMap((other) => both(one, other)));
  }
  if (ranges.length === 0) return unsaid('no number fulfils both comparisons, and such a condition is refused there');
  return ranges.map((range) => operator('numeric', printed(range)));
}

/** The text, or a shorter one with the same double: Amazon refuses numbers with more digits than a double has. */
function comparable(text: string): string {
  return isComparable(text) ? text : JSON.stringify(Number(text));
}

function comparison(symbol: string, text: string): readonly Range[] {
  const [open, closed] = [false, true].map((included): Bound => ({ text, included })) as [Bound, Bound];
  switch (symbol) {
    case '<':
      return [{ high: open }];
    case '<=':
      return [{ high: closed }];
    case '>':
      return [{ low: open }];
    case '>=':
      return [{ low: closed }];
    case '!=':
      return [{ high: open }, { low: open }];
    default:
      return [{ low: closed, high: closed }];
  }
}

/** The numbers in both ranges: one range, or none. */
function both(a: Range, b: Range): readonly Range[] {
  const low = tighter(a.low, b.low, (x, y) => x > y);
  const high = tighter(a.high, b.high, (x, y) => x < y);
  if (low === undefined) return high === undefined ? [{}] : [{ high }];
  if (high === undefined) return [{ low }];
  const [from, to] = [Number(low.text), Number(high.text)];
  return from < to || (from === to && low.included && high.included) ? [{ low, high }] : [];
}

function tighter(
  a: Bound | undefined,
  b: Bound | undefined,
  isTighter: (x: number, y: number) => boolean,
): Bound | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [x, y] = [Number(a.text), Number(b.text)];
  if (x === y) return a.included ? b : a;
  return isTighter(x, y) ? a : b;
}

function printed({ low, high }: Range): string {
  if (low !== undefined && high !== undefined && Number(low.text) === Number(high.text)) return `["=",${low.text}]`;
  const parts = [
    ...(low === undefined ? [] : [`"${low.included ? '>=' : '>'}",${low.text}`]),
    ...(high === undefined ? [] : [`"${high.included ? '<=' : '<'}",${high.text}`]),
  ];
  return `[${parts.join(',')}]`;
}
