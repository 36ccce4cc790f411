/** `eb-pattern stream create`: a new stream from a document. */
import { YES } from '../../exit.ts';
import type { Session } from '../../session.ts';
import { withStream } from '../../stream/context.ts';
import { send } from '../../stream/send.ts';
import type { StreamFlags } from '../../stream/settings.ts';

export function create(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream create', flags, session, (context) =>
    send(context, file, 'create', async ({ value }) => {
      const { eventStreamingArn, requestId } = await context.client.create(value);
      const name = value.EventStreamingName;
      return {
        report: { eventStreamingArn, requestId },
        done: [
          `created \`${name}\``,
          ...(eventStreamingArn === undefined ? [] : [eventStreamingArn]),
          `It does not run yet: eb-pattern stream start ${name}`,
        ],
        code: YES,
      };
    }),
  );
}
