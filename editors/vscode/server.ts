/** Which server the extension starts. */
import type { ServerOptions } from 'vscode-languageclient/node';

export const LANGUAGES: readonly string[] = ['json', 'jsonc', 'yaml', 'terraform', 'opentofu'];

const ARGUMENTS = ['lsp', '--stdio'];

/** `installed`: files that may be the command of a workspace, the first one that exists is taken; `path`: the setting. */
export function serverOf(installed: readonly string[], path: string, exists: (file: string) => boolean): ServerOptions {
  const module = installed.find(exists) ?? (path === '' ? undefined : path);
  // With the Node of the editor, so that none has to be installed. The server uses standard input and output.
  if (module !== undefined) return { module, args: ARGUMENTS.slice(0, 1), transport: STDIO };
  const isWindows = process.platform === 'win32';
  return {
    command: isWindows ? 'npx.cmd' : 'npx',
    args: ['--yes', 'eb-pattern', ...ARGUMENTS],
    options: { shell: isWindows },
  };
}

/** `TransportKind.stdio`, without loading the client. The client adds `--stdio` to the arguments. */
const STDIO = 0;
