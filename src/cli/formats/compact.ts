/** `file:line:column: severity code message`, a line each, as compilers and grep print it. */

import { coverageItems } from '../report/coverage.ts';
import { compactLine, itemsOf } from '../report/items.ts';
import type { RunReport } from '../report/report.ts';
import { sumLine } from '../report/summary.ts';
import { printable } from '../terminal/terminal.ts';

/** The last line is the sum, without a place. */
export function compact(report: RunReport): string {
  const items = [...itemsOf(report).filter(({ suppressed }) => suppressed === undefined), ...coverageItems(report)];
  return [...items.map(compactLine), printable(sumLine(report))].map((line) => `${line}\n`).join('');
}
