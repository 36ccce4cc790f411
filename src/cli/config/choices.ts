/** The choices of flags, from all commands that have them. They are those of the config file, too. */
import type { Command, Option } from 'commander';

/** The choices of a flag, by the name that the parser of arguments gives it. */
export type Choices = (attribute: string) => readonly string[] | undefined;

/** The choices of the flags of a program and of all its commands. The program is made when they are first read. */
export function choicesOf(program: () => Command): Choices {
  let choices: Map<string, Set<string>> | undefined;
  return (attribute) => {
    choices ??= collected(program());
    const values = choices.get(attribute);
    return values === undefined ? undefined : [...values];
  };
}

function collected(program: Command): Map<string, Set<string>> {
  const choices = new Map<string, Set<string>>();
  for (const option of optionsOf(program)) {
    if (option.argChoices === undefined) continue;
    const values = choices.get(option.attributeName()) ?? new Set();
    for (const value of option.argChoices) values.add(value);
    choices.set(option.attributeName(), values);
  }
  return choices;
}

/** Of the program itself and all of its commands. */
export function optionsOf(command: Command): readonly Option[] {
  return [...command.options, ...command.commands.flatMap(optionsOf)];
}
