/** The flags and the help of `test`. */
import { InvalidArgumentError, Option } from 'commander';
import { counted } from '../../flags/numbers.ts';
import { examples, inGroup, language, RUN, withOptions } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { reporting } from '../../reporter/flags.ts';
import { SEEDS } from '../../suite/shuffle.ts';
import { coverageFlags } from './coverage-flags.ts';
import type { TestOptions } from './run.ts';

export function addTest({ program, session, act }: Registry): void {
  const command = program.command('test').description('run suites of tests');
  withOptions(
    command,
    ...inGroup(
      RUN,
      new Option('--strict-dialects', 'fail a test when the dialects differ on it'),
      new Option('--grep <regex>', 'run the tests of which `file > name` matches').argParser(regex),
      new Option('--allow-only', 'let tests say `only` where the environment says CI'),
      new Option('--update', 'write verdicts that are missing into the suites; none is changed'),
      new Option('--watch', 'run again what a change touches, until Ctrl-C'),
      new Option('--bail [n]', 'stop after n failures').argParser(failures).preset('1'),
      new Option('--shuffle [seed]', 'run suites and tests in an order that the seed decides').argParser(seed),
    ),
  );
  withOptions(reporting(command), ...coverageFlags());
  language(command)
    .argument(
      '[suite|folder...]',
      'suites (*.eb-test.yaml, .yml or .json), or folders and globs (default: `files` of the config, else .)',
    )
    .action(
      act(async (options: TestOptions, paths: readonly string[]) =>
        (await import('./run.ts')).test(paths, options, session),
      ),
    )
    .addHelpText(
      'after',
      examples(
        'test .',
        'test orders.eb-test.yaml --strict-dialects',
        "test . --grep 'orders.*refused' --bail",
        'test . --coverage-of patterns --coverage-threshold 80',
        'test . --format github --output junit:tests.xml',
      ),
    );
}

function regex(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch (thrown) {
    const why = thrown instanceof SyntaxError ? thrown.message.replace(/^Invalid regular expression: /, '') : '';
    throw new InvalidArgumentError(`it is no regular expression: ${why}`);
  }
}

function failures(text: string): number {
  try {
    return counted(text);
  } catch {
    throw new InvalidArgumentError('it is a whole number from 1 on; before a suite, write `--bail=1`');
  }
}

function seed(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : SEEDS;
  if (value < SEEDS) return value;
  throw new InvalidArgumentError(`it is a whole number below ${SEEDS}; put \`--shuffle\` behind the suites`);
}
