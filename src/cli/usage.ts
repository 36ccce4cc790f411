/** Says in one line what is wrong with a call, from what the parser of arguments says in several. */
import type { Command } from 'commander';
import { nearest } from '../index.ts';

/** What to say where a group of commands was named, or none. */
export function missingCommand(program: Command, argv: readonly string[]): string {
  const { command, help } = calledCommand(program, argv);
  const names = command.commands.map((candidate) => candidate.name()).join(', ');
  return `a command is missing: one of ${names}; ${help}`;
}

/** The command that was meant as far as it is known, and where its help is. */
function calledCommand(
  program: Command,
  argv: readonly string[],
): { readonly command: Command; readonly help: string } {
  let command = program;
  const names: string[] = [];
  for (const name of argv) {
    const next = command.commands.find((candidate) => candidate.name() === name);
    if (next === undefined) break;
    command = next;
    names.push(name);
  }
  return { command, help: `see \`${['eb-pattern', ...names].join(' ')} --help\`` };
}

export function usageMessage(message: string, program: Command, argv: readonly string[]): string {
  const { command, help } = calledCommand(program, argv);
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n(Did you mean ');
  const choice = /^option '(--[a-z-]+).*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s.exec(first);
  if (choice !== null) return `\`${choice[1]}\` is one of ${choice[3]}, not \`${choice[2]}\``;
  const problem = first
    .replace(/\.$/, '')
    .replace(/\. (\w)/g, (_, letter: string) => `; ${letter.toLowerCase()}`)
    .replace(/'([^']*)'/g, '`$1`');
  const meant =
    rest
      .at(-1)
      ?.replace(/^one of /, '')
      .replace(/\?\)$/, '') ?? suggestion(problem, command);
  return meant === undefined ? `${problem}; ${help}` : `${problem.trim()}; did you mean \`${meant}\`?`;
}

/** The parser suggests nothing for a command that differs by its case. */
function suggestion(problem: string, program: Command): string | undefined {
  const name = /^unknown command `(.*)`$/.exec(problem)?.[1];
  if (name === undefined) return undefined;
  return nearest(
    name,
    program.commands.map((command) => command.name()),
  );
}
