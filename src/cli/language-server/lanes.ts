/** Small documents are answered at once, large ones and those that take long by a thread. */

import { problemsOf } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import type { Setting } from '../settings/member.ts';
import { isConfigName } from './config-name.ts';
import type { AnswerOf, Features, LocalFeatures, Rest } from './features.ts';
import { ThreadFeatures } from './thread-features.ts';
import { type Settle, Workspace } from './workspace.ts';

/** Characters up to which a document is checked at once: five times as many as the service takes of a pattern. */
const MOST = 10_000;

/** The same for the answers that read a text several times, or that read the events. */
const MOST_WORK = 2_500;
const WORK: ReadonlySet<keyof Features> = new Set(['hover', 'hints', 'lenses', 'actions', 'shown', 'suite']);

/** All fixes of 10,000 hostile characters took 2.8 s on two busy cores. */
const MOST_FIXED = 500;

/**
 * Milliseconds: a smaller document with two answers that take longer is answered by a thread, too, until it is closed. Of the first answers
 * one may load code.
 */
const SLOW = 50;

/** Most threads; documents share them when there are more. */
const MAX_THREADS = 4;

export class Lanes {
  readonly root: string;
  private readonly workspace: Workspace;
  /** The readers and analyses take their time to load, and an editor waits for the answer to its first request. */
  private readonly local: Promise<LocalFeatures>;
  private readonly threads = new Set<ThreadFeatures>();
  private readonly newThread: () => ThreadFeatures;
  /** Documents with an answer that took long. */
  private readonly slow = new Set<string>();
  /** Documents that a thread answers. */
  private readonly threadOf = new Map<string, ThreadFeatures>();

  /** `unsaved`: the texts of the open documents, by their full paths. `root`: the folder whose settings apply. */
  constructor(root: string, session: Session, settle: Settle, unsaved = new Map<string, string>()) {
    this.root = root;
    this.workspace = new Workspace(root, session, settle, unsaved);
    this.local = import('./features.ts').then((loaded) => new loaded.LocalFeatures(this.workspace));
    this.newThread = () => new ThreadFeatures({ root, env: session.io.env }, () => this.settings(), unsaved);
  }

  change(path: string, text: string): void {
    this.workspace.unsaved.set(path, text);
    void this.local.then((local) => local.change(path, text));
    this.send('change', path, text);
    if (isConfigName(path)) this.send('forget');
  }

  close(path: string): void {
    this.slow.delete(path);
    this.workspace.unsaved.delete(path);
    void this.local.then((local) => local.close(path));
    const thread = this.threadOf.get(path);
    this.threadOf.delete(path);
    if (thread !== undefined && !this.isUsed(thread)) {
      this.threads.delete(thread);
      void thread.close();
    }
    this.send('close', path);
    if (isConfigName(path)) this.send('forget');
  }

  forget(): void {
    void this.local.then((local) => local.forget());
    this.send('forget');
  }

  async ask<M extends keyof Features>(method: M, path: string, ...rest: Rest<M>): Promise<AnswerOf<M>> {
    const args = [path, ...rest] as unknown as Parameters<Features[M]>;
    if (this.threadOf.has(path) || this.isLarge(path, method)) return this.threadFor(path).ask(method, ...args);
    const local = await this.local;
    const answer = local[method] as (...given: readonly unknown[]) => Promise<AnswerOf<M>>;
    const start = performance.now();
    const answered = await answer.call(local, ...args);
    if (performance.now() - start > SLOW && this.workspace.unsaved.has(path)) {
      if (this.slow.has(path)) this.threadFor(path);
      this.slow.add(path);
    }
    return answered;
  }

  async end(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.close()));
  }

  private send(...[method, ...args]: Parameters<ThreadFeatures['send']>): void {
    for (const thread of this.threads) thread.send(method, ...args);
  }

  private isUsed(thread: ThreadFeatures): boolean {
    return [...this.threadOf.values()].includes(thread);
  }

  /** One of its own, so that no other document waits for it, where there are not too many. */
  private threadFor(path: string): ThreadFeatures {
    let thread = this.threadOf.get(path);
    if (thread === undefined) {
      thread = this.threads.size < MAX_THREADS ? this.newThread() : [...this.threads][this.threadOf.size % MAX_THREADS];
      if (thread === undefined) throw new RangeError('no thread');
      this.threads.add(thread);
      this.threadOf.set(path, thread);
    }
    return thread;
  }

  private isLarge(path: string, method: keyof Features): boolean {
    const length = this.workspace.unsaved.get(path)?.length ?? 0;
    return length > (method === 'fixAll' ? MOST_FIXED : WORK.has(method) ? MOST_WORK : MOST);
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
