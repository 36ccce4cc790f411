/** What the command line knows of the world: its streams, its environment and where it stands. */

export interface Output {
  write(text: string): unknown;
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
}
