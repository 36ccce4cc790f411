/** The flags and the help of `check`. */
import { Option } from 'commander';
import { examples, inGroup, language, PATTERN, RUN, withOptions } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { reporting } from '../../reporter/flags.ts';
import type { CheckOptions } from './run.ts';

export function addCheck({ program, session, act }: Registry): void {
  const command = program.command('check').description('validate patterns');
  withOptions(
    command,
    ...inGroup(
      RUN,
      new Option('--fix', 'write the safe fixes to the files, and report what is left'),
      new Option('--fix-dry-run', 'show what --fix would write, as a unified diff'),
      new Option('--watch', 'check again after each change, until Ctrl-C').conflicts(['fix', 'fixDryRun']),
    ),
  );
  language(reporting(command))
    .argument('[pattern...]', `${PATTERN}; folders and globs (default: \`files\` of the config, else .)`)
    .action(
      act(async (options: CheckOptions, names: readonly string[]) =>
        (await import('./run.ts')).check(names, options, session),
      ),
    )
    .addHelpText(
      'after',
      examples(
        'check pattern.json',
        "check 'patterns/**/*.json' --dialect rocketmq",
        'check plan.json s.yaml',
        'check . --write-baseline known.json',
        'check patterns --fix-dry-run',
        'check - < pattern.json',
      ),
    );
}
