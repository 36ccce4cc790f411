/** Results of the calls, read from the service's answers. Streams keep the spelling of the service; `raw` is the whole answer. */
import { ServiceError } from './errors.ts';
import type { EventStreamingDocument, StreamFinding } from './model/index.ts';
import type { Operation } from './operation.ts';
import { hideWhenInspected } from './redact/inspected.ts';
import { isObject, layersOf, memberOf, type Success } from './transport/reply.ts';

/** The states of a stream that the service documents; others may come. */
export type StreamStatus =
  | 'READY'
  | 'STARTING'
  | 'STARTING_FAILED'
  | 'RUNNING'
  | 'RUNNING_FAILED'
  | 'PAUSED'
  | (string & Record<never, never>);

/** A stream as the service returns it, with members that are not typed here too. */
export type Stream = Partial<EventStreamingDocument> & {
  /** The name, by which all operations address the stream. */
  readonly EventStreamingName: string;
  /** The state of the stream. */
  readonly Status?: StreamStatus;
  /** Its metrics; absent in lists. The SDK has their names and types; the service documents neither meanings nor units. */
  readonly DetailedStatus?: {
    /** By its name events per second. */
    readonly TPS?: number;
    /** By its name the delay behind the source. */
    readonly DelayTime?: number;
    /** By its name the number of events behind the source. */
    readonly DiffOffset?: number;
    /** Further metrics by name. */
    readonly Extensions?: Readonly<Record<string, unknown>>;
  };
} & {
  /** Members that the service adds later. */
  readonly [member: string]: unknown;
};

/** The result of every operation. */
export interface Result {
  /** The service's id of the request. */
  readonly requestId: string | undefined;
  /** The whole answer. `util.inspect` hides the secrets in it; `JSON.stringify` does not. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The result of an operation that sends a document. */
export interface CheckedResult extends Result {
  /** Warnings about the document that was sent. */
  readonly findings: readonly StreamFinding[];
}

/** The result of `create`. */
export interface CreateResult extends CheckedResult {
  /** From the answer; else made from region, account and name, or undefined without these. */
  readonly eventStreamingArn: string | undefined;
}

/** The result of `get`. */
export interface GetResult extends Result {
  /** The stream with all its members; secrets may be masked by the service. */
  readonly stream: Stream;
}

/** One page of `list`. */
export interface ListResult extends Result {
  /** In the order of the service, with fewer members than `get` returns. */
  readonly streams: readonly Stream[];
  /** Undefined on the last page. */
  readonly nextToken: string | undefined;
  /** Number of streams on all pages; undefined where the service does not return it. */
  readonly total: number | undefined;
}

/** The result of `testEventPattern`. */
export interface TestEventPatternResult extends Result {
  /** Whether the event matches the pattern. */
  readonly matches: boolean;
}

/** The result of `waitFor`. */
export interface WaitResult {
  /** The service's id of the last request. */
  readonly requestId: string | undefined;
  /** Undefined after waiting for `DELETED`. */
  readonly stream: Stream | undefined;
}

export function resultOf({ requestId, raw }: Success): Result {
  return hideWhenInspected({ requestId, raw });
}

export function arnOf({ raw }: Success): string | undefined {
  const arn = memberOf(layersOf(raw), 'EventStreamingARN');
  return typeof arn === 'string' && arn !== '' ? arn : undefined;
}

export function streamOf(reply: Success): GetResult {
  const stream = layersOf(reply.raw).find(isStream);
  if (stream === undefined) throw incomplete(reply, 'GetEventStreaming', 'has no stream in it');
  return hideWhenInspected({ ...resultOf(reply), stream });
}

export function pageOf(reply: Success): ListResult {
  const layers = layersOf(reply.raw);
  const streams = memberOf(layers, 'EventStreamings') ?? [];
  if (!Array.isArray(streams) || !streams.every(isStream)) {
    throw incomplete(reply, 'ListEventStreamings', 'has no list of streams in it');
  }
  const nextToken = memberOf(layers, 'NextToken');
  const total = memberOf(layers, 'Total');
  return hideWhenInspected({
    ...resultOf(reply),
    streams,
    nextToken: nextToken === undefined || nextToken === '' ? undefined : String(nextToken),
    total: typeof total === 'number' ? total : undefined,
  });
}

export function verdictOf(reply: Success): TestEventPatternResult {
  const matches = memberOf(layersOf(reply.raw), 'Result');
  if (typeof matches !== 'boolean') throw incomplete(reply, 'TestEventPattern', 'has no result in it');
  return { ...resultOf(reply), matches };
}

function isStream(value: unknown): value is Stream {
  return isObject(value) && typeof value.EventStreamingName === 'string';
}

/** The error for a successful answer that lacks its result. */
function incomplete({ requestId }: Success, operation: Operation, what: string): ServiceError {
  return new ServiceError({
    code: 'InvalidResponse',
    message: `the answer ${what}`,
    operation,
    requestId,
    retryable: true,
    hint: 'check the endpoint and the transport',
  });
}
