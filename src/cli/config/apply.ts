/** Resolves the settings of a command before it runs, or prints them (`--print-config`). Both modules are loaded on use. */
import type { Command } from 'commander';
import { Failure } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import type { Choices } from './choices.ts';
import type { ConfigFlags } from './settle.ts';

export interface GlobalFlags extends ConfigFlags {
  readonly printConfig?: boolean;
  readonly color?: boolean;
}

/**
 * Sets the options of a command. Returns false when `--print-config` has printed them instead.
 * @throws Failure for an invalid setting or config file
 */
export async function applySettings(command: Command, session: Session, choices: Choices): Promise<boolean> {
  const flags = command.optsWithGlobals<GlobalFlags>();
  const { settle } = await import('./settle.ts');
  try {
    const settled = await settle(command, flags, session, choices);
    if (!flags.printConfig) return true;
    (await import('./print.ts')).printConfig(command, settled, session);
    return false;
  } catch (thrown) {
    throw thrown instanceof Failure ? await redacted(thrown, session) : thrown;
  }
}

/** The message quotes a value, which may be a credential given by mistake. */
async function redacted({ problems }: Failure, { io }: Session): Promise<Failure> {
  const { Redaction } = await import('../terminal/redaction.ts');
  const redaction = new Redaction(io.env);
  return new Failure(problems.map((problem) => ({ ...problem, message: redaction.text(problem.message) })));
}
