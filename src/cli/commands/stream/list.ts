/** `eb-pattern stream list`: a page of streams, or all of them. */
import type { ListFilter, Stream } from '../../../client/index.ts';
import { redacted } from '../../../client/redact/document.ts';
import { Failure } from '../../findings/failure.ts';
import type { Session } from '../../session/session.ts';
import { respond, type StreamContext, withStream } from '../../stream/context.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { YES } from '../../terminal/exit-code.ts';
import { showTable } from '../../terminal/table.ts';
import { printable } from '../../terminal/terminal.ts';
import { listAnswer } from './answer.ts';

export interface ListFlags extends StreamFlags {
  readonly prefix?: string;
  readonly limit?: string;
  readonly nextToken?: string;
  readonly all?: boolean;
}

/** The largest page needs the fewest requests. */
const LARGEST_PAGE = 100;

export function list(flags: ListFlags, session: Session): Promise<number> {
  return withStream(flags, session, async (context) => {
    const { streams, nextToken, total } = await streamsOf(context, flags);
    const members = {
      streams: streams.map(redacted) as object[],
      ...(nextToken === undefined ? {} : { nextToken }),
      ...(total === undefined ? {} : { total }),
    };
    respond(context, listAnswer, members, () => {
      const { out } = context.session;
      if (streams.length === 0) out.line('there is no such stream');
      else showTable(['NAME', 'STATUS', 'SOURCE', 'SINK', 'DESCRIPTION'], streams.map(rowOf), out);
      if (nextToken === undefined) return;
      const of = total === undefined ? '' : ` of ${total}`;
      out.line(`${streams.length}${of}; more with --all, or --next-token ${printable(nextToken)}`);
    });
    return YES;
  });
}

interface Listed {
  readonly streams: readonly Stream[];
  readonly nextToken?: string | undefined;
  readonly total?: number | undefined;
}

async function streamsOf({ client }: StreamContext, flags: ListFlags): Promise<Listed> {
  const { prefix, nextToken, all } = flags;
  const limit = limitOf(flags.limit) ?? (all === true ? LARGEST_PAGE : undefined);
  const filter: ListFilter = { namePrefix: prefix, limit, nextToken };
  if (all !== true) return client.list(filter);
  const streams: Stream[] = [];
  for await (const stream of client.listAll(filter)) streams.push(stream);
  return { streams };
}

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[0-9]+$/.test(text) && Number(text) >= 1 && Number(text) <= LARGEST_PAGE) return Number(text);
  throw new Failure({ message: `--limit is how many streams a page has, from 1 to ${LARGEST_PAGE}, not \`${text}\`` });
}

function rowOf({ EventStreamingName, Status, Source, Sink, Description }: Stream): string[] {
  return [EventStreamingName, Status ?? '', kindOf(Source), kindOf(Sink), String(Description ?? '')];
}

/** `SourceMNSParameters` -> `MNS` */
function kindOf(endpoint: unknown): string {
  if (typeof endpoint !== 'object' || endpoint === null) return '';
  return Object.keys(endpoint)
    .map((name) => name.replace(/^(Source|Sink)(.+)Parameters$/, '$2'))
    .join(', ');
}
