/** The differences of a pattern and its counterpart, as text and as data. */
import type { CloudCheck } from '../../../convert/cross-check.ts';
import type { Side } from '../../../convert/names.ts';
import { about, define, dialect, list, object, type Static, text } from '../../answer/shape.ts';
import type { Session } from '../../session/session.ts';

export const cloudDifference = define(
  'cloudDifference',
  object({
    rule: about('The rule of the dialects that decides.', text),
    pointers: about('The fields about which it decides, as JSON pointers into the pattern.', list(text)),
    events: about('On which events the verdicts differ: the end of a sentence that begins with "for".', text),
    event: about('The JSON text of an event on which they do.', text),
    counterpart: about('Its counterpart at the other service, as JSON text.', text),
    matchesIn: about('Where it matches; in the other one it does not.', dialect),
  }),
);

export const undecidedDifference = define(
  'undecidedDifference',
  object({ rule: text, pointers: list(text), events: text, reason: text }),
);

export interface Differences {
  readonly differences: readonly Static<typeof cloudDifference>[];
  readonly undecided: readonly Static<typeof undecidedDifference>[];
}

/** Nothing where the pattern has no counterpart. */
export function differencesOf(found: CloudCheck): Differences | undefined {
  if (found.answer === 'unsaid') return undefined;
  if (found.answer === 'agrees') return { differences: [], undecided: [] };
  return { differences: found.differences, undecided: found.undecided };
}

/** Beside the pattern, which is alone on the output. */
export function showDifferences(found: Differences, to: Side, { err }: Session): void {
  const { differences, undecided } = found;
  if (differences.length === 0 && undecided.length === 0) err.paragraph('both match the same events', 'good');
  for (const { events, pointers, event, counterpart, matchesIn } of differences) {
    err.sentence(`the verdicts differ for ${events}: ${pointers.join(', ')}`, 'warning');
    const [own, other] = matchesIn === to ? ['does not match', 'matches'] : ['matches', 'does not match'];
    err.sentence(`  ${own}: ${event}`, 'plain');
    err.sentence(`  ${other}: ${counterpart}`, 'plain');
  }
  for (const { events, pointers, reason } of undecided) {
    err.sentence(`the verdicts may differ for ${events}: ${pointers.join(', ')}; ${reason}`, 'dim');
  }
}
