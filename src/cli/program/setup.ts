/** The flags and the help of the commands that set up the program for somebody: `init` and `completion`. */
import type { InitOptions } from '../commands/init.ts';
import { examples } from './options.ts';
import type { Registry } from './registry.ts';

/** After all other commands: completion knows what is there when it is called. */
export function addSetup({ program, session, act }: Registry): void {
  program
    .command('init')
    .description('write a first pattern, suite, config and workflow')
    .argument('[folder]', 'where they are written', '.')
    .option('--dry-run', 'write nothing, and say what would be written')
    .action(
      act(async (options: InitOptions, folder: string) =>
        (await import('../commands/init.ts')).init(folder, options, session),
      ),
    )
    .addHelpText('after', examples('init', 'init events --dry-run'));

  const shell = program.createArgument('<shell>', 'the shell that completes');
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(shell.choices(['bash', 'zsh', 'fish']))
    .action(
      act(async (_: object, name: 'bash' | 'zsh' | 'fish') =>
        (await import('../commands/completion.ts')).completion(name, program, session),
      ),
    )
    .addHelpText(
      'after',
      examples('completion zsh > ~/.zfunc/_eb-pattern', 'completion fish > ~/.config/fish/completions/eb-pattern.fish'),
    );
}
