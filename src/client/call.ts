/**
 * Runs one call: waits for the rate limit, gets credentials, sends the request, reads the answer, and repeats the request where that is
 * safe. It is the same for all operations; an operation handles its own unclear outcomes with `settle`.
 */
import { randomUUID } from 'node:crypto';
import { Agent, type Dispatcher } from 'undici';
import { type Credentials, readCredentials, sameCredentials, secretsOf } from './auth/credentials.ts';
import { isExpired } from './codes.ts';
import { Deadline } from './deadline.ts';
import {
  AbortedError,
  AuthenticationError,
  EventBridgeError,
  refuse,
  TimeoutError,
  UnsupportedError,
} from './errors.ts';
import { Limiter } from './limiter.ts';
import { log } from './logger.ts';
import { changes, type Operation } from './operation.ts';
import type { Settings } from './options.ts';
import {
  type Answered,
  answeredBy,
  ended,
  type FailedRequest,
  isUnclear,
  mayRepeat,
  type Outcome,
  readResponse,
  readThrown,
} from './outcome.ts';
import type { Redactor } from './redact/redactor.ts';
import { delayBefore } from './retry.ts';
import { noticing, type Response, send } from './send.ts';
import type { Success } from './transport/reply.ts';

export interface Invocation {
  readonly operation: Operation;
  /** Members as the service spells them. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly redactor: Redactor;
  readonly deadline: Deadline;
  readonly rabbitMQ?: boolean;
  /**
   * Called after each failure with the number of the repetition, 0 for the first try. Where it returns undefined, `mayRepeat`
   * decides.
   */
  readonly settle?: (failure: FailedRequest, repetition: number) => Promise<Settled | undefined>;
}

/** What `settle` decides: the call succeeded, it fails, or it is repeated; `last` is the error when no repetition is left. */
export type Settled = Success | EventBridgeError | { readonly repeat: true; readonly last: EventBridgeError };

export interface Bounds {
  readonly signal?: AbortSignal | undefined;
  /** Time limit in milliseconds; default `timeout.call`. */
  readonly budget?: number | undefined;
  /** The error when the time limit is reached; default a `CallTimeout`. */
  readonly late?: (() => EventBridgeError) | undefined;
}

export class Caller {
  readonly settings: Settings;
  /** Number of requests that were written to a connection. */
  requests = 0;
  /** The answer that arrived last, of any call. */
  answered: Answered | undefined;
  private readonly dispatcher: Dispatcher;
  private readonly limiter: Limiter;
  private closed = false;

  constructor(settings: Settings) {
    const { timeout, dispatcher } = settings;
    this.settings = settings;
    this.limiter = new Limiter(settings.clock, settings.rateLimit);
    this.dispatcher = dispatcher ?? new Agent({ connect: { timeout: timeout.connect } });
  }

  /** Runs `work` with a deadline from the time limit and the caller's signal, and removes its timer and listener at the end. */
  async within<T>(
    bounds: Bounds,
    operation: Operation,
    redactor: Redactor,
    work: (deadline: Deadline) => Promise<T>,
  ): Promise<T> {
    assertBounds(bounds);
    const { signal, budget = this.settings.timeout.call, late } = bounds;
    const { clock } = this.settings;
    const deadline = new Deadline(clock, budget, signal);
    try {
      return await work(deadline);
    } catch (thrown) {
      // The signal of this deadline also ends calls inside `work`: their AbortedError does not say whether the time limit was the cause.
      const through = thrown instanceof EventBridgeError && !(thrown instanceof AbortedError);
      if (!deadline.signal.aborted || through) throw thrown;
      if (deadline.spent && late !== undefined) throw late();
      throw ended(deadline.signal.reason, deadline, { operation, redactor, now: clock.now() });
    } finally {
      deadline.close();
    }
  }

  async invoke(call: Invocation): Promise<Success> {
    const { operation, deadline } = call;
    const { transport, retry, random, logger } = this.settings;
    if (!transport.supports(operation)) throw unsupported(transport.name, operation);
    if (this.closed) throw refuse('the client is closed', 'make another one');
    let expired: { readonly credentials: Credentials; readonly error: EventBridgeError } | undefined;
    for (let repetition = 0; ; repetition++) {
      const credentials = await this.credentials(call);
      // The same expired credentials would be refused again, and the request billed.
      if (expired !== undefined && sameCredentials(expired.credentials, credentials)) throw expired.error;
      const outcome = await this.attempt(call, credentials);
      if (outcome.ok) return outcome;
      const settled = await call.settle?.(outcome, repetition);
      if (settled instanceof EventBridgeError) throw settled;
      if (settled !== undefined && 'ok' in settled) return settled;
      const error = settled?.last ?? outcome.error;
      const renewable = isExpired(error) && expired === undefined;
      const again = renewable || settled !== undefined || mayRepeat(outcome.fate, operation);
      if (!again || repetition >= retry.attempts) throw error;
      if (renewable) {
        expired = { credentials, error };
        if (!outcome.askedToWait) continue;
      }
      // After a `Retry-After`, even an unreadable one, the wait is the full bound: a random share could be 0.
      const jitter = outcome.askedToWait ? () => 1 : random;
      const delay = delayBefore(repetition + 1, retry, jitter, error.retryAfter);
      // The next try would start after the deadline: fail now.
      if (delay >= deadline.left) throw error;
      log(logger, 'warn', 'repeating a request', { operation, repetition: repetition + 1, delay, code: error.code });
      await this.settings.clock.sleep(delay, deadline.signal);
    }
  }

