/** How far a run over bytes is, on the status line. */
import type { Io } from '../io.ts';
import { duration, grouped, size } from '../render/amounts.ts';
import { StatusLine } from '../render/status-line.ts';

export interface Standing {
  readonly bytes: number;
  readonly matched: number;
}

export class Progress {
  private readonly line: StatusLine;
  private readonly total: number | undefined;

  /** `total` are the bytes that there are, where that is known. */
  constructor(io: Io, total: number | undefined, now = performance.now()) {
    this.line = new StatusLine(io, now);
    this.total = total;
  }

  /** May be called as often as one likes. */
  update(standing: Standing, now = performance.now()): void {
    this.line.update((seconds) => describe(standing, this.total, seconds), now);
  }

  erase(): void {
    this.line.erase();
  }
}

function describe({ bytes, matched }: Standing, total: number | undefined, seconds: number): string {
  const rate = bytes / seconds;
  const found = `${grouped(matched)} ${matched === 1 ? 'match' : 'matches'}`;
  if (total === undefined) return `${size(bytes)}  ${size(rate)}/s  ${found}`;
  const left = rate > 0 ? `  ${duration(Math.max(0, total - bytes) / rate)} left` : '';
  return `${size(bytes)} of ${size(total)}  ${size(rate)}/s  ${found}${left}`;
}
