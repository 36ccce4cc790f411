/** Stream documents for tests. */
import type { EventStreamingDocument } from '../../../src/client/index.ts';

export function streamDocument(name: string, more: Partial<EventStreamingDocument> = {}): EventStreamingDocument {
  return {
    EventStreamingName: name,
    Description: 'orders to the warehouse',
    FilterPattern: '{"source":["acs.oss"],"type":[{"prefix":"oss:"}]}',
    Source: { SourceMNSParameters: { RegionId: 'cn-hangzhou', QueueName: 'orders', IsBase64Decode: true } },
    Sink: {
      SinkMNSParameters: {
        QueueName: { Value: 'warehouse', Form: 'CONSTANT' },
        Body: { Value: '$.data', Form: 'JSONPATH' },
      },
    },
    RunOptions: { ErrorsTolerance: 'ALL', RetryStrategy: { PushRetryStrategy: 'BACKOFF_RETRY' } },
    ...more,
  };
}
