/** `eb-pattern sample`: events that match a pattern, or nearly match it, as NDJSON or as a suite. */
import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import {
  compilePattern,
  nearMisses,
  neverMatches,
  type Pattern,
  printPattern,
  sample as samplesOf,
  type Witness,
} from '../../../index.ts';
import { isInline, slashes } from '../../files/file-name.ts';
import { GIT, gitFile } from '../../files/git-name.ts';
import { writeWhole } from '../../files/write.ts';
import { Failure } from '../../findings/failure.ts';
import { wholeFile } from '../../findings/located.ts';
import { showProblem } from '../../findings/show.ts';
import { withEvent } from '../../patterns/event.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, validPattern } from '../../patterns/pattern.ts';
import type { Session } from '../../session/session.ts';
import type { PatternSource } from '../../sources/patterns.ts';
import { Sink } from '../../terminal/byte-sink.ts';
import { NO, YES } from '../../terminal/exit-code.ts';
import { escapeCode, UNPRINTABLE, withoutCommands } from '../../terminal/log-text.ts';
import { conflictOf } from './conflict.ts';
import { suiteOf } from './suite.ts';

export interface SampleOptions extends LanguageOptions {
  readonly count: number;
  readonly seed?: number;
  readonly nearMiss?: boolean;
  readonly asSuite?: boolean;
  /** A file, instead of standard output. */
  readonly output?: string;
  /** An event from which the others are made. */
  readonly base?: string;
}

export async function sample(name: string, options: SampleOptions, session: Session): Promise<number> {
  const { count, seed, nearMiss = false, asSuite = false, output } = options;
  if (output !== undefined) await refuseOutput(output, asSuite, session);
  const source = await session.patterns.one(name);
  const pattern = validPattern(source, patternOptions(options));
  const base = options.base === undefined ? undefined : await eventText(options.base, session);
  const { extension: extensions } = options;
  const dialect = pattern.dialect.name;
  const text = asSuite
    ? suiteOf(pattern, {
        ...namedIn(source, name, output, session),
        text: source.text,
        dialect: dialect === DEFAULT_DIALECT ? undefined : dialect,
        extensions,
        count,
        seed,
        base,
      })
    : linesOf(
        nearMiss
          ? nearMisses(pattern, count, { seed, base }).map(({ event }) => event)
          : samplesOf(pattern, count, { seed, base }),
      );
  if (text === '' || (asSuite && neverMatches(pattern).answer === 'yes'))
    return none(source.name, pattern, nearMiss, session);
  if (output === undefined) {
    const sink = new Sink(session.io.stdout);
    await sink.push(Buffer.from(text));
    await sink.flush();
  } else {
    await writeWhole(output, resolve(session.io.cwd, output), text);
    session.err.paragraph(`${output} is written`, 'good');
  }
  return YES;
}

/** @throws Failure with file, line and column for text that is no event */
async function eventText(name: string, { sources }: Session): Promise<string> {
  return withEvent(wholeFile(await sources.read(name)), (text) => {
    // Matching an empty pattern validates the event.
    compilePattern('{}').matchesJson(text);
    return text;
  });
}

/** @throws Failure for an existing file, which may have been edited by hand, and for a name that no suite can have */
async function refuseOutput(file: string, asSuite: boolean, { io }: Session): Promise<void> {
  if (asSuite && !/\.ya?ml$/i.test(file)) {
    throw new Failure({ message: `a suite is written as YAML: name \`${file}\` like \`orders.eb-test.yaml\`` });
  }
  if ((await stat(resolve(io.cwd, file)).catch(() => undefined)) === undefined) return;
  throw new Failure({
    message: `\`${file}\` is there already, and is not written over; remove it or name another file`,
  });
}

/**
 * How the suite names the pattern. Names in a suite are relative to its folder, which is unknown for standard output: a pattern in the
 * working folder is named, and of any other the suite contains a copy.
 */
function namedIn(
  { file, address, name: full }: PatternSource,
  name: string,
  output: string | undefined,
  { io }: Session,
): { readonly name?: string; readonly comment?: string } {
  if (name === '-' || isInline(name)) return {};
  const inGit = file.startsWith(GIT) ? gitFile(file) : undefined;
  const path = inGit?.path ?? file;
  const folder = output === undefined ? io.cwd : dirname(resolve(io.cwd, output));
  const relativePath = slashes(relative(folder, resolve(io.cwd, path)));
  if (output === undefined && relativePath.includes('/')) {
    return { comment: `a copy of ${full}; \`sample --as-suite --output FILE\` names it instead` };
  }
  const there = inGit === undefined ? relativePath : `${GIT}${inGit.revision}:${relativePath}`;
  return { name: address === undefined ? there : `${there}#${address}` };
}

function linesOf(events: readonly Witness[]): string {
  // The events are made here, so that any character may be escaped as JSON permits.
  return events.map((event) => `${withoutCommands(event.replace(UNPRINTABLE, escapeCode))}\n`).join('');
}

/** The reason why there is no event. */
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
