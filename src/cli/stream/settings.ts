/** The settings of the stream commands. */
import type { TransportName } from '../../client/index.ts';
import type { Format, Session } from '../session/session.ts';

/** As the parser of arguments gives them: texts. */
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
  readonly auth: 'bearer' | 'access-key' | undefined;
  /** Seconds. */
  readonly timeout: number | undefined;
  /** Seconds between two questions of `wait`. */
  readonly interval: number | undefined;
  readonly retries: number | undefined;
  /** Of one request; the currency is the user's. */
  readonly price: number | undefined;
}

export const TRANSPORTS = ['rest', 'openapi-v2', 'rpc', 'api'] as const satisfies readonly TransportName[];
export const AUTHS = ['access-key', 'bearer'] as const;

/** They have been found and checked before the command runs. */
export function readSettings({ settings }: Session): StreamSettings {
  const text = (name: keyof StreamSettings): string | undefined => settings.get(`stream.${name}`)?.value as string;
  const number = (name: keyof StreamSettings): number | undefined => {
    const value = text(name);
    return value === undefined ? undefined : Number(value);
  };
  return {
    accountId: text('accountId'),
    region: text('region'),
    endpoint: text('endpoint'),
    insecureHttp: settings.get('stream.insecureHttp')?.value === true,
    transport: text('transport') as TransportName | undefined,
    auth: text('auth') as StreamSettings['auth'],
    timeout: number('timeout'),
    interval: number('interval'),
    retries: number('retries'),
    price: number('price'),
  };
}

/** A table for a person at a terminal, JSON for everything else. */
export function formatOf({ format }: StreamFlags, { io }: Session): Format {
  return format ?? (io.stdout.isTTY === true ? 'human' : 'json');
}
