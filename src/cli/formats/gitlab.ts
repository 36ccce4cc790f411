/** A code quality report of GitLab: a list of issues. */

import { coverageItems } from '../report/coverage.ts';
import { fingerprintsOf, type Item, itemsOf, sentenceOf } from '../report/items.ts';
import type { RunReport } from '../report/report.ts';
import { printableJson } from '../terminal/terminal.ts';

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/** A list has no place for the sums of coverage and mutation. */
export function gitlab(report: RunReport): string {
  const items = [...itemsOf(report).filter(({ suppressed }) => suppressed === undefined), ...coverageItems(report)];
  const fingerprints = fingerprintsOf(items);
  return `${printableJson(items.map((item, i) => issue(item, fingerprints[i] as string)))}\n`;
}

function issue(item: Item, fingerprint: string): object {
  const { kind, code, severity, file, start, hint } = item;
  return {
    description: `${sentenceOf(item)}${hint === undefined ? '' : `; ${hint}`}`,
    check_name: code,
    fingerprint,
    severity: kind === 'problem' ? 'blocker' : SEVERITIES[severity],
    // Both are required; without a file, the root replaces it.
    location: { path: file ?? '.', lines: { begin: start?.line ?? 1 } },
  };
}
