/** The flags and the help of `lsp`. */
import { Option } from 'commander';
import { choicesOf } from '../../config/choices.ts';
import { addCommand } from '../../flags/command.ts';
import { inGroup, language, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';

export function addLsp(registry: Registry): void {
  const command = addCommand(registry, {
    name: 'lsp',
    description: 'serve editors with the language server protocol',
    options: [
      ...inGroup(
        RUN,
        new Option('--stdio', 'talk over standard input and output, the only way there is').default(true),
      ),
      ...language(),
    ],
    async run() {
      const [{ lsp }, { settle }] = await Promise.all([import('./run.ts'), import('../../config/settle.ts')]);
      const choices = choicesOf(registry.whole);
      return lsp(registry.session, (fresh) => settle(command, command.optsWithGlobals(), fresh, choices));
    },
  });
}
