/** A finding is data, and this file knows what one looks like, how many are kept and in which order. */
import { type Diagnostic, MAX_DIAGNOSTICS, type Omitted, pointerTo, type Severity } from '../../index.ts';
import { type StreamCode, type StreamParams, streamCatalogue } from './findings.ts';

export interface StreamFinding {
  readonly code: StreamCode;
  readonly severity: Severity;
  /** RFC 6901, into the stream document. What is missing is reported where it would stand in: at its object. */
  readonly pointer: string;
  /** One sentence, lower case, without a full stop. It never shows the value of a secret. */
  readonly message: string;
  /** The values that the message names. */
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** What to do next. */
  readonly hint?: string;
  /** RFC 6901, into the pattern inside the document's FilterPattern; there for what is said of the pattern. */
  readonly patternPointer?: string;
  /** The checker's own finding, where this one hands it on. */
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

/** Findings, and how many more there were. */
export interface StreamDiagnosis {
  readonly findings: readonly StreamFinding[];
  readonly omitted: Omitted;
}

/** Collects findings and gives them back in the order of the document, at most `MAX_DIAGNOSTICS`, errors kept first. */
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

  /** Findings of the pattern's checker that it did not keep. */
  private further: Omitted = { errors: 0, warnings: 0, infos: 0 };

  omit(further: Omitted): void {
    this.further = further;
  }

  get errors(): number {
    return this.kept.error.length;
  }

  /** `document` is where the paths lead. */
  list(document: unknown): readonly StreamFinding[] {
    return this.diagnosis(document).findings;
  }

  /** `document` is where the paths lead. */
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

/** Compares places by the order of their members in the document; an object comes before what it holds. */
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
