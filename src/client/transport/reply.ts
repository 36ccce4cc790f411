/**
 * Reads answers in any of the service's envelopes. An answer is a success only where its body says so. Members without a name here are
 * kept in `raw`.
 */

export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Success {
  readonly ok: true;
  readonly httpStatus: number;
  readonly requestId: string | undefined;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface Refusal {
  readonly ok: false;
  readonly requestId: string | undefined;
  /** The error code: that of the inner envelope, else that of the outer one, unless it is an HTTP status; undefined without one. */
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly bodyStatus: number | undefined;
}

export type Reply = Success | Refusal;

type Json = Readonly<Record<string, unknown>>;

/** The objects of an answer that may hold its result, the innermost first: `data.Data`, `data`, `Data`, the body. */
export function layersOf(body: Json): Json[] {
  const data = body.data;
  return [isObject(data) ? data.Data : undefined, data, body.Data, body].filter(isObject);
}

/** The first own member of one of the names that is not null. */
export function memberOf(layers: readonly Json[], ...names: readonly string[]): unknown {
  for (const layer of layers) {
    for (const name of names) if (Object.hasOwn(layer, name) && layer[name] !== null) return layer[name];
  }
  return undefined;
}

function textOf(layers: readonly Json[], ...names: readonly string[]): string | undefined {
  const value = memberOf(layers, ...names);
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

const REQUEST_ID_HEADERS = ['x-eventbridge-request-id', 'x-acs-request-id'];

function requestIdOf({ body, header }: Answer, layers: readonly Json[]): string | undefined {
  const fromHeader = REQUEST_ID_HEADERS.map(header).find((value) => value !== undefined);
  return textOf(layers, 'RequestId', 'requestId') ?? textOf([body], 'requestid') ?? fromHeader;
}

/**
 * How an answer says that the call succeeded. At least one of the members must say so, and none may contradict:
 * `outer`: the outer `code` and `httpStatusCode` are "200", the inner `Code` is "Success";
 * `flat`: `code` or `Code` is "Success", or, since flat bodies carry neither, a member of the service's answers is there;
 * `code`: `Code` is "Success".
 */
export type Rule = 'outer' | 'flat' | 'code';

export function readReply(answer: Answer, rule: Rule): Reply {
  const { body, status } = answer;
  // A stream may have members of these names too: only the envelopes are read, not the result.
  const layers = [body.data, body].filter(isObject);
  const requestId = requestIdOf(answer, layers);
  if (status >= 200 && status <= 299 && saysSuccess(body, layers, rule)) {
    return { ok: true, httpStatus: status, requestId, raw: body };
  }
  const inner = textOf(layers, 'Code');
  const outer = textOf([body], 'code');
  // A number of one or two digits is the code of another service.
  const told = [inner, outer].filter((code) => code !== undefined && code !== 'Success' && !/^[0-9]{1,2}$/.test(code));
  const statusText = textOf([body], 'httpStatusCode', 'HttpStatusCode', 'statusCode') ?? told.find(isStatus);
  return {
    ok: false,
    requestId,
    code: told.find((code) => !isStatus(code)),
    message: textOf(layers, 'Message', 'message') ?? textOf([body], 'errorMessage', 'msg'),
    bodyStatus: isStatus(statusText) ? Number(statusText) : undefined,
  };
}

function saysSuccess(body: Json, layers: readonly Json[], rule: Rule): boolean {
  const inner = textOf(layers, 'Code');
  const outer = textOf([body], 'code');
  // `Success: false` contradicts the code `Success`.
  if (memberOf(layers, 'Success') === false || body.successResponse === false) return false;
  if (rule === 'code') return inner === 'Success';
  if (rule === 'flat') {
    const codes = [inner, outer].filter((code) => code !== undefined);
    return codes.every((code) => code === 'Success') && (codes.length > 0 || memberOf([body], ...FLAT) !== undefined);
  }
  const statuses = [outer, textOf([body], 'httpStatusCode')].filter((code) => code !== undefined);
  return statuses.every((code) => code === '200') && (inner === undefined ? statuses.length > 0 : inner === 'Success');
}

/** Members of flat answers that other services do not have. */
const FLAT = ['RequestId', 'EventStreamingARN', 'EventStreamings', 'EventStreamingName'];

function isStatus(text: string | undefined): boolean {
  return text !== undefined && /^[1-5][0-9][0-9]$/.test(text);
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
