/** The files of `init` for editors: the JSON Schemas, and the settings of VS Code that name them. */
import type { Command } from 'commander';
import type { DialectName } from '../../../index.ts';
import { configForEditors, patternForEditors, suiteForEditors } from '../../schemas/schemas.ts';
import type { StarterFile } from './files.ts';

export const SETTINGS = '.vscode/settings.json';

/** `program` has the choices of the flags; `top` and `below` are those of `starterFiles`. */
export function editorFiles(
  program: Command,
  dialect: DialectName,
  top: string,
  below: string,
): readonly StarterFile[] {
  return [
    { name: 'pattern.schema.json', text: json(patternForEditors(dialect)) },
    { name: 'suite.schema.json', text: json(suiteForEditors()) },
    { name: 'config.schema.json', text: json(configForEditors(program)) },
    { name: `${top}${SETTINGS}`, text: json(settings(below)) },
  ];
}

/** In the folder that is opened, to which the names of schemas are relative. YAML is that of the extension of Red Hat. */
function settings(below: string): object {
  const prefix = below === '' ? '' : `${below}/`;
  const schema = (name: string): string => `./${prefix}${name}.schema.json`;
  return {
    'json.schemas': [
      {
        fileMatch: [`${prefix}patterns/**/*.json`, '*.pattern.json', '!*.eb-test.json'],
        url: schema('pattern'),
      },
      { fileMatch: ['*.eb-test.json'], url: schema('suite') },
      { fileMatch: ['eb-pattern.config.json'], url: schema('config') },
    ],
    'yaml.schemas': {
      [schema('pattern')]: ['*.pattern.yaml', '*.pattern.yml'],
      [schema('suite')]: ['*.eb-test.yaml', '*.eb-test.yml'],
      [schema('config')]: ['eb-pattern.config.yaml', 'eb-pattern.config.yml'],
    },
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
