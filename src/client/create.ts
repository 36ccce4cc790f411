/**
 * Create, when nobody knows whether it was done: it is never repeated blindly. Get tells whether the stream is there,
 * and whether it is the one that was sent.
 */
import { type Failure, isUnclear } from './attempt.ts';
import type { Settled } from './call.ts';
import { firstDifference } from './changes.ts';
import { isAbsent } from './codes.ts';
import { ConflictError, type EventBridgeError, ServiceError } from './errors.ts';
import type { Stream } from './results.ts';
import type { Success } from './transport/reply.ts';

type Document = Readonly<Record<string, unknown>>;

/** What Get found: the stream, nothing, or an error that leaves the question open. */
export type Found = { readonly stream: Stream; readonly reply: Success } | { readonly error: EventBridgeError };

interface Means {
  readonly get: () => Promise<Found>;
  /** Waits so many milliseconds, or is false at once when the budget of the call is less. */
  readonly pause: (ms: number) => Promise<boolean>;
}

/** What to make of a failure of Create; `undefined` leaves it to the common rule. */
export async function settleCreate(
  document: Document,
  { fate, error, askedToWait }: Failure,
  repetition: number,
  { get, pause }: Means,
): Promise<Settled | undefined> {
  // That the name is taken may be the work of an earlier try; before any, it is what it says.
  const taken = error instanceof ConflictError && repetition > 0;
  if (!isUnclear(fate) && !taken) return undefined;
  // A service that asked to wait is not asked by Get either.
  if (askedToWait && !(await pause(error.retryAfter ?? 0))) {
    return unclear(error, 'the service asks to wait longer than this call may take', error);
  }
  const found = await get();
  if ('error' in found) {
    if (!isAbsent(found.error)) return unclear(error, `asking for it failed: ${found.error.message}`, found.error);
    return taken ? error : { repeat: true, last: unclear(error, 'it was not there when it was asked for', error) };
  }
  const difference = firstDifference(document, found.stream);
  if (difference === undefined) return found.reply;
  if (taken) return error;
  return new ConflictError({
    code: 'StreamDiffers',
    message: `a stream of this name exists and differs from what was sent, first at \`${difference}\``,
    operation: error.operation,
    requestId: found.reply.requestId,
    hint: 'get the stream; update it if it is yours, or choose another name',
    cause: error,
  });
}

function unclear(error: EventBridgeError, found: string, cause: EventBridgeError): EventBridgeError {
  return new ServiceError({
    code: error.code,
    message: `whether the stream was created is not known: ${error.message}; ${found}`,
    operation: error.operation,
    httpStatus: error.httpStatus,
    bodyStatus: error.bodyStatus,
    requestId: error.requestId,
    retryAfter: error.retryAfter,
    hint: 'get the stream by its name before creating it again',
    cause,
  });
}
