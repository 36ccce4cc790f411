/** The flags and the help of `check`. */
import type { CheckOptions } from '../commands/check.ts';
import { examples, language, PATTERN } from './options.ts';
import type { Registry } from './registry.ts';
import { reporting } from './reporting.ts';

export function addCheck({ program, session, act }: Registry): void {
  reporting(language(program.command('check').description('say what is wrong with patterns')))
    .option('--fix', 'write the safe fixes to the files, and report what is left')
    .option('--fix-dry-run', 'show what --fix would write, as a unified diff')
    .argument('<pattern...>', `${PATTERN}; a folder is searched for patterns`)
    .action(
      act(async (options: CheckOptions, names: readonly string[]) =>
        (await import('../commands/check.ts')).check(names, options, session),
      ),
    )
    .addHelpText(
      'after',
      examples(
        'check pattern.json',
        'check patterns/*.json --dialect rocketmq',
        'check plan.json s.yaml',
        'check . --write-baseline known.json',
        'check patterns --fix-dry-run',
        'check - < pattern.json',
      ),
    );
}
