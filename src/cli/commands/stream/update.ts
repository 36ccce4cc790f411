/** `eb-pattern stream update`: replaces the whole document of a stream. */
import { YES } from '../../exit.ts';
import type { Session } from '../../session.ts';
import { withStream } from '../../stream/context.ts';
import { send } from '../../stream/send.ts';
import type { StreamFlags } from '../../stream/settings.ts';

export function update(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream update', flags, session, (context) =>
    send(context, file, 'update', async ({ value }) => {
      const { requestId } = await context.client.update(value);
      return { report: { requestId }, done: [`updated \`${value.EventStreamingName}\``], code: YES };
    }),
  );
}
