/** One request and its answer, over undici: what happened on the wire, and nothing of what it means. */
import type { Dispatcher } from 'undici';
import type { WireRequest } from './transport/transport.ts';

export interface Limits {
  /** Milliseconds until the headers of an answer, and between two parts of its body. */
  readonly headers: number;
  readonly body: number;
  /** Bytes of the body of an answer. */
  readonly maxResponseSize: number;
}

export interface Response {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly text: string;
}

export class ResponseTooLarge extends Error {}

/** Calls `sent` when the request goes on the wire, which a refused connection never sees. */
export function noticing(dispatcher: Dispatcher, sent: (path: string) => void): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const start = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (controller, context) => {
      sent(options.path);
      start?.(controller, context);
    };
    return dispatch(options, handler);
  });
}

export async function send(
  dispatcher: Dispatcher,
  request: WireRequest,
  limits: Limits,
  signal: AbortSignal,
): Promise<Response> {
  const { statusCode, headers, body } = await dispatcher.request({
    origin: request.origin,
    path: request.path,
    method: request.method,
    headers: { ...request.headers },
    body: request.body,
    headersTimeout: limits.headers,
    bodyTimeout: limits.body,
    signal,
  });
  // A body that is left early may still report an error, which nobody would hear.
  body.on('error', () => {});
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limits.maxResponseSize) {
      body.destroy();
      throw new ResponseTooLarge(`the answer is longer than ${limits.maxResponseSize} bytes`);
    }
    parts.push(part);
  }
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    text: new TextDecoder().decode(Buffer.concat(parts)),
  };
}
