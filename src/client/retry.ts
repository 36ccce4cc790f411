/**
 * Waits between repetitions. The reference recommends exponential backoff with jitter from 1 s, doubled up to 30 s, 5 to 10 attempts,
 * and to obey Retry-After.
 */

/** How often a request is repeated, and the waits before it. */
export interface Retry {
  /** Largest number of repetitions after the first try. Default 5. */
  readonly attempts?: number;
  /** Longest wait before the first repetition, in milliseconds; doubled for each further one. Default 1,000. */
  readonly base?: number;
  /** Longest wait before any repetition, in milliseconds; a longer `Retry-After` is obeyed. Default 30,000. */
  readonly max?: number;
}

export const DEFAULT_RETRY: Required<Retry> = { attempts: 5, base: 1000, max: 30_000 };

/** Milliseconds to wait: full jitter, a random share of the doubled bound, and at least `retryAfter`. */
export function delayBefore(
  repetition: number,
  retry: Required<Retry>,
  random: () => number,
  retryAfter?: number,
): number {
  const bound = Math.min(retry.max, retry.base * 2 ** (repetition - 1));
  return Math.max(retryAfter ?? 0, Math.floor(random() * bound));
}

/** The forms of a date in HTTP. The last one, of asctime, has no zone and means GMT. */
const HTTP_DATE = /^[A-Z][a-z]{2,8}, [0-9A-Za-z :-]{15,30} GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} [0-9]{4}$/;

/** Milliseconds; longer waits are cut to it. */
const LONGEST = Number.MAX_SAFE_INTEGER;

/**
 * The value of `Retry-After` in milliseconds: it is a number of seconds, perhaps with a fraction, or a date. Undefined for anything
 * else.
 */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^[0-9]+(\.[0-9]+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), LONGEST);
  const date = HTTP_DATE.test(text) ? Date.parse(text) : ASCTIME.test(text) ? Date.parse(`${text} GMT`) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The largest time value of a Date, in milliseconds. */
const LAST_DATE = 8.64e15;

/** When to call again, for a message: `in 7 s (2026-11-23T15:00:07Z)`. */
export function comeBack(wait: number, now: number): string {
  const seconds = Math.ceil(wait / 1000);
  const at = now + seconds * 1000;
  const date = at <= LAST_DATE ? ` (${new Date(at).toISOString().replace(/\.[0-9]{3}Z$/, 'Z')})` : '';
  return `in ${seconds} s${date}`;
}
