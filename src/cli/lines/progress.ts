/** One line on a terminal that says how far a long run is, and that is gone when the run is. */
import type { Io } from '../io.ts';
import { duration, grouped, size } from '../render/amounts.ts';

/** Milliseconds. */
const EVERY = 100;

const ERASE = '\r\u001b[K';

export interface Standing {
  readonly bytes: number;
  readonly matched: number;
}

export class Progress {
  private readonly io: Io;
  private readonly total: number | undefined;
  private readonly start: number;
  private last: number;
  private shown = false;
  private readonly enabled: boolean;

  /** `total` are the bytes that there are, where that is known. */
  constructor(io: Io, total: number | undefined, now = performance.now()) {
    this.io = io;
    this.total = total;
    this.start = this.last = now;
    this.enabled = io.stderr.isTTY === true && io.env.TERM !== 'dumb';
  }

  /** May be called as often as one likes. */
  update(standing: Standing, now = performance.now()): void {
    if (!this.enabled || now - this.last < EVERY) return;
    this.last = now;
    // A line that wraps could not be erased.
    const width = Math.max(20, this.io.stderr.columns || 80) - 1;
    this.io.stderr.write(ERASE + describe(standing, this.total, (now - this.start) / 1000).slice(0, width));
    this.shown = true;
  }

  erase(): void {
    if (this.shown) this.io.stderr.write(ERASE);
    this.shown = false;
  }
}

function describe({ bytes, matched }: Standing, total: number | undefined, seconds: number): string {
  const rate = bytes / seconds;
  const found = `${grouped(matched)} ${matched === 1 ? 'match' : 'matches'}`;
  if (total === undefined) return `${size(bytes)}  ${size(rate)}/s  ${found}`;
  const left = rate > 0 ? `  ${duration(Math.max(0, total - bytes) / rate)} left` : '';
  return `${size(bytes)} of ${size(total)}  ${size(rate)}/s  ${found}${left}`;
}
