/**
 * The protocol of the first sample of the API reference. No SDK uses its address, which looks like that of the API explorer; it is not
 * verified against the service.
 */
import { bearerHeaders } from '../auth/bearer.ts';
import { UnsupportedError } from '../errors.ts';
import { readReply } from './reply.ts';
import { type Transport, USER_AGENT } from './transport.ts';

export const api: Transport = {
  name: 'api',
  signsWith: ['bearer'],
  needs: [],
  origin: () => 'https://api.aliyun.com',
  supports: () => true,
  listFilters: ['NamePrefix', 'Limit', 'NextToken', 'SourceArn', 'SinkArn', 'Tags'],
  request({ operation, body, origin, credentials }) {
    if (!('bearerToken' in credentials)) {
      throw new UnsupportedError({
        code: 'UnsupportedAuth',
        message: 'the transport `api` signs with a bearer token only',
        operation,
        hint: 'give `auth: bearer()`, or choose the transport `rest`, `openapi-v2` or `rpc`',
      });
    }
    const headers = {
      host: new URL(origin).host,
      accept: 'application/json',
      'content-type': 'application/json;charset=UTF-8',
      'user-agent': USER_AGENT,
      ...bearerHeaders(credentials.bearerToken),
    };
    const path = `/api/eventbridge/2020-04-01/${operation}`;
    return { method: 'POST', origin, path, headers, body: JSON.stringify(body) };
  },
  read: (answer) => readReply(answer, 'outer'),
};
