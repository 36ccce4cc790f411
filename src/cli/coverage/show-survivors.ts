/** Prints survivors: the change, and the test to add to a suite. */

import { spaced } from '../../suite/json-text.ts';
import { plural } from '../findings/show.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { type PatternMutation, type Survivor, scoreOf } from './mutants.ts';
import type { Proposal } from './proposal.ts';
import { testLines } from './proposal-lines.ts';
import { percentOf, together } from './ratio.ts';

/** The most tests and changes that are shown of one pattern. The rest is counted. */
const MOST_TESTS = 10;
const MOST_CHANGES = 3;
const INDENT = '  ';

export function showMutation(patterns: readonly PatternMutation[], out: Terminal): void {
  for (const pattern of patterns) showPattern(pattern, out);
  out.gap();
  const total = together(patterns.map(scoreOf));
  const equal = patterns.reduce((sum, { equivalent }) => sum + equivalent, 0);
  const left = equal === 0 ? '' : `, ${equal} left out that ${equal === 1 ? 'means' : 'mean'} the same`;
  const style = total.part === total.whole ? 'good' : 'bad';
  const text = `mutants: ${total.part} of ${total.whole} noticed (${percentOf(total)} %)${left}`;
  out.paragraph(text, style);
}

function showPattern(mutation: PatternMutation, out: Terminal): void {
  const { of, survivors, failing, more } = mutation;
  if (survivors.length === 0 && failing === 0 && !more) return;
  out.gap();
  const { part, whole } = scoreOf(mutation);
  out.line(`${out.paint('bold', printable(of.name))}  ${part} of ${plural(whole, 'mutant')} noticed`);
  if (failing > 0) out.paragraph(`${plural(failing, 'test')} that fail notice nothing`, 'warning', INDENT);
  if (more) out.paragraph('the pattern has more mutants, which were not tried', 'warning', INDENT);
  const groups = groupsOf(survivors);
  for (const group of groups.slice(0, MOST_TESTS)) showGroup(group, of.source.file, out);
  const left = groups.slice(MOST_TESTS).flat().length;
  if (left > 0) {
    const tests = plural(groups.length - MOST_TESTS, 'more test');
    out.gap();
    out.paragraph(
      `… and ${plural(left, 'more survivor')}, which ${tests} would notice (--write adds them)`,
      'bad',
      INDENT,
    );
  }
}

/** Grouped by the test that would kill them; survivors without a test come last. */
function groupsOf(survivors: readonly Survivor[]): readonly (readonly Survivor[])[] {
  const proposals = [...new Set(survivors.map(({ proposal }) => proposal))];
  const groups = proposals.map((proposal) => survivors.filter((one) => one.proposal === proposal));
  return groups.sort((a, b) => Number(a[0]?.proposal === undefined) - Number(b[0]?.proposal === undefined));
}

function showGroup(group: readonly Survivor[], file: string, out: Terminal): void {
  for (const survivor of group.slice(0, MOST_CHANGES)) showSurvivor(survivor, file, out);
  const left = group.length - MOST_CHANGES;
  const proposal = group[0]?.proposal;
  if (left > 0) {
    const same = proposal === undefined ? '' : ', which the same test would notice';
    out.paragraph(`… and ${plural(left, 'more survivor')}${same}`, 'bad', INDENT);
  }
  if (proposal !== undefined) showProposal(proposal, out);
  else out.paragraph('no event that tells them from the pattern was found in time', 'dim', INDENT);
}

function showSurvivor({ pointer, place, before, after }: Survivor, file: string, out: Terminal): void {
  out.gap();
  out.paragraph(`survived: ${file}:${place.line}:${place.column} ${pointer}`, 'bold', INDENT);
  out.paragraph(`- ${spaced(before)}`, 'bad', '    ');
  for (const text of after) out.paragraph(`+ ${spaced(text)}`, 'good', '    ');
}

function showProposal({ suite, ...test }: Proposal, out: Terminal): void {
  out.paragraph(`a test for ${suite} that would notice:`, 'dim', INDENT);
  // Not wrapped, since it is copied.
  for (const line of testLines(test)) out.line(`    ${line}`);
}
