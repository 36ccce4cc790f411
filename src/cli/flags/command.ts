/** A command as data: its arguments, flags and help, and the function that runs it. */
import type { Argument, Command, Option } from 'commander';
import { withOptions } from './options.ts';
import type { Registry, Run } from './registry.ts';

export interface CommandRow {
  readonly name: string;
  readonly description: string;
  /** Replaces the usage that is made from the arguments. */
  readonly usage?: string;
  readonly arguments?: readonly Argument[];
  /** In the order of the help. */
  readonly options?: readonly Option[];
  /** Shown below the options. */
  readonly notes?: string;
  /** Command lines without the name of the program. */
  readonly examples?: readonly string[];
  readonly run: Run;
}

export function addCommand({ program, act }: Pick<Registry, 'program' | 'act'>, row: CommandRow): Command {
  const { name, description, usage, options = [], notes, examples } = row;
  const command = withOptions(program.command(name).description(description), ...options);
  if (usage !== undefined) command.usage(usage);
  for (const argument of row.arguments ?? []) command.addArgument(argument);
  command.action(act(row.run));
  if (notes !== undefined) command.addHelpText('after', notes);
  if (examples !== undefined) command.addHelpText('after', examplesText(examples));
  return command;
}

function examplesText(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ eb-pattern ${line}`).join('\n')}`;
}
