/** Who calls. Credentials are asked for before each try, so that what expires between two tries is replaced. */
import { AuthenticationError } from '../errors.ts';
import { authVariables, credentialsIn } from './environment.ts';

export interface BearerToken {
  readonly bearerToken: string;
}

export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
}

export type Credentials = BearerToken | AccessKey;

/**
 * Gives the credentials of one try. The names of the members are those of `@alicloud/credentials`, so that
 * `() => credential.getCredential()` is one. Members that are empty count as absent.
 */
export type Auth = () =>
  | Promise<{ readonly [K in keyof AccessKey | keyof BearerToken]?: string | undefined }>
  | { readonly [K in keyof AccessKey | keyof BearerToken]?: string | undefined };

/** `Authorization: Bearer`. Without a key: `DASHSCOPE_API_KEY`, read at each try. */
export function bearer(key?: string): Auth {
  return () => {
    const given = key ? { bearerToken: key } : undefined;
    const found = key === undefined ? credentialsIn(process.env, 'bearer') : given;
    if (found === undefined) {
      throw missing('no bearer token', `set ${authVariables.bearer}, or give \`bearer(key)\``);
    }
    return found;
  };
}

/** A pair of keys. Without one: `ALIBABA_CLOUD_ACCESS_KEY_ID`, `…_SECRET` and `ALIBABA_CLOUD_SECURITY_TOKEN`, read at each try. */
export function accessKey(key?: {
  readonly id: string;
  readonly secret: string;
  readonly securityToken?: string | undefined;
}): Auth {
  return () => {
    if (key === undefined) {
      const found = credentialsIn(process.env, 'access-key');
      if (found !== undefined) return found;
    } else if (key.id && key.secret) {
      return { accessKeyId: key.id, accessKeySecret: key.secret, securityToken: key.securityToken };
    }
    throw missing('no access key', `set ${authVariables['access-key']}, or give \`accessKey({ id, secret })\``);
  };
}

/** The default: a pair of keys of the environment, else its bearer token. */
export function fromEnvironment(): Auth {
  return () => {
    const found = credentialsIn(process.env);
    if (found !== undefined) return found;
    throw missing('no credentials', `set ${authVariables['access-key']}, or ${authVariables.bearer}, or give \`auth\``);
  };
}

/** Reads what an `Auth` gave. A pair of keys wins over a token. */
export function readCredentials(given: unknown): Credentials {
  const { accessKeyId, accessKeySecret, securityToken, bearerToken } = (
    typeof given === 'object' && given !== null ? given : {}
  ) as Record<string, unknown>;
  if (accessKeyId || accessKeySecret) {
    return {
      accessKeyId: printable('accessKeyId', accessKeyId),
      accessKeySecret: printable('accessKeySecret', accessKeySecret),
      ...(securityToken ? { securityToken: printable('securityToken', securityToken) } : {}),
    };
  }
  if (bearerToken) return { bearerToken: printable('bearerToken', bearerToken) };
  throw missing(
    'the `auth` function gave no credentials',
    'it must give `{ accessKeyId, accessKeySecret, securityToken? }` or `{ bearerToken }`',
  );
}

/** A line break, from a file that ends with one, cannot stand in a header; the text itself is not told. */
function printable(member: string, value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  const what =
    typeof value === 'string' && value !== '' ? 'has a blank, a line break or a letter outside ASCII' : 'is missing';
  throw missing(`\`${member}\` of the credentials ${what}`, `give \`${member}\` as the console shows it`);
}

export function secretsOf(credentials: Credentials): (string | undefined)[] {
  return 'bearerToken' in credentials
    ? [credentials.bearerToken]
    : [credentials.accessKeySecret, credentials.securityToken];
}

export function sameCredentials(a: Credentials, b: Credentials): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function missing(message: string, hint: string): AuthenticationError {
  return new AuthenticationError({ code: 'NoCredentials', message, hint });
}
