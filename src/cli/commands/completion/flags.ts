/** The flags and the help of `completion`. */
import { examples } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';

/** Added after all other commands, whose list it reads when it is called. */
export function addCompletion({ program, session, act }: Registry): void {
  const shell = program.createArgument('<shell>', 'the shell that completes');
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(shell.choices(['bash', 'zsh', 'fish']))
    .action(
      act(async (_: object, name: 'bash' | 'zsh' | 'fish') =>
        (await import('./run.ts')).completion(name, program, session),
      ),
    )
    .addHelpText(
      'after',
      examples('completion zsh > ~/.zfunc/_eb-pattern', 'completion fish > ~/.config/fish/completions/eb-pattern.fish'),
    );
}
