/** The settings of the stream commands: flags first, then the environment, then the config file. */
import type { TransportName } from '../../client/index.ts';
import { readConfig, type Setting } from '../config/config.ts';
import { Failure } from '../failure.ts';
import type { Format, Session } from '../session.ts';

/** As the parser of arguments gives them: texts. */
export interface StreamFlags {
  readonly accountId?: string;
  readonly region?: string;
  readonly endpoint?: string;
  readonly transport?: string;
  readonly auth?: string;
  readonly timeout?: string;
  readonly interval?: string;
  readonly retries?: string;
  readonly price?: string;
  readonly extension?: readonly string[];
  readonly format?: Format;
  readonly dryRun?: boolean;
}

export interface StreamSettings {
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
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

const ENVIRONMENT: Readonly<Record<keyof StreamSettings, readonly string[]>> = {
  accountId: ['EB_PATTERN_ACCOUNT_ID', 'ALIBABA_CLOUD_ACCOUNT_ID'],
  region: ['EB_PATTERN_REGION', 'ALIBABA_CLOUD_REGION', 'ALIBABA_CLOUD_REGION_ID'],
  endpoint: ['EB_PATTERN_ENDPOINT'],
  transport: ['EB_PATTERN_TRANSPORT'],
  auth: ['EB_PATTERN_AUTH'],
  timeout: ['EB_PATTERN_TIMEOUT'],
  interval: ['EB_PATTERN_INTERVAL'],
  retries: ['EB_PATTERN_RETRIES'],
  price: ['EB_PATTERN_PRICE'],
};

/** @throws Failure, which names where the value came from */
export async function readSettings(flags: StreamFlags, { io, sources }: Session): Promise<StreamSettings> {
  const config = await readConfig(io, sources);
  const find = (name: keyof StreamSettings): Setting | undefined => {
    const flag = flags[name];
    if (flag !== undefined) return settingOf(flag, `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`);
    // Its absence means the real service: what was to keep requests away from there must not do so by being empty.
    if (name === 'endpoint' && io.env.EB_PATTERN_ENDPOINT === '') {
      throw new Failure({ message: 'EB_PATTERN_ENDPOINT is set and empty: unset it, or give scheme and host' });
    }
    // Any other variable that is empty counts as absent.
    const variable = ENVIRONMENT[name].find((candidate) => io.env[candidate]);
    if (variable !== undefined) return settingOf(io.env[variable] as string, variable);
    return config.get('stream', name);
  };
  const text = (name: keyof StreamSettings): string | undefined => find(name)?.text;
  const choice = <T extends string>(name: keyof StreamSettings, values: readonly T[]): T | undefined => {
    const setting = find(name);
    if (setting === undefined) return undefined;
    const value = values.find((candidate) => candidate === setting.text);
    return value ?? setting.fail(`\`${name}\` is one of ${values.join(', ')}, not \`${setting.text}\``);
  };
  const number = (name: keyof StreamSettings, what: string, holds: (n: number) => boolean): number | undefined => {
    const setting = find(name);
    if (setting === undefined) return undefined;
    const value = setting.text.trim() === '' ? Number.NaN : Number(setting.text);
    return Number.isFinite(value) && holds(value)
      ? value
      : setting.fail(`\`${name}\` is ${what}, not \`${setting.text}\``);
  };
  return {
    accountId: text('accountId'),
    region: text('region'),
    endpoint: text('endpoint'),
    transport: choice('transport', TRANSPORTS),
    auth: choice('auth', AUTHS),
    timeout: number('timeout', 'a number of seconds above 0', (n) => n > 0),
    interval: number('interval', 'a number of seconds above 0', (n) => n > 0),
    retries: number('retries', 'a whole number from 0 to 100', (n) => Number.isInteger(n) && n >= 0 && n <= 100),
    price: number('price', 'what one request costs, a number from 0 on', (n) => n >= 0),
  };
}

function settingOf(text: string, origin: string): Setting {
  const fail = (message: string): never => {
    throw new Failure({ message: `${origin}: ${message}` });
  };
  return { text, fail };
}

/** A table for a person at a terminal, JSON for everything else. */
export function formatOf({ format }: StreamFlags, { io }: Session): Format {
  return format ?? (io.stdout.isTTY === true ? 'human' : 'json');
}
