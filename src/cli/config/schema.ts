/** The JSON Schema of the config file, made from the table of settings. */
import type { Command, Option } from 'commander';
import type { Member } from '../settings/member.ts';
import { members } from '../settings/table.ts';
import type { Schema } from '../syntax/schema-check.ts';

/** The choices of a flag, from all commands that have it. */
export type Choices = (attribute: string) => readonly string[] | undefined;

interface SchemaGroup {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly properties: Record<string, Schema>;
}

const HEAD = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Config file of eb-pattern',
  description: 'The file eb-pattern.config.json, .yaml or .yml, in the working folder or above.',
};

export function configSchema(choices: Choices): Schema {
  const root = group();
  root.properties.$schema = { type: 'string' };
  for (const member of members) {
    const names = member.name.split('.');
    const last = names.pop() as string;
    let at = root;
    for (const name of names) {
      at.properties[name] ??= group();
      at = at.properties[name] as SchemaGroup;
    }
    at.properties[last] = withChoices(member, choices);
  }
  return {
    ...HEAD,
    ...root,
  };
}

function group(): SchemaGroup {
  return { type: 'object', additionalProperties: false, properties: {} };
}

function withChoices({ attribute, form, schema, refuseInFile }: Member, choices: Choices): object {
  const { description, ...rest } = schema;
  // Editors know the member, and no value is valid.
  if (refuseInFile !== undefined) return { not: {}, description: `Refused in this file: ${refuseInFile}.` };
  const values = choices(attribute);
  if (values === undefined) return schema;
  const one = { enum: values };
  return form === 'list' ? { ...rest, items: one, description } : { ...one, description };
}

/** The choices of the flags of a program and of all its commands. */
export function choicesOf(program: Command): Choices {
  const choices = new Map<string, Set<string>>();
  for (const option of optionsOf(program)) {
    if (option.argChoices === undefined) continue;
    const values = choices.get(option.attributeName()) ?? new Set();
    for (const value of option.argChoices) values.add(value);
    choices.set(option.attributeName(), values);
  }
  return (attribute) => {
    const values = choices.get(attribute);
    return values === undefined ? undefined : [...values];
  };
}

/** Of the program itself and all of its commands. */
export function optionsOf(command: Command): readonly Option[] {
  return [...command.options, ...command.commands.flatMap(optionsOf)];
}
