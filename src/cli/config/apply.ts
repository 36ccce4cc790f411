/** What happens before a command runs: its settings are found, or only shown. Both are loaded when they are needed. */
import type { Command } from 'commander';
import { Failure } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import type { ConfigFlags } from './settle.ts';

export interface GlobalFlags extends ConfigFlags {
  readonly printConfig?: boolean;
  readonly color?: boolean;
}

/**
 * Gives the options of a command their values, and the session its settings. False when they were only to be shown, which is done.
 * @throws Failure for a setting or a config file that is wrong
 */
export async function settleFirst(command: Command, session: Session): Promise<boolean> {
  const flags = command.optsWithGlobals<GlobalFlags>();
  const { settle } = await import('./settle.ts');
  try {
    const settled = await settle(command, flags, session);
    session.settings = settled.settings;
    if (!flags.printConfig) return true;
    (await import('./print.ts')).printConfig(command, settled, session);
    return false;
  } catch (thrown) {
    throw thrown instanceof Failure ? await veiled(thrown, session) : thrown;
  }
}

/** The message quotes a value, and a careless command may have set a credential where a setting belongs. */
async function veiled({ problems }: Failure, { io }: Session): Promise<Failure> {
  const { Veil, secretsOf } = await import('../session/redact.ts');
  const veil = new Veil(secretsOf(io.env));
  return new Failure(problems.map((problem) => ({ ...problem, message: veil.text(problem.message) })));
}
