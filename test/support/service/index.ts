/** An EventBridge in memory, on a loopback server or behind a dispatcher, which clients cannot distinguish from the real one. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, misbehave } from './faults.ts';
import { type Keys, type Raw, verify } from './signatures.ts';
import { type Asked, answer, understand, type Written } from './speak.ts';
import { Streams } from './streams.ts';

export { type Fault, faults, wrongAnswers } from './faults.ts';
export type { Raw } from './signatures.ts';
export type { Asked } from './speak.ts';

/** The result of a request: an answer, or a fault and the answer that it spoils. */
export interface Handled {
  readonly requestId: string;
  readonly fault: Fault | undefined;
  readonly written: Written;
}

export const ACCOUNT = '1234567890123456';
export const REGION = 'cn-hangzhou';
export const KEY = { id: 'testAK', secret: 'testSecretOfTheKey' };
export const STS = { id: 'STS.testAK', secret: 'testSecretOfTheSts', securityToken: 'token-1' };
export const BEARER = 'sk-testBearerToken';

export class Service {
  readonly streams = new Streams(REGION, ACCOUNT);
  /** The raw requests that arrived completely, in order. */
  readonly requests: Raw[] = [];
  /** The valid security tokens. */
  readonly tokens = new Set([STS.securityToken]);
  /** Called for each request; undefined lets the service answer. */
  fault: (request: Asked, index: number) => Fault | undefined = () => undefined;
  private readonly server: Server | undefined;
  private readonly nonces = new Set<string>();
  private readonly late: (() => void)[] = [];

  private constructor(listening: boolean) {
    if (!listening) return;
    this.server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => this.receive(request, response));
    // A client that closes its connection is no error of the service.
    this.server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async start(): Promise<Service> {
    const service = new Service(true);
    await new Promise<void>((resolve) => service.server?.listen(0, '127.0.0.1', resolve));
    return service;
  }

  /** Without a server: `MemoryDispatcher` passes the requests. */
  static inMemory(): Service {
    return new Service(false);
  }

  /** Host and port, without a scheme. */
  get host(): string {
    return `127.0.0.1:${this.server === undefined ? 1 : (this.server.address() as AddressInfo).port}`;
  }

  get endpoint(): string {
    return `http://${this.host}`;
  }

  connections(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server?.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
    });
  }

  /** Does the operations that arrived in time and were delayed. */
  doLate(): void {
    for (const work of this.late.splice(0)) work();
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    response.on('error', () => {});
    request.on('error', () => {});
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', rawHeaders } = request;
      this.respond({ method, url, rawHeaders, body: Buffer.concat(parts) }, response);
    });
  }

  private respond(raw: Raw, response: ServerResponse): void {
    const { requestId, fault, written } = this.handle(raw);
    const whole = JSON.stringify(written.body);
    if (fault !== undefined) misbehave(fault, response, whole);
    else response.writeHead(written.status, headersOf(requestId)).end(whole);
  }

  /** Does the operation of a request, unless it is unauthorised or a fault prevents it. */
  handle(raw: Raw): Handled {
    const index = this.requests.push(raw) - 1;
    const requestId = `request-${index}`;
    const asked = understand(raw);
    if (typeof asked === 'string') {
      const refused = { status: 400, code: 'InvalidRequest', message: asked };
      return { requestId, fault: undefined, written: answer('rpc', requestId, { refused }) };
    }
    const { spoken, operation, params } = asked;
    const refused = this.letIn(raw);
    if (refused !== undefined) return { requestId, fault: undefined, written: answer(spoken, requestId, { refused }) };
    const work = (): Written => answer(spoken, requestId, this.streams.do(operation, params));
    const fault = this.fault(asked, index);
    if (fault?.kind === 'late') this.late.push(work);
    const done = fault === undefined || fault.handled;
    return { requestId, fault, written: done ? work() : { status: 200, body: { RequestId: requestId } } };
  }

  private letIn(raw: Raw): { status: number; code: string; message: string } | undefined {
    const keys: Keys = {
      secrets: new Map([
        [KEY.id, KEY.secret],
        [STS.id, STS.secret],
      ]),
      tokens: new Map([[STS.id, this.tokens]]),
      bearers: new Set([BEARER]),
    };
    const verdict = verify(raw, keys) ?? this.replayed(raw);
    return verdict === undefined ? undefined : { status: 403, ...verdict };
  }

  /** A nonce is valid for one request. */
  private replayed(raw: Raw): { code: string; message: string } | undefined {
    const at = raw.rawHeaders.findIndex((name) => name.toLowerCase() === 'x-acs-signature-nonce');
    const nonce = at < 0 ? undefined : raw.rawHeaders[at + 1];
    if (nonce === undefined) return undefined;
    if (this.nonces.has(nonce)) return { code: 'SignatureNonceUsed', message: 'this nonce was used' };
    this.nonces.add(nonce);
    return undefined;
  }
}

export function headersOf(requestId: string): Record<string, string> {
  return { 'content-type': 'application/json', 'x-eventbridge-request-id': requestId };
}
