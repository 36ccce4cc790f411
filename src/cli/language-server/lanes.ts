/** Small documents are answered at once, large ones by a thread. */

import { problemsOf } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import type { Setting } from '../settings/member.ts';
import { type Features, LocalFeatures } from './features.ts';
import { ThreadFeatures } from './thread-features.ts';
import { type Settle, Workspace } from './workspace.ts';

/** The most characters of a document that is answered at once: about 50 ms for the slowest JSON and YAML. */
const MAX_JSON = 110_000;
const MAX_YAML = 30_000;

export class Lanes {
  private readonly workspace: Workspace;
  private readonly local: LocalFeatures;
  private readonly thread: ThreadFeatures;

  constructor(root: string, session: Session, settle: Settle) {
    this.workspace = new Workspace(root, session, settle);
    this.local = new LocalFeatures(this.workspace);
    this.thread = new ThreadFeatures({ root, env: session.io.env }, () => this.settings(), this.workspace.unsaved);
  }

  change(path: string, text: string): void {
    this.local.change(path, text);
    this.thread.send('change', [path, text]);
  }

  close(path: string): void {
    this.local.close(path);
    this.thread.send('close', [path]);
  }

  forget(): void {
    this.local.forget();
    this.thread.send('forget', []);
  }

  ask<M extends keyof Features>(
    method: M,
    path: string,
    ...rest: Parameters<Features[M]> extends [string, ...infer R] ? R : never
  ): Promise<Awaited<ReturnType<Features[M]>>> {
    const args = [path, ...rest] as unknown as Parameters<Features[M]>;
    if (this.isLarge(path)) return this.thread.ask(method, ...args);
    const answer = this.local[method] as (...given: readonly unknown[]) => Promise<Awaited<ReturnType<Features[M]>>>;
    return answer.call(this.local, ...args);
  }

  async end(): Promise<void> {
    await this.thread.close();
  }

  private isLarge(path: string): boolean {
    const length = this.workspace.unsaved.get(path)?.length ?? 0;
    return length > (/\.ya?ml$/i.test(path) ? MAX_YAML : MAX_JSON);
  }

  private async settings(): Promise<ReadonlyMap<string, Setting>> {
    try {
      return await this.workspace.settled();
    } catch (thrown) {
      problemsOf(thrown);
      return new Map();
    }
  }
}
