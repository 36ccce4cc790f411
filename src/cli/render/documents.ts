/** The changes of a document of patterns for a person: what changed in full, the rest in a line. */
import type { AddressChange, DocumentChange } from '../meaning/documents.ts';
import { renderComparison, showPatternDiff } from './comparison.ts';
import { plural } from './findings.ts';
import { printable, type Style, type Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

const SIGNS: Readonly<Record<AddressChange['change'], readonly [sign: string, style: Style]>> = {
  added: ['+', 'good'],
  removed: ['-', 'bad'],
  changed: ['~', 'warning'],
  equal: ['=', 'dim'],
  unknown: ['?', 'warning'],
};

export function showDocuments(changes: readonly DocumentChange[], out: Terminal): void {
  const equal = changes.filter(({ change }) => change.change === 'equal');
  for (const entry of changes) if (!equal.includes(entry)) showChange(entry, out);
  out.gap();
  const count = (kind: AddressChange['change']): number =>
    changes.filter(({ change }) => change.change === kind).length;
  const kinds = (['added', 'removed', 'changed', 'unknown'] as const).filter((kind) => count(kind) > 0);
  const sum = [...kinds.map((kind) => `${count(kind)} ${kind}`), `${equal.length} equal in meaning`].join(', ');
  out.line(`${plural(changes.length, 'pattern')}: ${sum}`);
  if (!changes.every(({ change }) => change.change === 'added' || change.change === 'removed')) return;
  if (kinds.length < 2) return;
  const hint = 'the documents have no address in common; name a pattern of each with #address to compare two';
  for (const line of wrap(hint, out.width)) out.line(out.paint('dim', line));
}

function showChange({ change, before, after }: DocumentChange, out: Terminal): void {
  const [sign, style] = SIGNS[change.change];
  out.gap();
  out.line(out.paint(style, `${sign} ${printable(change.address)}`));
  const { relation } = change;
  if (relation === undefined) {
    out.line(`  ${change.change}${never(change)}`);
    return;
  }
  const view = { width: out.width - 2, paint: out.paint };
  for (const line of renderComparison({ ...change, relation }, view)) out.line(`  ${line}`.trimEnd());
  if (before === undefined || after === undefined) return;
  showPatternDiff(before, after, '    ', out);
}

function never({ lost, gained }: AddressChange): string {
  return lost === undefined && gained === undefined ? '; no event is known that it matches' : '';
}
