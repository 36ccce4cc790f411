/** Documents answered by a thread, so that none of them keeps the server from answering about the others. */
import { Worker } from 'node:worker_threads';
import type { Setting } from '../settings/member.ts';
import type { Note } from './analysis.ts';
import type { AnswerOf, Features } from './features.ts';

/** The built file, as in lines/pool.ts. */
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

/** Results of the methods when there is no answer. */
const NONE: { readonly [M in keyof Features]?: unknown } = {
  completions: [],
  actions: [],
  lenses: [],
  outline: [],
  hints: [],
};

function tooLong(most: number): Note {
  const message = `this is not checked while you type: it takes longer than ${most / 1000} seconds, or too much memory; \`eb-pattern check\` has no limit`;
  return { range: { start: 0, end: 1 }, severity: 'info', message };
}

interface Waiting {
  readonly method: keyof Features;
  readonly args: readonly unknown[];
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
  private readonly most: number;
  /** Texts that took too long, by their paths. */
  private readonly givenUp = new Map<string, string>();
  private next = 0;

  /** `texts`: of all open documents, by their paths. `most`: milliseconds after which the thread is given up. */
  constructor(
    data: ThreadData,
    settings: () => Promise<ReadonlyMap<string, Setting>>,
    texts: ReadonlyMap<string, string>,
    most = MOST,
  ) {
    this.data = data;
    this.settings = settings;
    this.texts = texts;
    this.most = most;
  }

  /** Sends a change to a running thread. A new thread gets all texts. */
  send(method: 'change' | 'close' | 'forget', ...args: readonly string[]): void {
    this.worker?.postMessage({ method, args } satisfies Call);
    if (method === 'forget' && this.worker !== undefined) void this.sendSettings(this.worker);
  }

  async ask<M extends keyof Features>(method: M, ...args: Parameters<Features[M]>): Promise<AnswerOf<M>> {
    return new Promise<AnswerOf<M>>((resolve, reject) => {
      void this.post(method, args, resolve as Waiting['resolve'], reject);
    });
  }

  private async post(
    method: keyof Features,
    args: readonly unknown[],
    resolve: Waiting['resolve'],
    reject: Waiting['reject'],
  ): Promise<void> {
    const path = String(args[0]);
    if (this.givenUp.has(path) && this.givenUp.get(path) === this.texts.get(path)) return resolve(this.none(method));
    this.starting ??= this.start();
    const worker = await this.starting;
    const id = this.next++;
    const timer = setTimeout(() => this.giveUp(), this.most);
    timer.unref();
    this.waiting.set(id, { method, args, timer, resolve, reject });
    worker.postMessage({ id, method, args } satisfies Call);
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

  /** Ends the thread. The oldest question is the one that it does not answer; the others are put to a new one. */
  private giveUp(): void {
    void this.worker?.terminate();
    this.worker = undefined;
    this.starting = undefined;
    const [first, ...others] = this.waiting.values();
    this.waiting.clear();
    if (first === undefined) return;
    const path = String(first.args[0]);
    const text = this.texts.get(path);
    if (text !== undefined) this.givenUp.set(path, text);
    for (const { method, args, timer, resolve, reject } of [first, ...others]) {
      clearTimeout(timer);
      void this.post(method, args, resolve, reject);
    }
  }

  private none(method: keyof Features): unknown {
    return method === 'notes' ? [tooLong(this.most)] : NONE[method];
  }
}
