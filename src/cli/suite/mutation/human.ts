/** Survivors for a person: what was changed, and the tests that would notice, ready to be put into a suite. */
import { plural } from '../../render/findings.ts';
import { spaced } from '../../render/json-text.ts';
import { printable, type Terminal } from '../../render/terminal.ts';
import { percentOf, together } from '../ratio.ts';
import { testLines } from './lines.ts';
import type { Proposal } from './proposal.ts';
import { type PatternMutation, type Survivor, scoreOf } from './run.ts';

/** Of one pattern; whoever mends these has found the way. */
const MOST_SURVIVORS = 20;
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
  const shown = survivors.slice(0, MOST_SURVIVORS);
  for (const proposal of new Set(shown.map((one) => one.proposal))) {
    for (const survivor of shown) if (survivor.proposal === proposal) showSurvivor(survivor, of.source.file, out);
    if (proposal !== undefined) showProposal(proposal, out);
    else out.paragraph('no event that tells them from the pattern was found in time', 'dim', INDENT);
  }
  const left = survivors.length - shown.length;
  if (left > 0) out.paragraph(`… and ${plural(left, 'more survivor')}`, 'bad', INDENT);
}

function showSurvivor({ pointer, place, before, after }: Survivor, file: string, out: Terminal): void {
  out.gap();
  out.paragraph(`survived: ${file}:${place.line}:${place.column} ${pointer}`, 'bold', INDENT);
  out.paragraph(`- ${spaced(before)}`, 'bad', '    ');
  for (const text of after) out.paragraph(`+ ${spaced(text)}`, 'good', '    ');
}

function showProposal({ suite, ...test }: Proposal, out: Terminal): void {
  out.paragraph(`a test for ${suite} that would notice:`, 'dim', INDENT);
  // Not wrapped: it is to be copied.
  for (const line of testLines(test)) out.line(`    ${line}`);
}
