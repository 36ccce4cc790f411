/** Waiting for a state of a stream, by asking for it again and again. Each question is a billed request. */
import { isAbsent } from './codes.ts';
import { EventBridgeError, ServiceError } from './errors.ts';
import type { GetResult, WaitResult } from './results.ts';

export type AwaitedStatus = 'RUNNING' | 'PAUSED' | 'DELETED';

export interface WaitOptions {
  /** Milliseconds in all. Default 300,000: enabling takes 30 to 60 s. */
  readonly timeout?: number;
  /** Milliseconds between two questions. Default 5,000. */
  readonly interval?: number;
  readonly signal?: AbortSignal;
}

/** The states out of which a stream does not come by itself. */
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
