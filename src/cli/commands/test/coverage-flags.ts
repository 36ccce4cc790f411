/** The flags of `test` for coverage and mutation. */
import { Option } from 'commander';
import { percentage } from '../../flags/numbers.ts';
import { inGroup, repeated } from '../../flags/options.ts';

export function coverageFlags(): Option[] {
  return [
    ...inGroup(
      'Coverage:',
      new Option('--coverage', 'say which fields and conditions the tests decided both ways'),
      new Option(
        '--coverage-of <pattern|folder>',
        'patterns that must be tested; those that are not count as 0 % (repeatable)',
      ).argParser(repeated),
      new Option('--coverage-threshold <percent>', 'fail when the coverage of all patterns is lower').argParser(
        percentage,
      ),
      new Option('--coverage-output <format:file>', 'write the coverage as text, json or html (repeatable)').argParser(
        repeated,
      ),
    ),
    ...inGroup(
      'Mutation:',
      new Option('--mutate', 'change each condition in small ways and say which changes no test notices'),
      new Option('--write', 'with --mutate, add the tests that would notice to the suites').conflicts([
        'update',
        'watch',
        'grep',
        'bail',
      ]),
      new Option('--mutation-threshold <percent>', 'fail when fewer of these changes are noticed').argParser(
        percentage,
      ),
    ),
  ];
}
