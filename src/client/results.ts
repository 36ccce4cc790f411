/** What the calls give: our names for what every answer has, the service's own spelling for streams, `raw` for the rest. */
import { ServiceError } from './errors.ts';
import type { EventStreamingDocument, StreamFinding } from './model/index.ts';
import type { Operation } from './operation.ts';
import { hideWhenInspected } from './redact/inspected.ts';
import { isObject, layersOf, memberOf, type Success } from './transport/reply.ts';

/** The states that the service documents; it may know more. */
export type StreamStatus =
  | 'READY'
  | 'STARTING'
  | 'STARTING_FAILED'
  | 'RUNNING'
  | 'RUNNING_FAILED'
  | 'PAUSED'
  | (string & Record<never, never>);

/** A stream as the service tells it. Members that are not known here are there too. */
export type Stream = Partial<EventStreamingDocument> & {
  readonly EventStreamingName: string;
  readonly Status?: StreamStatus;
  readonly DetailedStatus?: {
    readonly TPS?: number;
    readonly DelayTime?: number;
    readonly DiffOffset?: number;
    readonly Extensions?: Readonly<Record<string, unknown>>;
  };
} & { readonly [member: string]: unknown };

export interface Result {
  readonly requestId: string | undefined;
  /** The whole answer. `util.inspect` hides the secrets in it; `JSON.stringify` does not. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface CheckedResult extends Result {
  /** Warnings about the document that was sent. */
  readonly findings: readonly StreamFinding[];
}

export interface CreateResult extends CheckedResult {
  /** As the service told it; else built from region, account and name where these are known. */
  readonly eventStreamingArn: string | undefined;
}

export interface GetResult extends Result {
  readonly stream: Stream;
}

export interface ListResult extends Result {
  readonly streams: readonly Stream[];
  /** Absent on the last page. */
  readonly nextToken: string | undefined;
  /** How many there are on all pages, where the service tells it. */
  readonly total: number | undefined;
}

export interface TestEventPatternResult extends Result {
  readonly matches: boolean;
}

export interface WaitResult {
  readonly requestId: string | undefined;
  /** Absent when it waited for a deletion. */
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

/** A success that does not hold what was asked for is none. */
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
