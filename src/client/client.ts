/** The client: each operation checks its arguments, calls the service and reads the answer. */
import type { JsonObject } from '../index.ts';
import {
  type Approved,
  approveBusinessOption,
  approveEvent,
  approveName,
  approvePattern,
  approveStream,
} from './approve.ts';
import { assertBounds, Caller } from './call.ts';
import { isAbsent } from './codes.ts';
import type { Deadline } from './deadline.ts';
import { EventBridgeError, refuse, ServiceError, TimeoutError } from './errors.ts';
import { type ListFilter, listBody } from './filter.ts';
import {
  type BusinessOptionDocument,
  type CheckStreamOptions,
  checkStream,
  type EventStreamingDocument,
  type StreamFinding,
} from './model/index.ts';
import type { Operation } from './operation.ts';
import { type ClientOptions, readOptions } from './options.ts';
import type { Answered, FailedRequest } from './outcome.ts';
import { Redactor } from './redact/redactor.ts';
import {
  arnOf,
  type CheckedResult,
  type CreateResult,
  type GetResult,
  type ListResult,
  pageOf,
  type Result,
  resultOf,
  type Stream,
  streamOf,
  type TestEventPatternResult,
  verdictOf,
  type WaitResult,
} from './results.ts';
import { type LookedUp, settleCreate } from './settle-create.ts';
import type { Success } from './transport/reply.ts';
import { type AwaitedStatus, awaitStatus, type WaitOptions } from './wait.ts';
import { createBody, hasRabbitMQSource } from './wire-body.ts';

/** Options of one call. */
export interface CallOptions {
  /** Aborting it ends the call with an `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Client of the EventStreaming API. Documents have the members of the API reference. Arguments are checked before anything is sent, and
 * refused with a `ValidationError`; calls reject with an `EventBridgeError` only.
 */
export class EventStreamingClient {
  readonly #caller: Caller;

  /** @throws ValidationError for an option that is missing or wrong */
  constructor(options: ClientOptions = {}) {
    this.#caller = new Caller(readOptions(options));
  }

  /** Number of requests that were sent, repetitions included. Each is billed, whether it succeeds or not. */
  get requests(): number {
    return this.#caller.requests;
  }

  /** The service's last answer, of any call; undefined before the first. */
  get lastAnswer(): Answered | undefined {
    return this.#caller.answered;
  }

  /** The findings of `checkStream` for the transport of this client, by default for `create`. Nothing is sent. */
  checkStream(document: unknown, options: Partial<CheckStreamOptions> = {}): readonly StreamFinding[] {
    return checkStream(document, { operation: 'create', transport: this.#caller.settings.transport.name, ...options });
  }

  /**
   * Creates a stream. When the answer is lost, Get is called before Create is repeated, and the call succeeds if the stream exists and
   * equals the document.
   * @throws ConflictError when another stream has the name
   */
  async create(document: EventStreamingDocument, options: CallOptions = {}): Promise<CreateResult> {
    const redactor = new Redactor();
    const operation = 'CreateEventStreaming';
    const transport = this.#caller.settings.transport.name;
    const approved = approveStream(document, { operation: 'create', transport }, operation, redactor);
    const { findings } = approved;
    const body = createBody(approved.body);
    const name = document.EventStreamingName;
    const reply = await this.#caller.within(options, operation, redactor, (deadline) =>
      this.#caller.invoke({
        operation,
        body,
        redactor,
        deadline,
        rabbitMQ: hasRabbitMQSource(body),
        settle: (failure: FailedRequest, repetition) =>
          settleCreate(body, failure, repetition, {
            get: () => this.#find(name, redactor, deadline),
            pause: (ms) => this.#caller.pause(ms, deadline),
          }),
      }),
    );
    return { ...resultOf(reply), findings, eventStreamingArn: arnOf(reply) ?? this.#arn(name) };
  }

