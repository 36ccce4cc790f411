/** The flags of `test` that ask how thorough the tests are. */
import { InvalidArgumentError, Option } from 'commander';
import { repeated } from './options.ts';

export function thoroughnessOptions(): Option[] {
  return [
    new Option('--coverage', 'say which fields and conditions the tests decided both ways'),
    new Option(
      '--coverage-of <pattern|folder>',
      'patterns that must be tested; those that are not count as 0 % (repeatable)',
    ).argParser(repeated),
    new Option('--coverage-threshold <percent>', 'fail when the coverage of all patterns is lower').argParser(percent),
    new Option('--coverage-output <format:file>', 'write the coverage as text, json or html (repeatable)').argParser(
      repeated,
    ),
    new Option('--mutate', 'change each condition in small ways and say which changes no test notices'),
    new Option('--mutation-threshold <percent>', 'fail when fewer of these changes are noticed').argParser(percent),
  ];
}

/** @throws InvalidArgumentError for anything but a number from 0 to 100 */
function percent(text: string): number {
  const value = /^\d{1,3}(\.\d{1,6})?$/.test(text) ? Number(text) : 101;
  if (value <= 100) return value;
  throw new InvalidArgumentError('it is a percentage from 0 to 100');
}
