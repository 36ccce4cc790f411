/** The members of JSON answers of stream commands that describe the last answer of the service. */
import type { Answered } from '../../client/index.ts';

/** The last answer of the service; null where it said nothing. */
export function outcomeOf(answered: Partial<Answered> | undefined): object {
  const { code = null, httpStatus = null, requestId = null, retryable = false } = answered ?? {};
  return { code, httpStatus, requestId, retryable };
}

/** Of a command that ends before it begins: a setting is wrong, say. */
export function beforeAnything(command: string): object {
  return command.startsWith('stream ') ? { ...outcomeOf(undefined), requests: 0 } : {};
}
