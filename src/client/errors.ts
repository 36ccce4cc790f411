/** The errors that calls reject with. The texts in them have been redacted by their callers. */
import type { StreamFinding } from './model/index.ts';
import type { Operation } from './operation.ts';

/** The members of an error of this client; `EventBridgeError` describes them. */
export interface ErrorFacts {
  /** The service's error code, or one of this client. */
  readonly code: string;
  /** One sentence, without secrets. */
  readonly message: string;
  /** The operation that failed. */
  readonly operation?: Operation | undefined;
  /** HTTP status of the response. */
  readonly httpStatus?: number | undefined;
  /** The status in the body of the response. */
  readonly bodyStatus?: number | undefined;
  /** The service's id of the request. */
  readonly requestId?: string | undefined;
  /** Default false. */
  readonly retryable?: boolean;
  /** Milliseconds, from the header `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /** What to do next. */
  readonly hint?: string | undefined;
  /** The error of the connection, or the reason of the caller's signal. */
  readonly cause?: Error | undefined;
}

/** The base of all errors of this client. */
export class EventBridgeError extends Error {
  /** The name of the class, also where several copies of this package are loaded; of `AbortedError` it is `AbortError`. */
  override readonly name: string = 'EventBridgeError';
  /** The service's error code, or one of this client where the service gave none (`docs/client.md` lists them). */
  readonly code: string;
  /** Undefined where the error belongs to no operation, such as a wrong option of the client. */
  readonly operation: Operation | undefined;
  /** HTTP status of the response; undefined when there was none. */
  readonly httpStatus: number | undefined;
  /** The status in the body of the response, where it has one: it may be 500 while the HTTP status is 200. */
  readonly bodyStatus: number | undefined;
  /** The service's id of the request. */
  readonly requestId: string | undefined;
  /** Whether repeating the call is safe and may succeed. */
  readonly retryable: boolean;
  /** Milliseconds to wait, from the header `Retry-After`; `hint` has the time of day. */
  readonly retryAfter: number | undefined;
  /** What to do next. */
  readonly hint: string | undefined;

  /** Made by the client. */
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

  /** The members and the message, which `JSON.stringify` leaves out of other errors. Secrets are redacted. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), message: this.message };
  }
}

/** The request is not valid: either the client refused it and sent nothing, or the service did (then `httpStatus` is set). */
export class ValidationError extends EventBridgeError {
  override readonly name = 'ValidationError';
  /** What is wrong with the document, the name or the pattern; empty for wrong options and for refusals of the service. */
  readonly findings: readonly StreamFinding[];

  /** Made by the client, before it sends anything or from an answer of the service. */
  constructor(facts: ErrorFacts, findings: readonly StreamFinding[] = []) {
    super(facts);
    this.findings = findings;
  }
}

/** An option or an argument that is missing or wrong. */
export function refuse(message: string, hint?: string, operation?: Operation): ValidationError {
  return new ValidationError({ code: 'InvalidOption', message, hint, operation });
}

/** Credentials are missing, wrong or expired, or lack a permission. */
export class AuthenticationError extends EventBridgeError {
  override readonly name = 'AuthenticationError';
}

/** The stream, or another resource that the request names, does not exist. */
export class NotFoundError extends EventBridgeError {
  override readonly name = 'NotFoundError';
}

/** The request conflicts with the state of the service: the name is taken, for example. */
export class ConflictError extends EventBridgeError {
  override readonly name = 'ConflictError';
}

/** The service refused the request because there were too many. */
export class ThrottledError extends EventBridgeError {
  override readonly name = 'ThrottledError';
}

/** The service failed, its answer cannot be read, or a stream reached a failed state. */
export class ServiceError extends EventBridgeError {
  override readonly name = 'ServiceError';
}

/** There was no connection, or it was lost before the answer was complete. */
export class NetworkError extends EventBridgeError {
  override readonly name = 'NetworkError';
}

/** A time limit was reached: of the connection, the headers, the body, the call or `waitFor`. */
export class TimeoutError extends EventBridgeError {
  override readonly name = 'TimeoutError';
}

/** The transport does not support the operation or the credentials. Nothing was sent. */
export class UnsupportedError extends EventBridgeError {
  override readonly name = 'UnsupportedError';
}

/** The caller's signal ended the call; `cause` is its reason. The name `AbortError` is that of the platform's aborts. */
export class AbortedError extends EventBridgeError {
  override readonly name = 'AbortError';
}
