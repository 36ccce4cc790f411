/** The context of a stream command: settings, client, redacted output, errors in one line. */

import { type Answered, type ClientOptions, EventBridgeError, EventStreamingClient } from '../../client/index.ts';
import { documentText } from '../answer/answer.ts';
import type { Exact } from '../answer/exact.ts';
import { Failure, type Problem } from '../findings/failure.ts';
import { plural } from '../findings/show.ts';
import { type Format, openSession, type Session } from '../session/session.ts';
import { Redaction } from '../terminal/redaction.ts';
import type { StreamAnswer } from './answer.ts';
import { anyAuth, authOf, requirePlace, requireReachable } from './credentials.ts';
import { Advised, outcomeOfError, problemOf } from './error-message.ts';
import { StreamFailure } from './failure.ts';
import { outcomeOf } from './service-answer.ts';
import { formatOf, readSettings, type StreamFlags, type StreamSettings } from './settings.ts';

export interface StreamContext {
  readonly flags: StreamFlags;
  readonly settings: StreamSettings;
  readonly session: Session;
  readonly format: Format;
  /** Created on first use, so that offline commands require no credentials. */
  readonly client: EventStreamingClient;
  /** The number of requests so far, each of which is billed. */
  readonly requests: number;
  /** The last reply of the service; undefined without a request or a reply. */
  readonly answered: Answered | undefined;
  /** A client that shows requests instead of sending them. */
  offline(dispatcher: NonNullable<ClientOptions['dispatcher']>): EventStreamingClient;
}

/** @throws Failure for usage, input and service errors */
export async function withStream(
  flags: StreamFlags,
  session: Session,
  work: (context: StreamContext) => Promise<number>,
): Promise<number> {
  const redaction = new Redaction(session.io.env);
  // The client does not keep the process alive while it waits, so this timer does.
  const hold = setInterval(() => {}, 2 ** 30);
  let client: EventStreamingClient | undefined;
  let known: StreamSettings | undefined;
  try {
    const settings = readSettings(flags);
    known = settings;
    const { io } = session;
    const own = openSession({ ...io, stdout: redaction.output(io.stdout), stderr: redaction.output(io.stderr) });
    return await work({
      flags,
      settings,
      session: { ...own, sources: session.sources },
      format: formatOf(flags, session),
      get client() {
        if (client === undefined) requireReachable(settings, io.env);
        client ??= new EventStreamingClient({ ...clientOptions(settings), auth: authOf(settings, io.env) });
        return client;
      },
      get requests() {
        return client?.requests ?? 0;
      },
      get answered() {
        return client?.lastAnswer;
      },
      offline: (dispatcher) => {
        requirePlace(settings);
        const options = clientOptions({ ...settings, retries: 0 });
        return new EventStreamingClient({ ...options, auth: anyAuth(settings, io.env), dispatcher });
      },
    });
  } catch (thrown) {
    throw failureOf(thrown, client, known, redaction);
  } finally {
    clearInterval(hold);
    await client?.close();
  }
}

function clientOptions(settings: StreamSettings): ClientOptions {
  const { accountId, region, endpoint, insecureHttp, transport, timeout, retries } = settings;
  return {
    allowPlainHttp: insecureHttp,
    ...(accountId === undefined ? {} : { accountId }),
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(transport === undefined ? {} : { transport }),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
    ...(retries === undefined ? {} : { retry: { attempts: retries } }),
  };
}

/** Requests are billed, also when the command fails. */
function failureOf(
  thrown: unknown,
  client: EventStreamingClient | undefined,
  settings: StreamSettings | undefined,
  redaction: Redaction,
): Failure {
  const error = thrown instanceof Advised ? thrown.error : thrown instanceof EventBridgeError ? thrown : undefined;
  if (error === undefined && !(thrown instanceof Failure)) throw thrown;
  const advice = thrown instanceof Advised ? thrown.advice : undefined;
  const requests = client?.requests ?? 0;
  const problems =
    error === undefined ? withBill((thrown as Failure).problems, requests) : [problemOf(error, requests, advice)];
  const outcome = error === undefined ? outcomeOf(client?.lastAnswer) : outcomeOfError(error, redaction);
  const { retryAfter } = error ?? {};
  const answer = {
    ...outcome,
    requests,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...costOf(requests, settings),
  };
  return new StreamFailure(
    problems.map((problem) => hideIn(problem, redaction)),
    answer,
  );
}

/** Errors of the client after requests: the last sentence says that they are billed. */
function withBill(problems: readonly Problem[], requests: number): readonly Problem[] {
  const last = problems.at(-1);
  if (requests === 0 || last === undefined) return problems;
  return [...problems.slice(0, -1), { ...last, message: `${last.message} (${billed(requests, undefined)})` }];
}

function hideIn(problem: Problem, redaction: Redaction): Problem {
  return { ...problem, message: redaction.text(problem.message) };
}

/** Prints the answer: one document for a machine, or lines of the human format and the cost. */
export function respond<T, V>(
  { session, format, settings, requests, answered }: StreamContext,
  { streamCommand }: StreamAnswer<T>,
  members: V & T & Exact<V, T>,
  show: () => void,
): void {
  if (format === 'json') {
    const bill = { ...outcomeOf(answered), requests, ...costOf(requests, settings) };
    session.out.line(documentText(streamCommand, { ...members, ...bill, errors: [] }));
    return;
  }
  show();
  if (requests > 0) session.out.line(session.out.paint('dim', billed(requests, settings)));
}

function billed(requests: number, settings: StreamSettings | undefined): string {
  const { cost } = costOf(requests, settings);
  const was = requests === 1 ? 'was' : 'were';
  return `${plural(requests, 'request')} ${was} billed${cost === undefined ? '' : `: ${cost}`}`;
}

/** Absent where no price is known. */
export function costOf(
  requests: number,
  settings: Pick<StreamSettings, 'price'> | undefined,
): { readonly cost?: number } {
  const price = settings?.price;
  // Rounds off errors such as that of 3 * 0.1.
  return price === undefined ? {} : { cost: Number((requests * price).toPrecision(12)) };
}
