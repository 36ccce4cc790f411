/** The members of an event's envelope in both languages. */

/** Each with its counterpart. The content, `data` or `detail`, has the same members below it. */
export const ENVELOPE: readonly (readonly [aliyun: string, aws: string])[] = [
  ['data', 'detail'],
  ['type', 'detail-type'],
  ['source', 'source'],
  ['id', 'id'],
  ['time', 'time'],
  ['subject', 'resources'],
  ['aliyunaccountid', 'account'],
  ['aliyunregionid', 'region'],
];

/** The two languages between which patterns are converted. */
export type Side = 'aliyun' | 'aws';

export const SERVICE: Readonly<Record<Side, string>> = { aliyun: 'Alibaba Cloud', aws: 'Amazon' };

/** The path of a field in events of the other service; or why it has none, in one sentence. */
export function pathIn(to: Side, path: readonly string[]): readonly string[] | { readonly unsaid: string } {
  const [root = '', ...below] = path;
  const pair = ENVELOPE.find(([aliyun, aws]) => (to === 'aws' ? aliyun : aws) === root);
  if (pair === undefined) return { unsaid: `events of ${SERVICE[to]} have no counterpart of \`${root}\`` };
  const isContent = pair[0] === 'data';
  if (isContent && below.length === 0) return { unsaid: `\`${root}\` itself is no field there, only what is below it` };
  if (!isContent && below.length > 0) return { unsaid: `\`${root}\` is a plain value there, and has no members` };
  if (below.some((name) => name === '')) return { unsaid: 'an empty member name has another meaning there' };
  const dotted = below.find((name) => name.includes('.'));
  if (dotted !== undefined) return { unsaid: `a dot in a name, as in \`${dotted}\`, divides names there` };
  return [to === 'aws' ? pair[1] : pair[0], ...below];
}
