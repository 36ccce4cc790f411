/** A program that matches on order, whatever it is written in, and the time that it takes. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How to start a side; the files of patterns and events follow, then `after`. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly after?: readonly string[];
  /** Reads the plain lots. */
  readonly isPlain?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Built {
  readonly builtSeconds: number;
  /** What the built patterns keep alive after a collection of garbage, in bytes. */
  readonly bytes?: number;
}

export interface Round {
  readonly events: number;
  readonly matches: number;
  /** Of the whole process: its compiler and its collector of garbage are part of what it costs. */
  readonly cpuSeconds: number;
  /** Of the thread that matches alone, where the language can tell. */
  readonly threadSeconds?: number;
}

/** All sides on one core, so that none of them has another for its garbage. */
const pinned = spawnSync('taskset', ['-c', '1', 'true']).status === 0;

export class Side {
  readonly name: string;
  /** Undefined when the build took longer than the limit. */
  readonly built: Promise<Built | undefined>;
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;
  private complaint = '';

  constructor({ name, program, args, after = [], env = {} }: Command, files: readonly string[], limit: number) {
    this.name = name;
    const line = [program, ...args, ...files, ...after];
    const [first = '', ...rest] = pinned ? ['taskset', '-c', '1', ...line] : line;
    this.child = spawn(first, rest, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr?.on('data', (text: Buffer) => {
      this.complaint += text.toString();
    });
    const { stdout } = this.child;
    if (stdout === null) throw new Error(`${name} has no output`);
    this.answers = createInterface(stdout)[Symbol.asyncIterator]();
    this.built = this.build(limit);
  }

  private async build(limit: number): Promise<Built | undefined> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.child.kill('SIGKILL');
    }, limit * 1000);
    try {
      return await this.answer<Built>();
    } catch (error) {
      if (late) return undefined;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async round(passes: number): Promise<Round> {
    this.child.stdin?.write(`${passes}\n`);
    return this.answer<Round>();
  }

  /** It ends when there is nothing more to do. */
  end(): void {
    this.child.stdin?.end();
  }

  private async answer<T>(): Promise<T> {
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`${this.name} has ended: ${this.complaint.trim()}`);
    return JSON.parse(value) as T;
  }
}
