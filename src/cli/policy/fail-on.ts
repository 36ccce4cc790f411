/** Counts findings by severity, and decides whether they fail a run. */
import type { Omitted, Severity } from '../../index.ts';
import { plural } from '../findings/show.ts';

/** Severities, the strictest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

export interface Limits {
  /** The mildest severity that fails a run; default `error`. */
  readonly failOn?: Severity | undefined;
  readonly maxWarnings?: number | undefined;
}

export interface Counts extends Omitted {
  /** Findings in the baseline. */
  readonly known: number;
  /** Findings that comments allow. */
  readonly allowed: number;
}

/** Whether one finding of this severity fails a run. */
export function fails(severity: Severity, { failOn = 'error' }: Limits): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

/** Why the findings fail the run, a sentence each; empty if they do not. */
export function reasonsOf(counts: Counts, limits: Limits): readonly string[] {
  const { errors, warnings, infos } = counts;
  const { failOn = 'error', maxWarnings } = limits;
  const texts = { error: plural(errors, 'error'), warning: plural(warnings, 'warning'), info: plural(infos, 'note') };
  const failing = SEVERITIES.filter((severity) => fails(severity, limits) && counts[`${severity}s`] > 0);
  const reasons: string[] = [];
  if (failing.length > 0) {
    const list = failing.map((severity) => texts[severity]).join(', ');
    reasons.push(failOn === 'error' ? list : `${list}, and the run fails on ${NAMES[failOn]} (--fail-on ${failOn})`);
  }
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    reasons.push(`${plural(warnings, 'warning')}, and ${maxWarnings} may be (--max-warnings ${maxWarnings})`);
  }
  return reasons;
}

const NAMES: Readonly<Record<Severity, string>> = { error: 'errors', warning: 'warnings', info: 'notes' };
