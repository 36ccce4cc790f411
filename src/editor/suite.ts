/** A pattern and its events as a suite that `eb-pattern test` runs. */

import { compilePattern, dialects } from '../index.ts';
import { hasMember, isIterable, takes } from '../pattern/arguments.ts';
import { resolveDialect } from '../pattern/dialect.ts';
import type { PatternOptions } from '../pattern/parse.ts';
import { finish, type Steps } from '../pattern/steps.ts';
import { testOf, uniquelyNamed } from '../suite/tests.ts';
import { type WrittenTest, writingSteps } from '../suite/write.ts';

/** An event for `suiteOf`, with its verdict. */
export interface ExpectedEvent {
  /** JSON text. */
  readonly event: string;
  /** The expected verdict; by default the one of the event. */
  readonly match?: boolean | undefined;
}

const EVENTS = 'a list of events, each with its text as `event`';

/**
 * YAML of a suite with a test for each event, as `eb-pattern sample --as-suite` writes it; empty without events. The tests pass unless another verdict is
 * wanted than an event has.
 * @param pattern the text, which stands in the suite
 * @throws PatternError for a pattern that is not valid, EventSyntaxError for text that is no event, TypeError for a dialect that does not exist
 */
export function suiteOf(pattern: string, events: readonly ExpectedEvent[], options: PatternOptions = {}): string {
  takes(typeof pattern === 'string', 'suiteOf', 'the text of a pattern', pattern);
  takes(isIterable(events), 'suiteOf', EVENTS, events);
  for (const event of events) takes(hasMember(event, 'event'), 'suiteOf', EVENTS, event);
  return finish(suiteSteps(pattern, events, options));
}

/** As `suiteOf`: a step is one event. */
export function* suiteSteps(
  pattern: string,
  events: readonly ExpectedEvent[],
  options: PatternOptions = {},
): Steps<string> {
  const matcher = compilePattern(pattern, options);
  const { name } = resolveDialect(options.dialect);
  const tests: WrittenTest[] = [];
  for (const { event, match } of events) {
    tests.push(testOf(event, matcher, match));
    yield;
  }
  const dialect = name === dialects[0]?.name ? undefined : name;
  return yield* writingSteps({ pattern, dialect, extensions: options.extensions, tests: uniquelyNamed(tests) });
}
