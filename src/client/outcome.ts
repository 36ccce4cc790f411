/** Classifies the result of one request: a success, or an error together with whether the request may have taken effect. */
import { type Body, readBody } from './body.ts';
import { type Diagnosis, diagnose, type Fate, type Symptoms } from './codes.ts';
import {
  AbortedError,
  type ErrorFacts,
  type EventBridgeError,
  NetworkError,
  ServiceError,
  TimeoutError,
} from './errors.ts';
import type { Operation } from './operation.ts';
import { isRepeatable } from './operation.ts';
import type { Redactor } from './redact/redactor.ts';
import { comeBack, readRetryAfter } from './retry.ts';
import type { Response } from './send.ts';
import type { Success } from './transport/reply.ts';
import type { Transport } from './transport/transport.ts';

export interface FailedRequest {
  readonly ok: false;
  /**
   * `unsent`: the request did not leave this machine, so that even Create may be repeated. `unreadable`: the service answered a success
   * that cannot be read; the change may have been made, and a repetition would probably get the same answer.
   */
  readonly fate: Fate | 'unsent' | 'unreadable';
  readonly error: EventBridgeError;
  /** Whether the answer had a `Retry-After` header, valid or not. */
  readonly askedToWait: boolean;
}

export type Outcome = Success | FailedRequest;

/** The service's answer to one request, as the client reports it. */
export interface Answered {
  /** `Success`, or the error code. */
  readonly code: string;
  /** HTTP status of the response. */
  readonly httpStatus: number;
  /** Undefined where the answer has none. */
  readonly requestId: string | undefined;
  /** Whether repeating the call is safe and may succeed; false after a success. */
  readonly retryable: boolean;
}

export function answeredBy(outcome: Outcome, httpStatus: number): Answered {
  if (outcome.ok) {
    return { code: 'Success', httpStatus: outcome.httpStatus, requestId: outcome.requestId, retryable: false };
  }
  const { code, requestId, retryable } = outcome.error;
  return { code, httpStatus, requestId, retryable };
}

interface Circumstances {
  readonly operation: Operation;
  readonly redactor: Redactor;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Whether the same request may be sent again without looking first. */
export function mayRepeat(fate: FailedRequest['fate'], operation: Operation): boolean {
  return fate === 'busy' || fate === 'unsent' || (fate === 'unclear' && isRepeatable(operation));
}

/** Whether the change may have been made although no answer confirms it. */
export function isUnclear(fate: FailedRequest['fate']): boolean {
  return fate === 'unclear' || fate === 'unreadable';
}

export function readResponse(transport: Transport, response: Response, around: Circumstances): Outcome {
  const { status, header } = response;
  const read = readBody(response);
  if (!('object' in read)) return unreadable(response, read, around);
  const body = read.object;
  const reply = transport.read({ status, header, body });
  if (reply.ok) return { ...reply, requestId: reply.requestId && around.redactor.brief(reply.requestId) };
  const { code, message, bodyStatus, requestId } = reply;
  if (status <= 299 && code === undefined && (bodyStatus ?? 200) <= 299) {
    return failed(ServiceError, 'unreadable', around, {
      ...factsOf(response, requestId, around),
      code: 'InvalidResponse',
      message: `the answer with status ${status} does not say that it succeeded`,
      hint: 'check the endpoint and the transport, and whether a proxy or a login page answers in place of the service',
    });
  }
  return failure({ code, message, httpStatus: status, bodyStatus }, factsOf(response, requestId, around), true, around);
}

type Facts = Pick<ErrorFacts, 'httpStatus' | 'requestId' | 'retryAfter'> & {
  readonly askedToWait: boolean;
  readonly leadsTo: string | undefined;
};

/** Error details from the headers; `requestId` is the one of the body. */
function factsOf({ status, header }: Response, requestId: string | undefined, around: Circumstances): Facts {
  const { redactor, now } = around;
  const told = requestId ?? header('x-eventbridge-request-id') ?? header('x-acs-request-id');
  const retryAfter = header('retry-after');
  const location = status >= 300 && status <= 399 ? header('location') : undefined;
  return {
    httpStatus: status,
    requestId: told === undefined ? undefined : redactor.brief(told),
    retryAfter: readRetryAfter(retryAfter, now),
    askedToWait: retryAfter !== undefined,
    leadsTo: location !== undefined && URL.canParse(location) ? redactor.brief(new URL(location).origin) : undefined,
  };
}

/**
 * A body that is not a JSON object, such as the error page of a proxy: the error is derived from the HTTP status. A 2xx status does
 * not prove a success, because only the body confirms one.
 */
function unreadable(
  response: Response,
  read: Exclude<Body, { object: unknown }>,
  around: Circumstances,
): FailedRequest {
  const { status } = response;
  const problem = around.redactor.brief(read.problem);
  const facts = factsOf(response, undefined, around);
  if (status >= 200 && status <= 299) {
    // A truncated body may be complete the next time; one that is too large will be too large again.
    const fate = read.code === 'InvalidResponse' ? 'unclear' : 'unreadable';
    const message = `the answer with status ${status} ${problem}`;
    return failed(ServiceError, fate, around, { ...facts, code: read.code, message, hint: read.hint });
  }
  const message = `status ${status} with a body that ${problem}`;
  return failure({ code: undefined, message, httpStatus: status, bodyStatus: undefined }, facts, false, around);
}

/** `hasBody`: the body is a JSON object. */
function failure(symptoms: Symptoms, facts: Facts, hasBody: boolean, around: Circumstances): FailedRequest {
  const { redactor } = around;
  const { httpStatus, bodyStatus, code, message } = symptoms;
  const status = httpStatus >= 400 ? httpStatus : (bodyStatus ?? httpStatus);
  const diagnosis: Diagnosis = diagnose(symptoms);
  // A 404 without a JSON body comes from a proxy or a wrong path: it does not mean that the stream is absent.
  const page = status === 404 && !hasBody;
  return failed(page ? ServiceError : diagnosis.type, diagnosis.fate, around, {
    ...facts,
    code: redactor.brief(code ?? `Http${status}${page ? 'Page' : ''}`),
    message: redactor.brief(message ?? `the service answered status ${status} and no message`),
    bodyStatus,
    hint: diagnosis.hint,
  });
}

type Constructor = new (facts: ErrorFacts) => EventBridgeError;

function failed(
  Type: Constructor,
  fate: FailedRequest['fate'],
  { operation, now }: Circumstances,
  { askedToWait = false, leadsTo, ...facts }: Omit<ErrorFacts, 'operation' | 'retryable'> & Partial<Facts>,
): FailedRequest {
  const { retryAfter } = facts;
  const hints = [
    retryAfter === undefined ? undefined : `call again ${comeBack(retryAfter, now)}, as the service asks`,
    leadsTo === undefined
      ? undefined
      : `the answer redirects to \`${leadsTo}\`, and the client does not follow redirects with credentials`,
    facts.hint,
  ].filter((hint) => hint !== undefined);
  const hint = hints.length === 0 ? undefined : hints.join('; ');
  const error = new Type({ ...facts, hint, operation, retryable: mayRepeat(fate, operation) });
  return { ok: false, fate, error, askedToWait };
}

const TIMEOUTS: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'ConnectTimeout',
  UND_ERR_HEADERS_TIMEOUT: 'HeadersTimeout',
  UND_ERR_BODY_TIMEOUT: 'BodyTimeout',
};
const CERTIFICATE = /CERT|SELF_SIGNED|^ERR_TLS|UNABLE_TO_VERIFY/;

