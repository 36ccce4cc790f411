/** `eb-pattern stream pause`. */
import type { Session } from '../../session/session.ts';
import { withStream } from '../../stream/context.ts';
import { act } from '../../stream/lifecycle.ts';
import type { StreamFlags } from '../../stream/settings.ts';

export function pause(name: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream pause', flags, session, (context) =>
    act(context, name, (client) => client.pause(name), [
      `\`${name}\` pauses`,
      `Wait for it: ${session.out.program} stream wait ${name} PAUSED`,
    ]),
  );
}
