/** Requests of the two data-plane transports, `rest` and `openapi-v2`: JSON by POST, signed with `acs` or a bearer token. */
import { acsAuthorization } from '../auth/acs.ts';
import { bearerHeaders } from '../auth/bearer.ts';
import type { Call, WireRequest } from './transport.ts';
import { USER_AGENT } from './transport.ts';

export interface JsonForm {
  readonly path: string;
  readonly contentType: string;
  readonly version: string;
  readonly separator: ' ' | ':';
  /** Further headers of the transport. */
  readonly more?: Readonly<Record<string, string>>;
}

export function jsonBody(call: Call): string {
  return JSON.stringify(call.body);
}

export function jsonRequest(call: Call, body: string, form: JsonForm): WireRequest {
  const { origin, credentials } = call;
  const headers: Record<string, string> = {
    date: call.date.toUTCString(),
    host: new URL(origin).host,
    accept: 'application/json',
    'content-type': form.contentType,
    'user-agent': USER_AGENT,
    'x-eventbridge-version': form.version,
    ...form.more,
  };
  if ('bearerToken' in credentials) {
    Object.assign(headers, bearerHeaders(credentials.bearerToken));
    return { method: 'POST', origin, path: form.path, headers, body };
  }
  Object.assign(headers, {
    'x-acs-signature-nonce': call.nonce,
    'x-acs-signature-method': 'HMAC-SHA1',
    'x-acs-signature-version': '1.0',
  });
  if (credentials.securityToken !== undefined) {
    headers['x-acs-accesskey-id'] = credentials.accessKeyId;
    headers['x-acs-security-token'] = credentials.securityToken;
  }
  headers.authorization = acsAuthorization(
    { method: 'POST', pathname: form.path, headers },
    { id: credentials.accessKeyId, secret: credentials.accessKeySecret },
    call.acsSeparator ?? form.separator,
  );
  return { method: 'POST', origin, path: form.path, headers, body };
}

/** `https://{accountId}.eventbridge.{region}.aliyuncs.com`, from the documentation page on regions and endpoints. */
export function dataPlaneOrigin({
  accountId,
  region,
}: {
  accountId?: string | undefined;
  region?: string | undefined;
}): string {
  return `https://${accountId}.eventbridge.${region}.aliyuncs.com`;
}