/** Classifies an error of undici. `sent`: whether the request had been written to the connection. */
export function readThrown(thrown: unknown, sent: boolean, around: Circumstances): FailedRequest {
  const cause = around.redactor.error(thrown);
  const given = (thrown as { readonly code?: unknown } | null)?.code;
  const told = typeof given === 'string' ? given : '';
  const fate = sent ? 'unclear' : 'unsent';
  const timeout = TIMEOUTS[told];
  if (timeout !== undefined) {
    const message = `no answer in time: ${cause.message}`;
    return failed(TimeoutError, fate, around, {
      code: timeout,
      message,
      cause,
      hint: 'repeat later, or raise `timeout`',
    });
  }
  const message = sent
    ? `the connection was lost before the answer was complete: ${cause.message}`
    : `no connection: ${cause.message}`;
  if (!sent && CERTIFICATE.test(told)) {
    const hint = 'check the endpoint, and which certificates this machine trusts';
    return failed(NetworkError, 'refused', around, { code: 'CertificateRefused', message, cause, hint });
  }
  const hint = sent ? undefined : 'check the endpoint, the region, the account id and the network';
  return failed(NetworkError, fate, around, { code: sent ? 'ConnectionLost' : 'NoConnection', message, cause, hint });
}

/**
 * The error of a call that the caller's signal or the time limit ended. `spent`: the time limit did. `unclear`: a change was sent and
 * its answer had not arrived.
 */
export function ended(
  reason: unknown,
  { spent, unclear }: { readonly spent: boolean; readonly unclear: boolean },
  { operation, redactor }: Circumstances,
): EventBridgeError {
  const cause = redactor.error(reason);
  const suffix = unclear ? '; the request may have taken effect' : '';
  if (!spent) {
    const message = `the call was aborted: ${cause.message}${suffix}`;
    return new AbortedError({ code: 'Aborted', message, operation, cause });
  }
  const hint = 'raise `timeout.call`';
  return new TimeoutError({ code: 'CallTimeout', message: `${cause.message}${suffix}`, operation, hint });
}
