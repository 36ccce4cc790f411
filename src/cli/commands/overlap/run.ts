/** `eb-pattern overlap`: the pairs of patterns that one event can match. */
import { clipped } from '../../../pattern/value/excerpt.ts';
import { spaced } from '../../../suite/json-text.ts';
import { writeAnswer } from '../../answer/answer.ts';
import { showPassed, showProblem } from '../../findings/show.ts';
import { DEFAULT_DIALECT, type LanguageOptions, patternOptions } from '../../patterns/pattern.ts';
import type { Session } from '../../session/session.ts';
import { readPatterns, type SkipOptions } from '../../sources/named-patterns.ts';
import { duration, grouped } from '../../terminal/amounts.ts';
import { NO, UNANSWERED, YES } from '../../terminal/exit-code.ts';
import { StatusLine } from '../../terminal/status-line.ts';
import { printable, type Terminal } from '../../terminal/terminal.ts';
import { wrap } from '../../terminal/wrap.ts';
import { type OverlapReport, overlapAnswer } from './answer.ts';
import { groupPairs, relationText } from './groups.ts';
import { overlapping } from './overlapping.ts';

export interface OverlapOptions extends LanguageOptions, SkipOptions {
  readonly allow?: readonly string[];
  readonly arrays?: boolean;
  readonly limit?: number;
  readonly format: OverlapFormat;
}

type OverlapFormat = 'human' | 'json' | 'html' | 'dot';

const LISTED: Readonly<Record<OverlapFormat, number>> = { human: 20, json: 1000, html: 1000, dot: 1000 };

export async function overlap(names: readonly string[], options: OverlapOptions, session: Session): Promise<number> {
  const { format, allow = [], arrays = false, limit = LISTED[format] } = options;
  const { io, err } = session;
  const { patterns, skipped, passed, language } = await readPatterns(names, options, {
    patterns: session.patterns,
    cwd: io.cwd,
  });
  for (const problem of skipped) showProblem(problem, err);
  showPassed(passed, options.listSkipped === true, err);
  const status = new StatusLine(io);
  const onProgress = (done: number, found: number): void =>
    status.update((seconds) => progressText(done, patterns.length, found, seconds));
  let answer: Omit<OverlapReport, 'dialect'>;
  try {
    answer = overlapping(patterns, { ...patternOptions(language), arrays, allow, limit, onProgress });
  } finally {
    status.erase();
  }
  const report: OverlapReport = { dialect: language.dialect ?? DEFAULT_DIALECT, ...answer };
  if (format === 'json') {
    writeAnswer(overlapAnswer, report, session);
  } else if (format === 'human') show(report, session.out);
  else
    io.stdout.write(
      await pageOf(
        format,
        report,
        patterns.map(({ id }) => id),
      ),
    );
  if (report.total > 0) return NO;
  return report.undecided > 0 ? UNANSWERED : YES;
}

async function pageOf(format: 'html' | 'dot', report: OverlapReport, ids: readonly string[]): Promise<string> {
  if (format === 'html') return (await import('./html.ts')).overlapPage(report, sum(report));
  return (await import('./dot.ts')).overlapDot({ ...report, ids });
}

/**
 * The first patterns are compared with more others than the last ones, so the remaining work is less than the share of patterns suggests.
 */
function progressText(done: number, all: number, found: number, seconds: number): string {
  const share = 1 - ((all - done) / all) ** 2;
  const left = share > 0 ? `  about ${duration((seconds / share) * (1 - share))} left` : '';
  return `${grouped(done)} of ${grouped(all)} patterns  ${counted(found, 'pair')}${left}`;
}

function show(report: OverlapReport, out: Terminal): void {
  const { pairs, total, complete, unknown, undecided, allowed } = report;
  for (const { id, pairs: own } of groupPairs(pairs)) {
    out.gap();
    if (own.length > 1) out.paragraph(`${id} overlaps with ${counted(own.length, 'other')}`, 'bold');
    for (const { other, pair } of own) {
      out.paragraph(`✗ ${id} and ${other}: ${relationText(pair)}`, 'bad');
      for (const line of wrap(printable(clipped(spaced(pair.witness), LONG)), out.width - 4)) out.line(`    ${line}`);
    }
  }
  if (total > pairs.length) out.line(`… and ${complete ? '' : 'more than '}${grouped(total - pairs.length)} more`);
  for (const { ids, reason } of unknown) out.paragraph(`? ${ids.join(' and ')}: it is not known: ${reason}`, 'warning');
  if (undecided > unknown.length) out.line(`… and ${grouped(undecided - unknown.length)} more`);
  for (const { pair, problem } of allowed) {
    if (problem !== undefined) out.paragraph(`! --allow ${pair}: ${problem}`, 'warning');
  }
  out.gap();
  out.line(sum(report));
}

function sum({ total, complete, undecided, allowed, patterns, arrays }: OverlapReport): string {
  const of = counted(patterns, 'pattern');
  if (patterns < 2) return `${of}: there is no other for it to overlap with`;
  const fine = allowed.filter(({ outcome }) => outcome === 'overlap').length;
  const all = total + fine;
  const open = undecided === 0 ? '' : `, ${counted(undecided, 'pair')} not decided`;
  if (all === 0 && undecided > 0) return `${of}: no pair is known to overlap${open}`;
  if (all === 0) return `${of}: no event${arrays ? '' : ' with single values'} matches two of them`;
  const may = fine === 0 ? '' : fine === all ? ', as allowed' : `, ${grouped(fine)} of them as allowed`;
  return `${of}: ${complete ? '' : 'more than '}${counted(all, 'pair')} ${all === 1 ? 'overlaps' : 'overlap'}${may}${open}`;
}

function counted(n: number, noun: string): string {
  return `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** A longer event is not shown in full. */
const LONG = 600;
