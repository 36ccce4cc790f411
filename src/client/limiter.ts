/**
 * Token buckets. One bucket binds one client: what else an account sends is not seen from here. A bucket is full at
 * first, so that over any time t at most `capacity + t * capacity / per` requests start.
 */
import type { SteadyClock } from './clock.ts';

export interface RateLimit {
  /** All calls; the reference's 100 requests a second for an account. Default 100. */
  readonly perSecond?: number;
  /** Calls whose stream has a RabbitMQ source; the reference's 100 requests a minute. Default 100. */
  readonly rabbitMQPerMinute?: number;
}

export class Bucket {
  private readonly interval: number;
  private readonly tolerance: number;
  private readonly clock: SteadyClock;
  /** When the bucket will be full again. */
  private full = Number.NEGATIVE_INFINITY;

  constructor(clock: SteadyClock, capacity: number, per: number) {
    this.clock = clock;
    this.interval = per / capacity;
    // Less than one in a stretch: each waits for its own.
    this.tolerance = Math.max(0, per - this.interval);
  }

  /** Takes a token that is there now or will be; the callers are served in their order. Returns how long to wait for it. */
  take(): number {
    const now = this.clock.elapsed();
    const from = Math.max(this.full, now);
    this.full = from + this.interval;
    return Math.max(0, from - this.tolerance - now);
  }

  /** Gives back a token that was not used. */
  give(): void {
    this.full -= this.interval;
  }
}

export class Limiter {
  private readonly all: Bucket | undefined;
  private readonly rabbitMQ: Bucket | undefined;
  private readonly clock: SteadyClock;

  constructor(clock: SteadyClock, limits: RateLimit | false) {
    this.clock = clock;
    if (limits === false) return;
    this.all = new Bucket(clock, limits.perSecond ?? 100, 1000);
    this.rabbitMQ = new Bucket(clock, limits.rabbitMQPerMinute ?? 100, 60_000);
  }

  /**
   * Waits for its turn. `false`, at once, when that comes later than `patience` milliseconds from now: no token is taken.
   */
  async turn(rabbitMQ: boolean, patience: number, signal: AbortSignal): Promise<boolean> {
    const buckets = [this.all, rabbitMQ ? this.rabbitMQ : undefined].filter((bucket) => bucket !== undefined);
    const wait = Math.max(0, ...buckets.map((bucket) => bucket.take()));
    const giveBack = (): void => {
      for (const bucket of buckets) bucket.give();
    };
    if (wait > patience) {
      giveBack();
      return false;
    }
    if (wait === 0) return true;
    try {
      await this.clock.sleep(wait, signal);
    } catch (reason) {
      giveBack();
      throw reason;
    }
    return true;
  }
}
