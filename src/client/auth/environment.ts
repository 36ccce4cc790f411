/** Credentials in the environment: the variables, and what they give. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The ways to authenticate, and the variables of each, for messages. */
export const authVariables = {
  'access-key': 'ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET',
  bearer: 'DASHSCOPE_API_KEY',
} as const;

export type AuthWay = keyof typeof authVariables;

type Found =
  | { readonly accessKeyId: string; readonly accessKeySecret: string; readonly securityToken: string | undefined }
  | { readonly bearerToken: string };

/** A pair of keys, else a bearer token; undefined where neither is set. With a `way`, that one alone. */
export function credentialsIn(env: Environment, way?: AuthWay): Found | undefined {
  const {
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: securityToken,
    DASHSCOPE_API_KEY: bearerToken,
  } = env;
  if (way !== 'bearer' && accessKeyId && accessKeySecret) return { accessKeyId, accessKeySecret, securityToken };
  return way !== 'access-key' && bearerToken ? { bearerToken } : undefined;
}

/** All secrets in the environment, of every kind of credentials. */
export function secretsIn(env: Environment): readonly string[] {
  const names = ['ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIBABA_CLOUD_SECURITY_TOKEN', 'DASHSCOPE_API_KEY'];
  return names.flatMap((name) => env[name] || []);
}
