/** The flags of the commands that end in a report: `check` and `test`. */
import { Option } from 'commander';
import { formatNamed } from '../files/outputs.ts';
import { countedFromZero } from '../flags/numbers.ts';
import { inGroup, REPORT, repeated, skipping } from '../flags/options.ts';
import { formatNames } from '../formats/table.ts';
import { SEVERITIES } from '../policy/fail-on.ts';

export function reporting(): readonly Option[] {
  return [
    ...inGroup(
      REPORT,
      new Option('-f, --format <format>', 'how the report is printed')
        .choices(formatNames)
        .argParser((name) => formatNamed(name, '--format', formatNames))
        .default('human'),
      new Option('-o, --output <format:file>', 'write one more report, to a file (repeatable)').argParser(repeated),
      new Option('--fail-on <severity>', 'the mildest finding that fails the run (default: error)').choices(SEVERITIES),
      new Option('--max-warnings <number>', 'fail when there are more warnings').argParser(countedFromZero),
      new Option('--baseline <file>', 'a file of known findings, which do not fail the run'),
      new Option('--write-baseline <file>', 'write all findings of this run to a baseline'),
      new Option('-q, --quiet', 'show only what fails the run; applies to the format human'),
    ),
    ...skipping(),
  ];
}
