/** Markdown for a comment, or for the summary of a step: failures, and the totals. */

import { coverageItems, coverageSums } from '../report/coverage.ts';
import { type Item, itemsOf, placeText } from '../report/items.ts';
import type { RunReport } from '../report/report.ts';
import { MAX_BYTES } from '../report/step-summary.ts';
import { sumOf } from '../report/suites.ts';
import { exitCodeOf } from '../report/summary.ts';
import { printable } from '../terminal/terminal.ts';

export function markdown(report: RunReport): string {
  return markdownWithin(report, MAX_BYTES);
}

/** At most so many bytes; a note at the end says what is missing. */
export function markdownWithin(report: RunReport, bytes: number): string {
  const items = [...itemsOf(report).filter(({ suppressed }) => suppressed === undefined), ...coverageItems(report)];
  const blocks = items.flatMap((item, i) => [...headingOf(item, items[i - 1]), block(item)]);
  const head = [
    `## ${titleOf(report)}`,
    table(report),
    ...coverageSums(report).map(escapeMarkdown),
    ...report.settled.reasons.map((reason) => `Fails: ${escapeMarkdown(reason)}`),
  ];
  return within(head.join('\n\n'), blocks, bytes);
}

/** The blocks after the head, as many as fit. */
export function within(head: string, blocks: readonly string[], bytes: number): string {
  const all = `${[head, ...blocks].join('\n\n')}\n`;
  if (Buffer.byteLength(all) <= bytes) return all;
  const note = '\n\nThere is more than a report of this size can hold; see the output of the run.\n';
  let text = head;
  let left = bytes - Buffer.byteLength(head) - Buffer.byteLength(note);
  if (left < 0) return '';
  for (const next of blocks) {
    left -= Buffer.byteLength(next) + 2;
    if (left < 0) break;
    text += `\n\n${next}`;
  }
  return text + note;
}

function titleOf(report: RunReport): string {
  const marks: Readonly<Record<number, string>> = { 0: '✅', 1: '❌' };
  const mark = marks[exitCodeOf(report)] ?? '⚠️';
  return `${mark} eb-pattern ${report.command}${report.interrupted !== undefined ? ' (interrupted)' : ''}`;
}

function table({ command, patterns, skipped, passed, suites, problems, settled }: RunReport): string {
  const { errors, warnings, infos, known, allowed } = settled.counts;
  const sum = sumOf(suites);
  const first: readonly (readonly [string, number])[] =
    command === 'check'
      ? [
          ['patterns', patterns.length],
          ['not valid', patterns.filter(({ valid }) => !valid).length],
          ['not checked', skipped.filter(({ checked }) => checked === 'not').length],
          ['not wholly checked', skipped.filter(({ checked }) => checked === 'partly').length],
          ['files passed over', passed.length],
        ]
      : [
          ['suites', suites.length],
          ['passed', sum.passed],
          ['failed', sum.failed],
          ['skipped', sum.skipped],
        ];
  const rows = [
    ...first,
    ['errors', errors],
    ['warnings', warnings],
    ['notes', infos],
    ['known', known],
    ['allowed', allowed],
    ['could not be run', problems.length],
  ] as const;
  const shown = rows.filter(([, count], i) => i === 0 || count > 0);
  return ['| | count |', '| --- | ---: |', ...shown.map(([name, count]) => `| ${name} | ${count} |`)].join('\n');
}

const HEADINGS: Readonly<Record<Item['kind'], string>> = {
  finding: 'Findings',
  failure: 'Failed tests',
  skipped: 'Skipped',
  problem: 'Could not be run',
  note: 'Notes',
  coverage: 'What no test shows',
};

function headingOf({ kind }: Item, before: Item | undefined): readonly string[] {
  return kind === before?.kind ? [] : [`### ${HEADINGS[kind]}`];
}

function block(item: Item): string {
  const { severity, code, address, test, message, hint, details } = item;
  const what = [address, test, message]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => escapeMarkdown(text as string));
  const place = placeText(item);
  const lines = [`- **${severity}** ${code}${place === '' ? '' : ` ${escapeMarkdown(place)}`}: ${what.join(': ')}`];
  if (hint !== undefined) lines.push(`  <br>help: ${escapeMarkdown(hint)}`);
  if (details !== undefined) lines.push('', fenced(details));
  return lines.join('\n');
}

/** A code block in a list item; its fence is longer than any run of backticks in it. */
export function fenced(text: string, language = 'text', indent = '  '): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return [fence + language, ...text.split('\n'), fence].map((line) => (indent + line).trimEnd()).join('\n');
}

/** One line without markup, HTML, the end of a cell or a mention of a user. Text between backticks becomes code. */
export function escapeMarkdown(text: string): string {
  const parts = printable(text).split('`');
  // With an odd number, at least one is user input, and they cannot be paired.
  if (parts.length % 2 === 0) return parts.map(escapeText).join('\\`');
  return parts
    .map((part, i) => (i % 2 === 0 ? escapeText(part) : part.trim() === '' ? `\\\`${part}\\\`` : `\`${part}\``))
    .join('');
}

function escapeText(text: string): string {
  return text
    .replace(/[\\*_[\]|~$]/g, '\\$&')
    .replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] as string)
    .replaceAll('@', '@<!-- -->');
}
