/** `eb-pattern sample`: events that a pattern matches, or nearly matches, as NDJSON or as a suite. */
import {
  nearMisses,
  neverMatches,
  type Pattern,
  printPattern,
  sample as samplesOf,
  type Witness,
} from '../../index.ts';
import { NO, YES } from '../exit.ts';
import { Failure } from '../failure.ts';
import { Sink } from '../lines/sink.ts';
import { conflictOf } from '../meaning/conflict.ts';
import { suiteOf } from '../meaning/suite.ts';
import { isInline } from '../read/inline.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, validPattern } from '../read/pattern.ts';
import { showProblem } from '../render/findings.ts';
import { escapeCode, UNPRINTABLE, withoutCommands } from '../render/log-text.ts';
import type { Session } from '../session.ts';

export interface SampleOptions extends LanguageOptions {
  readonly count: number;
  readonly seed?: number;
  readonly nearMiss?: boolean;
  readonly asSuite?: boolean;
}

export async function sample(name: string, options: SampleOptions, session: Session): Promise<number> {
  const { count, seed, nearMiss = false, asSuite = false } = options;
  const source = await session.patterns.one(name);
  const pattern = validPattern(source, patternOptions(options));
  const { dialect, extension: extensions } = options;
  const text = asSuite
    ? suiteOf(pattern, {
        ...(name === '-' || isInline(name) ? {} : { name }),
        text: source.text,
        dialect: dialect === DEFAULT_DIALECT ? undefined : dialect,
        extensions,
        count,
        seed,
      })
    : linesOf(
        nearMiss ? nearMisses(pattern, count, { seed }).map(({ event }) => event) : samplesOf(pattern, count, { seed }),
      );
  if (text === '' || (asSuite && neverMatches(pattern).answer === 'yes'))
    return none(source.name, pattern, nearMiss, session);
  const sink = new Sink(session.io.stdout);
  await sink.push(Buffer.from(text));
  await sink.flush();
  return YES;
}

function linesOf(events: readonly Witness[]): string {
  // Events are made here, so that each character may be written as JSON writes it in strings.
  return events.map((event) => `${withoutCommands(event.replace(UNPRINTABLE, escapeCode))}\n`).join('');
}

/** Why there is no event. */
function none(name: string, pattern: Pattern, nearMiss: boolean, { err }: Session): number {
  const never = neverMatches(pattern);
  if (never.answer === 'unknown') {
    throw new Failure({ message: `whether \`${name}\` matches any event is not known: ${never.reason}` });
  }
  if (never.answer === 'yes') {
    const fields = conflictOf(pattern);
    const which = fields.map((pointer) => `\`${pointer}\``).join(' and ');
    const why = fields.length === 1 ? `no value fulfils ${which}` : `no event fulfils ${which} at once`;
    showProblem({ message: `\`${name}\` matches no event: ${why}` }, err);
    return NO;
  }
  if (!nearMiss) throw new Failure({ message: `no event was found that \`${name}\` matches, though there are some` });
  const all = printPattern(pattern) === '{}' ? 'an empty pattern matches every event' : 'no field of it can fail alone';
  showProblem({ message: `no event nearly matches \`${name}\`: ${all}` }, err);
  return NO;
}
