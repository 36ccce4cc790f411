/** A stream for people: its colours and its width. User text passes through `printable` first. */
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

/** Clears the screen and the scrollback. */
export const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

export class Terminal {
  /** From the environment; the flags `--color` and `--no-color` take precedence. */
  color: boolean;
  readonly width: number;
  readonly isTerminal: boolean;
  /** The command with which the user starts this program. */
  readonly program: string;
  private readonly output: Output;
  /** Whether the last line is empty; also true before the first one. */
  private empty = true;

  constructor(output: Output, env: Io['env']) {
    this.output = output;
    this.color = wantsColor(output, env);
    // npx and `npm exec` set this.
    this.program = env.npm_lifecycle_event === 'npx' ? 'npx eb-pattern' : 'eb-pattern';
    // The least width is 40 columns; a narrower terminal breaks the lines itself.
    this.isTerminal = output.isTTY === true;
    this.width = Math.max(40, output.columns || 80);
  }

  readonly paint: Paint = (style, text) =>
    this.color && style !== 'plain' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;

  line(text = ''): void {
    this.output.write(`${text}\n`);
    this.empty = text === '';
  }

  /** User text, wrapped; continuation lines are indented by two columns. */
  paragraph(text: string, style: Style, indent = ''): void {
    for (const line of wrap(printable(this.callable(text)), this.width - indent.length, '  ')) {
      this.line(indent + this.paint(style, line));
    }
  }

  /** User text: a paragraph on a terminal, one line in a log, so that it can be searched. */
  sentence(text: string, style: Style): void {
    if (this.isTerminal) this.paragraph(text, style);
    else this.line(this.paint(style, printable(this.callable(text))));
  }

  /** Commands of this program in backticks, in the form in which the user can call them. */
  callable(text: string): string {
    return this.program === 'eb-pattern' ? text : text.replace(/`eb-pattern (?=[a-z-])/g, `\`${this.program} `);
  }

  /** One empty line between two blocks, also when one of them ends with its own. */
  gap(): void {
    if (!this.empty) this.line();
  }
}

/** FORCE_COLOR takes precedence, as in Node itself. */
function wantsColor(output: Output, env: Io['env']): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return output.isTTY === true && term !== 'dumb';
}

/** User input as one line without control characters. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    if (character === '\r') return '\\r';
    return escapeCode(character);
  });
}

/** JSON for machines without control characters. Only strings contain them, so its meaning is kept. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(UNPRINTABLE, (character) =>
    character === '\n' ? character : escapeCode(character),
  );
}
