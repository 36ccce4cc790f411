/** Names that other event buses give to attributes. */

export interface ForeignKey {
  readonly owner: string;
  /** The attribute of this service. */
  readonly meant: string;
}

const AMAZON = 'Amazon EventBridge';
const AZURE = 'Azure Event Grid';

export const foreignKeys: ReadonlyMap<string, ForeignKey> = new Map([
  ['detail', { owner: AMAZON, meant: 'data' }],
  ['detail-type', { owner: AMAZON, meant: 'type' }],
  ['account', { owner: AMAZON, meant: 'aliyunaccountid' }],
  ['region', { owner: AMAZON, meant: 'aliyunregionid' }],
  ['resources', { owner: AMAZON, meant: 'subject' }],
  ['eventType', { owner: AZURE, meant: 'type' }],
  ['eventTime', { owner: AZURE, meant: 'time' }],
]);
