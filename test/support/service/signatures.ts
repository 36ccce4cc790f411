/** Authenticates raw requests: computes the signatures a second time, from the bytes and header lines, without code of the client. */
import { createHash, createHmac } from 'node:crypto';

export interface Raw {
  readonly method: string;
  readonly url: string;
  /** Names and values in turn, as they arrived. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export interface Keys {
  /** Secrets by access key id. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Valid security tokens, by access key id. */
  readonly tokens: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bearers: ReadonlySet<string>;
}

/** The reason of a refusal; undefined for an authenticated request. */
export type Verdict = { readonly code: string; readonly message: string } | undefined;

const refuse = (code: string, message: string): Verdict => ({ code, message });

export function headerOf(raw: Raw, name: string): string | undefined {
  for (let i = 0; i < raw.rawHeaders.length; i += 2) {
    if (raw.rawHeaders[i]!.toLowerCase() === name) return raw.rawHeaders[i + 1];
  }
  return undefined;
}

export function verify(raw: Raw, keys: Keys): Verdict {
  const rpcToken = headerOf(raw, 'x-acs-bearer-token');
  if (rpcToken !== undefined) {
    if (!raw.url.endsWith('?SignatureType=BEARERTOKEN')) return refuse('InvalidSignatureType', 'no SignatureType');
    return keys.bearers.has(rpcToken) ? undefined : refuse('InvalidAccessKeyId', 'unknown bearer token');
  }
  const authorization = headerOf(raw, 'authorization') ?? '';
  if (authorization.startsWith('Bearer ')) {
    return keys.bearers.has(authorization.slice(7)) ? undefined : refuse('AccessDenied', 'unknown bearer token');
  }
  if (authorization.startsWith('ACS3-HMAC-SHA256 ')) return verifyAcs3(raw, authorization, keys);
  if (/^acs[ :]/.test(authorization)) return verifyAcs(raw, authorization, keys);
  return refuse('MissingAccessKeyId', 'nobody signed this');
}

function verifyToken(raw: Raw, id: string, keys: Keys): Verdict {
  if (!id.startsWith('STS.')) return undefined;
  if (headerOf(raw, 'x-acs-accesskey-id') !== id) return refuse('InvalidStsAccessKeyId', 'whose token is this?');
  const token = headerOf(raw, 'x-acs-security-token') ?? '';
  return keys.tokens.get(id)?.has(token) ? undefined : refuse('StsAccessIdExpired', `the token ${token} has expired`);
}

function verifyAcs(raw: Raw, authorization: string, keys: Keys): Verdict {
  const [, id = '', signature = ''] = /^acs[ :]([^:]+):(.+)$/.exec(authorization) ?? [];
  const secret = keys.secrets.get(id);
  if (secret === undefined) return refuse('InvalidAccessKeyId', `unknown access key ${id}`);
  const md5 = headerOf(raw, 'content-md5');
  if (md5 !== undefined && md5 !== createHash('md5').update(raw.body).digest('base64')) {
    return refuse('InvalidDigest', 'the Content-MD5 is not the one of the body');
  }
  let text = `${raw.method}\n`;
  for (const name of ['content-md5', 'content-type', 'date']) text += `${headerOf(raw, name) ?? ''}\n`;
  const lines: string[] = [];
  for (let i = 0; i < raw.rawHeaders.length; i += 2) {
    const name = raw.rawHeaders[i]!;
    if (name.startsWith('x-acs-')) lines.push(`${name}:${raw.rawHeaders[i + 1]!.trim()}\n`);
  }
  text += lines.sort().join('') + raw.url;
  const expected = createHmac('sha1', secret).update(text).digest('base64');
  if (expected !== signature) return refuse('SignatureDoesNotMatch', `the string to sign was ${JSON.stringify(text)}`);
  return verifyToken(raw, id, keys);
}

function verifyAcs3(raw: Raw, authorization: string, keys: Keys): Verdict {
  const parts = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  const [, id = '', names = '', signature] = parts ?? [];
  const secret = keys.secrets.get(id);
  if (secret === undefined) return refuse('InvalidAccessKeyId', `unknown access key ${id}`);
  const hash = createHash('sha256').update(raw.body).digest('hex');
  if (headerOf(raw, 'x-acs-content-sha256') !== hash)
    return refuse('InvalidDigest', 'the hash is not that of the body');
  const signed = names.split(';');
  for (let i = 0; i < raw.rawHeaders.length; i += 2) {
    const name = raw.rawHeaders[i]!.toLowerCase();
    const must = name.startsWith('x-acs-') || name === 'host' || name === 'content-type';
    if (must !== signed.includes(name)) return refuse('IncompleteSignature', `the header ${name}`);
  }
  const { pathname, search } = new URL(raw.url, 'http://service');
  const headers = signed.map((name) => `${name}:${headerOf(raw, name)!.trim()}\n`).join('');
  const canonical = [raw.method, pathname, search.slice(1), headers, names, hash].join('\n');
  const text = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  if (createHmac('sha256', secret).update(text).digest('hex') !== signature) {
    return refuse('SignatureDoesNotMatch', `the canonical request was ${JSON.stringify(canonical)}`);
  }
  return verifyToken(raw, id, keys);
}
