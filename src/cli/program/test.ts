/** The flags and the help of `test`. */
import type { TestOptions } from '../commands/test.ts';
import { examples, format, language, withOptions } from './options.ts';
import type { Registry } from './registry.ts';
import { thoroughnessOptions } from './thoroughness.ts';

export function addTest({ program, session, act }: Registry): void {
  withOptions(language(program.command('test').description('run suites of tests')), ...thoroughnessOptions())
    .addOption(format())
    .argument('<suite|folder...>', 'suites (*.eb-test.yaml, .yml or .json), or folders to search for them')
    .option('--strict-dialects', 'fail a test when the dialects differ on it')
    .action(
      act(async (options: TestOptions, paths: readonly string[]) =>
        (await import('../commands/test.ts')).test(paths, options, session),
      ),
    )
    .addHelpText('after', examples('test .', 'test orders.eb-test.yaml --strict-dialects', 'test . --format json'));
}
