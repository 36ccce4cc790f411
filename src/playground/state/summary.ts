/** The status line, which is read aloud when it changes. */
import type { Diagnostic } from '../../index.ts';
import type { Judged } from './events.ts';

export function summaryOf(judged: readonly Judged[], findings: readonly Diagnostic[], isStale: boolean): string {
  const matching = judged.filter(({ verdict }) => verdict === 'match').length;
  const broken = judged.filter(({ verdict }) => verdict === 'not an event').length;
  const unexpected = judged.filter(({ isExpected }) => isExpected === false).length;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - errors;
  const hasPattern = judged.every(({ verdict }) => verdict !== 'no pattern');
  return [
    hasPattern ? matches(matching, judged.length) : 'there is no valid pattern yet',
    ...(unexpected === 0
      ? []
      : [`${counted(unexpected, 'verdict')} ${unexpected === 1 ? 'is' : 'are'} not as expected`]),
    ...(broken === 0 ? [] : [`${broken} ${broken === 1 ? 'is' : 'are'} no event`]),
    ...(errors === 0
      ? []
      : [`${counted(errors, 'error')} in the pattern${isStale ? ', verdicts are of the last valid one' : ''}`]),
    ...(others === 0 ? [] : [counted(others, 'warning')]),
  ].join('; ');
}

function matches(matching: number, all: number): string {
  if (all === 1) return matching === 1 ? 'the event matches' : 'the event does not match';
  return matching === all ? `all ${all} events match` : `${matching === 0 ? 'none' : matching} of ${all} events match`;
}

export function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
