/** The four transports of the service: reads raw requests and writes answers in the same form. */
import { headerOf, type Raw } from './signatures.ts';
import type { Done, Params } from './streams.ts';

export type Spoken = 'rest' | 'openapi-v2' | 'rpc' | 'api';

export interface Asked {
  readonly spoken: Spoken;
  readonly operation: string;
  readonly params: Params;
}

/** The operation of a request, or the error in it. */
export function understand(raw: Raw): Asked | string {
  if (raw.method !== 'POST') return 'only POST is understood';
  const [path = ''] = raw.url.split('?');
  if (path === '/') return understandRpc(raw);
  const [, api] = /^\/api\/eventbridge\/2020-04-01\/([A-Za-z]+)$/.exec(path) ?? [];
  const [, v2] = /^\/openapi\/v2\/([A-Za-z]+)$/.exec(path) ?? [];
  const [, verb] = /^\/eventstreaming\/([A-Za-z]+)$/.exec(path) ?? [];
  const version = headerOf(raw, 'x-eventbridge-version');
  const spoken = api ? 'api' : version === '2015-06-06' ? 'openapi-v2' : 'rest';
  const name = api ?? v2 ?? verb ?? (path === '/openapi/testEventPattern' ? 'TestEventPattern' : undefined);
  if (name === undefined) return `there is no path ${path}`;
  if (spoken === 'rest' && version !== '2020-04-01') return 'there is no version';
  if ((v2 !== undefined && spoken !== 'openapi-v2') || (verb !== undefined && spoken !== 'rest'))
    return 'a wrong version';
  if (!/^application\/json; ?charset=utf-8$/i.test(headerOf(raw, 'content-type') ?? '')) return 'a wrong content type';
  const params = JSON.parse(raw.body.toString('utf8')) as Params;
  // The spelling of Create in the reference.
  const verbatim = name === 'creatEventStreaming' ? 'createEventStreaming' : name;
  return { spoken, operation: verbatim.charAt(0).toUpperCase() + verbatim.slice(1), params };
}

const JSON_TEXT = new Set(['Source', 'Sink', 'RunOptions', 'Transforms']);

function understandRpc(raw: Raw): Asked | string {
  if (headerOf(raw, 'x-acs-version') !== '2020-04-01') return 'there is no version';
  if (headerOf(raw, 'content-type') !== 'application/x-www-form-urlencoded') return 'a wrong content type';
  const operation = headerOf(raw, 'x-acs-action');
  if (operation === undefined) return 'there is no action';
  const params: Record<string, unknown> = {};
  for (const pair of raw.body.toString('utf8').split('&').filter(Boolean)) {
    if (pair.includes('+')) return 'a plus sign in a form';
    const [name = '', text = ''] = pair.split('=').map(decodeURIComponent);
    const [, index, member] = /^Tags\.([1-9][0-9]*)\.(Key|Value)$/.exec(name) ?? [];
    if (index !== undefined) {
      const tags = (params.Tags ?? []) as Record<string, string>[];
      tags[Number(index) - 1] = { ...tags[Number(index) - 1], [member!]: text };
      params.Tags = tags;
    } else {
      params[name] = JSON_TEXT.has(name) ? JSON.parse(text) : text;
    }
  }
  return { spoken: 'rpc', operation, params };
}

export interface Written {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The envelopes of section 4 of the API reference. */
export function answer(spoken: Spoken, requestId: string, outcome: Done): Written {
  if ('refused' in outcome) return refusal(spoken, requestId, outcome.refused);
  const { data } = outcome;
  const inner = {
    RequestId: requestId,
    Code: 'Success',
    Message: '',
    Success: true,
    ...(data === undefined ? {} : { Data: data }),
  };
  if (spoken === 'rpc') return { status: 200, body: inner };
  if (spoken === 'openapi-v2') {
    const flat = typeof data === 'object' ? data : {};
    return { status: 200, body: { RequestId: requestId, ResourceOwnerAccountId: '1', ...flat } };
  }
  const body = { code: '200', data: inner, httpStatusCode: '200', requestId, successResponse: true };
  return { status: 200, body: { ...body, ...(data === undefined ? { data: { ...inner, Data: true } } : {}) } };
}

function refusal(
  spoken: Spoken,
  requestId: string,
  { status, code, message }: { readonly status: number; readonly code: string; readonly message: string },
): Written {
  if (spoken === 'openapi-v2') return { status: status === 404 ? 409 : status, body: { code, message, requestId } };
  const body = { RequestId: requestId, Code: code, Message: message, Success: false };
  // The control plane reports errors of the operation within a 200.
  if (spoken === 'rpc') return { status: status === 404 || status === 409 ? 200 : status, body };
  return {
    status,
    body: { code: String(status), data: body, httpStatusCode: String(status), requestId, successResponse: false },
  };
}
