/** Says in one line what is wrong with a call, from what the parser of arguments says in several. */
import type { Command } from 'commander';
import { nearest } from '../index.ts';

/** What to say where a group of commands was named, or none; or where help was asked for a command that does not exist. */
export function missingCommand(program: Command, argv: readonly string[]): string {
  const { command, help, rest } = calledCommand(program, argv);
  const [word, name] = rest;
  if (word === 'help' && name !== undefined) {
    const meant = suggestion(name, command);
    return `unknown command \`${name}\`; ${meant === undefined ? help : `did you mean \`${meant}\`?`}`;
  }
  const names = command.commands.map((candidate) => candidate.name()).join(', ');
  return `a command is missing: one of ${names}; ${help}`;
}

/** The command that was meant as far as it is known, and where its help is. */
function calledCommand(
  program: Command,
  argv: readonly string[],
): { readonly command: Command; readonly help: string; readonly rest: readonly string[] } {
  let command = program;
  const names: string[] = [];
  for (const name of argv) {
    const next = command.commands.find((candidate) => candidate.name() === name);
    if (next === undefined) break;
    command = next;
    names.push(name);
  }
  const help = `see \`${['eb-pattern', ...names].join(' ')} --help\``;
  return { command, help, rest: argv.slice(names.length) };
}

export function usageMessage(message: string, program: Command, argv: readonly string[]): string {
  const { command, help } = calledCommand(program, argv);
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n(Did you mean ');
  const choice = /^option '(--[a-z-]+).*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s.exec(first);
  if (choice !== null) return `\`${choice[1]}\` is one of ${choice[3]}, not \`${choice[2]}\``;
  const argument = /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/s.exec(
    first,
  );
  if (argument !== null) return `\`<${argument[2]}>\` is one of ${argument[3]}, not \`${argument[1]}\``;
  const problem = first
    .replace(/\.$/, '')
    .replace(/\. (\w)/g, (_, letter: string) => `; ${letter.toLowerCase()}`)
    .replace(/'([^']*)'/g, '`$1`');
  const meant =
    rest
      .at(-1)
      ?.replace(/^one of /, '')
      .replace(/\?\)$/, '') ?? suggestion(/^unknown command `(.*)`$/.exec(problem)?.[1], command);
  return meant === undefined ? `${problem}; ${help}` : `${problem.trim()}; did you mean \`${meant}\`?`;
}

/** The parser suggests nothing for a command that differs by its case. */
function suggestion(name: string | undefined, program: Command): string | undefined {
  if (name === undefined) return undefined;
  return nearest(
    name,
    program.commands.map((command) => command.name()),
  );
}