  /** Replaces the whole stream document. Without FilterPattern the stream then takes every event, which is a warning. */
  async update(document: EventStreamingDocument, options: CallOptions = {}): Promise<CheckedResult> {
    const redactor = new Redactor();
    const operation = 'UpdateEventStreaming';
    const transport = this.#caller.settings.transport.name;
    const approved = approveStream(document, { operation: 'update', transport }, operation, redactor);
    return this.#send(operation, approved, redactor, options);
  }

  /** Changes the billed capacity of a stream. @throws UnsupportedError on the transport `openapi-v2` */
  async updateBusinessOption(document: BusinessOptionDocument, options: CallOptions = {}): Promise<CheckedResult> {
    const redactor = new Redactor();
    const approved = approveBusinessOption(document, redactor);
    return this.#send('UpdateEventStreamingBusinessOption', approved, redactor, options);
  }

  /** The stream of this name. @throws NotFoundError */
  async get(name: string, options: CallOptions = {}): Promise<GetResult> {
    return streamOf(await this.#byName('GetEventStreaming', name, options));
  }

  /** One page of streams; `nextToken` of the result leads to the next. */
  async list(filter: ListFilter = {}, options: CallOptions = {}): Promise<ListResult> {
    const operation = 'ListEventStreamings';
    const body = listBody(filter, this.#caller.settings.transport);
    const redactor = new Redactor();
    return pageOf(
      await this.#caller.within(options, operation, redactor, (deadline) =>
        this.#caller.invoke({ operation, body, redactor, deadline }),
      ),
    );
  }

  /** All streams. The pages are requested one by one, while they are read; each is a billed request. */
  async *listAll(filter: ListFilter = {}, options: CallOptions = {}): AsyncGenerator<Stream, void, undefined> {
    let nextToken = filter.nextToken;
    const seen = new Set<string>();
    do {
      const page = await this.list({ ...filter, nextToken }, options);
      yield* page.streams;
      nextToken = page.nextToken;
      // A token that occurs twice would make requests, which are billed, without end.
      if (nextToken !== undefined && seen.has(nextToken)) throw repeatedToken(page.requestId);
      seen.add(nextToken ?? '');
    } while (nextToken !== undefined);
  }

  /** Deletes a stream. When a repeated request finds no stream, the call has succeeded. @throws NotFoundError */
  async delete(name: string, options: CallOptions = {}): Promise<Result> {
    return resultOf(await this.#byName('DeleteEventStreaming', name, options));
  }

  /** Pauses a stream. @throws NotFoundError */
  async pause(name: string, options: CallOptions = {}): Promise<Result> {
    return resultOf(await this.#byName('PauseEventStreaming', name, options));
  }

  /** Starts a stream ("Enable" in the reference). It runs 30 to 60 s later: see `waitFor`. @throws NotFoundError */
  async start(name: string, options: CallOptions = {}): Promise<Result> {
    return resultOf(await this.#byName('StartEventStreaming', name, options));
  }

  /**
   * Calls Get until the stream has the status; for `DELETED`, until it does not exist.
   * @throws ServiceError when the stream fails, TimeoutError after `timeout`
   */
  async waitFor(name: string, status: AwaitedStatus, options: WaitOptions = {}): Promise<WaitResult> {
    assertBounds(options);
    const { timeout = 300_000, interval = 5000, signal } = options;
    if (!['RUNNING', 'PAUSED', 'DELETED'].includes(status)) {
      throw refuse(`\`${String(status)}\` cannot be waited for`, 'wait for RUNNING, PAUSED or DELETED');
    }
    if (!(timeout > 0) || !(interval > 0)) throw refuse('`timeout` and `interval` are numbers of milliseconds above 0');
    const redactor = new Redactor();
    approveName(name, 'GetEventStreaming', redactor);
    const { clock } = this.#caller.settings;
    const late = (): TimeoutError => waitTimeout(name, status, timeout);
    return this.#caller.within({ signal, budget: timeout, late }, 'GetEventStreaming', redactor, (deadline) =>
      awaitStatus(
        name,
        status,
        () => this.get(name, { signal: deadline.signal }),
        async () => {
          if (interval >= deadline.left) throw late();
          await clock.sleep(interval, deadline.signal);
        },
      ),
    );
  }

  /** Whether the event matches the pattern, according to the service. @throws ValidationError for an invalid pattern or event; nothing is sent */
  async testEventPattern(
    pattern: string | JsonObject,
    event: string | object,
    options: CallOptions = {},
  ): Promise<TestEventPatternResult> {
    const operation = 'TestEventPattern';
    const redactor = new Redactor();
    const Event = approveEvent(event);
    redactor.addFrom(JSON.parse(Event));
    const body = { Event, EventPattern: approvePattern(pattern, redactor) };
    return verdictOf(
      await this.#caller.within(options, operation, redactor, (deadline) =>
        this.#caller.invoke({ operation, body, redactor, deadline }),
      ),
    );
  }

  /** Waits for running calls and closes the connections; later calls fail. A `dispatcher` of the options stays open. */
  async close(): Promise<void> {
    await this.#caller.close();
  }

  async #send(
    operation: Operation,
    { body, findings }: Approved,
    redactor: Redactor,
    options: CallOptions,
  ): Promise<CheckedResult> {
    const reply = await this.#caller.within(options, operation, redactor, (deadline) =>
      this.#caller.invoke({ operation, body, redactor, deadline, rabbitMQ: hasRabbitMQSource(body) }),
    );
    return { ...resultOf(reply), findings };
  }

