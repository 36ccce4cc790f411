import { type Make, type Place, within } from '../diagnostic.ts';
import type { Rules } from '../dialect.ts';
import { type JsonArray, type JsonNode, type JsonNumber, type JsonScalar, printJson } from '../json/node.ts';
import { type Reason, reason } from '../reasons.ts';
import { exactInterval, type Interval, intersect, intervalsOf } from '../value/intervals.ts';
import { neighboursOf } from '../value/number-texts.ts';
import {
  type Comparison,
  type ComparisonSymbol,
  comparisons,
  isComparable,
  isEqual,
  precisionOf,
  sameNumber,
  TOLERANCE,
} from '../value/numbers.ts';
import { spellsRange } from '../value/range-words.ts';
import { checkDocumentedNumber } from './documented-number.ts';
import { describe, type JsonSchema, type Operator, type OperatorContext, reportType, shown } from './operator.ts';
import { nothing, type Predicate } from './predicate.ts';

/** One or two comparisons; all must hold. */
export type Bounds = readonly Bound[];

export interface Bound {
  readonly symbol: string;
  readonly value: number;
  /** As written. */
  readonly text: string;
}

export interface Written {
  readonly numeric:
    | readonly [symbol: ComparisonSymbol, bound: number]
    | readonly [symbol: ComparisonSymbol, bound: number, symbol: ComparisonSymbol, bound: number];
}

const NAME = 'numeric';
const LIMIT = 1e9;
const MAX_DIGITS = 15;
const MAX_DECIMALS = 6;

export const numeric: Operator<Bounds, Written, false> = {
  name: NAME,
  summary: 'a number for which every comparison holds; a string of digits is not a number',
  parse(place, context) {
    const { node } = place;
    if (node.kind !== 'array') {
      reportType(place, context, NAME, 'an array such as [">", 0]', (make) => make.comparisonFixes(place));
      return undefined;
    }
    if (node.items.length !== 2 && node.items.length !== 4) {
      const hint = 'write [">", 0] or [">", 0, "<=", 5]';
      context.report(
        'numeric-length',
        place,
        { length: node.items.length },
        { hint, fixes: (make) => make.lengthFixes(place, node) },
      );
      return undefined;
    }
    const bounds = parseBounds(place, node, context);
    return bounds !== undefined && isExact(context.rules) ? parseRange(place, bounds, context) : bounds;
  },
  print: (bounds) => `[${bounds.map(({ symbol, text }) => `${JSON.stringify(symbol)},${text}`).join(',')}]`,
  compile(bounds, rules) {
    if (isExact(rules)) return compileExact(bounds);
    const [a, b] = bounds.map(({ symbol, value }) => ({ holds: comparisons.get(symbol) as Comparison, bound: value }));
    if (a === undefined) return nothing;
    if (b === undefined) return { ...nothing, number: (value) => a.holds(value, a.bound) };
    return { ...nothing, number: (value) => a.holds(value, a.bound) && b.holds(value, b.bound) };
  },
  keys: (bounds, rules) =>
    intervals(bounds, rules).map(({ low, high }) => ({
      kind: 'interval',
      low,
      high,
      ...(isExact(rules) ? { inexact: true } : {}),
    })),
  denote: (bounds, rules, sets) => ({
    ...sets.nothing,
    numbers: sets.numbersIn(intervals(bounds, rules), isExact(rules)),
  }),
  onMissing: () => false,
  wants: 'number',
  why(bounds, value, rules) {
    const failed = bounds.find((bound) => !meets(bound, value, rules)) ?? (bounds[0] as Bound);
    return isExact(rules) ? whyNotExact(failed, value) : whyNot(failed, value);
  },
  // Points to the symbol, which precedes its bound.
  part: (bounds, value, rules) => [
    2 *
      Math.max(
        0,
        bounds.findIndex((bound) => !meets(bound, value, rules)),
      ),
  ],
  whyHolds(bounds, value, rules) {
    if (isExact(rules)) return undefined;
    const met = bounds.find(({ symbol, value: bound, text }) => {
      if (!isAlmost(value, text, bound)) return false;
      // Without the tolerance only one of `<=` and `>=` would hold.
      return symbol === '=' || (symbol === '<=' && value.value > bound) || (symbol === '>=' && value.value < bound);
    });
    return met && reason('counts-as-equal', { value: shown(value), bound: met.text });
  },
  mutate(bounds) {
    const mutants = bounds.flatMap((bound, i) => [
      ...(bounds.length > 1 ? [bounds.toSpliced(i, 1)] : []),
      ...slips(bound).map((slip) => bounds.with(i, slip)),
    ]);
    // Two equal bounds have equal mutants.
    return [...new Map(mutants.map((mutant) => [numeric.print(mutant), mutant])).values()];
  },
  words(bounds) {
    const each = bounds.map(({ symbol, text }) => `${symbol} ${text}`).join(' and ');
    return { holds: `is ${each}`, fails: bounds.length > 1 ? `is not both ${each}` : `is not ${each}` };
  },
  combinable: true,
  negatable: false,
  operand: { kind: 'comparisons', snippets: ['[">", 0]', '[">=", 0, "<", 10]'] },
  widening: 'bounds',
  schema: ({ rules }) => {
    if (isExact(rules)) return exactSchema;
    const pair = [{ enum: [...comparisons.keys()] }, { type: 'number', minimum: -LIMIT, maximum: LIMIT }];
    return { anyOf: [tuple(pair), tuple([...pair, ...pair])] };
  },
  examples: {
    accepted: ['{"data":{"n":[{"numeric":[">",0,"<=",5]}]}}', '{"data":{"n":[{"numeric":["=",301.8]}]}}'],
    refused: [
      ['{"data":{"n":[{"numeric":["<","5"]}]}}', 'numeric-number'],
      ['{"data":{"n":[{"numeric":["<",5,">"]}]}}', 'numeric-length'],
    ],
  },
};

