/** Findings on stream documents: their type, their collector and their order. */
import { type Diagnostic, type Finding, type Omitted, pointerTo, type Severity } from '../../index.ts';
import { Collector, findingOf, sumOf } from '../../pattern/finding.ts';
import { type StreamCode, type StreamParams, streamCatalogue } from './catalogue.ts';

/**
 * One finding on a stream document; `streamCatalogue` explains its code. The pointer of a missing member is that of the object that lacks
 * it. Message and params never show the value of a secret.
 */
export interface StreamFinding extends Finding<StreamCode> {
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

export type ReportFinding = <C extends StreamCode>(
  code: C,
  path: Path,
  params: StreamParams<C>,
  details?: Details,
) => void;

interface Kept {
  readonly path: Path;
  readonly finding: StreamFinding;
}

/** Findings, and the number of those that were left out. */
export interface StreamDiagnosis {
  /** In the order of the document, errors kept first. */
  readonly findings: readonly StreamFinding[];
  /** Number of findings beyond the limit, by severity. */
  readonly omitted: Omitted;
}

/** Collects the findings on a document, in its order; of several at one place errors come first. */
export class Findings extends Collector<Kept> {
  /** Number of findings on the pattern that `parsePattern` left out. */
  private further: Omitted = { errors: 0, warnings: 0, infos: 0 };

  /** `document` is where the paths lead. */
  constructor(document: unknown) {
    super(orderIn(document));
  }

  readonly report: ReportFinding = (code, path, params, { hint, severity, patternPointer, diagnostic } = {}) => {
    const finding: StreamFinding = {
      ...findingOf(streamCatalogue, code, pointerTo(path), params, severity),
      ...(hint === undefined ? {} : { hint }),
      ...(patternPointer === undefined ? {} : { patternPointer }),
      ...(diagnostic === undefined ? {} : { diagnostic }),
    };
    this.add({ path, finding });
  };

  omit(further: Omitted): void {
    this.further = further;
  }

  diagnosis(): StreamDiagnosis {
    const { kept, omitted } = this.chosen();
    return { findings: kept.map(({ finding }) => finding), omitted: sumOf(omitted, this.further) };
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
