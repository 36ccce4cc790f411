/** Faults of a service, one for one request. `before`: the operation was not done; `after`: it was done, and the answer is lost. */
import type { ServerResponse } from 'node:http';

/** This answer is sent. */
export interface Answered {
  readonly kind: 'answer';
  readonly handled: boolean;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Fault =
  | { readonly kind: 'reset'; readonly handled: boolean }
  | { readonly kind: 'half'; readonly handled: boolean }
  | { readonly kind: 'stalled'; readonly handled: boolean }
  | { readonly kind: 'endless'; readonly handled: boolean }
  | { readonly kind: 'silent'; readonly handled: boolean }
  | Answered
  /** A `content-length` beyond the body, on a connection that is closed then. */
  | { readonly kind: 'short'; readonly handled: boolean }
  | { readonly kind: 'late'; readonly handled: false };

const json = { 'content-type': 'application/json' };
const text = (value: unknown): string => JSON.stringify(value);

/** An error that every transport reads: the codes inside and outside, the message in both spellings. */
export function errorBody(code: string, message: string): string {
  return text({ RequestId: 'fault', requestId: 'fault', Code: code, code, Message: message, message });
}

export const faults = {
  resetBefore: { kind: 'reset', handled: false },
  resetAfter: { kind: 'reset', handled: true },
  half: { kind: 'half', handled: true },
  stalled: { kind: 'stalled', handled: true },
  endless: { kind: 'endless', handled: true },
  silent: { kind: 'silent', handled: false },
  silentAfter: { kind: 'silent', handled: true },
  late: { kind: 'late', handled: false },
  throttled: { kind: 'answer', handled: false, status: 429, headers: json, body: errorBody('TooManyRequests', 'slow') },
  throttledSeconds: {
    kind: 'answer',
    handled: false,
    status: 429,
    headers: { ...json, 'retry-after': '7' },
    body: errorBody('TooManyRequests', 'slow'),
  },
  throttledWithin200: {
    kind: 'answer',
    handled: false,
    status: 200,
    headers: json,
    body: errorBody('Throttling.User', 'Request was denied due to user flow control.'),
  },
  unavailable: { kind: 'answer', handled: false, status: 503, headers: {}, body: '' },
  failedBefore: { kind: 'answer', handled: false, status: 500, headers: json, body: errorBody('InternalError', 'no') },
  failedAfter: { kind: 'answer', handled: true, status: 500, headers: json, body: errorBody('InternalError', 'no') },
  failedWithin200: {
    kind: 'answer',
    handled: true,
    status: 200,
    headers: json,
    body: errorBody('InternalError', 'something inside failed'),
  },
  page: {
    kind: 'answer',
    handled: true,
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html><h1>Bad Gateway</h1></html>',
  },
  notJson: { kind: 'answer', handled: true, status: 200, headers: json, body: '{"RequestId": "x", "Code": "Succ' },
  nothing: { kind: 'answer', handled: true, status: 200, headers: json, body: '' },
  expired: {
    kind: 'answer',
    handled: false,
    status: 403,
    headers: json,
    body: errorBody('SecurityTokenExpired', 'The security token has expired.'),
  },
} as const satisfies Record<string, Fault>;

/** Answers whose body does not have what the status requires. */
export const wrongAnswers = {
  short: { kind: 'short', handled: true },
  portal: { kind: 'answer', handled: true, status: 200, headers: json, body: '{"status":"UP"}' },
  emptyObject: { kind: 'answer', handled: true, status: 200, headers: json, body: '{}' },
  null: { kind: 'answer', handled: true, status: 200, headers: json, body: 'null' },
  list: { kind: 'answer', handled: true, status: 200, headers: json, body: '[]' },
  word: { kind: 'answer', handled: true, status: 200, headers: json, body: '"ok"' },
  loginPage: {
    kind: 'answer',
    handled: false,
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html><form>sign in</form></html>',
  },
  noContent: { kind: 'answer', handled: true, status: 204, headers: {}, body: '' },
  redirect: {
    kind: 'answer',
    handled: false,
    status: 307,
    headers: { location: 'https://elsewhere.example/eventstreaming' },
    body: '',
  },
  compressed: {
    kind: 'answer',
    handled: true,
    status: 200,
    headers: { ...json, 'content-encoding': 'gzip' },
    body: '\u001f\u008b\b',
  },
  deep: {
    kind: 'answer',
    handled: true,
    status: 200,
    headers: json,
    body: `{"code":"200","RequestId":"r","Code":"Success","data":${'{"a":'.repeat(3000)}1${'}'.repeat(3001)}`,
  },
  otherService: {
    kind: 'answer',
    handled: false,
    status: 200,
    headers: json,
    body: '{"code":0,"msg":"ok","data":{"status":"UP"}}',
  },
} as const satisfies Record<string, Fault>;

/** Breaks the answer off as the fault requires. `whole` is the answer without the fault. */
export function misbehave(fault: Fault, response: ServerResponse, whole: string): void {
  const { socket } = response;
  if (fault.kind === 'reset') return void socket?.resetAndDestroy();
  if (fault.kind === 'silent' || fault.kind === 'late') return;
  if (fault.kind === 'answer') {
    response.writeHead(fault.status, fault.headers);
    response.end(fault.body);
    return;
  }
  if (fault.kind === 'endless') {
    response.writeHead(200, json);
    const pour = (): void => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
    };
    response.on('drain', pour);
    pour();
    return;
  }
  if (fault.kind === 'short') {
    response.writeHead(200, { ...json, 'content-length': String(Buffer.byteLength(whole) + 10) });
    response.write(whole, () => socket?.destroy());
    return;
  }
  response.writeHead(200, { ...json, 'content-length': String(Buffer.byteLength(whole)) });
  response.write(whole.slice(0, whole.length / 2), () => {
    if (fault.kind === 'half') socket?.destroy();
  });
}