function isExact({ comparisons: rule }: Rules): boolean {
  return rule === 'exact';
}

function compileExact(bounds: Bounds): Predicate {
  const [interval] = exactIntervals(bounds);
  // No double is between two neighbours.
  if (interval === undefined) return nothing;
  const { low, high } = interval;
  return {
    ...nothing,
    number: (value, text) => value >= low && value <= high && (text === undefined || isComparable(text)),
  };
}

/** One interval of doubles. */
function exactIntervals(bounds: Bounds): readonly Interval[] {
  return bounds.map(({ symbol, value }): readonly Interval[] => [exactInterval(symbol, value)]).reduce(intersect);
}

function intervals(bounds: Bounds, rules: Rules): readonly Interval[] {
  if (isExact(rules)) return exactIntervals(bounds);
  return bounds.map(({ symbol, value }) => intervalsOf(symbol, value)).reduce(intersect);
}

function meets({ symbol, value: bound }: Bound, value: JsonScalar, rules: Rules): boolean {
  if (value.kind !== 'number') return false;
  if (!isExact(rules)) return (comparisons.get(symbol) as Comparison)(value.value, bound);
  const { low, high } = exactInterval(symbol, bound);
  return value.value >= low && value.value <= high && isComparable(value.text);
}

function whyNotExact({ symbol, text }: Bound, value: JsonScalar): Reason {
  const beyond = value.kind === 'number' && !isComparable(value.text) ? reason('beyond-double', {}) : undefined;
  return reason('not-compared', { value: shown(value), symbol, bound: text }, beyond);
}

/** Whether the tolerance makes different numbers equal. */
function isAlmost(value: JsonScalar, text: string, bound: number): value is JsonNumber {
  return value.kind === 'number' && isEqual(value.value, bound) && !sameNumber(value.text, text);
}

function whyNot({ symbol, text, value: bound }: Bound, value: JsonScalar): Reason {
  const params = { value: shown(value), bound: text };
  if (isAlmost(value, text, bound)) {
    // If `<` would fail without the tolerance too, the tolerance is not the reason.
    const wouldHold = symbol === '<' ? value.value <= bound : symbol === '>' ? value.value >= bound : true;
    if (wouldHold) return reason('counts-as-equal', { ...params, symbol });
  }
  // 1.0000001 and 1 differ by the tolerance in decimal, and by more as doubles.
  const beyond =
    value.kind === 'number' && ['=', '<=', '>='].includes(symbol) && Math.abs(value.value - bound) < 1.001 * TOLERANCE;
  return reason('not-compared', { ...params, symbol }, beyond ? reason('not-quite-equal', { bound: text }) : undefined);
}

/** Includes or excludes the bound, and moves it by one unit of its last digit. */
function slips({ symbol, value, text }: Bound): readonly Bound[] {
  const moved = neighboursOf(text)
    .map((near) => ({ symbol, text: near, value: Number(near) }))
    .filter((near) => Math.abs(near.value) <= LIMIT);
  // Symbols that exact comparisons do not have are refused where a mutant is read.
  return [{ symbol: FLIPPED.get(symbol) as string, text, value }, ...moved];
}

const FLIPPED: ReadonlyMap<string, string> = new Map([
  ['=', '!='],
  ['!=', '='],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
]);

const BEYOND =
  'no condition can express this: list equal values as plain numbers, send a larger unit (minutes, megabytes) or a text for `prefix`, or filter in the target';

const exactSchema: JsonSchema = {
  anyOf: [
    tuple([{ enum: ['=', '<', '<=', '>', '>='] }, { type: 'number' }]),
    tuple([{ enum: ['>', '>='] }, { type: 'number' }, { enum: ['<', '<='] }, { type: 'number' }]),
  ],
};

function tuple(items: readonly object[]): object {
  return { type: 'array', prefixItems: items, items: false, minItems: items.length };
}

