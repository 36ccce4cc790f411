/** `eb-pattern explain`: why an event matches or does not. It could explain, so the exit code is 0 either way. */
import { compilePattern, type Explanation, type NearestMatch, nearestMatch } from '../../index.ts';
import { YES } from '../exit.ts';
import { type Judged, judgeBy, patternsOfFolder } from '../meaning/nearest-patterns.ts';
import { compareDialects, type Difference } from '../read/dialects.ts';
import { wholeFile, withEvent } from '../read/event.ts';
import { patternForEvent, wrongPattern } from '../read/order.ts';
import { type LanguageOptions, patternOptions, validPattern } from '../read/pattern.ts';
import type { NamedPatterns } from '../read/patterns.ts';
import { renderExplanation } from '../render/explanation.ts';
import { plural } from '../render/findings.ts';
import { renderNearest } from '../render/nearest.ts';
import { renderNearestPatterns } from '../render/nearest-patterns.ts';
import { VERSION } from '../report/json.ts';
import { type Format, type Session, writeJson } from '../session.ts';
import type { PatternSource } from '../sources/patterns.ts';

export interface ExplainOptions extends LanguageOptions {
  readonly format: Format;
}

/** The document of `--format json`, beside `version`, `command` and `errors`. */
export interface ExplainReport {
  readonly pattern: string;
  readonly event: string;
  readonly explanation: Explanation;
  /** For an event that does not match: the changes that would make it match. */
  readonly nearest?: NearestMatch;
  /** When the dialects differ. */
  readonly difference?: Difference;
  /** What is odd about the event. */
  readonly note?: string;
}

/** The same for a folder of patterns: those that match first, then those of which the fewest fields fail. */
export interface ExplainFolderReport {
  readonly pattern: string;
  readonly event: string;
  readonly patterns: readonly Judged[];
}

export async function explain(
  file: string,
  eventFile: string,
  options: ExplainOptions,
  session: Session,
): Promise<number> {
  const folder = await patternsOfFolder(file, options, session);
  if (folder !== undefined) return explainFolder(file, folder, eventFile, options, session);
  const source = await valid(file, eventFile, options, session);
  const matcher = compilePattern(validPattern(source, patternOptions(options)));
  const event = wholeFile(await session.sources.read(eventFile));
  const explanation = withEvent(event, (text) => matcher.explain(text));
  const nearest = explanation.matches ? undefined : nearestMatch(matcher.pattern, event.text);
  const difference = compareDialects(source.text, options.extension)(event.text);
  const odd = patternForEvent({ name: eventFile, text: event.text }, file, options);
  if (options.format === 'json') {
    const report: ExplainReport = {
      pattern: source.name,
      event: event.file,
      explanation,
      ...(nearest === undefined ? {} : { nearest }),
      ...(difference === undefined ? {} : { difference }),
      ...odd,
    };
    writeJson({ version: VERSION, command: 'explain', ...report, errors: [] }, session);
  } else {
    show(explanation, { nearest, difference }, session);
    if (odd.note !== undefined) {
      session.out.line();
      session.out.paragraph(`! ${event.file}: ${odd.note}`, 'warning');
    }
  }
  return YES;
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

async function explainFolder(
  file: string,
  patterns: NamedPatterns,
  eventFile: string,
  options: ExplainOptions,
  session: Session,
): Promise<number> {
  const event = wholeFile(await session.sources.read(eventFile));
  const judged = withEvent(event, judgeBy(patterns, options));
  if (options.format === 'json') {
    const report: ExplainFolderReport = { pattern: file, event: event.file, patterns: judged };
    writeJson({ version: VERSION, command: 'explain', ...report, errors: [] }, session);
  } else {
    for (const line of renderNearestPatterns(judged, event.file, session.out)) session.out.line(line);
  }
  return YES;
}

interface Besides {
  readonly nearest: NearestMatch | undefined;
  readonly difference: Difference | undefined;
}

function show(explanation: Explanation, { nearest, difference }: Besides, { out }: Session): void {
  const { matches, fields } = explanation;
  const failing = fields.filter(({ holds }) => !holds).length;
  const why = matches ? '' : `: ${failing} of ${plural(fields.length, 'field')} ${failing === 1 ? 'fails' : 'fail'}`;
  out.line(out.paint(matches ? 'good' : 'bad', `${matches ? 'match' : 'no match'}${why}`));
  out.line();
  for (const line of renderExplanation(explanation, out)) out.line(line);
  if (nearest !== undefined) {
    out.line();
    for (const line of renderNearest(nearest, out)) out.line(line);
  }
  if (difference === undefined) return;
  out.line();
  out.paragraph(`! ${difference.message}`, 'warning');
}
