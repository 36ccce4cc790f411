/**
 * A diagnostic is data, and this file knows what one looks like and how many are kept; lines, carets and colours
 * exist only where it is shown. The closed list of codes is the catalogue.
 */
import { type Code, catalogue, type Params, type Severity } from './catalogue.ts';
import type { JsonNode, Range } from './json/node.ts';
import { appendPointer } from './json/pointer.ts';

export type { Code, Severity } from './catalogue.ts';

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** RFC 6901, into the pattern. Where a name stands twice it leads to the last of them, as in `JSON.parse`. */
  readonly pointer: string;
  /** Offsets of the JSON at `pointer`, in UTF-16 code units; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** The part to underline when that is not the whole range: a member name, say. */
  readonly focus?: Range;
  /** One sentence, lower case, without a full stop. */
  readonly message: string;
  /** The values that the message names. */
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** What to do next, or the shortest valid rewrite. */
  readonly hint?: string;
  readonly related?: readonly Related[];
}

export interface Related {
  readonly pointer: string;
  readonly range?: Range;
  readonly message: string;
}

/** How many findings were left out, by severity. */
export interface Omitted {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** How many findings are kept of one pattern, errors first; `Omitted` counts the others. */
export const MAX_DIAGNOSTICS = 100;
const MAX_HINT = 200;

/** A node, and the way to it. */
export interface Place {
  readonly node: JsonNode;
  readonly pointer: string;
}

export function within(place: Place, part: string | number, node: JsonNode): Place {
  return { node, pointer: appendPointer(place.pointer, part) };
}

export interface Details {
  readonly hint?: string | undefined;
  readonly focus?: Range | undefined;
  /** When the dialect decides it. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly { readonly place: Place; readonly focus?: Range; readonly message: string }[] | undefined;
}

export type Report = <C extends Code>(code: C, place: Place, params: Params<C>, details?: Details) => void;

interface Kept {
  readonly order: number;
  readonly sequence: number;
  readonly diagnostic: Diagnostic;
}

/** Collects findings in any order and gives them back in source order, at most `MAX_DIAGNOSTICS`, errors kept first. */
export class Diagnostics {
  private readonly kept: Record<Severity, Kept[]> = { error: [], warning: [], info: [] };
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private readonly positions: boolean;
  private sequence = 0;

  /** `positions`: whether the ranges of nodes are offsets into a text. */
  constructor(positions: boolean) {
    this.positions = positions;
  }

  get errors(): number {
    return this.counts.error;
  }

  readonly report: Report = (code, place, params, details = {}) => {
    const entry = catalogue[code];
    const severity = details.severity ?? entry.severity;
    const kept = this.kept[severity];
    this.counts[severity]++;
    // A pattern of megabytes may have a finding for each byte: those that stand first in the source stay.
    if (kept.length >= 2 * MAX_DIAGNOSTICS) kept.sort(inSourceOrder).length = MAX_DIAGNOSTICS;
    const message = (entry.message as (params: Params<typeof code>) => string)(params);
    kept.push({
      order: (details.focus ?? place.node.range).start,
      sequence: this.sequence++,
      diagnostic: {
        code,
        severity,
        pointer: place.pointer,
        ...this.ranges(place, details.focus),
        message,
        params: params as Diagnostic['params'],
        // A rewrite of megabytes, such as a long number in quotes, is no help.
        ...(details.hint === undefined || details.hint.length > MAX_HINT ? {} : { hint: details.hint }),
        ...(details.related === undefined
          ? {}
          : {
              related: details.related.map((r) => ({
                pointer: r.place.pointer,
                ...(this.positions ? { range: r.focus ?? r.place.node.range } : {}),
                message: r.message,
              })),
            }),
      },
    });
  };

  private ranges(place: Place, focus: Range | undefined): Pick<Diagnostic, 'range' | 'focus'> {
    if (!this.positions) return {};
    return focus === undefined ? { range: place.node.range } : { range: place.node.range, focus };
  }

  list(): { readonly diagnostics: readonly Diagnostic[]; readonly omitted: Omitted } {
    const chosen: Kept[] = [];
    const omitted = { error: 0, warning: 0, info: 0 };
    for (const severity of ['error', 'warning', 'info'] as const) {
      const kept = this.kept[severity].sort(inSourceOrder).slice(0, MAX_DIAGNOSTICS - chosen.length);
      chosen.push(...kept);
      omitted[severity] = this.counts[severity] - kept.length;
    }
    return {
      diagnostics: chosen.sort(inSourceOrder).map((k) => k.diagnostic),
      omitted: { errors: omitted.error, warnings: omitted.warning, infos: omitted.info },
    };
  }
}

function inSourceOrder(a: Kept, b: Kept): number {
  return a.order - b.order || a.sequence - b.sequence;
}
