/** Writes bytes to a stream in large pieces, and waits for a slow reader. */
import type { Output } from './io.ts';

const LARGE = 1 << 18;

/** Flush delay in milliseconds, so that a terminal shows lines promptly. */
const PATIENCE = 20;

export class Sink {
  private readonly output: Output;
  private readonly before: () => void;
  private pieces: Uint8Array[] = [];
  private length = 0;
  private timer: NodeJS.Timeout | undefined;

  /** `before` is called before each write. */
  constructor(output: Output, before: () => void = () => undefined) {
    this.output = output;
    this.before = before;
  }

  /** The reader has gone: further output is lost. */
  get closed(): boolean {
    return this.output.writable === false;
  }

  /** Resolves when the stream accepts more; the bytes may change then. */
  async push(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.keep(bytes);
    if (this.length >= LARGE) return this.flush();
    this.timer ??= setTimeout(() => this.write(), PATIENCE);
  }

  /** Writes without delay. Resolves when the stream accepts more. */
  async send(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    this.keep(bytes);
    return this.flush();
  }

  private keep(bytes: Uint8Array): void {
    // A large piece is written at once, and a stream has written it when it accepts more: it is larger than its buffer.
    this.pieces.push(bytes.length >= LARGE ? bytes : new Uint8Array(bytes));
    this.length += bytes.length;
  }

  /** Resolves when the stream accepts more. */
  async flush(): Promise<void> {
    if (this.write() !== false || this.closed) return;
    const { output } = this;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        output.removeListener?.('drain', go);
        output.removeListener?.('close', go);
        resolve();
      };
      output.once?.('drain', go);
      output.once?.('close', go);
    });
  }

  private write(): unknown {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.length === 0 || this.closed) return true;
    const bytes = this.pieces.length === 1 ? (this.pieces[0] as Uint8Array) : Buffer.concat(this.pieces, this.length);
    this.pieces = [];
    this.length = 0;
    this.before();
    return this.output.write(bytes);
  }
}
