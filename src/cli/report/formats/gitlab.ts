/** A code quality report of GitLab: a list of issues. */
import { printableJson } from '../../render/terminal.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import { type Item, itemsOf } from '../items.ts';
import type { Report } from '../report.ts';
import { thoroughItems } from '../thoroughness.ts';
import { sentenceOf } from './compact.ts';

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/** A list has no place for the sums of coverage and mutation. */
export function gitlab(report: Report): string {
  const items = [...itemsOf(report).filter(({ suppressed }) => suppressed === undefined), ...thoroughItems(report)];
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
    // Both are required, also where there is no file: the root then stands for it.
    location: { path: file ?? '.', lines: { begin: start?.line ?? 1 } },
  };
}
