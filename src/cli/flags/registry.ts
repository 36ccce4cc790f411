/** The contract of a command's `flags.ts`: the program to which it is added, and the function that runs it. */
import type { Command } from 'commander';
import type { Session } from '../session/session.ts';

export interface Registry {
  /** The program or the group of commands. */
  readonly program: Command;
  readonly session: Session;
  readonly act: Act;
  /** Adds the commands that were not called, and returns the program. */
  readonly whole: () => Command;
}

/** Makes a handler for the parser of arguments, which calls `run` with the flags, followed by the arguments. */
export type Act = (run: Run) => (...given: unknown[]) => Promise<void>;

/** Is called with the flags, followed by the arguments. The parser does not type them; each command states their types. */
export type Run = (options: never, ...given: never[]) => Promise<number>;

/** `stream plan`, for a command of a group. */
export function commandName(command: Command): string {
  const { parent } = command;
  return parent === null || parent.parent === null ? command.name() : `${commandName(parent)} ${command.name()}`;
}

/** The command of these names. */
export function commandOf(program: Command, ...names: readonly string[]): Command {
  return names.reduce((at, name) => at.commands.find((command) => command.name() === name) as Command, program);
}
