/** `--dry-run`: shows the request that the client would send, with its secrets masked. */
import type { ClientOptions, EventStreamingClient } from '../../../client/index.ts';
import { redacted } from '../../../client/redact/document.ts';
import { HIDDEN } from '../../../client/redact/redactor.ts';
import type { StreamContext } from '../../stream/context.ts';
import { YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import type { Dry } from './answer.ts';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Credentials, and values computed from them or from secrets in the body: a hash of a short password reveals it. */
const SECRET_HEADER = /authorization|token|signature$|md5|sha256/i;
/** Headers with a new value in each request. */
const FLEETING = new Set(['date', 'x-acs-date', 'x-acs-signature-nonce', 'content-length']);

/** `answer` writes the answer; `show` prints the request. @throws the errors of the client before a request */
export async function dryRun(
  context: StreamContext,
  call: (client: EventStreamingClient) => Promise<unknown>,
  answer: (dry: Dry, show: () => void) => void,
): Promise<number> {
  const request = await capture(context, call);
  answer({ dryRun: true, request }, () => show(request, context));
  return YES;
}

/** A dispatcher for the client that keeps the first request and fails. */
async function capture(
  context: StreamContext,
  call: (client: EventStreamingClient) => Promise<unknown>,
): Promise<Request> {
  let captured: Request | undefined;
  const dispatcher = {
    compose: () => dispatcher,
    request: async (options: Parameters<typeof requestOf>[0]) => {
      captured ??= requestOf(options);
      throw new Error('nothing is sent');
    },
  };
  const client = context.offline(dispatcher as unknown as NonNullable<ClientOptions['dispatcher']>);
  try {
    await call(client);
  } catch (thrown) {
    if (captured === undefined) throw thrown;
  } finally {
    await client.close();
  }
  if (captured === undefined) throw new Error('the client sent nothing');
  return captured;
}

function requestOf(options: {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}): Request {
  const headers = Object.entries(options.headers)
    .filter(([name]) => !FLEETING.has(name))
    .map(([name, value]) => [name, SECRET_HEADER.test(name) ? HIDDEN : value] as const);
  return {
    method: options.method,
    url: `${options.origin}${options.path}`,
    headers: Object.fromEntries(headers),
    body: redacted(bodyOf(options.body)),
  };
}

/** JSON, or a form in which some fields are JSON. */
function bodyOf(text: string): unknown {
  const json = parsed(text);
  if (json !== undefined) return json;
  // FilterPattern is JSON text on every transport, and stays the text that is sent.
  const fields = [...new URLSearchParams(text)].map(
    ([name, value]) => [name, name === 'FilterPattern' ? value : (parsed(value) ?? value)] as const,
  );
  return Object.fromEntries(fields);
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function show({ method, url, headers, body }: Request, { session: { out } }: StreamContext): void {
  out.line(out.paint('bold', `${method} ${printable(url)}`));
  for (const [name, value] of Object.entries(headers)) out.line(`${printable(name)}: ${printable(value)}`);
  out.line();
  for (const line of JSON.stringify(body, undefined, 2).split('\n')) out.line(printable(line));
  out.line();
  out.line('This is a dry run: nothing was sent. Secrets are masked; date and nonce are made when it is sent.');
}
