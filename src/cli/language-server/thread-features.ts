/** Answers on large documents, by a thread, so that other documents are answered at once. */
import { Worker } from 'node:worker_threads';
import type { Setting } from '../settings/member.ts';
import type { Note } from './analysis.ts';
import type { Features } from './features.ts';

/** Threads run the build, since they cannot load the source. The built files are in one folder. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/cli/lsp-worker.js', import.meta.url)
  : new URL('./lsp-worker.js', import.meta.url);

/** The data with which the thread starts. */
export interface ThreadData {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A message to the thread. A call without an id has no answer. */
export type Call =
  | { readonly method: 'settings'; readonly settings: ReadonlyMap<string, Setting> }
  | { readonly id?: number; readonly method: keyof Features; readonly args: readonly unknown[] };

export interface ThreadReply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Milliseconds after which a thread is ended. */
const MOST = 20_000;

const TOO_LONG: Note = {
  range: { start: 0, end: 1 },
  severity: 'info',
  message: 'this is not checked while you type: it takes longer than 20 seconds; `eb-pattern check` has no limit',
};

/** Results of the methods when there is no answer. */
const NONE: { readonly [M in keyof Features]?: unknown } = {
  notes: [TOO_LONG],
  completions: [],
  actions: [],
  lenses: [],
  outline: [],
  hints: [],
};

interface Waiting {
  readonly method: keyof Features;
  readonly timer: NodeJS.Timeout;
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

export class ThreadFeatures {
  private readonly data: ThreadData;
  private readonly settings: () => Promise<ReadonlyMap<string, Setting>>;
  private readonly texts: ReadonlyMap<string, string>;
  private worker: Worker | undefined;
  private starting: Promise<Worker> | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;

  /** `texts`: those of all open documents, by path. */
  constructor(
    data: ThreadData,
    settings: () => Promise<ReadonlyMap<string, Setting>>,
    texts: ReadonlyMap<string, string>,
  ) {
    this.data = data;
    this.settings = settings;
    this.texts = texts;
  }

  /** Sends a change to a running thread. A new thread gets all texts. */
  send(method: 'change' | 'close' | 'forget', args: readonly unknown[]): void {
    this.worker?.postMessage({ method, args } satisfies Call);
    if (method === 'forget' && this.worker !== undefined) void this.sendSettings(this.worker);
  }

  async ask<M extends keyof Features>(
    method: M,
    ...args: Parameters<Features[M]>
  ): Promise<Awaited<ReturnType<Features[M]>>> {
    this.starting ??= this.start();
    const worker = await this.starting;
    const id = this.next++;
    return new Promise<Awaited<ReturnType<Features[M]>>>((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(), MOST);
      timer.unref();
      this.waiting.set(id, { method, timer, resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ id, method, args } satisfies Call);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private async start(): Promise<Worker> {
    const worker = new Worker(WORKER, { workerData: this.data });
    this.worker = worker;
    worker.unref();
    worker.on('message', (answer: ThreadReply) => this.answered(answer));
    worker.on('error', () => this.giveUp());
    await this.sendSettings(worker);
    for (const [path, text] of this.texts) worker.postMessage({ method: 'change', args: [path, text] } satisfies Call);
    return worker;
  }

  private async sendSettings(worker: Worker): Promise<void> {
    worker.postMessage({ method: 'settings', settings: await this.settings() } satisfies Call);
  }

  private answered({ id, value, error }: ThreadReply): void {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    this.waiting.delete(id);
    clearTimeout(waiting.timer);
    if (error === undefined) waiting.resolve(value);
    else waiting.reject(new Error(error));
  }

  private giveUp(): void {
    void this.worker?.terminate();
    this.worker = undefined;
    this.starting = undefined;
    for (const { method, timer, resolve } of this.waiting.values()) {
      clearTimeout(timer);
      resolve(NONE[method]);
    }
    this.waiting.clear();
  }
}