function parseBounds(place: Place, node: JsonArray, context: OperatorContext): Bounds | undefined {
  const bounds: Bound[] = [];
  const range = spellsRange(node.items);
  for (let i = 0; i < node.items.length; i += 2) {
    const operand = node.items[i + 1] as JsonNode;
    // What follows a word of another language belongs to the finding of that word: the list in `["between", [5, 10]]`,
    // the other word and numbers in quotes in `["between", "5", "and", "10"]`.
    const symbol = range && i > 0 ? undefined : parseSymbol(within(place, i, node.items[i] as JsonNode), context);
    const isPart = range ? operand.kind === 'string' : operand.kind === 'array' && operand.items.length > 1;
    if (symbol === undefined && isPart) continue;
    const bound = parseNumber(within(place, i + 1, operand), context);
    if (symbol !== undefined && bound !== undefined) bounds.push({ symbol, ...bound });
  }
  return bounds.length * 2 === node.items.length ? bounds : undefined;
}

/** Two exact bounds are a lower one and a higher one, and some number must be between them. */
function parseRange(place: Place, bounds: Bounds, { report }: OperatorContext): Bounds | undefined {
  const [low, high] = bounds as [Bound, Bound?];
  if (high !== undefined && !(isLower(low) && isUpper(high))) {
    const hint = 'write the lower bound first: [">", 0, "<=", 5]';
    const fixes = (make: Make) => make.boundOrderFixes(place, low, high);
    report(
      'numeric-order',
      place,
      { problem: 'two comparisons are one of > and >=, then one of < and <=' },
      { hint, fixes },
    );
    return undefined;
  }
  if (high !== undefined && low.value >= high.value) {
    const problem = `the lower bound ${low.text} is not less than the upper bound ${high.text}`;
    const hint = low.value === high.value ? `one number is written as ["=", ${low.text}]` : undefined;
    report('numeric-order', place, { problem }, { hint, fixes: (make) => make.boundOrderFixes(place, low, high) });
    return undefined;
  }
  const beyond =
    high === undefined &&
    (isLower(low) ? low.value === Number.MAX_VALUE : isUpper(low) && low.value === -Number.MAX_VALUE);
  if (!beyond) return bounds;
  report('numeric-order', place, { problem: `no number is beyond ${low.text}` });
  return undefined;
}

function isLower({ symbol }: Bound): boolean {
  return symbol.startsWith('>');
}

function isUpper({ symbol }: Bound): boolean {
  return symbol.startsWith('<');
}

function parseSymbol(place: Place, context: OperatorContext): string | undefined {
  const { node } = place;
  const allowed = [...comparisons.keys()].filter((symbol) => symbol !== '!=' || !isExact(context.rules));
  if (node.kind === 'string' && allowed.includes(node.value)) return node.value;
  const found = node.kind === 'string' ? node.value : printJson(node);
  context.report(
    'numeric-comparison',
    place,
    { found, allowed },
    {
      ...(found === '!=' ? { hint: '`anything-but` excludes a number' } : {}),
      fixes: (make) => make.symbolFixes(place, comparisons),
    },
  );
  return undefined;
}

function parseNumber(place: Place, context: OperatorContext): Omit<Bound, 'symbol'> | undefined {
  const { node } = place;
  if (node.kind !== 'number') {
    context.report('numeric-number', place, { found: describe(node) }, { fixes: (make) => make.boundFixes(node) });
    return undefined;
  }
  const { value, text } = node;
  if (isExact(context.rules)) return parseExact(place, node, context);
  if (Math.abs(value) > LIMIT) {
    context.report(
      'numeric-range',
      place,
      { text, limit: LIMIT },
      { hint: BEYOND, fixes: (make) => make.rangeFixes(place) },
    );
    return undefined;
  }
  const { significantDigits, decimals } = precisionOf(text);
  if (significantDigits > MAX_DIGITS || decimals > MAX_DECIMALS) {
    context.report(
      'numeric-precision',
      place,
      { text },
      { hint: 'write at most 15 digits, 6 of them decimals: more are not compared' },
    );
  }
  return { value, text };
}

function parseExact(place: Place, node: JsonNumber, { report }: OperatorContext): Omit<Bound, 'symbol'> | undefined {
  const { text, value } = node;
  if (!isComparable(text)) {
    const isEquality = symbolBefore(place) === '=';
    const hint = isEquality
      ? `write ${text} itself in the list of the field: it is compared by its text there`
      : 'write a number with at most 15 digits';
    report('number-not-comparable', place, { text }, { hint });
    return undefined;
  }
  checkDocumentedNumber(place, text, value, report);
  return { value: value + 0, text };
}

/** The comparison in front of a bound. */
function symbolBefore({ node, parent }: Place): string | undefined {
  const items = parent?.node.kind === 'array' ? parent.node.items : [];
  const before = items[items.indexOf(node) - 1];
  return before?.kind === 'string' ? before.value : undefined;
}
