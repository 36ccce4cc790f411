/** Coverage in the human format: a row for each pattern, and a line for each outcome that no test has. */

import { spaced } from '../../suite/json-text.ts';
import { plural, showPassed } from '../findings/show.ts';
import { columns } from '../terminal/columns.ts';
import { printable, type Style, type Terminal } from '../terminal/terminal.ts';
import { type Coverage, gapsOf, type PartCoverage, type PatternCoverage, ratioOf, sharesOf } from './measure.ts';
import { fraction, percentOf, together } from './ratio.ts';

export function showCoverage({ patterns, skipped, passed }: Coverage, listSkipped: boolean, out: Terminal): void {
  out.gap();
  showRows(patterns, out);
  for (const pattern of patterns) showPattern(pattern, out);
  if (skipped.length + passed.length > 0) out.gap();
  for (const { file, address, line, column, message } of skipped) {
    out.paragraph(`- ${file}:${line}:${column}: \`${address}\` is not counted: ${message}`, 'warning', INDENT);
  }
  showPassed(passed, listSkipped, out);
}

const HEAD = ['fields', 'conditions', 'percent'] as const;
const WIDTHS = HEAD.map((word) => word.length + 2);

function showRows(patterns: readonly PatternCoverage[], out: Terminal): void {
  showRow('coverage', HEAD, 'bold', out);
  for (const pattern of patterns) {
    const percent = percentOf(ratioOf(pattern));
    const { fields, conditions } = sharesOf(pattern);
    const cells = [fraction(fields), fraction(conditions), `${percent} %`];
    showRow(pattern.of.name, cells, percent === 100 ? 'good' : 'bad', out);
  }
  if (patterns.length === 1) return;
  const shares = patterns.map(sharesOf);
  const total = [
    fraction(together(shares.map((one) => one.fields))),
    fraction(together(shares.map((one) => one.conditions))),
  ];
  showRow('total', [...total, `${percentOf(together(patterns.map(ratioOf)))} %`], 'bold', out);
}

/** A name that is too long has a line of its own, so that nothing is cut. */
function showRow(name: string, cells: readonly string[], style: Style, out: Terminal): void {
  const available = out.width - WIDTHS.reduce((a, b) => a + b);
  const text = printable(name);
  const long = columns(text) > available;
  if (long) out.line(out.paint(style, text));
  const left = long ? ' '.repeat(available) : text + ' '.repeat(available - columns(text));
  out.line(out.paint(style, left + cells.map((cell, i) => cell.padStart(WIDTHS[i] as number)).join('')));
}

const MOST_LINES = 20;
const INDENT = '  ';

function showPattern(pattern: PatternCoverage, out: Terminal): void {
  const gaps = gapsOf(pattern);
  const impossible = impossibleOf(pattern);
  const { of, events } = pattern;
  if (gaps.length + impossible.length === 0 && events > 0) return;
  out.gap();
  out.line(out.paint('bold', printable(of.source.file)) + address(of.source.address));
  if (events === 0) {
    const why = of.bySuite.length === 0 ? 'no suite tests it' : 'no test shows an event to it';
    out.paragraph(why, 'bad', INDENT);
    return;
  }
  for (const gap of gaps.slice(0, MOST_LINES)) {
    const what = gap.missing === 'held' ? 'never held' : 'always held';
    const condition = gap.condition === undefined ? '' : `: ${spaced(gap.condition)}`;
    out.paragraph(`${gap.place.line}:${gap.place.column} ${gap.field}${condition} ${what}`, 'bad', INDENT);
  }
  if (gaps.length > MOST_LINES) out.paragraph(`… and ${plural(gaps.length - MOST_LINES, 'more gap')}`, 'bad', INDENT);
  for (const { place, pointer, text, cannot } of impossible.slice(0, MOST_LINES)) {
    const what = cannot === 'hold' ? 'can never hold' : 'always holds';
    out.paragraph(
      `${place.line}:${place.column} ${pointer}: ${spaced(text)} ${what}, and that is not counted`,
      'dim',
      INDENT,
    );
  }
}

function address(text: string | undefined): string {
  return text === undefined ? '' : ` ${printable(text)}`;
}

function impossibleOf({ fields }: PatternCoverage): readonly PartCoverage[] {
  return fields.flatMap(({ conditions }) => conditions).filter(({ cannot }) => cannot !== undefined);
}
