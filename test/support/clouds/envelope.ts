/** The members of the envelopes of both clouds, those of aliyun first. */
/** The members of both envelopes. */
export const PAIRS = [
  ...[['data', 'detail'] as const, ['type', 'detail-type'] as const, ['source', 'source'] as const],
  ...[['id', 'id'] as const, ['time', 'time'] as const, ['subject', 'resources'] as const],
  ...[['aliyunaccountid', 'account'] as const, ['aliyunregionid', 'region'] as const],
];
