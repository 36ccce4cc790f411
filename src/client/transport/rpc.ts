/**
 * The control plane as the SDK of 2020-04-01 calls it: one path, the operation in a header, the parameters as a form in
 * which Source, Sink, RunOptions and Transforms are JSON text. It needs no account id.
 */
import { acs3Authorization, sha256 } from '../auth/acs3.ts';
import { rpcBearer } from '../auth/bearer.ts';
import { formEncode } from '../auth/percent-encode.ts';
import { readReply } from './reply.ts';
import { type Transport, USER_AGENT } from './transport.ts';

export const rpc: Transport = {
  name: 'rpc',
  signsWith: ['accessKey', 'bearer'],
  needs: ['region'],
  origin: ({ region }) => `https://eventbridge-console.${region}.aliyuncs.com`,
  supports: () => true,
  listFilters: ['NamePrefix', 'Limit', 'NextToken', 'SourceArn', 'SinkArn', 'Tags'],
  request({ operation, body: members, origin, credentials, date, nonce }) {
    const body = formOf(members);
    const headers: Record<string, string> = {
      host: new URL(origin).host,
      'x-acs-version': '2020-04-01',
      'x-acs-action': operation,
      'x-acs-date': date.toISOString().replace(/\.[0-9]+Z$/, 'Z'),
      'x-acs-signature-nonce': nonce,
      accept: 'application/json',
      'user-agent': USER_AGENT,
      'content-type': 'application/x-www-form-urlencoded',
      'x-acs-content-sha256': sha256(body),
    };
    if ('bearerToken' in credentials) {
      const { headers: more, query } = rpcBearer(credentials.bearerToken);
      const search = new URLSearchParams(query).toString();
      return { method: 'POST', origin, path: `/?${search}`, headers: { ...headers, ...more }, body };
    }
    if (credentials.securityToken !== undefined) {
      headers['x-acs-accesskey-id'] = credentials.accessKeyId;
      headers['x-acs-security-token'] = credentials.securityToken;
    }
    headers.authorization = acs3Authorization(
      { method: 'POST', pathname: '/', headers, payloadHash: sha256(body) },
      { id: credentials.accessKeyId, secret: credentials.accessKeySecret },
    );
    return { method: 'POST', origin, path: '/', headers, body };
  },
  read: (answer) => readReply(answer, 'code'),
};

/** Percent-encoded, a blank as `%20`; tags are flattened with numbers from 1, other objects and arrays are JSON text. */
export function formOf(members: Readonly<Record<string, unknown>>): string {
  return Object.entries(members)
    .flatMap(([name, value]) => (name === 'Tags' ? flattened(name, value) : [[name, textOf(value)] as const]))
    .filter((pair): pair is readonly [string, string] => pair[1] !== undefined)
    .map(([name, text]) => `${formEncode(name)}=${formEncode(text)}`)
    .join('&');
}

function flattened(name: string, value: unknown): (readonly [string, string | undefined])[] {
  if (typeof value !== 'object' || value === null) return [[name, textOf(value)]];
  return Object.entries(value).flatMap(([member, item]) =>
    flattened(`${name}.${Array.isArray(value) ? Number(member) + 1 : member}`, item),
  );
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
