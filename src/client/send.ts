/** One request and its answer, over undici: what happened on the wire, and nothing of what it means. */
import type { Readable } from 'node:stream';
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
  /** Absent when the body is longer than the limit: the rest of it was not read. */
  readonly text: string | undefined;
  /** Bytes. */
  readonly limit: number;
}

/** Calls `sent` when the request goes on the wire, which a refused connection never sees. */
export function noticing(dispatcher: Dispatcher, sent: (path: string) => void): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const start = handler.onRequestStart?.bind(handler);
    handler.onRequestStart = (controller, context) => {
      sent(options.path);
      start?.(controller, context);
    };
    // A dispatcher that was given may follow redirects; the signature and the token would go with them.
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
  // A body that is left early may still report an error, which nobody would hear.
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
