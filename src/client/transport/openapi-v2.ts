/** The requests of the SDK `@alicloud/eventbridge` 1.3.2, with the same headers. There is no operation for the business option. */
import { verbOf } from '../operation.ts';
import { dataPlaneOrigin, jsonBody, jsonRequest } from './json-request.ts';
import { readReply } from './reply.ts';
import type { Transport } from './transport.ts';

export const openapiV2: Transport = {
  name: 'openapi-v2',
  signsWith: ['accessKey', 'bearer'],
  needs: ['accountId', 'region'],
  origin: dataPlaneOrigin,
  supports: (operation) => operation !== 'UpdateEventStreamingBusinessOption',
  listFilters: ['NamePrefix', 'SourceType', 'SinkType', 'Limit', 'NextToken', 'Tag'],
  request(call) {
    const verb = verbOf(call.operation);
    return jsonRequest(call, jsonBody(call), {
      path: call.operation === 'TestEventPattern' ? `/openapi/${verb}` : `/openapi/v2/${verb}`,
      contentType: 'application/json; charset=utf-8',
      version: '2015-06-06',
      separator: ':',
      more: call.region === undefined ? {} : { 'x-eventbridge-regionid': call.region },
    });
  },
  read: (answer) => readReply(answer, 'flat'),
};
