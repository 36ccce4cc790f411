/** The flags and the help of `schema`. */
import { Argument } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { language } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { LanguageOptions } from '../../patterns/pattern.ts';

export function addSchema(registry: Registry): void {
  const { session, whole } = registry;
  const what = new Argument(
    '<what>',
    '`suite` for suites of tests, `pattern` for the language, `config` for the config file, `stream` for stream documents, `report` for --format json',
  );
  // For completion only: the command itself has a better error message.
  what.argChoices = ['suite', 'pattern', 'config', 'stream', 'report'];
  addCommand(registry, {
    name: 'schema',
    description: 'print a JSON Schema',
    arguments: [what],
    options: language(),
    examples: ['schema suite > suite.schema.json', 'schema pattern --dialect rocketmq'],
    run: async (options: LanguageOptions, what: string) =>
      (await import('./run.ts')).schema(what, options, session, whole()),
  });
}
