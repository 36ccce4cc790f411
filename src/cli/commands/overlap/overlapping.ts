/** The overlapping pairs of many patterns that are not allowed to overlap, as data. */
import { implies, overlaps, type PatternOptions, type Witness } from '../../../index.ts';
import { nearest } from '../../../pattern/suggest.ts';
import { exact } from '../../answer/exact.ts';
import { Failure } from '../../findings/failure.ts';
import type { NamedPattern } from '../../sources/named-patterns.ts';
import { type Ids, type OverlapPair, type OverlapReport, overlapPair } from './answer.ts';

/** The most pairs that are listed: ten thousand patterns may have fifty million. */
const MOST = 100_000;

export interface Wanted extends PatternOptions {
  readonly arrays: boolean;
  readonly allow: readonly string[];
  /** How many pairs are kept. */
  readonly limit: number;
  readonly onProgress?: (done: number, found: number) => void;
}

/** @throws Failure for an invalid allowed pair */
export function overlapping(patterns: readonly NamedPattern[], wanted: Wanted): Omit<OverlapReport, 'dialect'> {
  const { arrays, allow, limit, onProgress, ...options } = wanted;
  const texts = new Map(patterns.map(({ id, text }) => [id, text]));
  const allowed = allow.map((text) => readAllowed(text, texts));
  const may = new Set(allowed.map(({ ids }) => ids && keyOf(ids)));
  const pairs: { ids: Ids; witness: Witness }[] = [];
  const unknown: { ids: Ids; reason: string }[] = [];
  let total = 0;
  let undecided = 0;
  let complete = true;
  const set = patterns.map(({ id, text }) => [id, text] as const);
  for (const found of overlaps(set, { ...options, arrays, onProgress: (done) => onProgress?.(done, total) })) {
    if (total >= Math.max(MOST, limit)) {
      complete = false;
      break;
    }
    const key = keyOf(found.ids);
    if (may.has(key)) continue;
    if (found.witness !== undefined) {
      if (total++ < limit) pairs.push({ ids: found.ids, witness: found.witness });
    } else if (undecided++ < limit) unknown.push({ ids: found.ids, reason: found.unknown ?? '' });
  }
  return {
    arrays,
    patterns: patterns.length,
    total,
    complete,
    pairs: pairs.map((found) => exact(overlapPair, { ...found, ...relationOf(found.ids, texts, options) })),
    undecided,
    unknown,
    allowed: allowed.map(({ pair, ids, problem }) => {
      if (ids === undefined) return { pair, outcome: 'no such pattern', problem: problem ?? '' };
      // Each alone, since the budget may have ended before the enumeration reached it.
      const two = ids.map((id) => [id, texts.get(id) ?? ''] as const);
      const [found] = overlaps(two, { ...options, arrays });
      if (found === undefined) return { pair, outcome: 'no overlap', problem: 'these two do not overlap' };
      return { pair, outcome: found.witness === undefined ? 'unknown' : 'overlap' };
    }),
  };
}

/** For all events, those with arrays included. */
function relationOf(
  [a, b]: Ids,
  texts: ReadonlyMap<string, string>,
  options: PatternOptions,
): Pick<OverlapPair, 'relation' | 'inner'> {
  const [one, other] = [texts.get(a) ?? '', texts.get(b) ?? ''];
  const isIn = implies(one, other, options).answer;
  const holds = implies(other, one, options).answer;
  if (isIn === 'yes' && holds === 'yes') return { relation: 'equal' };
  if (isIn === 'no' && holds === 'no') return { relation: 'partial' };
  if (isIn === 'unknown' || holds === 'unknown') return { relation: 'unknown' };
  return { relation: 'contained', inner: isIn === 'yes' ? a : b };
}

interface Read {
  readonly pair: string;
  readonly ids?: Ids;
  readonly problem?: string;
}

/** Ids may contain commas: the dividing comma has a pattern on both sides. */
function readAllowed(pair: string, ids: ReadonlyMap<string, string>): Read {
  const commas = [...pair.matchAll(/,/g)].map(({ index }) => index);
  if (commas.length === 0) {
    throw new Failure({ message: `\`--allow ${pair}\` names no pair: write two ids with a comma between them` });
  }
  const ways = commas.map((at): Ids => [pair.slice(0, at), pair.slice(at + 1)]);
  const known = ways.find(([a, b]) => ids.has(a) && ids.has(b));
  if (known !== undefined) {
    if (known[0] === known[1]) throw new Failure({ message: `\`--allow ${pair}\` names one pattern twice` });
    return { pair, ids: known };
  }
  const [a, b] = ways.find(([one, other]) => ids.has(one) || ids.has(other)) ?? (ways[0] as Ids);
  const missing = ids.has(a) ? b : a;
  const meant = nearest(missing, [...ids.keys()]);
  return {
    pair,
    problem: `there is no pattern \`${missing}\`${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
  };
}

function keyOf([a, b]: Ids): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}
