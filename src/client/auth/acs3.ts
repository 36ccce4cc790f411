/**
 * ACS3-HMAC-SHA256, as the package `@alicloud/openapi-core` 1.0.8 computes it: no key derivation, and of the headers
 * only `x-acs-*`, `host` and `content-type`. The body is covered by its hash.
 */
import { createHash, createHmac } from 'node:crypto';
import { percentEncode } from './percent-encode.ts';

export const ACS3 = 'ACS3-HMAC-SHA256';

export interface Acs3Request {
  readonly method: string;
  readonly pathname: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the bytes of the body, in hexadecimal; of no bytes when there is none. */
  readonly payloadHash: string;
}

export function sha256(data: string): string {
  return createHash('sha256').update(data, 'utf8').digest('hex');
}

/** The headers that are signed: values by lower-case name. */
function signedHeaders(headers: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const values = new Map<string, string[]>();
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (!lower.startsWith('x-acs-') && lower !== 'host' && lower !== 'content-type') continue;
    values.set(lower, [...(values.get(lower) ?? []), value.trim()]);
  }
  return new Map([...values.keys()].sort().map((name) => [name, (values.get(name) ?? []).sort().join(',')]));
}

export function acs3CanonicalRequest({ method, pathname, query = {}, headers, payloadHash }: Acs3Request): string {
  const signed = signedHeaders(headers);
  return [
    method,
    pathname.replaceAll('+', '%20').replaceAll('*', '%2A').replaceAll('%7E', '~'),
    Object.keys(query)
      .sort()
      .map((name) => `${name}=${percentEncode(String(query[name]))}`)
      .join('&'),
    [...signed].map(([name, value]) => `${name}:${value}\n`).join(''),
    [...signed.keys()].join(';'),
    payloadHash,
  ].join('\n');
}

export function acs3Signature(request: Acs3Request, secret: string): string {
  const toSign = `${ACS3}\n${sha256(acs3CanonicalRequest(request))}`;
  return createHmac('sha256', secret).update(toSign, 'utf8').digest('hex');
}

/** The value of `Authorization`: commas without blanks. */
export function acs3Authorization(request: Acs3Request, key: { readonly id: string; readonly secret: string }): string {
  const names = [...signedHeaders(request.headers).keys()].join(';');
  return `${ACS3} Credential=${key.id},SignedHeaders=${names},Signature=${acs3Signature(request, key.secret)}`;
}
