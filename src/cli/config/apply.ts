/** Before a command runs: resolves its settings, or prints them (`--print-config`). Both are loaded when they are needed. */
import type { Command } from 'commander';
import { Failure } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import type { ConfigFlags } from './settle.ts';

export interface GlobalFlags extends ConfigFlags {
  readonly printConfig?: boolean;
  readonly color?: boolean;
}

/**
 * Gives the options of a command their values. False when `--print-config` asks to show them instead, which is done.
 * @throws Failure for a setting or a config file that is wrong
 */
export async function applySettings(command: Command, session: Session): Promise<boolean> {
  const flags = command.optsWithGlobals<GlobalFlags>();
  const { settle } = await import('./settle.ts');
  try {
    const settled = await settle(command, flags, session);
    if (!flags.printConfig) return true;
    (await import('./print.ts')).printConfig(command, settled, session);
    return false;
  } catch (thrown) {
    throw thrown instanceof Failure ? await redacted(thrown, session) : thrown;
  }
}

/** The message quotes a value, and a careless command may have set a credential where a setting belongs. */
async function redacted({ problems }: Failure, { io }: Session): Promise<Failure> {
  const { Redaction } = await import('../session/redact.ts');
  const redaction = new Redaction(io.env);
  return new Failure(problems.map((problem) => ({ ...problem, message: redaction.text(problem.message) })));
}
