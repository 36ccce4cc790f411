/** The flags and the help of the commands that print what is known anyway: `code` and `schema`. */
import type { LanguageOptions } from '../read/pattern.ts';
import type { Format } from '../session.ts';
import { examples, format, language } from './options.ts';
import type { Registry } from './registry.ts';

export function addReference({ program, session, act }: Registry): void {
  program
    .command('code')
    .description('explain the code of a finding')
    .argument('[code]', 'the code of a finding, as `check` shows it in brackets (default: list all codes)')
    .addOption(format())
    .action(
      act(async (options: { readonly format: Format }, code: string | undefined) =>
        (await import('../commands/code.ts')).code(code, options, session),
      ),
    )
    .addHelpText('after', examples('code', 'code unknown-operator', 'code number-text --format json'));

  const what = program.createArgument(
    '<what>',
    '`suite` for suites of tests, `pattern` for the language, `config` for the config file, `report` for --format json',
  );
  // For completion only: the command says better what is wrong.
  what.argChoices = ['suite', 'pattern', 'config', 'report'];
  language(program.command('schema').description('print a JSON Schema'))
    .addArgument(what)
    .action(
      act(async (options: LanguageOptions, what: string) =>
        (await import('../commands/schema.ts')).schema(what, options, session, program),
      ),
    )
    .addHelpText('after', examples('schema suite > suite.schema.json', 'schema pattern --dialect rocketmq'));
}
