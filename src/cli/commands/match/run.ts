/** `eb-pattern match`: whether events match a pattern. */
import { compilePattern } from '../../../index.ts';
import { writeAnswer } from '../../answer/answer.ts';
import { exact } from '../../answer/exact.ts';
import { patternsOfFolder } from '../../explanation/nearest-patterns.ts';
import { type Problem, problemsOf } from '../../findings/failure.ts';
import { showProblem } from '../../findings/show.ts';
import { compareDialects } from '../../patterns/dialects.ts';
import { eventsOfLines, withEvent } from '../../patterns/event.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions, validPattern } from '../../patterns/pattern.ts';
import { noteOfRequired } from '../../patterns/required-members.ts';
import type { Format, Session } from '../../session/session.ts';
import { patternForEvent, wrongPattern } from '../../sources/swapped-arguments.ts';
import { eventIn } from '../../sources/wrong-kind.ts';
import { NO, UNANSWERED, YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { type Matched, matchAnswer, matched } from './answer.ts';

export interface MatchOptions extends LanguageOptions {
  readonly any?: boolean;
  /** Files have an event on each line. */
  readonly ndjson?: boolean;
  readonly format: Format;
}

export async function match(
  file: string,
  eventFiles: readonly string[],
  options: MatchOptions,
  session: Session,
): Promise<number> {
  const judge = await judgeOf(file, eventFiles[0] as string, options, session);
  const events: Matched[] = [];
  const problems: Problem[] = [];
  for (const eventFile of eventFiles) {
    try {
      const source = await session.sources.read(eventFile);
      for (const event of options.ndjson === true ? eventsOfLines(source) : [eventIn(source)]) {
        try {
          const answer = withEvent(event, judge.answer);
          const odd = patternForEvent({ name: eventFile, text: event.text }, file, options);
          const required = options.ndjson === true ? {} : noteOfRequired(event.text, judge.dialect);
          events.push(exact(matched, { file: event.file, ...answer, ...required, ...odd }));
        } catch (thrown) {
          // The problem already has the line.
          for (const one of problemsOf(thrown)) problems.push(options.ndjson ? { ...one, file: source.name } : one);
        }
      }
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  if (options.format === 'json') {
    writeAnswer(matchAnswer, { pattern: judge.name, dialect: judge.dialect, events }, session, problems);
  } else {
    show(events, session);
  }
  for (const problem of problems) showProblem(problem, session.err);
  if (problems.length > 0) return UNANSWERED;
  const yes = options.any ? events.some(({ matches }) => matches) : events.every(({ matches }) => matches);
  return yes ? YES : NO;
}

interface Judge {
  readonly name: string;
  readonly dialect: string;
  answer(event: string): Omit<Matched, 'file'>;
}

/** One pattern, or all patterns of a folder; then an event matches if one of them matches. */
async function judgeOf(file: string, event: string, options: MatchOptions, session: Session): Promise<Judge> {
  const all = await patternsOfFolder(file, options, session);
  if (all !== undefined) {
    const { patternSet } = await import('../../patterns/pattern-set.ts');
    const set = patternSet(
      all.patterns.map(({ id, text }) => [id, text] as const),
      patternOptions(all.language),
    );
    return {
      name: file,
      dialect: all.language.dialect ?? DEFAULT_DIALECT,
      answer(text) {
        const patterns = set.matchesJson(text);
        return { matches: patterns.length > 0, patterns };
      },
    };
  }
  try {
    const source = await session.patterns.one(file);
    const pattern = validPattern(source, patternOptions(options));
    const matcher = compilePattern(pattern);
    const compare = compareDialects(source.text, options.extension, pattern.dialect.name);
    return {
      name: source.name,
      dialect: pattern.dialect.name,
      answer(text) {
        const matches = matcher.matchesJson(text);
        const difference = compare(text);
        return { matches, ...(difference === undefined ? {} : { difference }) };
      },
    };
  } catch (thrown) {
    throw await wrongPattern(thrown, { command: 'match', pattern: file, event }, options, session);
  }
}

/** At most so many patterns or events are named in a line. */
const MANY = 5;

function show(events: readonly Matched[], { out }: Session): void {
  for (const { file, matches, patterns } of events) {
    const mark = matches ? out.paint('good', '✓') : out.paint('bad', '✗');
    const which = patterns === undefined || patterns.length === 0 ? '' : `: ${listed(patterns)}`;
    out.line(`${mark} ${printable(file)}: ${matches ? 'match' : 'no match'}${printable(which)}`);
  }
  for (const [note, files] of filesBy(events, (event) => event.note)) {
    out.paragraph(`! ${listed(files)}: ${note}`, 'warning');
  }
  // Events of one pattern mostly differ for one reason, which is printed once, with its events.
  for (const [message, files] of filesBy(events, ({ difference }) => difference?.message)) {
    out.paragraph(`! ${events.length === 1 ? '' : `${listed(files)}: `}${message}`, 'warning');
  }
}

/** The events by what is said about them; those about which nothing is said are left out. */
function filesBy(
  events: readonly Matched[],
  messageOf: (event: Matched) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const event of events) {
    const message = messageOf(event);
    if (message !== undefined) files.set(message, [...(files.get(message) ?? []), event.file]);
  }
  return files;
}

function listed(names: readonly string[]): string {
  const more = names.length - MANY;
  return names.slice(0, MANY).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
