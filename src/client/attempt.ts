/** What became of one try, told as an outcome: a success, or an error with the fate of the request. */
import { type Diagnosis, diagnose, type Fate } from './codes.ts';
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
import type { Redactor } from './redact.ts';
import { readRetryAfter } from './retry.ts';
import { type Response, ResponseTooLarge } from './send.ts';
import { isObject, type Success } from './transport/reply.ts';
import type { Transport } from './transport/transport.ts';

export interface Failure {
  readonly ok: false;
  /**
   * `unsent`: it never left, so that even Create may be repeated. `unreadable`: as unclear, and a repetition would most
   * likely be answered in the same way.
   */
  readonly fate: Fate | 'unsent' | 'unreadable';
  readonly error: EventBridgeError;
}

export type Outcome = Success | Failure;

interface Circumstances {
  readonly operation: Operation;
  readonly redactor: Redactor;
  readonly now: number;
}

/** Whether the same request may simply be sent again. */
export function mayRepeat(fate: Failure['fate'], operation: Operation): boolean {
  return fate === 'busy' || fate === 'unsent' || (fate === 'unclear' && isRepeatable(operation));
}

export function readResponse(transport: Transport, response: Response, around: Circumstances): Outcome {
  const { status, header, text } = response;
  const body = parsed(text);
  if (!isObject(body)) return unreadable(response, around);
  const reply = transport.read({ status, header, body });
  if (reply.ok) return reply;
  const { code, message, bodyStatus, requestId } = reply;
  if (status <= 299 && code === undefined && bodyStatus === undefined) {
    return failed(ServiceError, 'unclear', around, {
      code: 'InvalidResponse',
      message: `the answer with status ${status} does not say that it succeeded`,
      httpStatus: status,
      requestId: requestId === undefined ? undefined : around.redactor.text(requestId),
    });
  }
  return failure({ code, message, httpStatus: status, bodyStatus }, around, {
    requestId,
    retryAfter: readRetryAfter(header('retry-after'), around.now),
    hasBody: true,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A page of a proxy, half a document, nothing at all: the status alone speaks, and a 2xx says nothing. */
function unreadable({ status, header }: Response, around: Circumstances): Failure {
  const type = (header('content-type') ?? 'no content type').replace(/;.*/s, '').slice(0, 100);
  const retryAfter = readRetryAfter(header('retry-after'), around.now);
  if (status >= 200 && status <= 299) {
    const message = `the answer with status ${status} is not a JSON object (${around.redactor.text(type)})`;
    return failed(ServiceError, 'unclear', around, { code: 'InvalidResponse', message, httpStatus: status });
  }
  const message = `status ${status} with a body that is not a JSON object (${type})`;
  const requestId = header('x-eventbridge-request-id') ?? header('x-acs-request-id');
  const symptoms = { code: undefined, message, httpStatus: status, bodyStatus: undefined };
  return failure(symptoms, around, { requestId, retryAfter, hasBody: false });
}

function failure(
  symptoms: Parameters<typeof diagnose>[0],
  around: Circumstances,
  more: { requestId: string | undefined; retryAfter: number | undefined; hasBody: boolean },
): Failure {
  const { httpStatus, bodyStatus, code, message } = symptoms;
  const status = httpStatus >= 400 ? httpStatus : (bodyStatus ?? httpStatus);
  const diagnosis: Diagnosis = diagnose(symptoms);
  // A 404 that no service signed is a wrong path or a proxy, and says nothing about a stream.
  const page = status === 404 && !more.hasBody;
  return failed(page ? ServiceError : diagnosis.type, diagnosis.fate, around, {
    code: around.redactor.text(code ?? `Http${status}${page ? 'Page' : ''}`),
    message: around.redactor.text(message ?? `the service answered status ${status} and no message`),
    httpStatus,
    bodyStatus,
    requestId: more.requestId === undefined ? undefined : around.redactor.text(more.requestId),
    retryAfter: more.retryAfter,
    hint: diagnosis.hint,
  });
}

type Constructor = new (facts: ErrorFacts) => EventBridgeError;

function failed(
  Type: Constructor,
  fate: Failure['fate'],
  { operation }: Circumstances,
  facts: Omit<ErrorFacts, 'operation' | 'retryable'>,
): Failure {
  return { ok: false, fate, error: new Type({ ...facts, operation, retryable: mayRepeat(fate, operation) }) };
}

const TIMEOUTS: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'ConnectTimeout',
  UND_ERR_HEADERS_TIMEOUT: 'HeadersTimeout',
  UND_ERR_BODY_TIMEOUT: 'BodyTimeout',
};
const CERTIFICATE = /CERT|SELF_SIGNED|^ERR_TLS|UNABLE_TO_VERIFY/;

/** What undici threw. `sent`: whether the request had gone on the wire. */
export function readThrown(thrown: unknown, sent: boolean, around: Circumstances): Failure {
  const cause = around.redactor.error(thrown);
  const given = (thrown as { readonly code?: unknown } | null)?.code;
  const told = typeof given === 'string' ? given : '';
  const fate = sent ? 'unclear' : 'unsent';
  if (thrown instanceof ResponseTooLarge) {
    const hint = 'raise `maxResponseSize`, or list with a smaller `limit`';
    return failed(ServiceError, 'unreadable', around, { code: 'ResponseTooLarge', message: cause.message, hint });
  }
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

/** The caller's signal, or the budget. */
export function ended(reason: unknown, spent: boolean, { operation, redactor }: Circumstances): EventBridgeError {
  const cause = redactor.error(reason);
  return spent
    ? new TimeoutError({
        code: 'CallTimeout',
        message: cause.message,
        operation,
        hint: 'raise `timeout.call`; what was sent may have been done',
      })
    : new AbortedError({ code: 'Aborted', message: `the call was aborted: ${cause.message}`, operation, cause });
}
