/** One run of the command line: its streams, dressed for people, and its files. */
import type { Io } from './io.ts';
import { Sources } from './read/source.ts';
import { printableJson, Terminal } from './render/terminal.ts';

export interface Session {
  readonly io: Io;
  /** Answers. */
  readonly out: Terminal;
  /** What kept an answer from being given. */
  readonly err: Terminal;
  readonly sources: Sources;
}

export function openSession(io: Io): Session {
  return { io, out: new Terminal(io.stdout, io.env), err: new Terminal(io.stderr, io.env), sources: new Sources(io) };
}

export type Format = 'human' | 'json';

/** The one document of `--format json`. */
export function writeJson(value: unknown, { out }: Session): void {
  out.line(printableJson(value));
}
