/**
 * Findings as data: their shape, and a collector that keeps a limited number of them. Rendering is in format.ts, the closed list of codes
 * in messages.ts.
 */
import type { makers } from './fix/index.ts';
import type { Range } from './json/node.ts';
import { type Code, messages, type Params, type Severity } from './messages.ts';
import type { Fix, Place } from './place.ts';

export type { Code, Severity } from './messages.ts';
export { type Edit, type Fix, type Place, within } from './place.ts';

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** RFC 6901, into the pattern. For a duplicate name it points to the last member, as `JSON.parse` reads it. */
  readonly pointer: string;
  /** Offsets of the JSON at `pointer`, in UTF-16 code units; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** The part to underline when it is not the whole range, such as a member name. */
  readonly focus?: Range;
  /** One sentence in lower case without a full stop. */
  readonly message: string;
  /** The values in the message. */
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The next action; the title of the first fix, if there is one. */
  readonly hint?: string;
  /**
   * Rewrites of the text, the most probable first; absent when the pattern was given as an object. Each has been applied and read again:
   * this finding is gone, and there is no new error.
   */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

export interface Related {
  readonly pointer: string;
  readonly range?: Range;
  readonly message: string;
}

/** The number of findings that were left out, by severity. */
export interface Omitted {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** The number of findings that are kept of one pattern, errors first; `Omitted` counts the others. */
export const MAX_DIAGNOSTICS = 100;
const MAX_HINT = 200;

export interface Details {
  /** The next action when there is no fix. A function is called only for findings that are kept. */
  readonly hint?: string | ((make: Make) => string | undefined) | undefined;
  /** Called only for findings that are kept. Fixes that fail the proof are left out. */
  readonly fixes?: ((make: Make) => readonly Fix[]) | undefined;
  readonly focus?: Range | undefined;
  /** Overrides the severity of messages.ts where the dialect decides it. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly { readonly place: Place; readonly focus?: Range; readonly message: string }[] | undefined;
}

/** The functions that make fixes. */
export type Make = typeof makers;

export type Report = <C extends Code>(code: C, place: Place, params: Params<C>, details?: Details) => void;

/** Whether a fix removes its finding without a new error. */
export type Proof = (fix: Fix, code: Code) => boolean;

/** What `Diagnostics.list` needs to make hints and fixes. */
export interface Fixing {
  readonly make: Make;
  /** Without a proof no fixes are made. */
  readonly proof?: Proof;
}

interface Kept {
  readonly order: number;
  readonly sequence: number;
  readonly diagnostic: Diagnostic;
  readonly hint: Details['hint'];
  readonly fixes: Details['fixes'];
}

/** Collects findings in any order and returns them in source order: at most `MAX_DIAGNOSTICS`, errors kept first. */
export class Diagnostics {
  /** The number of findings of each code, and how many of them are errors. */
  readonly codes = new Map<Code, { readonly all: number; readonly errors: number }>();
  private readonly kept: Record<Severity, Kept[]> = { error: [], warning: [], info: [] };
  private readonly counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  private sequence = 0;

  get errors(): number {
    return this.counts.error;
  }

  get isEmpty(): boolean {
    return this.sequence === 0;
  }

  readonly report: Report = (code, place, params, details = {}) => {
    const entry = messages[code];
    const severity = details.severity ?? entry.severity;
    const kept = this.kept[severity];
    this.counts[severity]++;
    const { all, errors } = this.codes.get(code) ?? { all: 0, errors: 0 };
    this.codes.set(code, { all: all + 1, errors: errors + (severity === 'error' ? 1 : 0) });
    // Hostile input may have a finding for each byte, so only those that are first in the source are kept.
    if (kept.length >= 2 * MAX_DIAGNOSTICS) kept.sort(inSourceOrder).length = MAX_DIAGNOSTICS;
    const message = (entry.message as (params: Params<typeof code>) => string)(params);
    const { focus, hint, related } = details;
    kept.push({
      order: (focus ?? place.node.range).start,
      sequence: this.sequence++,
      hint,
      fixes: details.fixes,
      diagnostic: {
        code,
        severity,
        pointer: place.pointer,
        range: place.node.range,
        ...(focus === undefined ? {} : { focus }),
        message,
        params: params as Diagnostic['params'],
        ...(related === undefined
          ? {}
          : {
              related: related.map((r) => ({
                pointer: r.place.pointer,
                range: r.focus ?? r.place.node.range,
                message: r.message,
              })),
            }),
      },
    });
  };

  /** Without `fixing` the findings have no fixes, and no hints. */
  list(fixing?: Fixing): { readonly diagnostics: readonly Diagnostic[]; readonly omitted: Omitted } {
    const chosen: Kept[] = [];
    const omitted = { error: 0, warning: 0, info: 0 };
    for (const severity of ['error', 'warning', 'info'] as const) {
      const kept = this.kept[severity].sort(inSourceOrder).slice(0, MAX_DIAGNOSTICS - chosen.length);
      for (const one of kept) chosen.push(one);
      omitted[severity] = this.counts[severity] - kept.length;
    }
    return {
      diagnostics: chosen
        .sort(inSourceOrder)
        .map((kept) => (fixing === undefined ? kept.diagnostic : fixed(kept, fixing))),
      omitted: { errors: omitted.error, warnings: omitted.warning, infos: omitted.info },
    };
  }
}

function fixed({ diagnostic, hint, fixes }: Kept, { make, proof }: Fixing): Diagnostic {
  const proved =
    (proof && fixes?.(make).filter((fix) => fix.title.length <= MAX_HINT && proof(fix, diagnostic.code))) ?? [];
  const [first] = proved;
  if (first !== undefined) return { ...diagnostic, hint: first.title, fixes: proved };
  const advice = typeof hint === 'function' ? hint(make) : hint;
  return advice === undefined || advice.length > MAX_HINT ? diagnostic : { ...diagnostic, hint: advice };
}

/** The finding without ranges and fixes, for a pattern that was given as an object. */
export function withoutPlaces({ range: _, focus: __, fixes: ___, related, ...rest }: Diagnostic): Diagnostic {
  if (related === undefined) return rest;
  return { ...rest, related: related.map(({ pointer, message }) => ({ pointer, message })) };
}

function inSourceOrder(a: Kept, b: Kept): number {
  return a.order - b.order || a.sequence - b.sequence;
}
