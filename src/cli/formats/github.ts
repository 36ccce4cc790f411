/** Workflow commands of GitHub Actions, one for each entry: the runner shows them as annotations. The last line is the sum, for the log. */

import { coverageItems } from '../report/coverage.ts';
import { type Item, itemsOf, sentenceOf } from '../report/items.ts';
import type { RunReport } from '../report/report.ts';
import { sumLine } from '../report/summary.ts';
import { printable } from '../terminal/terminal.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

export function github(report: RunReport): string {
  const items = [...itemsOf(report).filter(({ suppressed }) => suppressed === undefined), ...coverageItems(report)];
  return [...items.map(command), printable(sumLine(report))]
    .map(
      (line) => `${line}
`,
    )
    .join('');
}

function command(item: Item): string {
  const { severity, code, hint, details } = item;
  const lines = [printable(sentenceOf(item)), ...(hint === undefined ? [] : [`help: ${printable(hint)}`])];
  const text = [...lines, ...(details === undefined ? [] : [details])].join('\n');
  return workflowCommand(COMMANDS[severity], item, code, text);
}

/** A line without its end. The text may have several lines; user texts in it are printable. */
export function workflowCommand(
  level: 'error' | 'warning' | 'notice',
  { file, start, end }: Pick<Item, 'file' | 'start' | 'end'>,
  title: string,
  text: string,
): string {
  const properties: [string, string | number][] = [];
  if (file !== undefined) properties.push(['file', printable(file)]);
  if (start !== undefined) {
    properties.push(['line', start.line]);
    // Columns of annotations over several lines are refused by the platform.
    if (end === undefined) properties.push(['col', start.column]);
    else if (end.line !== start.line) properties.push(['endLine', end.line]);
    else properties.push(['col', start.column], ['endLine', end.line], ['endColumn', end.column]);
  }
  properties.push(['title', title]);
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${level} ${list}::${escapeData(text)}`;
}

export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
