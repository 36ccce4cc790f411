/**
 * How long to wait before a repetition. The reference advises exponential backoff with jitter from 1 s, doubled up to
 * 30 s, 5 to 10 attempts, and to honour Retry-After.
 */

export interface Retry {
  /** How many repetitions may follow the first try. Default 5. */
  readonly attempts?: number;
  /** Milliseconds: the most that the first repetition waits. Default 1,000. */
  readonly base?: number;
  /** Milliseconds: the most that any repetition waits, unless the service asks for longer. Default 30,000. */
  readonly max?: number;
}

export const DEFAULT_RETRY: Required<Retry> = { attempts: 5, base: 1000, max: 30_000 };

/** Full jitter: anything from 0 to the doubled bound. What the service asked for is a lower bound. */
export function delayBefore(
  repetition: number,
  retry: Required<Retry>,
  random: () => number,
  retryAfter?: number,
): number {
  const bound = Math.min(retry.max, retry.base * 2 ** (repetition - 1));
  return Math.max(retryAfter ?? 0, Math.floor(random() * bound));
}

/** `Retry-After` in milliseconds: a number of seconds, or a date. What is neither is as good as absent. */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^[0-9]{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse takes "-1" or "1.5" for a year.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
