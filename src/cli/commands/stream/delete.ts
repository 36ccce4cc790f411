/** `eb-pattern stream delete`: asks on a terminal, and wants `--yes` where nobody can be asked. */

import type { Session } from '../../session/session.ts';
import { agrees, requireTerminal } from '../../stream/confirm.ts';
import { answer, withStream } from '../../stream/context.ts';
import { act } from '../../stream/lifecycle.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import { NO } from '../../terminal/exit-code.ts';

export interface DeleteFlags extends StreamFlags {
  readonly yes?: boolean;
}

export function remove(name: string, flags: DeleteFlags, session: Session): Promise<number> {
  return withStream('stream delete', flags, session, async (context) => {
    const asks = flags.yes !== true && flags.dryRun !== true;
    if (asks) requireTerminal('delete', session.io);
    if (asks && !(await agrees(`Delete the event stream \`${name}\`? This cannot be undone.`, session.io))) {
      answer(context, { name, deleted: false }, () => context.session.out.line('nothing was deleted'));
      return NO;
    }
    return act(context, name, (client) => client.delete(name), [`deleted \`${name}\``]);
  });
}
