/** The flags that all commands have. */
import { type Command, Option } from 'commander';
import type { GlobalFlags } from './config/apply.ts';
import { withOptions } from './flags/options.ts';
import type { Session } from './session/session.ts';

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
      // `--print-config` works without arguments.
      if (program.opts<GlobalFlags>().printConfig) demandNothing(program);
    });
}

/** One line: the help of the program describes them. */
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
