/** What is fuzzed: a target makes cases from seeds, judges each, and makes a case that fails smaller. */
import type { Random } from './random.ts';

/** What a target counts while it judges. */
export class Tally {
  /** Judgements, in the unit of the target. */
  judged = 0;
  /** Of these, how many were positive: matched, accepted, "yes", succeeded. */
  positive = 0;
  /** Further figures by name. */
  readonly others: Record<string, number> = {};

  judge(positive: boolean): void {
    this.judged++;
    if (positive) this.positive++;
  }

  count(name: string, by = 1): void {
    this.others[name] = (this.others[name] ?? 0) + by;
  }
}

/** The engine and its judge disagree. */
export interface Difference {
  /** The strategy or question that differs. */
  readonly of: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export interface Target<Case = unknown> {
  readonly name: string;
  /** One sentence for `--help` and the report. */
  readonly compares: string;
  /** What is counted. */
  readonly unit: string;
  /** What a positive judgement is, as in `47 % matched`. */
  readonly positive: string;
  /** A case is plain data: it is printed as JSON when it fails. */
  make(random: Random): Case;
  /** The first difference. A thrown error counts as one. */
  judge(one: Case, tally: Tally): Difference | undefined | Promise<Difference | undefined>;
  /** Simpler cases of the same kind, the much simpler ones first. */
  smaller(one: Case): Iterable<Case>;
  /** Releases what the target holds, such as a server. */
  close?(): Promise<void>;
}

/** The share of positive judgements that a generator must keep to, or its cases test one side only. */
export const LEAST_SHARE = 0.2;
export const MOST_SHARE = 0.8;
