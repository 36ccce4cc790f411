/** The flags and the help of `diff`. */
import { Argument } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { format, gates, language, listSkipped } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { DiffOptions } from './run.ts';

export function addDiff(registry: Registry): void {
  addCommand(registry, {
    name: 'diff',
    description: 'print the events that a change gains and loses',
    arguments: [
      new Argument(
        '<old>',
        'a file, a folder, file#address, git:REV:path, or - for standard input; a Terraform plan alone',
      ),
      new Argument('[new]', 'the same, after the change'),
    ],
    options: [...gates(), format('human', 'json', 'github', 'markdown'), listSkipped(), ...language()],
    notes: NOTES,
    examples: [
      'diff old.json new.json',
      'diff git:main:orders.json orders.json --no-narrower',
      'diff git:main:patterns patterns --format markdown',
      'diff plan.json',
    ],
    run: async (options: DiffOptions, before: string, after: string | undefined) =>
      (await import('./run.ts')).diff(before, after, options, registry.session),
  });
}

const NOTES = `
Folders are compared file by file, documents with several patterns address by
address, and a Terraform plan alone as it is before and after it is applied. A
pattern is added, removed, narrower, wider, changed both ways, unknown, not
valid or equal in meaning. Events are shown as JSON, and what keeps them from
matching is marked.

Exit codes: 1 when a gate fails; 2 when a gate cannot be decided, or a new
pattern is not valid; else 0.`;
