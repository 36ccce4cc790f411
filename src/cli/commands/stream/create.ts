/** `eb-pattern stream create`: a new stream from a document. */
import { ConflictError } from '../../../client/index.ts';
import type { Session } from '../../session/session.ts';
import { withStream } from '../../stream/context.ts';
import { advise } from '../../stream/error-message.ts';
import { send } from '../../stream/send.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { YES } from '../../terminal/exit-code.ts';

export function create(file: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream create', flags, session, (context) =>
    send(context, file, 'create', async ({ value }) => {
      const name = value.EventStreamingName;
      const exists = `see what it would change by \`eb-pattern stream plan ${file}\`, and replace it by \`eb-pattern stream update ${file}\``;
      const { eventStreamingArn } = await context.client
        .create(value)
        .catch(advise((error) => error instanceof ConflictError, exists));
      return {
        report: { eventStreamingArn },
        done: [
          `created \`${name}\``,
          ...(eventStreamingArn === undefined ? [] : [eventStreamingArn]),
          `It does not run yet: ${context.session.out.program} stream start ${name}`,
        ],
        code: YES,
      };
    }),
  );
}
