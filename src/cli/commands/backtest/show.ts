/** The human format of `backtest`: the patterns that lose or gain one of the events. */
import type { DocumentChange } from '../../compare/documents.ts';
import { changeSentence, sumOfChanges } from '../../compare/summary.ts';
import { plural } from '../../findings/show.ts';
import { grouped } from '../../terminal/amounts.ts';
import { printable, type Terminal } from '../../terminal/terminal.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Counted } from './answer.ts';

interface Report {
  readonly events: number;
  readonly changed: number;
  readonly counted: readonly Counted[];
}

/** At most so many patterns are shown; more are counted. */
const SHOWN = 20;

export function showBacktest(
  { events, changed, counted }: Report,
  changes: readonly DocumentChange[],
  out: Terminal,
): void {
  const by = new Map(counted.map((one) => [one.address, one]));
  const shown = changes.filter(({ change: { address, invalid, change } }) => {
    const one = by.get(address);
    const isMet = one !== undefined && one.lost.events + one.gained.events > 0;
    return isMet || invalid !== undefined || change === 'unknown' || (changes.length === 1 && change !== 'equal');
  });
  for (const { change } of shown.slice(0, SHOWN)) {
    for (const line of wrap(printable(`${change.address}: ${changeSentence(change)}`), out.width, '  ')) out.line(line);
    const one = by.get(change.address);
    if (one !== undefined) showCounts(one, out);
    out.gap();
  }
  if (shown.length > SHOWN) out.line(`and ${plural(shown.length - SHOWN, 'pattern')} more, which --format json has`);
  out.line(sumOfChanges(changes));
  const none = changed === 0 ? 'none of them lost or gained' : `${grouped(changed)} of them lost or gained`;
  out.line(out.paint(changed === 0 ? 'good' : 'warning', `${plural(events, 'event')}, ${none}`));
}

function showCounts({ matched, lost, gained }: Counted, out: Terminal): void {
  out.line(`  matched ${grouped(matched.old)} before, ${grouped(matched.new)} after`);
  showEvents('lost', lost, out);
  showEvents('gained', gained, out);
}

function showEvents(kind: string, { events, examples }: Counted['lost'], out: Terminal): void {
  if (events === 0) return;
  out.line(out.paint('warning', `  ${kind} ${grouped(events)}`));
  for (const { file, line, number, event } of examples) {
    out.line(`    ${printable(line === undefined ? `${file}, event ${number}` : `${file}:${line}`)}`);
    out.line(`      ${clippedTo(printable(event), out.width - 6)}`);
  }
  const left = events - examples.length;
  if (left > 0) out.line(`    and ${grouped(left)} more`);
}

function clippedTo(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
