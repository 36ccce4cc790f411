/** The flags that all commands have, and what happens before a command runs: its settings are found, or only shown. */
import { type Command, Option } from 'commander';
import type { ConfigFlags } from '../config/settle.ts';
import { Failure } from '../failure.ts';
import type { Session } from '../session.ts';
import { withOptions } from './options.ts';

interface GlobalFlags extends ConfigFlags {
  readonly printConfig?: boolean;
  readonly color?: boolean;
}

export function addSettings(program: Command, session: Session): void {
  withOptions(
    program,
    new Option('--config <file>', 'the config file (default: the nearest one, upward)'),
    new Option('--no-config', 'no config file'),
    new Option('--allow-outside', 'let files and links lead to files outside of the repository'),
    new Option('--print-config', 'print the settings of the command and where they come from, and do no more'),
    new Option('--color', 'use colours (default: on a terminal; FORCE_COLOR and NO_COLOR count too)'),
    new Option('--no-color', 'use no colours'),
  )
    .addHelpText('afterAll', ({ command }) => (command === program ? '' : globalsOf(program)))
    .hook('preSubcommand', () => {
      const { color } = program.opts<GlobalFlags>();
      if (color !== undefined) for (const terminal of [session.out, session.err]) terminal.color = color;
      // Settings are asked for without anything to check.
      if (program.opts<GlobalFlags>().printConfig) demandNothing(program);
    });
}

/** One line: what they do stands in the help of the program. */
function globalsOf({ options }: Command): string {
  const names = options
    .filter(({ long, negate }) => long !== '--version' && !negate)
    .map((option) => {
      const negated = options.some(({ negate, long }) => negate && long === `--no-${option.name()}`);
      return negated ? `--[no-]${option.name()}` : `--${option.name()}`;
    });
  return `\nGlobal options: ${[...names, '-h'].join(', ')}`;
}

function demandNothing(command: Command): void {
  for (const argument of command.registeredArguments) argument.required = false;
  for (const option of command.options) option.mandatory = false;
  for (const below of command.commands) demandNothing(below);
}

/**
 * Gives the options of a command their values, and the session its settings. False when they were only to be shown, which is done.
 * @throws Failure for a setting or a config file that is wrong
 */
export async function settleFirst(command: Command, session: Session): Promise<boolean> {
  const flags = command.optsWithGlobals<GlobalFlags>();
  const { settle } = await import('../config/settle.ts');
  try {
    const settled = await settle(command, flags, session);
    session.settings = settled.settings;
    if (!flags.printConfig) return true;
    (await import('../config/print.ts')).printConfig(command, settled, session);
    return false;
  } catch (thrown) {
    throw thrown instanceof Failure ? await veiled(thrown, session) : thrown;
  }
}

/** The message quotes a value, and a careless command may have set a credential where a setting belongs. */
async function veiled({ problems }: Failure, { io }: Session): Promise<Failure> {
  const [{ Veil }, { secretsOf }] = await Promise.all([
    import('../stream/veil.ts'),
    import('../stream/credentials.ts'),
  ]);
  const veil = new Veil(secretsOf(io.env));
  return new Failure(problems.map((problem) => ({ ...problem, message: veil.text(problem.message) })));
}
