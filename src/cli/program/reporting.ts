/** The flags of the commands that end in a report: `check` and `test`. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { SEVERITIES } from '../policy/fail-on.ts';
import { formatNamed, formatNames } from '../report/formats.ts';
import { repeated, withOptions } from './options.ts';

export function reporting(command: Command): Command {
  return withOptions(
    command,
    new Option('--format <format>', 'how the report is printed')
      .choices(formatNames)
      .argParser((name) => formatNamed(name, '--format'))
      .default('human'),
    new Option('--output <format:file>', 'write one more report, to a file (repeatable)').argParser(repeated),
    new Option('--fail-on <severity>', 'the mildest finding that fails the run (default: error)').choices(SEVERITIES),
    new Option('--max-warnings <number>', 'fail when there are more warnings').argParser(wholeNumber),
    new Option('--baseline <file>', 'a file of known findings, which do not fail the run'),
    new Option('--write-baseline <file>', 'write all findings of this run to a baseline'),
  );
}

function wholeNumber(text: string): number {
  if (!/^(?:0|[1-9][0-9]{0,8})$/.test(text)) throw new InvalidArgumentError('It is a whole number from 0.');
  return Number(text);
}
