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

/** The three forms of a date of HTTP; the last one has no zone and means GMT. */
const HTTP_DATE = /^[A-Z][a-z]{2,8}, [0-9A-Za-z :-]{15,30} GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} [0-9]{4}$/;

/** The longest wait that is told: 285,000 years. */
const LONGEST = Number.MAX_SAFE_INTEGER;

/**
 * `Retry-After` in milliseconds: a number of seconds, of any size and with a fraction, or a date. What is neither is as
 * good as absent.
 */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^[0-9]+(\.[0-9]+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), LONGEST);
  const date = HTTP_DATE.test(text) ? Date.parse(text) : ASCTIME.test(text) ? Date.parse(`${text} GMT`) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The latest moment that a date can tell. */
const LAST_DATE = 8.64e15;

/** When to come back, for a person: `in 7 s (2026-11-23T15:00:07Z)`. */
export function comeBack(wait: number, now: number): string {
  const seconds = Math.ceil(wait / 1000);
  const at = now + seconds * 1000;
  const date = at <= LAST_DATE ? ` (${new Date(at).toISOString().replace(/\.[0-9]{3}Z$/, 'Z')})` : '';
  return `in ${seconds} s${date}`;
}
