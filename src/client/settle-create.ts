/**
 * Settles a Create whose outcome is unclear: before it is repeated, Get shows whether the stream exists and equals the document that was
 * sent.
 */

import type { Settled } from './call.ts';
import { firstDifference } from './changes.ts';
import { isAbsent } from './codes.ts';
import { ConflictError, type EventBridgeError, ServiceError } from './errors.ts';
import { type FailedRequest, isUnclear } from './outcome.ts';
import type { Stream } from './results.ts';
import type { Success } from './transport/reply.ts';

type Document = Readonly<Record<string, unknown>>;

/** The result of Get: the stream, or an error, which may be that it does not exist. */
export type LookedUp = { readonly stream: Stream; readonly reply: Success } | { readonly error: EventBridgeError };

interface Means {
  readonly get: () => Promise<LookedUp>;
  /** Waits `ms` milliseconds; resolves to false at once where the deadline of the call is sooner. */
  readonly pause: (ms: number) => Promise<boolean>;
}

/** Decides on a failed Create; undefined where the failure is neither unclear nor a name that an earlier try may have taken. */
export async function settleCreate(
  document: Document,
  { fate, error, askedToWait }: FailedRequest,
  repetition: number,
  { get, pause }: Means,
): Promise<Settled | undefined> {
  // After a repetition, an earlier try may have created the stream itself.
  const taken = error instanceof ConflictError && repetition > 0;
  if (!isUnclear(fate) && !taken) return undefined;
  // `Retry-After` holds for Get too.
  if (askedToWait && !(await pause(error.retryAfter ?? 0))) {
    return unclear(error, 'the service asks to wait longer than this call may take', error);
  }
  const found = await get();
  if ('error' in found) {
    if (!isAbsent(found.error)) return unclear(error, `Get failed: ${found.error.message}`, found.error);
    return taken ? error : { repeat: true, last: unclear(error, 'Get did not find it', error) };
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
