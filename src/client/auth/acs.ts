/**
 * The `acs` signature: HMAC-SHA1 over the method, four headers, the `x-acs-*` headers and the path, as the package
 * `@alicloud/eventbridge-util` 1.0.0 computes it. It does not cover the body, the host or `x-eventbridge-*`.
 */
import { createHmac } from 'node:crypto';

export interface AcsRequest {
  readonly method: string;
  readonly pathname: string;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Names in lower case, as they are sent. */
  readonly headers: Readonly<Record<string, string>>;
}

export function acsStringToSign({ method, pathname, query = {}, headers }: AcsRequest): string {
  const line = (name: string): string => `${headers[name] ?? ''}\n`;
  const signed = Object.keys(headers)
    .filter((name) => name.startsWith('x-acs-'))
    .sort()
    .map((name) => `${name}:${(headers[name] ?? '').replace(/[\t\n\r\f]/g, ' ').trim()}\n`);
  // The values stand as they are, not percent-encoded.
  const pairs = Object.keys(query)
    .sort()
    .map((name) => `${name}=${query[name]}`);
  return [
    `${method.toUpperCase()}\n`,
    line('content-md5'),
    line('content-type'),
    line('date'),
    ...signed,
    pairs.length === 0 ? pathname : `${pathname}?${pairs.join('&')}`,
  ].join('');
}

export function acsSignature(request: AcsRequest, secret: string): string {
  return createHmac('sha1', secret).update(acsStringToSign(request), 'utf8').digest('base64');
}

/** The value of `authorization`. The reference separates by a blank, the published SDK by a colon. */
export function acsAuthorization(
  request: AcsRequest,
  key: { readonly id: string; readonly secret: string },
  separator: ' ' | ':',
): string {
  return `acs${separator}${key.id}:${acsSignature(request, key.secret)}`;
}
