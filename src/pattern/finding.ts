/**
 * The model of findings, generic in their codes: the entry of a code in a catalogue, a finding, and the collector that keeps, counts
 * and orders them. Findings on patterns, on stream documents and on YAML are tables of entries.
 */

import type { DialectName } from './dialect.ts';

/** An error is refused by the service or the dialect's engine; a warning is accepted and probably a mistake; an info is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Severity and message of a code; `P` is the type of the values in the message. */
export interface Message<P> {
  /** The default; a dialect, a transport or a pattern inside a stream may override it. */
  readonly severity: Severity;
  /** One sentence in lower case, without a full stop. */
  readonly message: (params: P) => string;
}

/** The entry of a code in its catalogue; `P` is the type of the values in the message. */
export interface Entry<P> extends Message<P> {
  /** The finding in a few words, without the values of a document. */
  readonly summary: string;
  /** The reason for the rule. */
  readonly why: string;
  /** A document that has the finding. */
  readonly avoid: string;
  /** A document without it that does what `avoid` was meant to do, and accepts no event that `avoid` was meant to exclude. */
  readonly prefer: string;
  /** The source of the fact: a page of the service, or an engine or SDK that was read and run. */
  readonly evidence: string;
  /** The dialect of `avoid` and `prefer`, where it is not the default one. */
  readonly dialect?: DialectName;
  /**
   * `true` when there are fixes, at least for `avoid`; otherwise the reason why the text alone does not determine one. Absent for findings
   * on stream documents, which have no fixes.
   */
  readonly fixable?: true | string;
}

/** An entry whose message takes `P`. */
export function entry<P>(value: Entry<P>): Entry<P> {
  return value;
}

/** The messages of the codes of one catalogue. */
type Messages = Readonly<Record<string, Message<never>>>;

/** The values in the message of a code. */
export type ParamsOf<T extends Messages, C extends keyof T> =
  Parameters<T[C]['message']> extends [infer P] ? P : Record<never, never>;

/** What every finding has. */
export interface Finding<C extends string = string> {
  /** The catalogue explains it. */
  readonly code: C;
  /** That of the code, unless a dialect, a transport or a pattern inside a stream changes it. */
  readonly severity: Severity;
  /** JSON pointer (RFC 6901) into the document. */
  readonly pointer: string;
  /** One sentence in lower case without a full stop. */
  readonly message: string;
  /** The values in the message. */
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The next action. */
  readonly hint?: string;
}

/** The number of findings that were left out, by severity. */
export interface Omitted {
  /** Findings with the severity `error`. */
  readonly errors: number;
  /** Findings with the severity `warning`. */
  readonly warnings: number;
  /** Findings with the severity `info`. */
  readonly infos: number;
}

/** The number of findings that are kept of one document, errors first; `Omitted` counts the others. */
export const MAX_DIAGNOSTICS = 100;
/** The length of the longest hint about a text, in UTF-16 code units. */
export const MAX_HINT = 200;

/** The finding of a code, without a hint. */
export function findingOf<T extends Messages, C extends keyof T & string>(
  table: T,
  code: C,
  pointer: string,
  params: ParamsOf<T, C>,
  severity = (table[code] as T[C]).severity,
): Finding<C> {
  const { message } = table[code] as T[C];
  return { code, severity, pointer, message: message(params as never), params: params as Finding['params'] };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Takes findings in any order; keeps `MAX_DIAGNOSTICS`, errors first, and counts all. */
export class Collector<K extends { readonly finding: Pick<Finding, 'severity'> }> {
  private readonly kept: K[] = [];
  private readonly counts = { errors: 0, warnings: 0, infos: 0 };
  private readonly order: (a: K, b: K) => number;

  /** Of findings that `order` calls equal errors come first, then those that were added first. */
  constructor(order: (a: K, b: K) => number) {
    this.order = order;
  }

  get errors(): number {
    return this.counts.errors;
  }

  add(one: K): void {
    this.counts[`${one.finding.severity}s`]++;
    // Hostile input may have a finding for each byte.
    if (this.kept.push(one) >= 2 * MAX_DIAGNOSTICS) this.cut();
  }

  /** The findings that are kept, in their order, and the numbers of the others. */
  chosen(): { readonly kept: readonly K[]; readonly omitted: Omitted } {
    this.cut();
    const omitted = { ...this.counts };
    for (const { finding } of this.kept) omitted[`${finding.severity}s`]--;
    return { kept: [...this.kept].sort(this.order), omitted };
  }

  private cut(): void {
    this.kept
      .sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity] || this.order(a, b))
      .splice(MAX_DIAGNOSTICS);
  }
}

/** The sum of two counts. */
export function sumOf(a: Omitted, b: Omitted): Omitted {
  return { errors: a.errors + b.errors, warnings: a.warnings + b.warnings, infos: a.infos + b.infos };
}
