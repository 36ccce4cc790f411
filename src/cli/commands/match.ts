/** `eb-pattern match`: whether events match a pattern. */
import { compilePattern } from '../../index.ts';
import { NO, UNANSWERED, YES } from '../exit.ts';
import { type Problem, problemsOf } from '../failure.ts';
import { compareDialects, type Difference } from '../read/dialects.ts';
import { wholeFile, withEvent } from '../read/event.ts';
import { type LanguageOptions, patternOptions, validPattern } from '../read/pattern.ts';
import { plural, showProblem } from '../render/findings.ts';
import { printable } from '../render/terminal.ts';
import { reportErrors, VERSION } from '../report/json.ts';
import { type Format, type Session, writeJson } from '../session.ts';

export interface MatchOptions extends LanguageOptions {
  readonly any?: boolean;
  readonly format: Format;
}

interface Matched {
  readonly file: string;
  readonly matches: boolean;
  /** When the dialects differ on it. */
  readonly difference?: Difference;
}

/** The document of `--format json`, beside `version`, `command` and `errors`. */
export interface MatchReport {
  readonly pattern: string;
  readonly dialect: string;
  readonly events: readonly Matched[];
}

export async function match(
  file: string,
  eventFiles: readonly string[],
  options: MatchOptions,
  session: Session,
): Promise<number> {
  const source = await session.patterns.one(file);
  const pattern = validPattern(source, patternOptions(options));
  const matcher = compilePattern(pattern);
  const compare = compareDialects(source.text, options.extension);
  const events: Matched[] = [];
  const problems: Problem[] = [];
  for (const eventFile of eventFiles) {
    try {
      const event = wholeFile(await session.sources.read(eventFile));
      const matches = withEvent(event, (text) => matcher.matchesJson(text));
      const difference = compare(event.text);
      events.push({ file: event.file, matches, ...(difference === undefined ? {} : { difference }) });
    } catch (thrown) {
      problems.push(...problemsOf(thrown));
    }
  }
  if (options.format === 'json') {
    const report: MatchReport = { pattern: source.name, dialect: pattern.dialect.name, events };
    writeJson({ version: VERSION, command: 'match', ...report, errors: reportErrors(problems) }, session);
  } else {
    show(events, session);
  }
  for (const problem of problems) showProblem(problem, session.err);
  if (problems.length > 0) return UNANSWERED;
  const yes = options.any ? events.some(({ matches }) => matches) : events.every(({ matches }) => matches);
  return yes ? YES : NO;
}

function show(events: readonly Matched[], { out }: Session): void {
  for (const { file, matches } of events) {
    const mark = matches ? out.paint('good', '✓') : out.paint('bad', '✗');
    out.line(`${mark} ${printable(file)}: ${matches ? 'match' : 'no match'}`);
  }
  // Events of one pattern mostly differ for one reason: it is said once.
  const reasons = new Map<string, number>();
  for (const { difference } of events) {
    if (difference !== undefined) reasons.set(difference.message, (reasons.get(difference.message) ?? 0) + 1);
  }
  for (const [message, count] of reasons) {
    const scope = events.length === 1 ? '' : `${plural(count, 'event')}: `;
    out.paragraph(`! ${scope}${message}`, 'warning');
  }
}
