/** The flags and the help of `completion`. */
import { Argument } from 'commander';
import { addCommand } from '../../flags/command.ts';
import type { Registry } from '../../flags/registry.ts';

export function addCompletion(registry: Registry): void {
  const { session, whole } = registry;
  addCommand(registry, {
    name: 'completion',
    description: 'print a completion script for a shell',
    arguments: [new Argument('<shell>', 'the shell that completes').choices(['bash', 'zsh', 'fish'])],
    examples: ['completion zsh > ~/.zfunc/_eb-pattern', 'completion fish > ~/.config/fish/completions/eb-pattern.fish'],
    run: async (_: object, name: 'bash' | 'zsh' | 'fish') =>
      (await import('./run.ts')).completion(name, whole(), session),
  });
}
