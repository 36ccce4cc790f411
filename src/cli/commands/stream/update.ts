/** `eb-pattern stream update`: replaces the whole document of a stream. */
import { isAbsent } from '../../../client/codes.ts';
import type { Session } from '../../session/session.ts';
import { withStream } from '../../stream/context.ts';
import { advise } from '../../stream/error-message.ts';
import { send } from '../../stream/send.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { YES } from '../../terminal/exit-code.ts';

export function update(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream update', flags, session, (context) =>
    send(context, file, 'update', async ({ value }) => {
      const absent = `create it by \`eb-pattern stream create ${file}\``;
      await context.client.update(value).catch(advise(isAbsent, absent));
      return { report: {}, done: [`updated \`${value.EventStreamingName}\``], code: YES };
    }),
  );
}
