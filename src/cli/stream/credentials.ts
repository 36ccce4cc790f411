/** Credentials of a stream command, from the environment only: arguments stay in the history of the shell, and files are committed. */
import { authVariables, credentialsIn } from '../../client/auth/environment.ts';
import type { Auth } from '../../client/index.ts';
import { transports } from '../../client/transport/index.ts';
import { Failure } from '../findings/failure.ts';
import { flagOf } from '../settings/member.ts';
import { members } from '../settings/table.ts';
import type { Io } from '../terminal/io.ts';
import type { StreamSettings } from './settings.ts';

/** @throws Failure if there are none */
export function authOf({ auth }: Pick<StreamSettings, 'auth'>, env: Io['env']): Auth {
  const found = credentialsIn(env, auth);
  if (found === undefined) throw new Failure({ message: missingCredentials(auth) });
  return () => found;
}

/** @throws Failure with all that is missing for a request: flags, variables, credentials */
export function requireReachable(settings: StreamSettings, env: Io['env']): void {
  const place = missingPlace(settings);
  if (place === undefined) return;
  const credentials = credentialsIn(env, settings.auth) === undefined ? `; ${missingCredentials(settings.auth)}` : '';
  throw new Failure({ message: `${place}${credentials}` });
}

/** @throws Failure when the address of the service is unknown; a dry run needs only that */
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

function missingCredentials(auth: StreamSettings['auth']): string {
  if (auth === undefined) {
    return `there are no credentials; set ${authVariables['access-key']}, or ${authVariables.bearer}`;
  }
  return `there is no ${auth === 'bearer' ? 'bearer token' : 'access key'}; set ${authVariables[auth]}`;
}

/** For a dry run without credentials: nothing is sent, and the header is masked anyway. */
export function anyAuth({ auth }: Pick<StreamSettings, 'auth'>, env: Io['env']): Auth {
  const none = auth === 'access-key' ? { accessKeyId: 'none', accessKeySecret: 'none' } : { bearerToken: 'none' };
  const found = credentialsIn(env, auth) ?? none;
  return () => found;
}
