/** The flags and the help of `init`. */
import { Argument, Option } from 'commander';
import { addCommand } from '../../flags/command.ts';
import { dialect, inGroup, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { InitOptions } from './run.ts';

export function addInit(registry: Registry): void {
  addCommand(registry, {
    name: 'init',
    description: 'write a first pattern, suite, config, workflow and schemas for editors',
    arguments: [new Argument('[folder]', 'where they are written').default('.')],
    options: [...inGroup(RUN, new Option('--dry-run', 'write nothing, and say what would be written')), dialect()],
    examples: ['init', 'init events --dialect aws', 'init events --dry-run'],
    run: async (options: InitOptions, folder: string) =>
      (await import('./run.ts')).init(folder, options, registry.session, registry.whole()),
  });
}
