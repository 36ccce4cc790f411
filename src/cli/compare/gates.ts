/** Gates: conditions on a change of patterns. */
import { NO, UNANSWERED, YES } from '../terminal/exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { GateReport } from './answer.ts';
import type { Decided, Effect } from './compare.ts';

/** As the parser of arguments gives them: `--no-wider` is `wider: false`. */
export interface GateFlags {
  readonly narrower?: boolean;
  readonly wider?: boolean;
  readonly change?: boolean;
}

/** A change to be judged. */
export interface JudgedChange extends Effect {
  /** Absent when there is only one change. */
  readonly name?: string;
  /** An added or removed pattern is a change, even one that never matches. */
  readonly exchanged?: boolean;
}

type Ask = (change: JudgedChange) => Decided;

const GATES: readonly { readonly flag: keyof GateFlags; readonly gate: GateReport['gate']; readonly breaks: Ask }[] = [
  { flag: 'narrower', gate: 'no-narrower', breaks: ({ loses }) => loses },
  { flag: 'wider', gate: 'no-wider', breaks: ({ gains }) => gains },
  { flag: 'change', gate: 'no-change', breaks: (change) => (change.exchanged ? 'yes' : either(change)) },
];

function either({ loses, gains }: Effect): Decided {
  if (loses === 'yes' || gains === 'yes') return 'yes';
  return loses === 'no' && gains === 'no' ? 'no' : 'unknown';
}

/** The requested gates. */
export function judgeGates(flags: GateFlags, changes: readonly JudgedChange[]): readonly GateReport[] {
  return GATES.filter(({ flag }) => flags[flag] === false).map(({ gate, breaks }) => {
    const broken = changes.filter((change) => breaks(change) === 'yes');
    const open = changes.filter((change) => breaks(change) === 'unknown');
    const outcome = broken.length > 0 ? 'failed' : open.length > 0 ? 'undecided' : 'passed';
    const of = (broken.length > 0 ? broken : open).flatMap(({ name }) => name ?? []);
    return { gate, outcome, ...(of.length === 0 ? {} : { of }) };
  });
}

/** A violated gate is a no, also beside undecided ones. */
export function exitOf(gates: readonly GateReport[]): number {
  if (gates.some(({ outcome }) => outcome === 'failed')) return NO;
  return gates.some(({ outcome }) => outcome === 'undecided') ? UNANSWERED : YES;
}

const WHY: Readonly<Record<GateReport['gate'], string>> = {
  'no-narrower': 'events that matched before no longer do',
  'no-wider': 'events match that did not before',
  'no-change': 'not the same events match as before',
};

/** At most so many patterns are named; more are counted. */
const NAMED = 5;

/** Why a gate refused the change. */
export function gateText({ gate, outcome, of = [] }: GateReport): string {
  const more = of.length > NAMED ? ` and ${of.length - NAMED} more` : '';
  const names = of.length === 0 ? '' : ` (${of.slice(0, NAMED).join(', ')}${more})`;
  return `--${gate}: ${outcome === 'failed' ? '' : 'it is not known whether '}${WHY[gate]}${names}`;
}

/** A line for each gate that refused the change. */
export function showGates(gates: readonly GateReport[], out: Terminal): void {
  for (const gate of gates) {
    if (gate.outcome === 'passed') continue;
    const isFailed = gate.outcome === 'failed';
    out.paragraph(`${isFailed ? '✗' : '?'} ${gateText(gate)}`, isFailed ? 'bad' : 'warning');
  }
}
