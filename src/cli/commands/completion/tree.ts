/** The commands and flags of a program as data for shell scripts: the words at each position. */
import type { Argument, Command, Option } from 'commander';
import { help as helpFlag } from '../../flags/options.ts';

export interface CompletionPlace {
  /** `stream plan`; empty for the program itself. */
  readonly command: string;
  readonly commands: readonly NamedCommand[];
  readonly flags: readonly Flag[];
  /** By position; files follow the last one. */
  readonly values: readonly Values[];
}

export interface NamedCommand {
  readonly name: string;
  readonly description: string;
}

export interface Flag {
  /** `-p` and `--pattern`. */
  readonly names: readonly string[];
  readonly description: string;
  /** Undefined for a flag without a value. */
  readonly value: Values | undefined;
}

/** Words, file names, or values that cannot be completed. */
export type Values = readonly string[] | 'files' | 'unknown';

/** The program and each of its commands, in the order of the help. */
export function placesOf(command: Command, name = ''): readonly CompletionPlace[] {
  const help = Object.assign(command.createHelp(), { showGlobalOptions: true });
  const commands = help.visibleCommands(command);
  // The help of a command lists it among the global options.
  const hidden = command.parent === null ? [] : [helpFlag()];
  const place: CompletionPlace = {
    command: name,
    commands: commands.map((below) => ({ name: below.name(), description: below.description() })),
    flags: [...help.visibleOptions(command), ...help.visibleGlobalOptions(command), ...hidden].map(flagOf),
    values: command.registeredArguments.map(valuesOf),
  };
  return [place, ...command.commands.flatMap((below) => placesOf(below, `${name} ${below.name()}`.trim()))];
}

function flagOf(option: Option): Flag {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const takes = option.required || option.optional;
  const value = takes
    ? (option.argChoices ?? (/\b(?:file|pattern)>/.test(option.flags) ? 'files' : 'unknown'))
    : undefined;
  return { names, description: option.description, value };
}

function valuesOf(argument: Argument): Values {
  return argument.argChoices ?? (['name', 'code', 'command'].includes(argument.name()) ? 'unknown' : 'files');
}

/** A text in single quotes, as bash and zsh read it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
