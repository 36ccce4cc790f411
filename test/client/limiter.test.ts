import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bucket, Limiter } from '../../src/client/limiter.ts';
import { delayBefore, readRetryAfter } from '../../src/client/retry.ts';
import { FakeClock, settled } from '../support/service/clocks.ts';

const never = new AbortController().signal;

describe('a token bucket', () => {
  it('lets as many calls start at once as it holds, then one after another', () => {
    const bucket = new Bucket(new FakeClock(), 100, 1000);
    const waits = Array.from({ length: 103 }, () => bucket.take());
    expect(waits.slice(0, 100).every((wait) => wait === 0)).toBe(true);
    expect(waits.slice(100)).toEqual([10, 20, 30]);
  });

  it('that gains less than one token in its interval still lets the first start at once', () => {
    const bucket = new Bucket(new FakeClock(), 0.1, 1000);
    expect([bucket.take(), bucket.take()]).toEqual([0, 10_000]);
  });

  it('never lets more calls start in any interval than it holds and gains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 }), async (pauses) => {
        const clock = new FakeClock(0);
        const bucket = new Bucket(clock, 5, 1000);
        const starts: number[] = [];
        for (const pause of pauses) {
          await clock.advance(pause);
          starts.push(clock.now() + bucket.take());
        }
        for (const from of starts) {
          for (const to of starts.filter((time) => time >= from)) {
            const inside = starts.filter((time) => time >= from && time <= to).length;
            expect(inside).toBeLessThanOrEqual(5 + (5 * (to - from)) / 1000 + 1e-6);
          }
        }
      }),
      { seed: 4, numRuns: 50 },
    );
  });
});

describe('the limiter', () => {
  it('applies both limits to calls with a RabbitMQ source, and the first to others', async () => {
    const clock = new FakeClock();
    const limiter = new Limiter(clock, { rabbitMQPerMinute: 2 });
    for (let i = 0; i < 2; i++) expect(await limiter.turn(true, 1e6, never)).toBe(true);
    const third = limiter.turn(true, 1e6, never);
    expect(await limiter.turn(false, 1e6, never)).toBe(true);
    expect(clock.slept).toEqual([30_000]);
    await clock.advance(30_000);
    expect(await third).toBe(true);
  });

  it('takes no token for a call that would start too late or is aborted', async () => {
    const clock = new FakeClock();
    const limiter = new Limiter(clock, { perSecond: 1 });
    expect(await limiter.turn(false, 0, never)).toBe(true);
    expect(await limiter.turn(false, 999, never)).toBe(false);
    const stop = new AbortController();
    const given = limiter.turn(false, 1e6, stop.signal).catch((reason: unknown) => reason);
    await settled();
    stop.abort('given up');
    expect(await given).toBe('given up');
    await clock.advance(1000);
    expect(await limiter.turn(false, 0, never)).toBe(true);
  });

  it('has no effect when it is off', async () => {
    const limiter = new Limiter(new FakeClock(), false);
    for (let i = 0; i < 1000; i++) expect(await limiter.turn(true, 0, never)).toBe(true);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 23, 15);
  it('is a number of seconds or a date', () => {
    expect(readRetryAfter('1.5', now)).toBe(1500);
    expect(readRetryAfter('120', now)).toBe(120_000);
    expect(readRetryAfter(' 0 ', now)).toBe(0);
    expect(readRetryAfter('Mon, 23 Nov 2026 15:00:30 GMT', now)).toBe(30_000);
    expect(readRetryAfter('Mon, 23 Nov 2026 14:00:00 GMT', now)).toBe(0);
    for (const text of ['', 'soon', '-1', '1e3', 'Infinity']) expect(readRetryAfter(text, now)).toBeUndefined();
    expect(readRetryAfter(undefined, now)).toBeUndefined();
  });
});

describe('the wait before a retry', () => {
  it('is spread from 0 to its bound', () => {
    const retry = { attempts: 5, base: 1000, max: 30_000 };
    expect([1, 2, 3, 4, 5, 6, 60].map((n) => delayBefore(n, retry, () => 0))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect([1, 2, 5, 6, 60].map((n) => delayBefore(n, retry, () => 1))).toEqual([1000, 2000, 16_000, 30_000, 30_000]);
    expect(delayBefore(1, retry, () => 1, 90_000)).toBe(90_000);
  });
});
