/** The flags and the help of the commands on what patterns mean: `diff`, `overlap` and `sample`. */
import type { DiffOptions } from '../commands/diff.ts';
import { examples, format, gates, language, withOptions } from './options.ts';
import type { Registry } from './registry.ts';

export function addMeaning({ program, session, act }: Registry): void {
  withOptions(
    language(program.command('diff').description('say which events a change of a pattern gains and loses')).addOption(
      format(),
    ),
    ...gates(),
  )
    .argument('<old>', 'a file, file#address, git:REV:path, or - for standard input')
    .argument('<new>', 'the same, after the change')
    .action(
      act(async (options: DiffOptions, before: string, after: string) =>
        (await import('../commands/diff.ts')).diff(before, after, options, session),
      ),
    )
    .addHelpText('after', DIFF_NOTES)
    .addHelpText(
      'after',
      examples(
        'diff old.json new.json',
        'diff git:main:orders.json orders.json --no-narrower',
        'diff git:main:plan.json plan.json',
      ),
    );
}

const DIFF_NOTES = `
Two documents with several patterns are compared by their addresses. Events are
shown as JSON, and what keeps them from matching is marked.

Exit codes: 1 when a gate fails, 2 when a gate cannot be decided, else 0.`;
