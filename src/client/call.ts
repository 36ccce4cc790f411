/**
 * One call: its turn, credentials, a request, its answer, and again when that may help. It knows no operation by name;
 * what to do when an outcome is unclear, the operation says (`settle`).
 */
import { randomUUID } from 'node:crypto';
import { Agent, type Dispatcher } from 'undici';
import {
  type Answered,
  answeredBy,
  ended,
  type Failure,
  isUnclear,
  mayRepeat,
  type Outcome,
  readResponse,
  readThrown,
} from './attempt.ts';
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
   * Called after each failure with the number of the repetition, 0 for the first try. Nothing leaves it to the common
   * rule.
   */
  readonly settle?: (failure: Failure, repetition: number) => Promise<Settled | undefined>;
}

/** A success after all, an error that ends the call, or a fresh try, with the error for when no more are left. */
export type Settled = Success | EventBridgeError | { readonly repeat: true; readonly last: EventBridgeError };

export interface Bounds {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; default: the budget of a call. */
  readonly budget?: number | undefined;
  /** What to say when the budget is spent. */
  readonly late?: (() => EventBridgeError) | undefined;
}

export class Caller {
  readonly settings: Settings;
  /** How many requests went on the wire. */
  requests = 0;
  /** The last answer that came; of several calls at once it is that of any. */
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

  /** Runs a call within the budget and the caller's signal, and leaves no timer and no listener behind. */
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
      // A call within this one was ended by the signal of this one, and could not know why.
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
      // Credentials that are still those that had expired would be refused, and billed, once more.
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
      // A service that asked to wait, in whatever words, is not called again at once.
      const jitter = outcome.askedToWait ? () => 1 : random;
      const delay = delayBefore(repetition + 1, retry, jitter, error.retryAfter);
      // What would come too late is told now.
      if (delay >= deadline.left) throw error;
      log(logger, 'warn', 'repeating a request', { operation, repetition: repetition + 1, delay, code: error.code });
      await this.settings.clock.sleep(delay, deadline.signal);
    }
  }

  /** Waits, unless that would take longer than the budget: then it is false at once. */
  async pause(ms: number, deadline: Deadline): Promise<boolean> {
    if (ms >= deadline.left) return false;
    if (ms > 0) await this.settings.clock.sleep(ms, deadline.signal);
    return true;
  }

  private async credentials({ operation, redactor, deadline }: Invocation): Promise<Credentials> {
    try {
      const given = await deadline.race(Promise.resolve().then(this.settings.auth));
      // Before anything is said about them.
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
    if (!(await this.limiter.turn(rabbitMQ, deadline.left, deadline.signal))) throw noTurn(operation);
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

  /** Waits for what is under way; later calls fail. A dispatcher that was given stays open. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.settings.dispatcher === undefined) await this.dispatcher.close();
  }
}

/** @throws ValidationError for options of a call that are none */
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

function noTurn(operation: Operation): TimeoutError {
  return new TimeoutError({
    code: 'RateLimited',
    message: 'the turn of this call would come after its budget, because of `rateLimit`',
    operation,
    retryable: true,
    hint: 'call less often, or raise `rateLimit` or `timeout.call`',
  });
}
