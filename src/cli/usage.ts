/** Turns usage errors of the argument parser into one line. */
import type { Command } from 'commander';
import { nearest } from '../pattern/suggest.ts';

/** The error for a missing subcommand, or for help on a command that does not exist. */
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

/** The called command, as far as it is known, and its help. */
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
  const choice = readChoice(first);
  if (choice !== undefined) return `\`${choice.name}\` is one of ${choice.choices}, not \`${choice.value}\``;
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

/** The parser's error for a value outside the choices. The value may contain the same words. */
function readChoice(
  text: string,
): { readonly name: string; readonly value: string; readonly choices: string } | undefined {
  const [said, choices] = lastCut(text, '. Allowed choices are ') ?? [];
  if (said === undefined || choices === undefined) return undefined;
  const list = choices.replace(/\.$/, '');
  const [argument, shown] = lastCut(said, "' is invalid for argument '") ?? [];
  if (argument?.startsWith(ARGUMENT) && shown !== undefined) {
    return { name: `<${shown.slice(0, -1)}>`, value: argument.slice(ARGUMENT.length), choices: list };
  }
  const [flag] = said.split("' argument '", 1);
  const name = /^option '(--[a-z-]+)/.exec(flag ?? '')?.[1];
  if (name === undefined || flag === undefined) return undefined;
  return { name, value: said.slice(flag.length + "' argument '".length).replace(/' is invalid$/, ''), choices: list };
}

const ARGUMENT = "command-argument value '";

function lastCut(text: string, mark: string): readonly [string, string] | undefined {
  const at = text.lastIndexOf(mark);
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + mark.length)];
}

/** The parser suggests nothing for a command that differs by case. */
function suggestion(name: string | undefined, program: Command): string | undefined {
  if (name === undefined) return undefined;
  return nearest(
    name,
    program.commands.map((command) => command.name()),
  );
}
