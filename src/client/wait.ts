/** Waits for a state of a stream by polling. Each poll is a billed request. */
import { isAbsent } from './codes.ts';
import { EventBridgeError, ServiceError } from './errors.ts';
import type { GetResult, WaitResult } from './results.ts';

/** The states that `waitFor` can wait for; `DELETED`: the stream does not exist. */
export type AwaitedStatus = 'RUNNING' | 'PAUSED' | 'DELETED';

/** Options of `waitFor`. */
export interface WaitOptions {
  /** Longest wait in milliseconds. Default 300,000; starting a stream takes 30 to 60 s. */
  readonly timeout?: number;
  /** Milliseconds between two polls. Default 5,000. */
  readonly interval?: number;
  /** Aborting it ends the wait with an `AbortedError`. */
  readonly signal?: AbortSignal;
}

/** States that a stream does not leave without an update or a start. */
const FAILED = new Set(['STARTING_FAILED', 'RUNNING_FAILED']);

export async function awaitStatus(
  name: string,
  status: AwaitedStatus,
  get: () => Promise<GetResult>,
  pause: () => Promise<void>,
): Promise<WaitResult> {
  for (;;) {
    try {
      const { stream, requestId } = await get();
      if (stream.Status === status) return { requestId, stream };
      if (status !== 'DELETED' && FAILED.has(stream.Status ?? '')) throw failed(name, status, stream.Status, requestId);
    } catch (thrown) {
      if (status === 'DELETED' && thrown instanceof EventBridgeError && isAbsent(thrown)) {
        return { requestId: thrown.requestId, stream: undefined };
      }
      throw thrown;
    }
    await pause();
  }
}

function failed(name: string, wanted: AwaitedStatus, status = '', requestId: string | undefined): ServiceError {
  return new ServiceError({
    code: status,
    message: `the stream \`${name}\` is ${status}, and will not become ${wanted} by itself`,
    operation: 'GetEventStreaming',
    requestId,
    hint: 'look at the source and the sink of the stream in the console, correct it by an update, and start it again',
  });
}
