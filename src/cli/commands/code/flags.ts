/** The flags and the help of `code`. */
import { examples, format } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { Format } from '../../session/session.ts';

export function addCode({ program, session, act }: Registry): void {
  program
    .command('code')
    .description('explain the code of a finding')
    .argument('[code]', 'the code of a finding, as `check` shows it in brackets (default: list all codes)')
    .addOption(format())
    .action(
      act(async (options: { readonly format: Format }, code: string | undefined) =>
        (await import('./run.ts')).code(code, options, session),
      ),
    )
    .addHelpText('after', examples('code', 'code unknown-operator', 'code number-text --format json'));
}
