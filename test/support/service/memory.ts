/** The service behind a dispatcher of undici, without a socket: the events of undici occur at once. */
import { Dispatcher, errors } from 'undici';
import type { Fault } from './faults.ts';
import { headersOf, type Service } from './index.ts';

type Handler = Dispatcher.DispatchHandler;

class Controller implements Dispatcher.DispatchController {
  aborted = false;
  paused = false;
  reason: Error | null = null;
  private readonly handler: Handler;

  constructor(handler: Handler) {
    this.handler = handler;
  }

  abort(reason: Error): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.handler.onResponseError?.(this, reason);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }
}

export class MemoryDispatcher extends Dispatcher {
  private readonly service: Service;
  private readonly refuses: () => boolean;

  /** `refuses`: whether a connection fails before the request is sent. */
  constructor(service: Service, refuses: () => boolean = () => false) {
    super();
    this.service = service;
    this.refuses = refuses;
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Handler): boolean {
    const controller = new Controller(handler);
    if (this.refuses()) {
      const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
      queueMicrotask(() => controller.abort(refused));
      return true;
    }
    handler.onRequestStart?.(controller, {});
    queueMicrotask(() => {
      if (!controller.aborted) this.answer(options, handler, controller);
    });
    return true;
  }

  private answer(options: Dispatcher.DispatchOptions, handler: Handler, controller: Controller): void {
    const { requestId, fault, written } = this.service.handle({
      method: options.method,
      url: String(options.path),
      rawHeaders: Object.entries(options.headers as Record<string, string>).flat(),
      body: Buffer.from(String(options.body ?? '')),
    });
    const whole = Buffer.from(JSON.stringify(written.body));
    if (fault !== undefined) spoil(fault, handler, controller, whole);
    else respond(handler, controller, written.status, headersOf(requestId), whole);
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }

  override destroy(): Promise<void> {
    return Promise.resolve();
  }
}

function respond(
  handler: Handler,
  controller: Controller,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): void {
  handler.onResponseStart?.(controller, status, { ...headers }, '');
  if (body.length > 0) handler.onResponseData?.(controller, body);
  if (!controller.aborted) handler.onResponseEnd?.(controller, {});
}

const json = { 'content-type': 'application/json' };

function spoil(fault: Fault, handler: Handler, controller: Controller, whole: Buffer): void {
  const { kind } = fault;
  if (kind === 'answer') {
    respond(handler, controller, fault.status, fault.headers ?? {}, Buffer.from(fault.body));
  } else if (kind === 'reset') controller.abort(new errors.SocketError('other side closed'));
  else if (kind === 'silent' || kind === 'late') controller.abort(new errors.HeadersTimeoutError());
  else {
    handler.onResponseStart?.(controller, 200, json, '');
    if (kind === 'endless') pour(handler, controller);
    else {
      handler.onResponseData?.(controller, kind === 'short' ? whole : whole.subarray(0, whole.length / 2));
      const lost = kind === 'stalled' ? new errors.BodyTimeoutError() : new errors.SocketError('other side closed');
      controller.abort(lost);
    }
  }
}

/** Writes as fast as the client reads, until it stops reading. */
function pour(handler: Handler, controller: Controller): void {
  if (controller.aborted) return;
  if (!controller.paused) handler.onResponseData?.(controller, Buffer.alloc(65_536, 'x'));
  setImmediate(() => pour(handler, controller));
}
