/** A line on a terminal that says what a long run is at, and that is gone when the run is. Nothing is shown elsewhere. */
import type { Io } from '../io.ts';
import { printable } from './terminal.ts';

/** Milliseconds. */
const EVERY = 100;
const ERASE = '\r\u001b[K';

export class Hint {
  private readonly io: Io;
  private readonly enabled: boolean;
  private last = performance.now();
  private shown = false;

  constructor(io: Io) {
    this.io = io;
    this.enabled = io.stderr.isTTY === true && io.env.TERM !== 'dumb';
  }

  /** May be called as often as one likes. */
  show(text: string): void {
    const now = performance.now();
    if (!this.enabled || now - this.last < EVERY) return;
    this.last = now;
    // A line that wraps could not be erased.
    const width = Math.max(20, this.io.stderr.columns || 80) - 1;
    this.io.stderr.write(ERASE + printable(text).slice(0, width));
    this.shown = true;
  }

  erase(): void {
    if (this.shown) this.io.stderr.write(ERASE);
    this.shown = false;
  }
}
