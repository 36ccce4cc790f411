/** A code quality report of GitLab: a list of issues. */
import { printableJson } from '../../render/terminal.ts';
import { fingerprintsOf } from '../fingerprint.ts';
import { fromRoot, type Item, itemsOf } from '../items.ts';
import type { Report, View } from '../report.ts';
import { sentenceOf } from './compact.ts';

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

export function gitlab(report: Report, view: View): string {
  const items = fromRoot(itemsOf(report), view.fromRoot).filter(({ suppressed }) => suppressed === undefined);
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
