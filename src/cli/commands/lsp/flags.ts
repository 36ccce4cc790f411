/** The flags and the help of `lsp`. */
import { Option } from 'commander';
import { inGroup, language, RUN, withOptions } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';

export function addLsp({ program, session, act }: Registry): void {
  const lsp = program.command('lsp').description('serve editors with the language server protocol');
  withOptions(
    lsp,
    ...inGroup(RUN, new Option('--stdio', 'talk over standard input and output, the only way there is').default(true)),
  );
  language(lsp).action(
    act(async () => {
      const [{ lsp: serve }, { settle }] = await Promise.all([import('./run.ts'), import('../../config/settle.ts')]);
      return serve(session, (fresh) => settle(lsp, lsp.optsWithGlobals(), fresh));
    }),
  );
}
