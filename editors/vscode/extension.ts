/** The extension of VS Code: starts the language server of the workspace. Everything else is the server's. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/node';
import { LANGUAGES, serverOf } from './server.ts';

let client: LanguageClient | undefined;

export async function activate(): Promise<void> {
  const settings = workspace.getConfiguration('eb-pattern');
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const server: ServerOptions = serverOf(
    folders.map(({ uri }) => join(uri.fsPath, 'node_modules/eb-pattern/dist/cli/bin.js')),
    settings.get<string>('path', ''),
    existsSync,
  );
  client = new LanguageClient('eb-pattern', 'EventBridge patterns', server, {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
    initializationOptions: { inlayHints: settings.get<boolean>('inlayHints', false) },
  });
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
