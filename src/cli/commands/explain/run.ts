/** `eb-pattern explain`: why an event matches or not. The exit code is 0 for either. */
import { compilePattern, nearestMatch } from '../../../index.ts';
import { whyNot } from '../../../pattern/explain/why-not.ts';
import { writeAnswer } from '../../answer/answer.ts';
import { exact } from '../../answer/exact.ts';
import { changesOfPattern, renderChangesOfPattern } from '../../explanation/changes-of-pattern.ts';
import { renderExplanation } from '../../explanation/explanation.ts';
import { meaningOf, renderMeaning } from '../../explanation/meaning.ts';
import { renderNearest } from '../../explanation/nearest-event.ts';
import { isFolder, judgeBy, patternsOfFolder } from '../../explanation/nearest-patterns.ts';
import { reportNearest } from '../../explanation/nearest-report.ts';
import { renderNearestPatterns } from '../../explanation/show-nearest-patterns.ts';
import type { NamedText } from '../../files/source.ts';
import { Failure, type Problem, problemsOf } from '../../findings/failure.ts';
import { showProblem } from '../../findings/show.ts';
import { compareDialects } from '../../patterns/dialects.ts';
import { eventsOfLines, withEvent } from '../../patterns/event.ts';
import { type LanguageOptions, optionsFor, patternOptions, validPattern } from '../../patterns/pattern.ts';
import { noteOfRequired } from '../../patterns/required-members.ts';
import type { Format, Session } from '../../session/session.ts';
import type { NamedPatterns } from '../../sources/named-patterns.ts';
import type { PatternSource } from '../../sources/patterns.ts';
import { patternForEvent, wrongPattern } from '../../sources/swapped-arguments.ts';
import { eventIn } from '../../sources/wrong-kind.ts';
import { UNANSWERED, YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import {
  type Explained,
  type ExplainedByFolder,
  explainAnswer,
  explained,
  explainFolderAnswer,
  explainLinesAnswer,
  explainMeaningAnswer,
} from './answer.ts';

export interface ExplainOptions extends LanguageOptions {
  /** The file has an event on each line. */
  readonly ndjson?: boolean;
  readonly format: Format;
}

export async function explain(
  file: string,
  eventFile: string | undefined,
  options: ExplainOptions,
  session: Session,
): Promise<number> {
  if (eventFile === undefined) return explainMeaning(file, options, session);
  const folder = await patternsOfFolder(file, options, session);
  const explainer =
    folder === undefined ? await byPattern(file, eventFile, options, session) : byFolder(file, folder, session);
  const source = await session.sources.read(eventFile);
  if (options.ndjson === true) return explainLines(source, explainer, options, session);
  const answered = withEvent(eventIn(source), (text) => explainer.explain(source.name, text));
  if (options.format === 'json') answered.write();
  else answered.show();
  return YES;
}

/** Without an event: the meaning of the pattern. */
async function explainMeaning(file: string, options: ExplainOptions, session: Session): Promise<number> {
  if (options.ndjson === true || (await isFolder(file, session))) {
    throw new Failure({ message: 'an event is missing: without one the meaning of one pattern is explained' });
  }
  const source = await session.patterns.one(file);
  const pattern = validPattern(source, patternOptions(options));
  const meaning = meaningOf(pattern, source.text, options.extension);
  if (options.format === 'json') writeAnswer(explainMeaningAnswer, { pattern: source.name, ...meaning }, session);
  else for (const line of renderMeaning(meaning, session.out)) session.out.line(line);
  return YES;
}

async function explainLines(
  source: NamedText,
  explainer: Explainer,
  { format }: ExplainOptions,
  session: Session,
): Promise<number> {
  const events: (Explained | ExplainedByFolder)[] = [];
  const problems: Problem[] = [];
  const { out } = session;
  let isFirst = true;
  for (const event of eventsOfLines(source)) {
    try {
      const { report, show } = withEvent(event, (text) => explainer.explain(event.file, text));
      if (format === 'json') events.push(report);
      else {
        if (!isFirst) out.line();
        isFirst = false;
        if (explainer.needsHeading) out.line(out.paint('bold', printable(event.file)));
        show();
      }
    } catch (thrown) {
      // The problem already has the line.
      for (const one of problemsOf(thrown)) problems.push({ ...one, file: source.name });
    }
  }
  if (format === 'json') {
    writeAnswer(explainLinesAnswer, { pattern: explainer.name, events }, session, problems);
  }
  for (const problem of problems) showProblem(problem, session.err);
  return problems.length > 0 ? UNANSWERED : YES;
}

interface Answered {
  readonly report: Explained | ExplainedByFolder;
  /** As the one answer in JSON. */
  write(): void;
  show(): void;
}

interface Explainer {
  readonly name: string;
  /** Whether the output does not name the event. */
  readonly needsHeading: boolean;
  explain(event: string, text: string): Answered;
}

async function byPattern(
  file: string,
  eventFile: string,
  options: ExplainOptions,
  session: Session,
): Promise<Explainer> {
  const source = await valid(file, eventFile, options, session);
  const matcher = compilePattern(validPattern(source, patternOptions(options)));
  const compare = compareDialects(source.text, options.extension, matcher.pattern.dialect.name);
  return {
    name: source.name,
    needsHeading: true,
    explain(event, text) {
      const explanation = matcher.explain(text);
      const nearest = explanation.matches ? undefined : reportNearest(nearestMatch(matcher.pattern, text), text);
      const difference = compare(text);
      const isOne = options.ndjson !== true && !explanation.matches;
      const changes = isOne ? changesOfPattern(source, text, optionsFor(source, patternOptions(options))) : undefined;
      const odd = patternForEvent({ name: eventFile, text }, file, options);
      const report = exact(explained, {
        event,
        explanation,
        ...(nearest === undefined ? {} : { nearest }),
        ...(changes === undefined ? {} : { nearestPatterns: changes }),
        ...(difference === undefined ? {} : { difference }),
        ...(options.ndjson === true ? {} : noteOfRequired(text, matcher.pattern.dialect.name)),
        ...odd,
      });
      return {
        report,
        write: () => writeAnswer(explainAnswer, { pattern: source.name, ...report }, session),
        show: () => show(report, session),
      };
    },
  };
}

function byFolder(file: string, patterns: NamedPatterns, session: Session): Explainer {
  const judge = judgeBy(patterns);
  return {
    name: file,
    needsHeading: false,
    explain(event, text) {
      const report: ExplainedByFolder = { event, patterns: judge(text) };
      const { out } = session;
      return {
        report,
        write: () => writeAnswer(explainFolderAnswer, { pattern: file, ...report }, session),
        show() {
          for (const line of renderNearestPatterns(report.patterns, event, out)) out.line(line);
        },
      };
    },
  };
}

/** @throws Failure for a pattern that is not valid, and for arguments that are swapped */
async function valid(file: string, event: string, options: ExplainOptions, session: Session): Promise<PatternSource> {
  try {
    const source = await session.patterns.one(file);
    validPattern(source, patternOptions(options));
    return source;
  } catch (thrown) {
    throw await wrongPattern(thrown, { command: 'explain', pattern: file, event }, options, session);
  }
}

function show(
  { event, explanation, nearest, nearestPatterns = [], difference, note }: Explained,
  { out }: Session,
): void {
  const { matches, fields } = explanation;
  out.line(out.paint(matches ? 'good' : 'bad', matches ? 'match' : `no match: ${whyNot(explanation)}`));
  out.line();
  for (const line of renderExplanation(explanation, out)) out.line(line);
  if (nearest !== undefined) {
    out.line();
    for (const line of renderNearest(nearest, out)) out.line(line);
  }
  if (nearestPatterns.length > 0) {
    out.line();
    const spoken = new Set(fields.flatMap(({ path }) => path.slice(0, 1)));
    for (const line of renderChangesOfPattern(nearestPatterns, spoken, out)) out.line(line);
  }
  if (difference !== undefined) {
    out.line();
    out.paragraph(`! ${difference.message}`, 'warning');
  }
  if (note === undefined) return;
  out.line();
  out.paragraph(`! ${event}: ${note}`, 'warning');
}
