/** The folders that the editor has open, each with its own settings. */
import { dirname, sep } from 'node:path';
import type { Session } from '../session/session.ts';
import { Lanes } from './lanes.ts';
import type { Settle } from './workspace.ts';

export class WorkspaceFolders {
  /** Texts of all open documents, by their full paths: a suite may name a file of another folder. */
  private readonly unsaved = new Map<string, string>();
  private readonly session: Session;
  private readonly settle: Settle;
  private readonly lanes = new Map<string, Lanes>();
  private roots: readonly string[];

  /** `session`: gives the folder of documents that are no files, where the editor has no folder open. */
  constructor(session: Session, settle: Settle) {
    this.session = session;
    this.settle = settle;
    this.roots = [];
  }

  /** Full paths. Only what concerns other folders is dropped. */
  async open(roots: readonly string[]): Promise<void> {
    this.roots = roots;
    const gone = [...this.lanes].filter(([root]) => !roots.includes(root));
    for (const [root] of gone) this.lanes.delete(root);
    await Promise.all(gone.map(([, lanes]) => lanes.end()));
  }

  get first(): string {
    return this.roots[0] ?? this.session.io.cwd;
  }

  /** Of the innermost folder with the file; a file outside of all has the settings of its own folder. */
  of(path: string): Lanes {
    const around = this.roots.filter((root) => path.startsWith(root.endsWith(sep) ? root : root + sep));
    const root = around.toSorted((a, b) => b.length - a.length)[0] ?? dirname(path);
    let lanes = this.lanes.get(root);
    if (lanes === undefined) {
      lanes = new Lanes(root, this.session, this.settle, this.unsaved);
      this.lanes.set(root, lanes);
    }
    return lanes;
  }

  change(path: string, text: string): void {
    this.of(path);
    for (const lanes of this.lanes.values()) lanes.change(path, text);
  }

  close(path: string): void {
    for (const lanes of this.lanes.values()) lanes.close(path);
  }

  /** A file has changed that others depend on. */
  forget(): void {
    for (const lanes of this.lanes.values()) lanes.forget();
  }

  async end(): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lanes) => lanes.end()));
  }
}
