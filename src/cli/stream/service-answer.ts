/** The members of JSON answers of stream commands for the last reply of the service. */
import type { Answered } from '../../client/index.ts';

/** The last reply of the service; null members without one. */
export function outcomeOf(answered: Partial<Answered> | undefined): object {
  const { code = null, httpStatus = null, requestId = null, retryable = false } = answered ?? {};
  return { code, httpStatus, requestId, retryable };
}

/** For a command that ends before it begins, for instance by an invalid setting. */
export function beforeAnything(command: string): object {
  return command.startsWith('stream ') ? { ...outcomeOf(undefined), requests: 0 } : {};
}
