/** What the command line knows of the world: its streams, its environment and where it stands. */

export interface Output {
  /** False when its buffer is full: `drain` follows when it takes more, or `close` when it never will. */
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
  /** Whether a person can be asked. */
  readonly isTTY?: boolean | undefined;
}

export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative names of files start here. */
  readonly cwd: string;
  /** Whoever asks is told when the user wants to stop; who does not ask is ended by the system. */
  onInterrupt?(): AbortSignal;
}
