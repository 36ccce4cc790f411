/**
 * Token buckets, one set for each client: requests of other clients of the account are not counted. A bucket is full at first, so that
 * over any time t at most `capacity + t * capacity / per` requests start.
 */
import type { SteadyClock } from './clock.ts';

/** Limits of the requests that a client sends. */
export interface RateLimit {
  /** All requests. Default 100, the reference's limit for an account. */
  readonly perSecond?: number;
  /** Requests for streams with a RabbitMQ source, each minute. Default 100, the reference's limit. */
  readonly rabbitMQPerMinute?: number;
}

export class Bucket {
  private readonly interval: number;
  private readonly tolerance: number;
  private readonly clock: SteadyClock;
  /** When the bucket will be full, in milliseconds of `clock.elapsed`. */
  private full = Number.NEGATIVE_INFINITY;

  constructor(clock: SteadyClock, capacity: number, per: number) {
    this.clock = clock;
    this.interval = per / capacity;
    // A capacity below 1 allows no burst.
    this.tolerance = Math.max(0, per - this.interval);
  }

  /** Takes the next free token, in the order of the calls. Returns how many milliseconds to wait until it may be used. */
  take(): number {
    const now = this.clock.elapsed();
    const from = Math.max(this.full, now);
    this.full = from + this.interval;
    return Math.max(0, from - this.tolerance - now);
  }

  /** Returns a token that was not used. */
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
   * Waits until a request may start. Resolves to false at once, without taking a token, where that is later than `patience` milliseconds
   * from now.
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
