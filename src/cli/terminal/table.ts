/** Rows in columns, cut to the width of the terminal. */

import { charactersOf, columns } from './columns.ts';
import { printable, type Terminal } from './terminal.ts';

const GAP = 2;
const LEAST = 8;

/** Cells are escaped for display. The widest columns are cut first. */
export function showTable(head: readonly string[], rows: readonly (readonly string[])[], out: Terminal): void {
  const cells = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, i) => widest(cells.map((row) => row[i] ?? '')));
  const available = out.width - GAP * (head.length - 1);
  while (sum(widths) > available) {
    const most = widths.indexOf(Math.max(...widths));
    if ((widths[most] as number) <= LEAST) break;
    widths[most] = (widths[most] as number) - 1;
  }
  for (const [i, row] of cells.entries()) {
    const line = row
      .map((cell, column) => clip(cell, widths[column] as number))
      .join(' '.repeat(GAP))
      .trimEnd();
    out.line(i === 0 ? out.paint('bold', line) : line);
  }
}

/** Names on the left, values on the right. */
export function showRows(rows: readonly (readonly [string, string])[], out: Terminal): void {
  const safe = rows.map(([name, value]) => [printable(name), printable(value)] as const);
  const left = Math.min(Math.floor(out.width * 0.6), widest(safe.map(([name]) => name)));
  for (const [name, value] of safe) {
    const head = columns(name) > left ? name : clip(name, left);
    const available = Math.max(LEAST, out.width - columns(head) - GAP);
    out.line(`${head}${' '.repeat(GAP)}${clip(value, available).trimEnd()}`);
  }
}

/** Cuts or pads to the width. */
export function clip(text: string, width: number): string {
  const all = columns(text);
  if (all <= width) return text + ' '.repeat(width - all);
  let shown = '';
  let used = 0;
  for (const character of charactersOf(text)) {
    const size = columns(character);
    if (used + size > width - 1) break;
    shown += character;
    used += size;
  }
  return `${shown}…${' '.repeat(Math.max(0, width - 1 - used))}`;
}

/** The widest text, in columns. */
function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, columns(text)), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
