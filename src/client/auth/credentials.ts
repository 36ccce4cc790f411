/** The credentials of a call. They are read before each try, so that a token that expires between two tries is replaced. */
import { AuthenticationError } from '../errors.ts';
import { authVariables, credentialsIn } from './environment.ts';

/** Credentials of the form `Authorization: Bearer`. */
export interface BearerToken {
  /** The token, or an API key. */
  readonly bearerToken: string;
}

/** An access key of Alibaba Cloud. */
export interface AccessKey {
  /** The public part, which requests name. */
  readonly accessKeyId: string;
  /** The secret part, with which requests are signed; it is never sent. */
  readonly accessKeySecret: string;
  /** The token of temporary credentials of STS. */
  readonly securityToken?: string | undefined;
}

/** What a request is signed with. */
export type Credentials = BearerToken | AccessKey;

/**
 * Returns the credentials of one try. The members are named as in `@alicloud/credentials`, so that `() => credential.getCredential()`
 * works. Empty members count as absent; an access key is preferred to a token.
 */
export type Auth = () =>
  | Promise<{ readonly [K in keyof AccessKey | keyof BearerToken]?: string | undefined }>
  | { readonly [K in keyof AccessKey | keyof BearerToken]?: string | undefined };

/** Signs with a bearer token. Default: the environment variable `DASHSCOPE_API_KEY`, read before each try. */
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

/**
 * Signs with an access key. Default: the environment variables `ALIBABA_CLOUD_ACCESS_KEY_ID`, `ALIBABA_CLOUD_ACCESS_KEY_SECRET` and
 * `ALIBABA_CLOUD_SECURITY_TOKEN`, read before each try.
 */
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

/** The default of the option `auth`: the access key of the environment, else its bearer token. */
export function fromEnvironment(): Auth {
  return () => {
    const found = credentialsIn(process.env);
    if (found !== undefined) return found;
    throw missing('no credentials', `set ${authVariables['access-key']}, or ${authVariables.bearer}, or give \`auth\``);
  };
}

/** Checks what an `Auth` returned. An access key is preferred to a token. @throws AuthenticationError, without the values in its message */
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

/** A header cannot hold a line break, such as that of a file from which a secret was read. The message does not show the value. */
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
