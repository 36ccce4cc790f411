/** Findings on stream documents: their type, their limit and their order. */
import { type Diagnostic, MAX_DIAGNOSTICS, type Omitted, pointerTo, type Severity } from '../../index.ts';
import { type StreamCode, type StreamParams, streamCatalogue } from './findings.ts';

/** One finding on a stream document. */
export interface StreamFinding {
  /** `streamCatalogue` explains it. */
  readonly code: StreamCode;
  readonly severity: Severity;
  /** JSON pointer (RFC 6901) into the stream document; for a missing member, to the object that lacks it. */
  readonly pointer: string;
  /** One sentence, lower case, without a full stop. It never shows the value of a secret. */
  readonly message: string;
  /** The values that the message names. */
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** What to do next. */
  readonly hint?: string;
  /** JSON pointer into the pattern in FilterPattern, for findings on the pattern. */
  readonly patternPointer?: string;
  /** The finding of `parsePattern` that this one repeats. */
  readonly diagnostic?: Diagnostic;
}

export type Path = readonly (string | number)[];

export interface Details {
  readonly hint?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly patternPointer?: string | undefined;
  readonly diagnostic?: Diagnostic | undefined;
}

export type Report = <C extends StreamCode>(code: C, path: Path, params: StreamParams<C>, details?: Details) => void;

interface Kept {
  readonly path: Path;
  readonly finding: StreamFinding;
}

/** Findings, and the number of those that were left out. */
export interface StreamDiagnosis {
  readonly findings: readonly StreamFinding[];
  /** Number of findings beyond the limit, by severity. */
  readonly omitted: Omitted;
}

/** Collects findings. Keeps at most `MAX_DIAGNOSTICS`, errors first, and returns them in the order of the document. */
export class Findings {
  private readonly kept: Record<Severity, Kept[]> = { error: [], warning: [], info: [] };

  readonly report: Report = (code, path, params, details = {}) => {
    const { hint, severity = streamCatalogue[code].severity, patternPointer, diagnostic } = details;
    const message = (streamCatalogue[code].message as (params: StreamParams<typeof code>) => string)(params);
    const finding: StreamFinding = {
      code,
      severity,
      pointer: pointerTo(path),
      message,
      params: params as StreamFinding['params'],
      ...(hint === undefined ? {} : { hint }),
      ...(patternPointer === undefined ? {} : { patternPointer }),
      ...(diagnostic === undefined ? {} : { diagnostic }),
    };
    this.kept[severity].push({ path, finding });
  };

  /** Number of findings on the pattern that `parsePattern` left out. */
  private further: Omitted = { errors: 0, warnings: 0, infos: 0 };

  omit(further: Omitted): void {
    this.further = further;
  }

  get errors(): number {
    return this.kept.error.length;
  }

  /** In the order of `document`, to which the paths lead. */
  list(document: unknown): readonly StreamFinding[] {
    return this.diagnosis(document).findings;
  }

  /** In the order of `document`, to which the paths lead. */
  diagnosis(document: unknown): StreamDiagnosis {
    const order = orderIn(document);
    const chosen: Kept[] = [];
    const left: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    for (const severity of ['error', 'warning', 'info'] as const) {
      const kept = this.kept[severity].sort(order).slice(0, MAX_DIAGNOSTICS - chosen.length);
      left[severity] = this.kept[severity].length - kept.length;
      for (const one of kept) chosen.push(one);
    }
    const { errors, warnings, infos } = this.further;
    return {
      findings: chosen.sort(order).map(({ finding }) => finding),
      omitted: { errors: errors + left.error, warnings: warnings + left.warning, infos: infos + left.info },
    };
  }
}

/** Compares places by the order of members in the document; an object comes before its members. */
function orderIn(document: unknown): (a: Kept, b: Kept) => number {
  const indexes = new Map<object, ReadonlyMap<string, number>>();
  const indexOf = (holder: object, part: string | number): number => {
    let index = indexes.get(holder);
    if (index === undefined) {
      index = new Map(Object.keys(holder).map((name, i) => [name, i]));
      indexes.set(holder, index);
    }
    return index.get(String(part)) ?? index.size;
  };
  return (a, b) => {
    let holder: unknown = document;
    for (let i = 0; i < Math.min(a.path.length, b.path.length); i++) {
      const [left, right] = [a.path[i] as string | number, b.path[i] as string | number];
      if (left !== right) {
        return typeof holder === 'object' && holder !== null ? indexOf(holder, left) - indexOf(holder, right) : 0;
      }
      holder = (holder as Record<string, unknown> | undefined | null)?.[left];
    }
    return a.path.length - b.path.length;
  };
}
