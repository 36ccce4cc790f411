/** `eb-pattern explain`: why an event matches or does not. It could explain, so the exit code is 0 either way. */
import { compilePattern, type Explanation } from '../../index.ts';
import { YES } from '../exit.ts';
import { compareDialects, type Difference } from '../read/dialects.ts';
import { wholeFile, withEvent } from '../read/event.ts';
import { type LanguageOptions, patternOptions, validPattern } from '../read/pattern.ts';
import { renderExplanation } from '../render/explanation.ts';
import { plural } from '../render/findings.ts';
import { printable } from '../render/terminal.ts';
import { wrap } from '../render/wrap.ts';
import { VERSION } from '../report/json.ts';
import { type Format, type Session, writeJson } from '../session.ts';

export interface ExplainOptions extends LanguageOptions {
  readonly format: Format;
}

/** The document of `--format json`, beside `version`, `command` and `errors`. */
export interface ExplainReport {
  readonly pattern: string;
  readonly event: string;
  readonly explanation: Explanation;
  /** When the dialects differ. */
  readonly difference?: Difference;
}

export async function explain(
  file: string,
  eventFile: string,
  options: ExplainOptions,
  session: Session,
): Promise<number> {
  const source = await session.patterns.one(file);
  const matcher = compilePattern(validPattern(source, patternOptions(options)));
  const event = wholeFile(await session.sources.read(eventFile));
  const explanation = withEvent(event, (text) => matcher.explain(text));
  const difference = compareDialects(source.text, options.extension)(event.text);
  if (options.format === 'json') {
    const report: ExplainReport = {
      pattern: source.name,
      event: event.file,
      explanation,
      ...(difference === undefined ? {} : { difference }),
    };
    writeJson({ version: VERSION, command: 'explain', ...report, errors: [] }, session);
  } else {
    show(explanation, difference, session);
  }
  return YES;
}

function show(explanation: Explanation, difference: Difference | undefined, { out }: Session): void {
  const { matches, fields } = explanation;
  const failing = fields.filter(({ holds }) => !holds).length;
  const why = matches ? '' : `: ${failing} of ${plural(fields.length, 'field')} ${failing === 1 ? 'fails' : 'fail'}`;
  out.line(out.paint(matches ? 'good' : 'bad', `${matches ? 'match' : 'no match'}${why}`));
  out.line();
  for (const line of renderExplanation(explanation, out)) out.line(line);
  if (difference === undefined) return;
  out.line();
  for (const line of wrap(`! ${printable(difference.message)}`, out.width, '  ')) out.line(out.paint('warning', line));
}
