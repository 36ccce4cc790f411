/**
 * The commands of lenses: show the events that match, open the playground, add a test. The server runs them, so that editors need no code.
 */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ApplyWorkspaceEditParams, Connection } from 'vscode-languageserver';
import { LinkError, pack } from '../../playground/state/fragment.ts';
import { Failure } from '../findings/failure.ts';
import type { PageServer } from '../page/server.ts';
import { COMMANDS } from './command-names.ts';
import type { AnswerOf, Features, Rest } from './features.ts';
import { MessageType } from './protocol.ts';

/** Asks about the document with an address. */
type Ask = <M extends keyof Features>(uri: string, method: M, ...rest: Rest<M>) => Promise<AnswerOf<M>>;

export class Commands {
  private readonly connection: Connection;
  private readonly ask: Ask;
  /** Whether the editor can show a document on request of the server. */
  showsDocuments = false;
  private page: Promise<PageServer> | undefined;

  constructor(connection: Connection, ask: Ask) {
    this.connection = connection;
    this.ask = ask;
  }

  /** `given`: the address of the document, and the index of the pattern. */
  async run(command: string, [uri, index]: readonly unknown[]): Promise<null> {
    if (typeof uri !== 'string') return null;
    const which = typeof index === 'number' ? index : 0;
    if (command === COMMANDS.addTest) await this.addTest(uri, which);
    else if (command === COMMANDS.events || command === COMMANDS.playground) {
      const shown = await this.ask(uri, 'shown', which);
      if (shown === undefined) this.tell('the pattern is not valid; its findings say why');
      else if (command === COMMANDS.events) this.tell(shown.summary);
      else await this.openPlayground(shown);
    }
    return null;
  }

  async end(): Promise<void> {
    await (await this.page?.catch(() => undefined))?.close();
  }

  private async openPlayground({ events, ...pattern }: Parameters<typeof pack>[0]): Promise<void> {
    try {
      const fragment = await pack({ ...pattern, events: events.length === 0 ? [{ text: '{}' }] : events });
      this.page ??= openPage();
      await this.show(`${(await this.page).url}${fragment}`, true);
    } catch (thrown) {
      this.page = undefined;
      if (!(thrown instanceof LinkError || thrown instanceof Failure)) throw thrown;
      this.tell(thrown.message, MessageType.Error);
    }
  }

  /** Writes a suite beside the pattern, or shows the existing one. */
  private async addTest(document: string, index: number): Promise<void> {
    if (!document.startsWith('file:')) return this.tell('save the pattern first: a suite names its file');
    const suite = fileURLToPath(document).replace(/(?:\.pattern)?\.\w+$/, '.eb-test.yaml');
    const uri = pathToFileURL(suite).href;
    if (existsSync(suite)) return this.show(uri, false);
    const text = await this.ask(document, 'suite', index);
    if (text === undefined)
      return this.tell('there is no event to test this pattern with: none is known that it matches');
    const start = { line: 0, character: 0 };
    const applied = await this.applied({
      label: `add ${basename(suite)}`,
      edit: {
        documentChanges: [
          { kind: 'create', uri },
          { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
        ],
      },
    });
    if (applied) await this.show(uri, false);
    else this.tell(`the editor did not write ${suite}`, MessageType.Error);
  }

  private async applied(edit: ApplyWorkspaceEditParams): Promise<boolean> {
    try {
      return (await this.connection.workspace.applyEdit(edit)).applied;
    } catch {
      // An editor may not support the request.
      return false;
    }
  }

  private async show(uri: string, external: boolean): Promise<void> {
    const request = this.showsDocuments ? this.connection.window.showDocument({ uri, external }) : undefined;
    const shown = await request?.catch(() => undefined);
    if (shown?.success !== true) this.tell(external ? uri : fileURLToPath(uri));
  }

  private tell(message: string, type: MessageType = MessageType.Info): void {
    void this.connection.sendNotification('window/showMessage', { type, message });
  }
}

/** The server of HTTP is loaded when the page is opened. */
async function openPage(): Promise<PageServer> {
  const [{ pageFiles }, { servePage }] = await Promise.all([import('../page/files.ts'), import('../page/server.ts')]);
  return servePage(await pageFiles());
}
