/** The environment of a run: streams, variables, working folder. */

export interface Output {
  /** Returns false when its buffer is full: `drain` follows when it accepts more, or `close` when it never will. */
  write(chunk: string | Uint8Array): unknown;
  once?(event: 'drain' | 'close', listener: () => void): unknown;
  removeListener?(event: 'drain' | 'close', listener: () => void): unknown;
  /** False when the reader has gone. */
  readonly writable?: boolean | undefined;
  readonly isTTY?: boolean | undefined;
  /** Columns of the terminal. */
  readonly columns?: number | undefined;
}

export interface Input extends AsyncIterable<Uint8Array | string> {
  /** Whether a person can answer questions. */
  readonly isTTY?: boolean | undefined;
}

export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder to which relative file names are resolved. */
  readonly cwd: string;
  /** A signal that is aborted on SIGINT. A command that does not call this is ended by Node's default. */
  onInterrupt?(): AbortSignal;
}
