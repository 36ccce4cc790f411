/** The flags and the help of `schema`. */
import { examples, language } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { LanguageOptions } from '../../patterns/pattern.ts';

export function addSchema({ program, session, act }: Registry): void {
  const what = program.createArgument(
    '<what>',
    '`suite` for suites of tests, `pattern` for the language, `config` for the config file, `report` for --format json',
  );
  // For completion only: the command itself has a better error message.
  what.argChoices = ['suite', 'pattern', 'config', 'report'];
  language(program.command('schema').description('print a JSON Schema'))
    .addArgument(what)
    .action(
      act(async (options: LanguageOptions, what: string) =>
        (await import('./run.ts')).schema(what, options, session, program),
      ),
    )
    .addHelpText('after', examples('schema suite > suite.schema.json', 'schema pattern --dialect rocketmq'));
}
