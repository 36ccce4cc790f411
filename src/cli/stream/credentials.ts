/** Secrets come from the environment and from nowhere else: an argument is in the history of the shell, a file is committed. */
import { type Auth, accessKey, bearer } from '../../client/index.ts';
import { transports } from '../../client/transport/index.ts';
import { Failure } from '../findings/failure.ts';
import { flagOf, members } from '../settings/table.ts';
import type { Io } from '../terminal/io.ts';
import type { StreamSettings } from './settings.ts';

/** @throws Failure when there are none */
export function authOf({ auth }: Pick<StreamSettings, 'auth'>, env: Io['env']): Auth {
  const {
    ALIBABA_CLOUD_ACCESS_KEY_ID: id,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
    ALIBABA_CLOUD_SECURITY_TOKEN: securityToken,
    DASHSCOPE_API_KEY: key,
  } = env;
  if (auth !== 'bearer' && id && secret) return accessKey({ id, secret, securityToken });
  if (auth !== 'access-key' && key) return bearer(key);
  throw new Failure({ message: missing(missingCredentials(auth)) });
}

/** @throws Failure that lists at once what is missing to reach the service: flags, variables, credentials */
export function requireReachable(settings: StreamSettings, env: Io['env']): void {
  const place = missingPlace(settings);
  if (place === undefined) return;
  const credentials = hasCredentials(settings, env) ? '' : `; ${missing(missingCredentials(settings.auth))}`;
  throw new Failure({ message: `${place}${credentials}` });
}

/** @throws Failure when it is not known where the service is; a dry run needs no more than that */
export function requirePlace(settings: StreamSettings): void {
  const message = missingPlace(settings);
  if (message !== undefined) throw new Failure({ message });
}

function missingPlace(settings: StreamSettings): string | undefined {
  const { endpoint, transport = 'rest' } = settings;
  const place = endpoint === undefined ? transports[transport].needs.filter((name) => !settings[name]) : [];
  if (place.length === 0) return undefined;
  const wanted = members.filter(({ name }) => place.some((need) => name === `stream.${need}`));
  const flags = wanted.map((member) => `\`${flagOf(member)}\``).join(' and ');
  const variables = wanted.map((member) => member.variables[0]).join(' and ');
  return `the transport \`${transport}\` needs ${flags}, or ${variables} in the environment`;
}

function hasCredentials(settings: StreamSettings, env: Io['env']): boolean {
  try {
    authOf(settings, env);
    return true;
  } catch (thrown) {
    if (thrown instanceof Failure) return false;
    throw thrown;
  }
}

const PAIR = 'ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET';

function missingCredentials(auth: StreamSettings['auth']): readonly [what: string, variables: string] {
  if (auth === 'bearer') return ['is no bearer token', 'DASHSCOPE_API_KEY'];
  if (auth === 'access-key') return ['is no access key', PAIR];
  return ['are no credentials', `${PAIR}, or DASHSCOPE_API_KEY`];
}

function missing([what, variables]: readonly [string, string]): string {
  return `there ${what}; set ${variables}`;
}

/** Of a dry run without credentials: nothing is sent, and the header is masked anyway. */
export function anyAuth(settings: Pick<StreamSettings, 'auth'>, env: Io['env']): Auth {
  try {
    return authOf(settings, env);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return settings.auth === 'access-key' ? accessKey({ id: 'none', secret: 'none' }) : bearer('none');
  }
}