  /** Waits `ms` milliseconds; resolves to false at once where the deadline is sooner. */
  async pause(ms: number, deadline: Deadline): Promise<boolean> {
    if (ms >= deadline.left) return false;
    if (ms > 0) await this.settings.clock.sleep(ms, deadline.signal);
    return true;
  }

  private async credentials({ operation, redactor, deadline }: Invocation): Promise<Credentials> {
    try {
      const given = await deadline.race(Promise.resolve().then(this.settings.auth));
      // Before readCredentials, whose errors must not show them.
      const { accessKeySecret, securityToken, bearerToken } = given as Record<string, unknown>;
      for (const secret of [accessKeySecret, securityToken, bearerToken]) {
        if (typeof secret === 'string') redactor.add(secret);
      }
      const credentials = readCredentials(given);
      redactor.add(...secretsOf(credentials));
      return credentials;
    } catch (thrown) {
      if (deadline.signal.aborted) throw thrown;
      if (thrown instanceof AuthenticationError) {
        throw new AuthenticationError({ code: thrown.code, message: thrown.message, hint: thrown.hint, operation });
      }
      const cause = redactor.error(thrown);
      throw new AuthenticationError({
        code: 'NoCredentials',
        message: `the \`auth\` function failed: ${cause.message}`,
        operation,
        hint: 'check where the credentials come from; nothing was sent',
        cause,
      });
    }
  }

  private async attempt(call: Invocation, credentials: Credentials): Promise<Outcome> {
    const { operation, body, redactor, deadline, rabbitMQ = false } = call;
    const { clock, transport, origin, region, acsSeparator, createPath, timeout, maxResponseSize, logger } =
      this.settings;
    if (!(await this.limiter.turn(rabbitMQ, deadline.left, deadline.signal))) throw rateLimited(operation);
    const around = { operation, redactor, now: clock.now() };
    const nonce = randomUUID();
    const date = new Date(clock.now());
    const request = transport.request({
      operation,
      body,
      origin,
      region,
      credentials,
      date,
      nonce,
      acsSeparator,
      createPath,
    });
    let sent = false;
    const notice = (): void => {
      sent = true;
      if (changes(operation)) deadline.unclear = true;
      this.requests++;
    };
    let response: Response;
    try {
      if (deadline.signal.aborted) throw deadline.signal.reason;
      const limits = { headers: timeout.headers, body: timeout.body, maxResponseSize };
      response = await send(noticing(this.dispatcher, notice), request, limits, deadline.signal);
    } catch (thrown) {
      if (deadline.signal.aborted) throw deadline.signal.reason;
      const outcome = readThrown(thrown, sent, around);
      log(logger, 'debug', 'no answer', { operation, sent, ...told(outcome) });
      return outcome;
    }
    const outcome = readResponse(transport, response, { ...around, now: clock.now() });
    this.answered = answeredBy(outcome, response.status);
    if (changes(operation)) deadline.unclear = !outcome.ok && isUnclear(outcome.fate);
    log(logger, 'debug', 'answer', { operation, status: response.status, ...told(outcome) });
    return outcome;
  }

  /** Waits for running requests and closes the client's own agent; later calls fail. A `dispatcher` of the options stays open. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.settings.dispatcher === undefined) await this.dispatcher.close();
  }
}

/** @throws ValidationError for call options that are no object, or whose `signal` is no AbortSignal */
export function assertBounds(bounds: Bounds): void {
  const given: unknown = bounds;
  if (typeof given !== 'object' || given === null)
    throw refuse('the options of a call are no object', 'give `{ signal }`');
  const { signal } = bounds;
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.addEventListener !== 'function') {
    throw refuse('`signal` is no AbortSignal', 'give `new AbortController().signal`, or `AbortSignal.timeout(ms)`');
  }
}

function told(outcome: Outcome): Record<string, unknown> {
  if (!outcome.ok) return { code: outcome.error.code, requestId: outcome.error.requestId, fate: outcome.fate };
  return { requestId: outcome.requestId };
}

function unsupported(transport: string, operation: Operation): UnsupportedError {
  return new UnsupportedError({
    code: 'UnsupportedOperation',
    message: `the transport \`${transport}\` has no operation \`${operation}\``,
    operation,
    hint: 'choose the transport `rest` or `rpc`',
  });
}

function rateLimited(operation: Operation): TimeoutError {
  return new TimeoutError({
    code: 'RateLimited',
    message: '`rateLimit` would delay this request beyond the time limit of the call',
    operation,
    retryable: true,
    hint: 'call less often, or raise `rateLimit` or `timeout.call`',
  });
}
