/** The flags and the help of `code`. */
import { Argument } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { format } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { Format } from '../../session/session.ts';

export function addCode(registry: Registry): void {
  addCommand(registry, {
    name: 'code',
    description: 'explain the code of a finding',
    arguments: [
      new Argument('[code]', 'the code of a finding, as `check` shows it in brackets (default: list all codes)'),
    ],
    options: [format()],
    examples: ['code', 'code unknown-operator', 'code number-text --format json'],
    run: async (options: { readonly format: Format }, code: string | undefined) =>
      (await import('./run.ts')).code(code, options, registry.session),
  });
}
