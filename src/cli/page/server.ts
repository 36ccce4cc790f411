/** Serves the page to this machine: the built files, to GET and HEAD, for requests that name this machine as their host. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { POLICY } from '../../playground/state/policy.ts';
import { Failure } from '../findings/failure.ts';
import type { PageFile } from './files.ts';

const ADDRESS = '127.0.0.1';

const HEADERS = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'`,
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export interface PageServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** @param port a free one when absent @throws Failure when the port is in use */
export async function servePage(files: readonly PageFile[], port = 0): Promise<PageServer> {
  const byPath = new Map(files.map((file) => [`/${file.name}`, file]));
  const index = byPath.get('/index.html');
  if (index !== undefined) byPath.set('/', index);
  const server = createServer((request, response) => answer(request, response, byPath));
  await listen(server, port);
  const own = (server.address() as AddressInfo).port;
  return {
    url: `http://${ADDRESS}:${own}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => reject(new Failure({ message: refusal(port, code) })));
    server.listen(port, ADDRESS, resolve);
  });
}

function refusal(port: number, code: string | undefined): string {
  if (code === 'EADDRINUSE') return `port ${port} is taken by another program; leave \`--port\` out for a free one`;
  if (code === 'EACCES') return `port ${port} may not be used by this user; leave \`--port\` out for a free one`;
  return `the page cannot be served on port ${port}: ${code ?? 'unknown reason'}`;
}

function answer(request: IncomingMessage, response: ServerResponse, files: ReadonlyMap<string, PageFile>): void {
  const { method = '', url = '/', headers } = request;
  // DNS rebinding: another site's name for this machine must not give access to the page's origin.
  if (!isOwnHost(headers.host, request.socket.localPort)) refuse(response, 421, 'this is not a host of the page');
  else if (method !== 'GET' && method !== 'HEAD') refuse(response, 405, 'the page takes GET and HEAD');
  else {
    const [path = '/'] = url.split('?', 1);
    const file = files.get(path);
    if (file === undefined) refuse(response, 404, 'there is no such file');
    else give(response, file, method === 'HEAD');
  }
}

function give(response: ServerResponse, { type, content }: PageFile, isHead: boolean): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': content.length });
  response.end(isHead ? undefined : content);
}

function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  return (
    host === `${ADDRESS}:${port}` ||
    host === `localhost:${port}` ||
    (port === 80 && /^(?:127\.0\.0\.1|localhost)$/.test(host ?? ''))
  );
}

function refuse(response: ServerResponse, status: number, text: string): void {
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status, { ...HEADERS, ...allow, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
