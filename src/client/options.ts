/** The options of a client, checked when it is made. */
import type { Dispatcher } from 'undici';
import { type Auth, fromEnvironment } from './auth/credentials.ts';
import { type Clock, type SteadyClock, steady, systemClock } from './clock.ts';
import { originOf } from './endpoint.ts';
import { refuse } from './errors.ts';
import type { RateLimit } from './limiter.ts';
import type { Logger } from './logger.ts';
import { DEFAULT_RETRY, type Retry } from './retry.ts';
import { transports } from './transport/index.ts';
import type { Transport, TransportName } from './transport/transport.ts';

/** Time limits in milliseconds. */
export interface Timeouts {
  /** Milliseconds to connect. Default 10,000. It has no effect on a `dispatcher` of the options. */
  readonly connect?: number;
  /** Milliseconds until the headers of a response. Default 30,000. */
  readonly headers?: number;
  /** Milliseconds between two chunks of the body of a response. Default 30,000. */
  readonly body?: number;
  /** Milliseconds for a whole call, with repetitions and waits. Default 120,000. */
  readonly call?: number;
}

/** Options of `EventStreamingClient`. */
export interface ClientOptions {
  /** The id of the main account, digits only; part of the host on `rest` and `openapi-v2`. */
  readonly accountId?: string;
  /** The id of a region, such as `cn-hangzhou`. */
  readonly region?: string;
  /** Scheme, host and port instead of those of the transport; default scheme `https`. */
  readonly endpoint?: string;
  /** Allows plain http to a host other than this machine, which shows the credentials to the network. Default false. */
  readonly allowPlainHttp?: boolean;
  /** Which protocol of the service is used. Default `rest`, as in the API reference. */
  readonly transport?: TransportName;
  /** Default: the access key of the environment, else its bearer token. */
  readonly auth?: Auth;
  /** How often and after which waits a request is repeated. */
  readonly retry?: Retry;
  /** Limits of the requests of this client; `false` turns them off. */
  readonly rateLimit?: RateLimit | false;
  /** A number is `call`, the limit of a whole call in milliseconds. */
  readonly timeout?: number | Timeouts;
  /** Largest body of a response, in bytes. Default 16 MiB. */
  readonly maxResponseSize?: number;
  /** A dispatcher of undici, such as a ProxyAgent, instead of the client's own agent; `close` leaves it open. */
  readonly dispatcher?: Dispatcher;
  /** Receives a line for each request and each repetition. Default none. */
  readonly logger?: Logger;
  /** Default the system clock. */
  readonly clock?: Clock;
  /** Returns a number from 0 to 1, for the jitter of waits. Default `Math.random`. */
  readonly random?: () => number;
  /** The character between `acs` and the key id in the header Authorization. Default: a blank on `rest`, a colon on `openapi-v2`. */
  readonly acsSeparator?: ' ' | ':';
  /** The path of Create on `rest`: the reference's sample spells `/eventstreaming/creatEventStreaming`. */
  readonly createPath?: string;
}

export interface Settings {
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  readonly origin: string;
  readonly transport: Transport;
  readonly auth: Auth;
  readonly retry: Required<Retry>;
  readonly rateLimit: RateLimit | false;
  readonly timeout: Required<Timeouts>;
  readonly maxResponseSize: number;
  readonly dispatcher: Dispatcher | undefined;
  readonly logger: Logger | undefined;
  readonly clock: SteadyClock;
  readonly random: () => number;
  readonly acsSeparator: ' ' | ':' | undefined;
  readonly createPath: string | undefined;
}

const DEFAULT_TIMEOUT: Required<Timeouts> = { connect: 10_000, headers: 30_000, body: 30_000, call: 120_000 };
const MIB = 1024 * 1024;

/** @throws ValidationError for an option that is missing or wrong */
export function readOptions(options: ClientOptions): Settings {
  if (typeof options !== 'object' || options === null) throw refuse('the options of the client are no object');
  const { accountId, region, transport: name = 'rest', timeout = {} } = options;
  const transport = Object.hasOwn(transports, name) ? transports[name] : undefined;
  if (transport === undefined) {
    throw refuse(`\`${String(name)}\` is no transport`, `choose one of ${Object.keys(transports).join(', ')}`);
  }
  // Both become part of the host: with a slash or an at sign in them, the credentials would go to another host.
  if (accountId !== undefined && !/^[0-9]+$/.test(accountId)) {
    throw refuse(`the account id \`${accountId}\` is no number`, 'give the number of the main account as a string');
  }
  if (region !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(region)) {
    throw refuse(`\`${region}\` is no region`, 'give a region id such as `cn-hangzhou`');
  }
  if (options.auth !== undefined && typeof options.auth !== 'function') {
    throw refuse('`auth` is no function', 'give `bearer()`, `accessKey()` or a function of credentials');
  }
  const { acsSeparator, createPath } = options;
  if (acsSeparator !== undefined && acsSeparator !== ' ' && acsSeparator !== ':') {
    throw refuse('`acsSeparator` is neither a blank nor a colon');
  }
  if (createPath !== undefined && !/^\/[A-Za-z0-9/_-]*$/.test(createPath)) {
    throw refuse(`\`${createPath}\` is no path`, 'give one such as `/eventstreaming/creatEventStreaming`');
  }
  return {
    accountId,
    region,
    origin:
      options.endpoint === undefined
        ? ownOrigin(transport, { accountId, region })
        : originOf(options.endpoint, { allowPlainHttp: options.allowPlainHttp === true }),
    transport,
    auth: options.auth ?? fromEnvironment(),
    retry: numbers('retry', { ...DEFAULT_RETRY, ...defined(options.retry) }, 0),
    rateLimit: options.rateLimit === false ? false : numbers('rateLimit', defined(options.rateLimit), 1e-6),
    timeout: numbers(
      'timeout',
      { ...DEFAULT_TIMEOUT, ...(typeof timeout === 'number' ? { call: timeout } : defined(timeout)) },
      1,
    ),
    maxResponseSize: numbers('maxResponseSize', { bytes: options.maxResponseSize ?? 16 * MIB }, 1).bytes,
    dispatcher: options.dispatcher,
    logger: options.logger,
    clock: steady(options.clock ?? systemClock),
    random: options.random ?? Math.random,
    acsSeparator,
    createPath,
  };
}

function ownOrigin(
  transport: Transport,
  place: { readonly accountId: string | undefined; readonly region: string | undefined },
): string {
  const missing = transport.needs.filter((name) => place[name] === undefined);
  if (missing.length === 0) return transport.origin(place);
  const names = missing.map((name) => `\`${name}\``).join(' and ');
  throw refuse(`the transport \`${transport.name}\` needs ${names}`, `give ${names}, or \`endpoint\``);
}

/** Without the members that are undefined. */
function defined<T extends object>(group: T | undefined): T {
  return Object.fromEntries(Object.entries(group ?? {}).filter(([, value]) => value !== undefined)) as T;
}

function numbers<T extends object>(group: string, values: T, least: number): T {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'number' || !(value >= least) || !Number.isFinite(value)) {
      throw refuse(`\`${name}\` of \`${group}\` is no number from ${least} on`);
    }
  }
  return values;
}
