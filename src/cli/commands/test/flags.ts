/** The flags and the help of `test`. */
import { Argument, InvalidArgumentError, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { counted } from '../../flags/numbers.ts';
import { inGroup, language, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { reporting } from '../../reporter/flags.ts';
import { SEEDS } from '../../suite/shuffle.ts';
import { coverageFlags } from './coverage-flags.ts';
import type { TestOptions } from './run.ts';

export function addTest(registry: Registry): void {
  addCommand(registry, {
    name: 'test',
    description: 'run suites of tests',
    arguments: [
      new Argument(
        '[suite|folder...]',
        'suites (*.eb-test.yaml, .yml or .json), or folders and globs (default: `files` of the config, else .)',
      ),
    ],
    options: [
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
      ...reporting(),
      ...coverageFlags(),
      ...language(),
    ],
    examples: [
      'test .',
      'test orders.eb-test.yaml --strict-dialects',
      "test . --grep 'orders.*refused' --bail",
      'test . --coverage-of patterns --coverage-threshold 80',
      'test . --format github --output junit:tests.xml',
    ],
    run: async (options: TestOptions, paths: readonly string[]) =>
      (await import('./run.ts')).test(paths, options, registry.session),
  });
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
