/** The filter of List, and which transport supports which members. */
import { refuse } from './errors.ts';
import type { Transport } from './transport/transport.ts';

/** Which streams `list` and `listAll` return. Members that the transport does not support are refused. */
export interface ListFilter {
  /** The beginning of the names of streams. */
  readonly namePrefix?: string | undefined;
  /** Streams on a page, from 1 to 100; default that of the service. */
  readonly limit?: number | undefined;
  /** `nextToken` of the page before. */
  readonly nextToken?: string | undefined;
  /** `rest`, `rpc` and `api` only. */
  readonly sourceArn?: string | undefined;
  /** `rest`, `rpc` and `api` only. */
  readonly sinkArn?: string | undefined;
  /** `rest`, `rpc` and `api` only. */
  readonly tags?:
    | readonly {
        /** The key of a tag. */
        readonly key: string;
        /** Its value; not sent when absent. */
        readonly value?: string;
      }[]
    | undefined;
  /** `openapi-v2` only. */
  readonly sourceType?: string | undefined;
  /** `openapi-v2` only. */
  readonly sinkType?: string | undefined;
  /** `openapi-v2` only. */
  readonly tag?: string | undefined;
}

const MAX_LIMIT = 100;

/** @throws ValidationError for a member that the transport does not support: the service would ignore it and list too much */
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
