/** The changes of many patterns in the human format: changed ones in full, the others in a line. */

import { printable, type Style, type Terminal } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import type { ChangeKind } from './answer.ts';
import { type DocumentChange, kindOf } from './documents.ts';
import { GAINED, proven, renderComparison, showPatternDiff } from './show.ts';
import { changeSentence, sumOfChanges } from './summary.ts';

const SIGNS: Readonly<Record<ChangeKind, readonly [sign: string, style: Style]>> = {
  added: ['+', 'good'],
  removed: ['-', 'bad'],
  narrower: ['~', 'warning'],
  wider: ['~', 'warning'],
  changed: ['~', 'warning'],
  unknown: ['?', 'warning'],
  invalid: ['!', 'bad'],
  equal: ['=', 'dim'],
};

export function showDocuments(changes: readonly DocumentChange[], out: Terminal): void {
  for (const entry of changes) if (entry.change.change !== 'equal') showChange(entry, out);
  out.gap();
  out.line(sumOfChanges(changes));
  const kinds = new Set(changes.map(({ change }) => change.change));
  if (!(kinds.size === 2 && kinds.has('added') && kinds.has('removed'))) return;
  const isOfFiles = changes.every(({ before, after }) => (after ?? before)?.address === undefined);
  const each = isOfFiles ? 'name a file of each' : 'name a pattern of each with #address';
  const hint = `the two sides have no name in common; ${each} to compare two`;
  for (const line of wrap(hint, out.width)) out.line(out.paint('dim', line));
}

function showChange({ change, before, after }: DocumentChange, out: Terminal): void {
  const [sign, style] = SIGNS[kindOf(change)];
  out.gap();
  out.line(out.paint(style, `${sign} ${printable(change.address)}`));
  const view = { width: out.width - 2, paint: out.paint };
  const { relation } = change;
  const lines =
    relation === undefined
      ? [
          ...wrap(printable(changeSentence(change)), view.width, '  '),
          ...(change.change === 'invalid' ? proven(GAINED, change.gained, view) : []),
        ]
      : renderComparison({ ...change, relation }, view);
  for (const line of lines) out.line(`  ${line}`.trimEnd());
  if (relation === undefined || before === undefined || after === undefined) return;
  showPatternDiff(before.text, after.text, '    ', out);
}
