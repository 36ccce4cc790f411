/** The flags and the help of `check`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { inGroup, language, PATTERN, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import { reporting } from '../../reporter/flags.ts';
import type { CheckOptions } from './run.ts';

export function addCheck(registry: Registry): void {
  addCommand(registry, {
    name: 'check',
    description: 'validate patterns',
    arguments: [
      new Argument('[pattern...]', `${PATTERN}; folders and globs (default: \`files\` of the config, else .)`),
    ],
    options: [
      ...inGroup(
        RUN,
        new Option('--fix', 'write the safe fixes to the files, and report what is left'),
        new Option('--fix-dry-run', 'show what --fix would write, as a unified diff'),
        new Option('--watch', 'check again after each change, until Ctrl-C').conflicts(['fix', 'fixDryRun']),
      ),
      ...reporting(),
      ...language(),
    ],
    examples: [
      'check pattern.json',
      "check 'patterns/**/*.json' --dialect rocketmq",
      'check plan.json s.yaml',
      'check . --write-baseline known.json',
      'check patterns --fix-dry-run',
      'check - < pattern.json',
    ],
    run: async (options: CheckOptions, names: readonly string[]) =>
      (await import('./run.ts')).check(names, options, registry.session),
  });
}
