/** The filter of List: our names, and which transport knows which. */
import { refuse } from './errors.ts';
import type { Transport } from './transport/transport.ts';

export interface ListFilter {
  readonly namePrefix?: string | undefined;
  /** Streams on a page: 1 to 100. */
  readonly limit?: number | undefined;
  /** From the page before. */
  readonly nextToken?: string | undefined;
  /** `rest`, `rpc` and `api` only. */
  readonly sourceArn?: string | undefined;
  /** `rest`, `rpc` and `api` only. */
  readonly sinkArn?: string | undefined;
  /** `rest`, `rpc` and `api` only. */
  readonly tags?: readonly { readonly key: string; readonly value?: string }[] | undefined;
  /** `openapi-v2` only. */
  readonly sourceType?: string | undefined;
  /** `openapi-v2` only. */
  readonly sinkType?: string | undefined;
  /** `openapi-v2` only. */
  readonly tag?: string | undefined;
}

const MAX_LIMIT = 100;

/** @throws ValidationError for a filter that this transport does not know: it would be ignored, and list too much */
export function listBody(filter: ListFilter, transport: Transport): Readonly<Record<string, unknown>> {
  if (typeof filter !== 'object' || filter === null)
    throw refuse('the filter is no object', 'give `{ namePrefix }`, or nothing');
  const { limit, tags } = filter;
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT)) {
    throw refuse(`the limit \`${String(limit)}\` is no whole number from 1 to ${MAX_LIMIT}`, 'use `listAll` for more');
  }
  const members = {
    NamePrefix: filter.namePrefix,
    SourceType: filter.sourceType,
    SinkType: filter.sinkType,
    Limit: limit,
    NextToken: filter.nextToken,
    SourceArn: filter.sourceArn,
    SinkArn: filter.sinkArn,
    Tags: tags?.map(({ key, value }) => ({ Key: key, ...(value === undefined ? {} : { Value: value }) })),
    Tag: filter.tag,
  };
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  for (const [name] of given) {
    if (transport.listFilters.includes(name)) continue;
    const ours = name.charAt(0).toLowerCase() + name.slice(1);
    throw refuse(
      `the transport \`${transport.name}\` cannot list by \`${ours}\``,
      'leave it out, or choose another transport',
    );
  }
  return Object.fromEntries(given);
}
