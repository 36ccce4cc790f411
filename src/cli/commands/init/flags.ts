/** The flags and the help of `init`. */
import { examples } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { InitOptions } from './run.ts';

export function addInit({ program, session, act }: Registry): void {
  program
    .command('init')
    .description('write a first pattern, suite, config and workflow')
    .argument('[folder]', 'where they are written', '.')
    .option('--dry-run', 'write nothing, and say what would be written')
    .action(
      act(async (options: InitOptions, folder: string) => (await import('./run.ts')).init(folder, options, session)),
    )
    .addHelpText('after', examples('init', 'init events --dry-run'));
}
