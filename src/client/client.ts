/** The client: each operation is checked here, called through the caller, and read into a result. */
import type { JsonObject } from '../index.ts';
import type { Answered, Failure } from './attempt.ts';
import { assertBounds, Caller } from './call.ts';
import {
  type Approved,
  approveBusinessOption,
  approveEvent,
  approveName,
  approvePattern,
  approveStream,
} from './check.ts';
import { isAbsent } from './codes.ts';
import { type Found, settleCreate } from './create.ts';
import type { Deadline } from './deadline.ts';
import { createBody, hasRabbitMQSource } from './document.ts';
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
import type { Success } from './transport/reply.ts';
import { type AwaitedStatus, awaitStatus, type WaitOptions } from './wait.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Every operation of the API on event streams. Documents are spelled as the service spells them. What can be refused
 * here is refused with a `ValidationError` before anything is sent; every error is an `EventBridgeError`.
 */
export class EventStreamingClient {
  readonly #caller: Caller;

  /** @throws ValidationError for an option that is missing or wrong */
  constructor(options: ClientOptions = {}) {
    this.#caller = new Caller(readOptions(options));
  }

  /** How many requests were sent: each is billed, also one that failed. What was refused here is not among them. */
  get requests(): number {
    return this.#caller.requests;
  }

  /** What the service answered last, success or not; undefined before the first answer. Of several calls at once it is any of theirs. */
  get lastAnswer(): Answered | undefined {
    return this.#caller.answered;
  }

  /** What `create`, or another operation, would find on this transport; nothing is sent. */
  checkStream(document: unknown, options: Partial<CheckStreamOptions> = {}): readonly StreamFinding[] {
    return checkStream(document, { operation: 'create', transport: this.#caller.settings.transport.name, ...options });
  }

  /**
   * Creates a stream. When an answer is lost, the stream is asked for before it is created again; it resolves when the
   * stream is there as it was sent.
   * @throws ConflictError when the name is taken by another stream
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
        settle: (failure: Failure, repetition) =>
          settleCreate(body, failure, repetition, {
            get: () => this.#find(name, redactor, deadline),
            pause: (ms) => this.#caller.pause(ms, deadline),
          }),
      }),
    );
    return { ...resultOf(reply), findings, eventStreamingArn: arnOf(reply) ?? this.#arn(name) };
  }

  /** Replaces the whole document: without FilterPattern, everything matches from then on (a warning). */
  async update(document: EventStreamingDocument, options: CallOptions = {}): Promise<CheckedResult> {
    const redactor = new Redactor();
    const operation = 'UpdateEventStreaming';
    const transport = this.#caller.settings.transport.name;
    const approved = approveStream(document, { operation: 'update', transport }, operation, redactor);
    return this.#send(operation, approved, redactor, options);
  }

  /** The capacity that is billed. `openapi-v2` does not have it. */
  async updateBusinessOption(document: BusinessOptionDocument, options: CallOptions = {}): Promise<CheckedResult> {
    const redactor = new Redactor();
    const approved = approveBusinessOption(document, redactor);
    return this.#send('UpdateEventStreamingBusinessOption', approved, redactor, options);
  }

  /** @throws NotFoundError */
  async get(name: string, options: CallOptions = {}): Promise<GetResult> {
    return streamOf(await this.#byName('GetEventStreaming', name, options));
  }

  /** One page. */
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

  /** Every stream, page by page; each page is a request of its own, sent when it is needed. */
  async *listAll(filter: ListFilter = {}, options: CallOptions = {}): AsyncGenerator<Stream, void, undefined> {
    let nextToken = filter.nextToken;
    const seen = new Set<string>();
    do {
      const page = await this.list({ ...filter, nextToken }, options);
      yield* page.streams;
      nextToken = page.nextToken;
      // A token that comes again would list, and bill, for ever.
      if (nextToken !== undefined && seen.has(nextToken)) throw turningInCircles(page.requestId);
      seen.add(nextToken ?? '');
    } while (nextToken !== undefined);
  }

  /** A repetition that finds nothing has succeeded: the try before it did. @throws NotFoundError */
  async delete(name: string, options: CallOptions = {}): Promise<Result> {
    return resultOf(await this.#byName('DeleteEventStreaming', name, options));
  }

  /** @throws NotFoundError */
  async pause(name: string, options: CallOptions = {}): Promise<Result> {
    return resultOf(await this.#byName('PauseEventStreaming', name, options));
  }

  /** The reference calls it "Enable". It takes 30 to 60 s until the stream runs. @throws NotFoundError */
  async start(name: string, options: CallOptions = {}): Promise<Result> {
    return resultOf(await this.#byName('StartEventStreaming', name, options));
  }

  /**
   * Asks for the stream until it has this status, or is gone.
   * @throws ServiceError when it has come to a failed state, TimeoutError when its patience ends
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
    const late = (): TimeoutError => outOfPatience(name, status, timeout);
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

  /** Whether the service says that the event matches; the pattern is checked here first. */
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

  /** Waits for what is under way and closes the connections; later calls fail. A `dispatcher` that was given stays open. */
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
    const gone = async ({ error }: Failure, repetition: number): Promise<Success | undefined> =>
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

  async #find(name: string, redactor: Redactor, deadline: Deadline): Promise<Found> {
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

function turningInCircles(requestId: string | undefined): ServiceError {
  return new ServiceError({
    code: 'InvalidResponse',
    message: 'the next page has a token that was there before',
    operation: 'ListEventStreamings',
    requestId,
    hint: 'list again; if it stays, give the request id to the support of the service',
  });
}

function outOfPatience(name: string, status: AwaitedStatus, timeout: number): TimeoutError {
  return new TimeoutError({
    code: 'WaitTimeout',
    message: `the stream \`${name}\` was not ${status} after ${timeout} ms`,
    operation: 'GetEventStreaming',
    retryable: true,
    hint: 'wait again, with a longer `timeout`; the stream itself goes on',
  });
}
