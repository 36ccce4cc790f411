/** The JSON Schema of the config file, made from the table of settings. */
import { findingCatalogue } from '../findings/catalogue.ts';
import type { Member } from '../settings/member.ts';
import { members } from '../settings/table.ts';
import type { Schema } from '../syntax/schema-check.ts';
import type { Choices } from './choices.ts';

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

function withChoices({ name, attribute, form, schema, refuseInFile }: Member, choices: Choices): object {
  const { description, ...rest } = schema;
  // Editors know the member, and no value is valid.
  if (refuseInFile !== undefined) return { not: {}, description: `Refused in this file: ${refuseInFile}.` };
  if (name === 'severities') return { ...rest, properties: severities(), description };
  const values = choices(attribute);
  if (values === undefined) return schema;
  const one = { enum: values };
  return form === 'list' ? { ...rest, items: one, description } : { ...one, description };
}

/** The catalogue is long, and only this schema needs it: so the table of settings does without. */
function severities(): Record<string, Schema> {
  const levels = Object.entries(findingCatalogue).map(([code, { summary }]) => [
    code,
    { enum: ['off', 'info', 'warning', 'error'], description: summary },
  ]);
  return Object.fromEntries(levels);
}
