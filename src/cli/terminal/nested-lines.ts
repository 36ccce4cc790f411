/** Indented lines with a column for marks, wrapped to a width. */
import { columns } from './columns.ts';
import { type Paint, printable } from './terminal.ts';
import { wrap } from './wrap.ts';

export interface LineView {
  /** The most columns of a line. */
  readonly width: number;
  readonly paint: Paint;
}

/** Collects lines without line ends. */
export class Page {
  readonly lines: string[] = [];
  private readonly view: LineView;

  constructor(view: LineView) {
    this.view = view;
  }

  fits(text: string, depth: number): boolean {
    return 2 + 2 * depth + columns(printable(text)) <= this.view.width;
  }

  text(text: string, depth: number, holds?: boolean): void {
    const { paint } = this.view;
    const mark = holds === undefined ? ' ' : holds ? paint('good', '✓') : paint('bad', '✗');
    const [first = '', ...rest] = this.block(text, depth, '  ');
    this.lines.push(`${mark} ${first}`.trimEnd());
    for (const line of rest) this.lines.push(`  ${line}`);
  }

  note(text: string, depth: number, style: 'bad' | 'dim'): void {
    if (text === '') return;
    for (const line of this.block(text, depth, '')) this.lines.push(`  ${this.view.paint(style, line)}`);
  }

  private block(text: string, depth: number, hanging: string): string[] {
    // A pattern may be nested deeper than a terminal is wide.
    const indent = '  '.repeat(Math.min(depth, 12));
    const available = Math.max(20, this.view.width - 2 - indent.length);
    return wrap(printable(text), available, hanging).map((line) => indent + line);
  }
}
