/** The protocol of the API reference: JSON to `/eventstreaming/…` of the host of the account. */
import { createHash } from 'node:crypto';
import { verbOf } from '../operation.ts';
import { dataPlaneOrigin, jsonBody, jsonRequest } from './json-request.ts';
import { readReply } from './reply.ts';
import type { Transport } from './transport.ts';

export const rest: Transport = {
  name: 'rest',
  signsWith: ['bearer', 'accessKey'],
  needs: ['accountId', 'region'],
  origin: dataPlaneOrigin,
  supports: () => true,
  listFilters: ['NamePrefix', 'Limit', 'NextToken', 'SourceArn', 'SinkArn', 'Tags'],
  request(call) {
    const body = jsonBody(call);
    // The documentation page on common headers requires Content-MD5 in a signed request.
    const md5 = createHash('md5').update(body, 'utf8').digest('base64');
    return jsonRequest(call, body, {
      path: pathOf(call.operation, call.createPath),
      contentType: 'application/json;charset=UTF-8',
      version: '2020-04-01',
      separator: ' ',
      more: 'bearerToken' in call.credentials ? {} : { 'content-md5': md5 },
    });
  },
  read: (answer) => readReply(answer, 'outer'),
};

/** The documentation page writes `createEventStreaming`, the sample of the reference `creatEventStreaming`: hence the option `createPath`. */
function pathOf(operation: Parameters<typeof verbOf>[0], createPath: string | undefined): string {
  if (operation === 'TestEventPattern') return '/openapi/testEventPattern';
  if (operation === 'CreateEventStreaming' && createPath !== undefined) return createPath;
  return `/eventstreaming/${verbOf(operation)}`;
}
