/**
 * Maps an error of the service to an error class, a hint, and whether the request may have taken effect. The code counts more than the
 * status: the service answers most errors with 409, and some with 200.
 */
import {
  AuthenticationError,
  ConflictError,
  type EventBridgeError,
  NotFoundError,
  ServiceError,
  ThrottledError,
  ValidationError,
} from './errors.ts';

export interface Symptoms {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly httpStatus: number;
  readonly bodyStatus: number | undefined;
}

/**
 * `refused`: the service rejected the request. `busy`: it was throttled before it was handled, and may be repeated.
 * `unclear`: it may have taken effect.
 */
export type Fate = 'refused' | 'busy' | 'unclear';

export interface Diagnosis {
  readonly type: new (...facts: ConstructorParameters<typeof ServiceError>) => EventBridgeError;
  readonly fate: Fate;
  readonly hint: string | undefined;
}

/** Codes that the documentation lists with status 403, and those of the API gateway for the same errors. */
const AUTHENTICATION =
  /^(Invalid(Sts)?AccessKeyId(\..*)?|AccountIdNotExist|ParentAccountNotExist|AccessDenied.*|OptionsMethodNotEnable|(Invalid)?SecurityToken.*|ServiceAccessDenied|StsAccessIdExpired|SignatureDoesNotMatch|SignatureNonceUsed|IncompleteSignature|InvalidTimeStamp\..*|ServiceNotEnabled?|Forbidden.*|NoPermission.*|Unauthorized|MissingAccessKeyId|InvalidApiKey)$/;
/** Codes for a stream that does not exist; `Http404` is a 404 with a JSON body and no code. */
const NO_STREAM = /^(EventStreamingNot(Exist(ed)?|Found)|Http404)$/;
const NOT_FOUND = /^(Resource|EventBus|EventRule|EventSource)Not(Exist(ed)?|Found)$/;
/** No source documents the code for a name that is taken; the message is from the tests of the Terraform provider. */
const TAKEN_CODE = /Already_?Exist(s|ed)?$/;
const TAKEN_MESSAGE = /\balready\b.{0,10}\bexist/i;
const INVALID = /^(Invalid|Missing|Illegal)|Invalid$|(SchemaError|ParameterError)$/;
const FAILED = /^(Internal(Server)?Error|InternalFailure|SystemError|ServiceTimeout)$/;
const UNAVAILABLE = /^(ServiceUnavailable(Temporary)?|ServiceBusy)$/;
const THROTTLED = /Throttling|^TooManyRequests$/;
const EXPIRED = /^(StsAccessIdExpired|SecurityTokenExpired|(Invalid)?SecurityToken\.?Expired|SecurityTokenInvalid)$/;

export function diagnose(symptoms: Symptoms): Diagnosis {
  const { code = '', message = '', httpStatus, bodyStatus } = symptoms;
  // An error that is sent with 200 has its status in the body.
  const status = httpStatus >= 400 ? httpStatus : (bodyStatus ?? httpStatus);
  const diagnosis = (type: Diagnosis['type'], fate: Fate = 'refused'): Diagnosis => ({
    type,
    fate,
    hint: hintFor(code, status),
  });
  if (status === 429 || THROTTLED.test(code)) return diagnosis(ThrottledError, 'busy');
  if (status === 503 || UNAVAILABLE.test(code)) return diagnosis(ServiceError, 'busy');
  if (AUTHENTICATION.test(code)) return diagnosis(AuthenticationError);
  if (NO_STREAM.test(code) || NOT_FOUND.test(code)) return diagnosis(NotFoundError);
  if (TAKEN_CODE.test(code) || TAKEN_MESSAGE.test(message)) return diagnosis(ConflictError);
  if (status >= 500 || FAILED.test(code)) return diagnosis(ServiceError, 'unclear');
  if (INVALID.test(code)) return diagnosis(ValidationError);
  if (status === 401 || status === 403) return diagnosis(AuthenticationError);
  if (status === 404) return diagnosis(NotFoundError);
  if (status === 409) return diagnosis(ConflictError);
  if (status === 400 || status === 413 || status === 422) return diagnosis(ValidationError);
  return diagnosis(ServiceError);
}

/** Whether the error means that the stream does not exist, rather than a path, an action or an event bus. */
export function isAbsent(error: EventBridgeError): boolean {
  return error instanceof NotFoundError && NO_STREAM.test(error.code);
}

/** Whether the credentials have expired: the request had no effect, and new credentials may help. */
export function isExpired(error: EventBridgeError): boolean {
  return error instanceof AuthenticationError && EXPIRED.test(error.code);
}

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^(ServiceNotEnabled?|ServiceAccessDenied)$/, 'activate EventBridge for this account in its console'],
  [/^SignatureDoesNotMatch$/, 'check the access key secret, and on `rest` and `openapi-v2` the option `acsSeparator`'],
  [/^InvalidTimeStamp/, 'check the clock of this machine'],
  [EXPIRED, 'the token has expired: get new credentials, or give `auth` a function that does'],
  [/^(Invalid(Sts)?AccessKeyId|MissingAccessKeyId)/, 'check the access key id, and that it is enabled'],
  [/^(AccountIdNotExist|ParentAccountNotExist)$/, 'check `accountId`: it is the number of the main account'],
  [/^EventStreamingNot/, 'check the name, the region and the account; `list` shows the streams that there are'],
  [/^EventBusNot/, 'create the event bus first, or correct its name in the stream document'],
  [/^NextTokenInvalid$/, 'list again without `nextToken`'],
  [/^LimitSizeInvalid$/, 'give a `limit` from 1 to 100'],
  [/^EventRuleFilterPatternSchemaError$/, 'check the pattern: `checkStream` shows what is wrong with it'],
  [THROTTLED, 'call less often: lower `rateLimit`, or let fewer processes call at once'],
  [FAILED, 'repeat later; if it happens again, give the request id to the support of the service'],
];

const STATUS_HINTS: Readonly<Record<number, string>> = {
  400: 'check the parameters, and that EventBridge is activated for this account',
  401: 'check the credentials',
  403: 'check the credentials, and that they are allowed the action `eventbridge:<operation>`',
  404: 'check the name, the region, the endpoint and the transport',
  429: 'call less often: lower `rateLimit`, or let fewer processes call at once',
  503: 'repeat later',
};

function hintFor(code: string, status: number): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(code))?.[1] ?? STATUS_HINTS[status];
}
