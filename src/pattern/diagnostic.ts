/**
 * Findings on patterns as data: places, fixes, and their collector. Rendering is in format.ts, the model that all findings share in
 * finding.ts, the closed list of codes in messages.ts.
 */
import { Collector, type Finding, findingOf, MAX_HINT, type Omitted, type Severity } from './finding.ts';
import type { makers } from './fix/index.ts';
import type { Range } from './json/node.ts';
import { type Code, messages, type Params } from './messages.ts';
import type { Fix, Place } from './place.ts';

export type { Code } from './messages.ts';
export { type Edit, type Fix, type Place, within } from './place.ts';

/** A finding with its places in a text, as `parsePattern` reports it. */
export interface Diagnostic<C extends string = Code> extends Finding<C> {
  /** RFC 6901, into the pattern. For a duplicate name it points to the last member, as `JSON.parse` reads it. */
  readonly pointer: string;
  /** Offsets of the JSON at `pointer`, in UTF-16 code units; absent when the pattern was given as an object. */
  readonly range?: Range;
  /** The part to underline when it is not the whole range, such as a member name. */
  readonly focus?: Range;
  /** The next action; the title of the first fix, if there is one. */
  readonly hint?: string;
  /**
   * Rewrites of the text, the most probable first; absent when the pattern was given as an object. Each has been applied and read again:
   * this finding is gone, and there is no new error.
   */
  readonly fixes?: readonly Fix[];
  /** Other places that belong to the finding, such as the first of two equal names. */
  readonly related?: readonly Related[];
}

/** Another place of a finding. */
export interface Related {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** Absent when the pattern was given as an object. */
  readonly range?: Range;
  /** How the place is related: one sentence in lower case without a full stop. */
  readonly message: string;
}

export interface Details {
  /** The next action when there is no fix. A function is called only for findings that are kept. */
  readonly hint?: string | ((make: Make) => string | undefined) | undefined;
  /** Called only for findings that are kept. Fixes that fail the proof are left out. */
  readonly fixes?: ((make: Make) => readonly Fix[]) | undefined;
  readonly focus?: Range | undefined;
  /** Overrides the severity of the code where the dialect decides it. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly { readonly place: Place; readonly focus?: Range; readonly message: string }[] | undefined;
}

/** The functions that make fixes. */
export type Make = typeof makers;

export type ReportFinding = <C extends Code>(code: C, place: Place, params: Params<C>, details?: Details) => void;

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
  readonly finding: Diagnostic;
  readonly hint: Details['hint'];
  readonly fixes: Details['fixes'];
}

/** Takes the findings of a reader. */
export interface Findings {
  readonly report: ReportFinding;
  readonly errors: number;
}

/** Counts findings and keeps none: no message is made. */
export class Counts implements Findings {
  /** The number of findings of each code, and how many of them are errors. */
  readonly codes = new Map<Code, { readonly all: number; readonly errors: number }>();
  errors = 0;

  readonly report: ReportFinding = (code, _place, _params, { severity = messages[code].severity } = {}) => {
    const isError = severity === 'error' ? 1 : 0;
    const { all, errors } = this.codes.get(code) ?? { all: 0, errors: 0 };
    this.codes.set(code, { all: all + 1, errors: errors + isError });
    this.errors += isError;
  };
}

/** Collects findings in any order and returns them in source order: at most `MAX_DIAGNOSTICS`, errors kept first. */
export class Diagnostics extends Collector<Kept> implements Findings {
  private readonly counted = new Counts();
  private sequence = 0;

  /** As `Counts` has it. */
  get codes(): Counts['codes'] {
    return this.counted.codes;
  }

  constructor() {
    super(inSourceOrder);
  }

  readonly report: ReportFinding = (code, place, params, details = {}) => {
    this.counted.report(code, place, params, details);
    const { node, pointer } = place;
    const { focus, severity, hint, fixes, related } = details;
    const finding = findingOf(messages, code, pointer, params, severity);
    this.add({
      order: (focus ?? node.range).start,
      sequence: this.sequence++,
      hint,
      fixes,
      finding: {
        ...finding,
        range: node.range,
        ...(focus && { focus }),
        ...(related && {
          related: related.map(({ place, focus: part, message }) => ({
            pointer: place.pointer,
            range: part ?? place.node.range,
            message,
          })),
        }),
      },
    });
  };

  /** Without `fixing` the findings have no fixes, and no hints. */
  list(fixing?: Fixing): { readonly diagnostics: readonly Diagnostic[]; readonly omitted: Omitted } {
    const { kept, omitted } = this.chosen();
    return { diagnostics: kept.map((one) => (fixing === undefined ? one.finding : fixed(one, fixing))), omitted };
  }
}

function fixed({ finding, hint, fixes }: Kept, { make, proof }: Fixing): Diagnostic {
  const proved =
    (proof && fixes?.(make).filter((fix) => fix.title.length <= MAX_HINT && proof(fix, finding.code))) ?? [];
  const [first] = proved;
  if (first !== undefined) return { ...finding, hint: first.title, fixes: proved };
  const advice = typeof hint === 'function' ? hint(make) : hint;
  return advice === undefined || advice.length > MAX_HINT ? finding : { ...finding, hint: advice };
}

/** The finding without ranges and fixes, for a pattern that was given as an object. */
export function withoutPlaces({ range: _, focus: __, fixes: ___, related, ...rest }: Diagnostic): Diagnostic {
  if (related === undefined) return rest;
  return { ...rest, related: related.map(({ pointer, message }) => ({ pointer, message })) };
}

function inSourceOrder(a: Kept, b: Kept): number {
  return a.order - b.order || a.sequence - b.sequence;
}
