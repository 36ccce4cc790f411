/** Says in one line what is wrong with a call, from what the parser of arguments says in several. */
import type { Command } from 'commander';
import { nearest } from '../index.ts';

export function usageMessage(message: string, program: Command, argv: readonly string[]): string {
  const command = program.commands.find((candidate) => candidate.name() === argv[0]);
  const help = `see \`eb-pattern ${command === undefined ? '' : `${command.name()} `}--help\``;
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
      .replace(/\?\)$/, '') ?? suggestion(problem, program);
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
