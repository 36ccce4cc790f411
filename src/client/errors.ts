/** What a call rejects with. Every text in an error has gone through the redactor before it comes here. */
import type { StreamFinding } from './model/index.ts';
import type { Operation } from './operation.ts';

export interface ErrorFacts {
  readonly code: string;
  readonly message: string;
  readonly operation?: Operation | undefined;
  readonly httpStatus?: number | undefined;
  readonly bodyStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryable?: boolean;
  readonly retryAfter?: number | undefined;
  readonly hint?: string | undefined;
  readonly cause?: Error | undefined;
}

/** The base of all errors of this client. */
export class EventBridgeError extends Error {
  override readonly name: string = 'EventBridgeError';
  /** The service's code; where it gave none, one of this client's (`docs/client.md` lists them). */
  readonly code: string;
  readonly operation: Operation | undefined;
  /** The status on the wire; absent when there was no answer. */
  readonly httpStatus: number | undefined;
  /** The status that the body tells, where it tells one: a 200 on the wire may carry a 500. */
  readonly bodyStatus: number | undefined;
  readonly requestId: string | undefined;
  /** Whether the same call may succeed later, and may be repeated without harm. */
  readonly retryable: boolean;
  /** Milliseconds that the service asked to wait; `hint` tells the moment. */
  readonly retryAfter: number | undefined;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.operation = facts.operation;
    this.httpStatus = facts.httpStatus;
    this.bodyStatus = facts.bodyStatus;
    this.requestId = facts.requestId;
    this.retryable = facts.retryable ?? false;
    this.retryAfter = facts.retryAfter;
    this.hint = facts.hint;
  }

  /** With the message, which an error otherwise keeps to itself. It holds no secret. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), message: this.message };
  }
}

/** Refused: here, before anything was sent (`findings` say why), or by the service (`httpStatus` is there). */
export class ValidationError extends EventBridgeError {
  override readonly name = 'ValidationError';
  readonly findings: readonly StreamFinding[];

  constructor(facts: ErrorFacts, findings: readonly StreamFinding[] = []) {
    super(facts);
    this.findings = findings;
  }
}

/** An option or an argument that is missing or wrong. */
export function refuse(message: string, hint?: string, operation?: Operation): ValidationError {
  return new ValidationError({ code: 'InvalidOption', message, hint, operation });
}

/** No credentials, wrong or expired ones, or no permission. */
export class AuthenticationError extends EventBridgeError {
  override readonly name = 'AuthenticationError';
}

export class NotFoundError extends EventBridgeError {
  override readonly name = 'NotFoundError';
}

export class ConflictError extends EventBridgeError {
  override readonly name = 'ConflictError';
}

export class ThrottledError extends EventBridgeError {
  override readonly name = 'ThrottledError';
}

/** The service failed, or answered what cannot be read. */
export class ServiceError extends EventBridgeError {
  override readonly name = 'ServiceError';
}

export class NetworkError extends EventBridgeError {
  override readonly name = 'NetworkError';
}

/** Connecting, waiting for headers or a body, the budget of the whole call, or the patience of `waitFor`. */
export class TimeoutError extends EventBridgeError {
  override readonly name = 'TimeoutError';
}

/** What a transport cannot do. Nothing was sent. */
export class UnsupportedError extends EventBridgeError {
  override readonly name = 'UnsupportedError';
}

/** The caller's signal; its reason is told in `cause`. The name is the one of the platform's aborts. */
export class AbortedError extends EventBridgeError {
  override readonly name = 'AbortError';
}
