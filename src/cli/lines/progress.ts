/** The progress of a run over bytes, on the status line. */

import { duration, grouped, size } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { StatusLine } from '../terminal/status-line.ts';

export interface Standing {
  readonly bytes: number;
  readonly matched: number;
}

export interface EventTotals {
  readonly events: number;
  readonly matched: number;
}

export class Progress {
  private readonly line: StatusLine;
  private readonly total: number | undefined;
  private readonly quiet: boolean;

  /** `total`: the bytes of all inputs, if known. */
  constructor(io: Io, total: number | undefined, { quiet = false }: { readonly quiet?: boolean | undefined } = {}) {
    this.line = new StatusLine(io);
    this.total = total;
    this.quiet = quiet;
  }

  /** May be called often. */
  update(standing: Standing, now = performance.now()): void {
    if (this.quiet) return;
    this.line.update((seconds) => describe(standing, this.total, seconds), now);
  }

  /** Prints one line on a terminal. `what` names the count: `matched`. */
  end(ended: EventTotals, what: string): void {
    if (!this.quiet) this.line.end((seconds) => summary(ended, what, seconds));
  }

  erase(): void {
    this.line.erase();
  }
}

/** A shorter run, in seconds, has no rate: it would vary too much. */
const LONG = 1;

function summary({ events, matched }: EventTotals, what: string, seconds: number): string {
  const rate = seconds < LONG ? '' : ` (${grouped(Math.round(events / seconds))} a second)`;
  const time = seconds < 10 ? `${seconds.toFixed(1)} s` : duration(seconds);
  return `${grouped(events)} ${events === 1 ? 'event' : 'events'} read, ${grouped(matched)} ${what}; ${time}${rate}`;
}

function describe({ bytes, matched }: Standing, total: number | undefined, seconds: number): string {
  const rate = bytes / seconds;
  const found = `${grouped(matched)} ${matched === 1 ? 'match' : 'matches'}`;
  if (total === undefined) return `${size(bytes)}  ${size(rate)}/s  ${found}`;
  const left = rate > 0 ? `  ${duration(Math.max(0, total - bytes) / rate)} left` : '';
  return `${size(bytes)} of ${size(total)}  ${size(rate)}/s  ${found}${left}`;
}
