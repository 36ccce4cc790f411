/** A stream that people read: its colours and its width. Whatever came from a user passes through `printable` first. */
import type { Io, Output } from './io.ts';
import { escapeCode, UNPRINTABLE } from './log-text.ts';
import { wrap } from './wrap.ts';

export type Style = 'plain' | 'good' | 'bad' | 'warning' | 'info' | 'dim' | 'bold';
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, string>> = {
  plain: '',
  good: '32',
  bad: '31',
  warning: '33',
  info: '36',
  dim: '2',
  bold: '1',
};

/** Clears the screen and what was scrolled away. */
export const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

export class Terminal {
  /** From the environment; the flags `--color` and `--no-color` are stronger. */
  color: boolean;
  readonly width: number;
  readonly isTerminal: boolean;
  /** How the user starts this program. */
  readonly program: string;
  private readonly output: Output;
  /** Whether the last line is empty, as before the first one. */
  private empty = true;

  constructor(output: Output, env: Io['env']) {
    this.output = output;
    this.color = wantsColor(output, env);
    // npx and `npm exec` set this.
    this.program = env.npm_lifecycle_event === 'npx' ? 'npx eb-pattern' : 'eb-pattern';
    // Below 40 columns nothing can be laid out; the terminal breaks such lines itself.
    this.isTerminal = output.isTTY === true;
    this.width = Math.max(40, output.columns || 80);
  }

  readonly paint: Paint = (style, text) =>
    this.color && style !== 'plain' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;

  line(text = ''): void {
    this.output.write(`${text}\n`);
    this.empty = text === '';
  }

  /** Text of a user, in lines of the width; what follows the first one stands two columns in. */
  paragraph(text: string, style: Style, indent = ''): void {
    for (const line of wrap(printable(this.callable(text)), this.width - indent.length, '  ')) {
      this.line(indent + this.paint(style, line));
    }
  }

  /** Text of a user: a paragraph on a terminal, one line in a log, where it may be searched for. */
  sentence(text: string, style: Style): void {
    if (this.isTerminal) this.paragraph(text, style);
    else this.line(this.paint(style, printable(this.callable(text))));
  }

  /** Commands of this program in backticks, as the user can call them. */
  callable(text: string): string {
    return this.program === 'eb-pattern' ? text : text.replace(/`eb-pattern (?=[a-z-])/g, `\`${this.program} `);
  }

  /** One empty line between two blocks, also where one of them has its own. */
  gap(): void {
    if (!this.empty) this.line();
  }
}

/** FORCE_COLOR is the stronger wish, as in Node itself. */
function wantsColor(output: Output, env: Io['env']): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return output.isTTY === true && term !== 'dumb';
}

/** User input as one line that a terminal shows as it is. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    if (character === '\r') return '\\r';
    return escapeCode(character);
  });
}

/** JSON for machines that is safe to look at. Only strings can hold what is replaced, so it means the same. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(UNPRINTABLE, (character) =>
    character === '\n' ? character : escapeCode(character),
  );
}
