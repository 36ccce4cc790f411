/** `eb-pattern stream start`; the reference calls it "Enable". */
import type { Session } from '../../session/session.ts';
import { withStream } from '../../stream/context.ts';
import { act } from '../../stream/lifecycle.ts';
import type { StreamFlags } from '../../stream/settings.ts';

export function start(name: string, flags: StreamFlags, session: Session): Promise<number> {
  return withStream('stream start', flags, session, (context) =>
    act(context, name, (client) => client.start(name), [
      `\`${name}\` starts, which takes 30 to 60 s`,
      `Wait for it: ${session.out.program} stream wait ${name} RUNNING`,
    ]),
  );
}
