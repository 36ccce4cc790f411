/** `eb-pattern stream delete`: asks on a terminal, and wants `--yes` where nobody can be asked. */
import { NO } from '../../exit.ts';
import { Failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { printable } from '../../render/terminal.ts';
import type { Session } from '../../session.ts';
import { act } from '../../stream/act.ts';
import { answer, withStream } from '../../stream/context.ts';
import type { StreamFlags } from '../../stream/settings.ts';

export interface DeleteFlags extends StreamFlags {
  readonly yes?: boolean;
}

export function remove(name: string, flags: DeleteFlags, session: Session): Promise<number> {
  return withStream('stream delete', flags, session, async (context) => {
    if (flags.yes !== true && flags.dryRun !== true && !(await agrees(name, session.io))) {
      answer(context, { name, deleted: false }, () => context.session.out.line('nothing was deleted'));
      return NO;
    }
    return act(context, name, (client) => client.delete(name), [`deleted \`${name}\``]);
  });
}

/** @throws Failure where there is nobody to ask */
async function agrees(name: string, { stdin, stderr }: Io): Promise<boolean> {
  if (stdin.isTTY !== true || stderr.isTTY !== true) {
    throw new Failure({ message: 'nobody can be asked here, and a deletion cannot be undone: say `--yes`' });
  }
  stderr.write(`Delete the event stream \`${printable(name)}\`? This cannot be undone. [y/N] `);
  return /^\s*y(es)?\s*$/i.test(await firstLine(stdin));
}

async function firstLine(stdin: Io['stdin']): Promise<string> {
  let text = '';
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
}
