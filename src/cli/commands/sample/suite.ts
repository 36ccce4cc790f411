/** Events for a pattern as a suite with verdicts. */
import { compilePattern, nearMisses, type Pattern, sample } from '../../../index.ts';
import { testOf, uniquelyNamed } from '../../../suite/tests.ts';
import { type WrittenSuite, writeSuite } from '../../../suite/write.ts';
import { withoutCommands } from '../../terminal/log-text.ts';
import { printable } from '../../terminal/terminal.ts';

export interface SuiteWanted extends Omit<WrittenSuite, 'pattern' | 'tests'> {
  /** The name in the suite; absent when the pattern is inline. */
  readonly name?: string | undefined;
  /** The text of the pattern. */
  readonly text: string;
  /** The number of events that match, and of those that nearly match. */
  readonly count: number;
  readonly seed?: number | undefined;
  /** The text of an event from which the others are made. */
  readonly base?: string | undefined;
}

/** Empty when there are no such events. */
export function suiteOf(
  pattern: Pattern,
  { name, comment, text, count, seed, base, ...language }: SuiteWanted,
): string {
  const matcher = compilePattern(pattern);
  const events = [
    ...sample(pattern, count, { seed, base }),
    ...nearMisses(pattern, count, { seed, base }).map(({ event }) => event),
  ];
  const tests = uniquelyNamed(events.map((event) => testOf(event, matcher)));
  const head = comment === undefined ? undefined : withoutCommands(printable(comment));
  return writeSuite({ ...language, comment: head, pattern: name ?? text, tests }, withoutCommands);
}
