/** The members of JSON answers of stream commands for the last reply of the service. */
import type { Answered } from '../../client/index.ts';
import type { ServiceOutcome } from './answer.ts';

/** The last reply of the service; null members without one. */
export function outcomeOf(answered: Partial<Answered> | undefined): ServiceOutcome {
  const { code = null, httpStatus = null, requestId = null, retryable = false } = answered ?? {};
  return { code, httpStatus, requestId, retryable };
}
