/** Findings and problems in the human format. */
import { formatDiagnostic, type Omitted } from '../../index.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { addressOf, type FileFinding, type Findings, type Problem } from './failure.ts';
import { lineFinder } from './line-finder.ts';

/** Each finding with its line and carets, an empty line after each. */
export function showFindings(findings: Findings, terminal: Terminal): void {
  const { file, text, diagnostics, omitted } = findings;
  const options = { file: printable(file), width: terminal.width, color: terminal.color, find: lineFinder(text) };
  for (const diagnostic of diagnostics) {
    for (const line of formatDiagnostic(diagnostic, text, options).split('\n')) showLine(line, terminal);
    const address = addressOf(diagnostic, findings);
    if (address !== undefined) terminal.line(`   = address: ${printable(address)}`);
    terminal.line();
  }
  const left = countsOf(omitted);
  if (left !== '') terminal.line(`… and ${left} that are not shown\n`);
}

/** Lines of the source keep their carets, and file names are not broken. */
function showLine(line: string, terminal: Terminal): void {
  const isProse = terminal.isTerminal && !/^ +(?:\d* \||--> )/.test(line);
  const lines = isProse ? wrap(line, terminal.width, line.startsWith(' ') ? '     ' : '  ') : [line];
  for (const one of lines) terminal.line(one);
}

/** One line, and its findings beneath. */
export function showProblem({ file, line, column, message, findings }: Problem, terminal: Terminal): void {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}:${column}`}: `;
  terminal.sentence(`eb-pattern: ${place}${message}`, 'plain');
  if (findings !== undefined) showFindings(findings, terminal);
}

/** The number of bad lines that did not end the run, and the first of them as an example. */
export function showSkipped(count: number, first: Problem, terminal: Terminal, done = 'skipped'): void {
  const place = first.line === undefined ? first.file : `${first.file}:${first.line}:${first.column}`;
  const noun = first.line === undefined ? 'bad event' : 'bad line';
  terminal.line(printable(`eb-pattern: ${plural(count, noun)} ${done}, the first at ${place}: ${first.message}`));
}

/** Names the events among the patterns, since such a file may be a pattern that was written like an event; counts the rest. */
export function showPassed(
  passed: readonly { readonly file: string; readonly kind: string; readonly message: string }[],
  listed: boolean,
  terminal: Terminal,
): void {
  const named = passed.filter(({ kind }) => listed || kind === 'event');
  for (const { file, message } of named) terminal.paragraph(`- ${file}: passed over: ${message}`, 'warning');
  const left = passed.length - named.length;
  if (left > 0) terminal.line(`${plural(left, 'file')} passed over (--list-skipped)`);
}

/** `2 errors, 1 warning`; empty when there are none. */
export function countFindings(diagnostics: readonly FileFinding[], omitted: Omitted): string {
  const count = (severity: string): number => diagnostics.filter((d) => d.severity === severity).length;
  return countsOf({
    errors: count('error') + omitted.errors,
    warnings: count('warning') + omitted.warnings,
    infos: count('info') + omitted.infos,
  });
}

function countsOf({ errors, warnings, infos }: Omitted): string {
  return [count(errors, 'error'), count(warnings, 'warning'), count(infos, 'note')].filter((t) => t !== '').join(', ');
}

function count(n: number, noun: string): string {
  return n === 0 ? '' : plural(n, noun);
}

export function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
