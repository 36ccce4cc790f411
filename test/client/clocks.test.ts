/** Changes of the system clock, timers beyond Node's limit, and `Retry-After`. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { steady, systemClock } from '../../src/client/clock.ts';
import { Deadline } from '../../src/client/deadline.ts';
import type { EventBridgeError } from '../../src/client/index.ts';
import { comeBack, readRetryAfter } from '../../src/client/retry.ts';
import { FakeClock, SwiftClock } from '../support/service/clocks.ts';
import { type Answered, errorBody, faults } from '../support/service/faults.ts';
import { clientOf } from '../support/service/harness.ts';
import { Service } from '../support/service/index.ts';
import { MemoryDispatcher } from '../support/service/memory.ts';
import { streamDocument } from '../support/service/stream.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const YEAR = 365 * 24 * 3600 * 1000;
const jumps = [-YEAR, -600_000, -1, 1, 600_000, YEAR];

describe('a change of the system clock', () => {
  it.each(jumps)('by %d ms changes neither limits nor budgets', async (shift) => {
    const service = Service.inMemory();
    const clock = new SwiftClock(2000);
    const dispatcher = new MemoryDispatcher(service);
    const client = clientOf(service, { dispatcher, clock, rateLimit: { perSecond: 1 }, timeout: 2000 });
    await client.list();
    clock.shift = shift;
    await client.list();
    expect(clock.slept.filter((ms) => ms < 2000)).toEqual([1000]);
    // The clock changes while a call waits for its retry.
    service.fault = (_asked, index) => {
      clock.shift = -shift;
      return index < 3 ? faults.throttled : undefined;
    };
    await client.list();
    expect(client.requests).toBe(4);
  });

  it('changes the date of signatures', async () => {
    const service = Service.inMemory();
    const clock = new SwiftClock(1e9);
    const client = clientOf(service, { dispatcher: new MemoryDispatcher(service), clock });
    clock.shift = -YEAR;
    await client.list();
    expect(service.requests[0]?.rawHeaders).toContain(new Date(clock.now()).toUTCString());
  });

  it('does not make time go back where there is no monotonic clock', () => {
    let now = 1000;
    const clock = steady({ now: () => now, sleep: async () => {} });
    const seen = [5000, 4000, 4500, 0, 100].map((time) => {
      now = time;
      return clock.elapsed();
    });
    expect(seen).toEqual([4000, 4000, 4500, 4500, 4600]);
  });

  it('has no effect on the default clock', () => {
    vi.spyOn(Date, 'now').mockReturnValue(0);
    const before = systemClock.elapsed();
    vi.spyOn(Date, 'now').mockReturnValue(-YEAR);
    expect(systemClock.elapsed()).toBeGreaterThanOrEqual(before);
    expect(systemClock.now()).toBe(-YEAR);
  });
});

describe('a wait that is longer than a timer of Node', () => {
  it.each([2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1000, 1e11])('of %d ms is waited to its end', async (ms) => {
    vi.useFakeTimers();
    let done = false;
    const slept = systemClock.sleep(ms).then(() => {
      done = true;
    });
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await slept;
  });

  it('is aborted by its signal, also in its second timer', async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    const slept = systemClock.sleep(1e11, stop.signal).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(2 ** 31);
    stop.abort('enough');
    expect(await slept).toBe('enough');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may be the budget of a call', async () => {
    vi.useFakeTimers();
    const deadline = new Deadline(steady(systemClock), 3e10, undefined);
    await vi.advanceTimersByTimeAsync(2 ** 31 + 10);
    expect(deadline.spent).toBe(false);
    await vi.advanceTimersByTimeAsync(3e10);
    expect(deadline.spent).toBe(true);
    deadline.close();
  });
});

describe('Retry-After', () => {
  const at = Date.UTC(2026, 10, 23, 15);
  const busy = (retryAfter: string, status = 429): Answered => ({
    kind: 'answer',
    handled: false,
    status,
    headers: { 'content-type': 'application/json', 'retry-after': retryAfter },
    body: errorBody('Busy', 'come back later'),
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['1.5', 1500],
    ['0.0001', 1],
    ['2147484', 2_147_484_000],
    ['1000000000', 1e12],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ['Mon, 23 Nov 2026 15:00:30 GMT', 30_000],
    ['Monday, 23-Nov-26 15:00:30 GMT', 30_000],
    ['Mon Nov 23 15:00:30 2026', 30_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
    ['Tue, 01 Jan 2999 00:00:00 GMT', Date.UTC(2999, 0) - at],
    ['-1', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['0x10', undefined],
    ['1e3', undefined],
    ['2026-11-23T15:00:30Z', undefined],
    ['Mon, 99 Foo 2026 99:99:99 GMT', undefined],
    ['', undefined],
  ])('%j is read as %d ms', (text, ms) => {
    expect(readRetryAfter(text, at)).toBe(ms);
  });

  it.each(['150', '1000000000', '2147484', '9'.repeat(30), 'Tue, 01 Jan 2999 00:00:00 GMT'])(
    'beyond the budget is an error with the time of the next try: %s',
    async (text) => {
      for (const status of [429, 503, 500]) {
        const service = Service.inMemory();
        service.fault = () => busy(text, status);
        const clock = new FakeClock(at);
        const client = clientOf(service, { dispatcher: new MemoryDispatcher(service), clock, timeout: 120_000 });
        const thrown = (await client.pause('orders').catch((error: unknown) => error)) as EventBridgeError;
        expect(thrown).toMatchObject({ httpStatus: status, retryable: true });
        expect(thrown.retryAfter).toBeGreaterThan(120_000);
        expect(thrown.hint).toMatch(/^call again in [0-9]+ s( \([0-9+-]+-[0-9T:-]+Z\))?, as the service asks/);
        expect(client.requests).toBe(1);
      }
    },
  );

  it.each(['-5', 'NaN', 'soon', '0', 'Sun, 06 Nov 1994 08:49:37 GMT', ''])(
    'that is past or unreadable does not shorten the wait: %j',
    async (text) => {
      const service = Service.inMemory();
      service.fault = (_asked, index) => (index < 2 ? busy(text, 503) : undefined);
      const client = clientOf(service, { dispatcher: new MemoryDispatcher(service), random: () => 0 });
      await client.list();
      expect(client.clock.slept.filter((ms) => ms < 100_000)).toEqual([1000, 2000]);
    },
  );

  it('of an unclear Create delays the Get, or fails at once when it is beyond the budget', async () => {
    const service = Service.inMemory();
    const dispatcher = new MemoryDispatcher(service);
    service.fault = (_asked, index) => (index === 0 ? { ...busy('9', 500), handled: true } : undefined);
    const client = clientOf(service, { dispatcher });
    await client.create(streamDocument('orders'));
    expect(client.clock.slept.filter((ms) => ms < 100_000)).toEqual([9000]);

    service.fault = () => busy('900', 500);
    const hasty = clientOf(service, { dispatcher, timeout: 60_000, clock: new FakeClock() });
    await expect(hasty.create(streamDocument('others'))).rejects.toMatchObject({
      message: expect.stringMatching(/^whether the stream was created is not known: .* asks to wait longer/),
      retryAfter: 900_000,
    });
    expect(hasty.requests).toBe(1);
  });

  it('is shown as a date where there is one for it', () => {
    expect(comeBack(6001, at)).toBe('in 7 s (2026-11-23T15:00:07Z)');
    expect(comeBack(Number.MAX_SAFE_INTEGER, at)).toBe('in 9007199254741 s');
  });
});
