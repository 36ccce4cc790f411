/** What every stream command is run within: settings, a client, an output that tells no secret, and errors in one line. */
import { type ClientOptions, EventBridgeError, EventStreamingClient } from '../../client/index.ts';
import { Failure, type Problem } from '../failure.ts';
import { plural } from '../render/findings.ts';
import { reportErrors, VERSION } from '../report/json.ts';
import { type Format, openSession, type Session, writeJson } from '../session.ts';
import { anyAuth, authOf, secretsOf } from './credentials.ts';
import { problemOf } from './problem.ts';
import { formatOf, readSettings, type StreamFlags, type StreamSettings } from './settings.ts';
import { Veil } from './veil.ts';

export interface StreamContext {
  readonly command: string;
  readonly flags: StreamFlags;
  readonly settings: StreamSettings;
  readonly session: Session;
  readonly format: Format;
  /** Made when it is asked for, so that what needs no credentials works without. */
  readonly client: EventStreamingClient;
  /** How many were sent so far: each is billed. */
  readonly requests: number;
  /** A client that shows instead of sending. */
  offline(dispatcher: NonNullable<ClientOptions['dispatcher']>): EventStreamingClient;
}

/** @throws Failure for everything that keeps the question from being answered */
export async function withStream(
  command: string,
  flags: StreamFlags,
  session: Session,
  work: (context: StreamContext) => Promise<number>,
): Promise<number> {
  const veil = new Veil(secretsOf(session.io.env));
  // The client lets a process end while it waits: nothing else holds this one.
  const hold = setInterval(() => {}, 2 ** 30);
  let client: EventStreamingClient | undefined;
  try {
    const settings = readSettings(session);
    const { io } = session;
    const own = openSession({ ...io, stdout: veil.output(io.stdout), stderr: veil.output(io.stderr) });
    return await work({
      command,
      flags,
      settings,
      session: { ...own, sources: session.sources },
      format: formatOf(flags, session),
      get client() {
        client ??= new EventStreamingClient({ ...clientOptions(settings), auth: authOf(settings, io.env) });
        return client;
      },
      get requests() {
        return client?.requests ?? 0;
      },
      offline: (dispatcher) =>
        new EventStreamingClient({
          ...clientOptions({ ...settings, retries: 0 }),
          auth: anyAuth(settings, io.env),
          dispatcher,
        }),
    });
  } catch (thrown) {
    throw new Failure(...problemsIn(thrown, client?.requests ?? 0).map((problem) => hideIn(problem, veil)));
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

function problemsIn(thrown: unknown, requests: number): readonly Problem[] {
  if (thrown instanceof EventBridgeError) return [problemOf(thrown, requests)];
  if (thrown instanceof Failure) return thrown.problems;
  throw thrown;
}

function hideIn(problem: Problem, veil: Veil): Problem {
  return { ...problem, message: veil.text(problem.message) };
}

/** The answer: one document for a machine, or lines for a person and what they cost. */
export function answer(context: StreamContext, report: object, show: () => void): void {
  const { command, session, format, settings, requests } = context;
  const cost = costOf(requests, settings);
  if (format === 'json') {
    const bill = { requests, ...(cost === undefined ? {} : { cost }) };
    writeJson({ version: VERSION, command, ...report, ...bill, errors: reportErrors([]) }, session);
    return;
  }
  show();
  if (requests > 0) session.out.line(session.out.paint('dim', billed(requests, settings)));
}

function billed(requests: number, settings: StreamSettings): string {
  const cost = costOf(requests, settings);
  const was = requests === 1 ? 'was' : 'were';
  return `${plural(requests, 'request')} ${was} billed${cost === undefined ? '' : `: ${cost}`}`;
}

export function costOf(requests: number, { price }: Pick<StreamSettings, 'price'>): number | undefined {
  // Without the noise of 3 * 0.1.
  return price === undefined ? undefined : Number((requests * price).toPrecision(12));
}
