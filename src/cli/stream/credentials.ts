/** Secrets come from the environment and from nowhere else: an argument is in the history of the shell, a file is committed. */
import { type Auth, accessKey, bearer } from '../../client/index.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
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
  const pair = 'ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET';
  if (auth === 'bearer') throw new Failure({ message: 'there is no bearer token; set DASHSCOPE_API_KEY' });
  if (auth === 'access-key') throw new Failure({ message: `there is no access key; set ${pair}` });
  throw new Failure({ message: `there are no credentials; set ${pair}, or DASHSCOPE_API_KEY` });
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

export function secretsOf(env: Io['env']): readonly string[] {
  const names = ['ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIBABA_CLOUD_SECURITY_TOKEN', 'DASHSCOPE_API_KEY'];
  return names.map((name) => env[name] ?? '').filter((secret) => secret !== '');
}