  async #byName(operation: Operation, name: string, options: CallOptions): Promise<Success> {
    const redactor = new Redactor();
    approveName(name, operation, redactor);
    return this.#caller.within(options, operation, redactor, (deadline) =>
      this.#named(operation, name, redactor, deadline),
    );
  }

  #named(operation: Operation, name: string, redactor: Redactor, deadline: Deadline): Promise<Success> {
    const gone = async ({ error }: FailedRequest, repetition: number): Promise<Success | undefined> =>
      repetition > 0 && isAbsent(error)
        ? { ok: true, httpStatus: error.httpStatus ?? 404, requestId: error.requestId, raw: {} }
        : undefined;
    return this.#caller.invoke({
      operation,
      body: { EventStreamingName: name },
      redactor,
      deadline,
      ...(operation === 'DeleteEventStreaming' ? { settle: gone } : {}),
    });
  }

  async #find(name: string, redactor: Redactor, deadline: Deadline): Promise<LookedUp> {
    try {
      const reply = await this.#named('GetEventStreaming', name, redactor, deadline);
      return { stream: streamOf(reply).stream, reply };
    } catch (thrown) {
      if (thrown instanceof EventBridgeError) return { error: thrown };
      throw thrown;
    }
  }

  /** `acs:eventbridge:{region}:{account}:eventstreaming/{name}` */
  #arn(name: string): string | undefined {
    const { region, accountId } = this.#caller.settings;
    if (region === undefined || accountId === undefined) return undefined;
    return `acs:eventbridge:${region}:${accountId}:eventstreaming/${name}`;
  }
}

function repeatedToken(requestId: string | undefined): ServiceError {
  return new ServiceError({
    code: 'InvalidResponse',
    message: 'the service returned the same page token twice',
    operation: 'ListEventStreamings',
    requestId,
    hint: 'list again; if it happens again, give the request id to the support of the service',
  });
}

function waitTimeout(name: string, status: AwaitedStatus, timeout: number): TimeoutError {
  return new TimeoutError({
    code: 'WaitTimeout',
    message: `the stream \`${name}\` was not ${status} after ${timeout} ms`,
    operation: 'GetEventStreaming',
    retryable: true,
    hint: 'wait again, with a longer `timeout`; the stream itself goes on',
  });
}
