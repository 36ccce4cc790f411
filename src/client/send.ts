/** Sends one request with undici and reads the response, without interpreting it. */
import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { WireRequest } from './transport/transport.ts';

export interface Limits {
  /** Milliseconds until the headers of the response. */
  readonly headers: number;
  /** Milliseconds between two chunks of its body. */
  readonly body: number;
  /** Bytes of its body. */
  readonly maxResponseSize: number;
}

export interface Response {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  /** Undefined when the body is longer than the limit. */
  readonly text: string | undefined;
  /** Limit of the body, in bytes. */
  readonly limit: number;
}

/** Calls `sent` when the request is written to the connection; it is not called when no connection is made. */
export function noticing(dispatcher: Dispatcher, sent: (path: string) => void): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const start = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (controller, context) => {
      sent(options.path);
      start?.(controller, context);
    };
    // A dispatcher of the options may follow redirects, and would send the signature or the token to another host.
    return dispatch({ ...options, maxRedirections: 0 } as Dispatcher.DispatchOptions, handler);
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
  // A body that is destroyed early may still emit an error, which would be uncaught.
  body.on('error', () => {});
  return {
    status: statusCode,
    header: (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    text: await textOf(body, limits.maxResponseSize),
    limit: limits.maxResponseSize,
  };
}

async function textOf(body: Readable, limit: number): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) {
      body.destroy();
      return undefined;
    }
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
