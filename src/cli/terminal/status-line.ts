/** A status line on a terminal with the progress of a long run. It is erased at the end. */
import type { Io } from './io.ts';
import { clip } from './table.ts';
import { printable } from './terminal.ts';

/** Milliseconds. */
const EVERY = 100;

const ERASE = '\r\u001b[K';

export class StatusLine {
  private readonly io: Io;
  private readonly start: number;
  private last: number;
  private shown = false;
  private readonly enabled: boolean;

  constructor(io: Io, now = performance.now()) {
    this.io = io;
    this.start = this.last = now;
    this.enabled = io.stderr.isTTY === true && io.env.TERM !== 'dumb';
  }

  /** May be called often. `describe` receives the seconds since the start. */
  update(describe: (seconds: number) => string, now = performance.now()): void {
    if (!this.enabled || now - this.last < EVERY) return;
    this.last = now;
    // A wrapped line could not be erased.
    const width = Math.max(20, this.io.stderr.columns || 80) - 1;
    const text = printable(describe((now - this.start) / 1000));
    this.io.stderr.write(ERASE + clip(text, width).trimEnd());
    this.shown = true;
  }

  /** Replaces the line by one that stays. */
  end(describe: (seconds: number) => string, now = performance.now()): void {
    this.erase();
    if (this.enabled) this.io.stderr.write(`${printable(describe((now - this.start) / 1000))}\n`);
  }

  erase(): void {
    if (this.shown) this.io.stderr.write(ERASE);
    this.shown = false;
  }
}
