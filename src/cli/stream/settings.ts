/** The settings of the stream commands. */
import type { AuthWay } from '../../client/auth/environment.ts';
import type { TransportName } from '../../client/index.ts';
import type { Format, Session } from '../session/session.ts';

/** Flags, and settings in the place of absent flags, as texts. */
export interface StreamFlags {
  readonly accountId?: string;
  readonly region?: string;
  readonly endpoint?: string;
  readonly insecureHttp?: boolean;
  readonly transport?: string;
  readonly auth?: string;
  readonly timeout?: string;
  readonly interval?: string;
  readonly retries?: string;
  readonly price?: string;
  readonly extension?: readonly string[] | undefined;
  readonly format?: Format;
  readonly dryRun?: boolean;
}

export interface StreamSettings {
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
  readonly insecureHttp: boolean;
  readonly transport: TransportName | undefined;
  readonly auth: AuthWay | undefined;
  /** Seconds. */
  readonly timeout: number | undefined;
  /** Seconds between two polls of `wait`. */
  readonly interval: number | undefined;
  readonly retries: number | undefined;
  /** The price of one request, in a currency of the user's choice. */
  readonly price: number | undefined;
}

/** The texts were validated when the settings were resolved. */
export function readSettings(flags: StreamFlags): StreamSettings {
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
  const { accountId, region, endpoint, insecureHttp = false, transport, auth } = flags;
  return {
    accountId,
    region,
    endpoint,
    insecureHttp,
    transport: transport as TransportName | undefined,
    auth: auth as StreamSettings['auth'],
    timeout: number(flags.timeout),
    interval: number(flags.interval),
    retries: number(flags.retries),
    price: number(flags.price),
  };
}

/** A table on a terminal, JSON elsewhere. */
export function formatOf({ format }: StreamFlags, { io }: Session): Format {
  return format ?? (io.stdout.isTTY === true ? 'human' : 'json');
}
