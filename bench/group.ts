/** The result of one process of bench/sets-group.ts: one family at one size. */
import type { Timing } from './interleave.ts';

export const WAYS = [
  'objects',
  'string, checked',
  'bytes, checked',
  'string, wellFormed',
  'bytes, wellFormed',
] as const;

export type Way = (typeof WAYS)[number];

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
}

export interface Group {
  readonly family: string;
  readonly size: number;
  /** Matches for each event, on average. */
  readonly matches: number;
  /** JSON.parse of the string alone: what the ratios of the ways are of. */
  readonly parse: Timing;
  /** Times are for one event. */
  readonly ways: Readonly<Record<Way, Timing>>;
  /** Bytes of the heap for each pattern, sources and ids included: after building, and when every event was matched in every way. */
  readonly bytesBuilt: number;
  readonly bytesUsed: number;
  /** Microseconds for each pattern. */
  readonly from: Spread;
  readonly add: Spread;
}
