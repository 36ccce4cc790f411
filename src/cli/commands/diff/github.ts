/** `diff` as workflow commands of GitHub Actions: an annotation for each pattern whose meaning changes, and the sum as the last line. */

import { type DocumentChange, kindOf } from '../../compare/documents.ts';
import { changeSentence, sumOfChanges } from '../../compare/summary.ts';
import { GIT } from '../../files/git-name.ts';
import type { NameFromRoot } from '../../files/repository-root.ts';
import { lineFinder } from '../../findings/line-finder.ts';
import { workflowCommand } from '../../formats/github.ts';
import { printable } from '../../terminal/terminal.ts';
import { type Changed, closedGates } from './changed.ts';

export function diffGithub(changed: Changed, fromRoot: NameFromRoot): string {
  const lines = [
    ...changed.changes.filter(({ change }) => change.change !== 'equal').map((one) => annotation(one, fromRoot)),
    ...closedGates(changed).map(({ failed, text }) =>
      workflowCommand(failed ? 'error' : 'warning', {}, 'gate', printable(text)),
    ),
    `eb-pattern diff: ${sumOfChanges(changed.changes)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function annotation({ change, after }: DocumentChange, fromRoot: NameFromRoot): string {
  const isBroken = change.invalid === 'new' || change.invalid === 'both';
  const level = isBroken ? 'error' : change.change === 'unknown' || change.invalid ? 'warning' : 'notice';
  // A file of a revision is not in the working tree.
  const place =
    after === undefined || after.file.startsWith(GIT)
      ? {}
      : { file: fromRoot(after.file), start: lineFinder(after.within)(after.place(0)) };
  const text = [`${change.address}: ${changeSentence(change)}`];
  if (change.lost !== undefined) text.push(`lost: ${change.lost.event}`);
  if (change.gained !== undefined) text.push(`gained: ${change.gained.event}`);
  return workflowCommand(level, place, `pattern ${kindOf(change)}`, text.map(printable).join('\n'));
}
