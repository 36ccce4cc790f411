/** Per-run state: terminals, files, patterns. */

import { Sources } from '../files/source.ts';
import { Patterns } from '../sources/patterns.ts';
import type { Io } from '../terminal/io.ts';
import { LogOutput } from '../terminal/log-output.ts';
import { Terminal } from '../terminal/terminal.ts';

export interface Session {
  readonly io: Io & { readonly stdout: LogOutput; readonly stderr: LogOutput };
  /** Answers. */
  readonly out: Terminal;
  /** Problems and progress. */
  readonly err: Terminal;
  readonly sources: Sources;
  /** Reads patterns by name: a file, or an address in a document. */
  readonly patterns: Patterns;
}

/** THE place where the streams are wrapped so that output is safe in logs: all output passes through them. */
export function openSession(given: Io): Session {
  const io = { ...given, stdout: new LogOutput(given.stdout), stderr: new LogOutput(given.stderr) };
  const sources = new Sources(io);
  const patterns = new Patterns(sources, io.cwd);
  return {
    io,
    out: new Terminal(io.stdout, io.env),
    err: new Terminal(io.stderr, io.env),
    sources,
    patterns,
  };
}

/** The same run with an empty file cache, after files were written. */
export function reopened(session: Session): Session {
  const sources = new Sources(session.io, session.sources.bounds);
  const patterns = new Patterns(sources, session.io.cwd);
  patterns.scope = session.patterns.scope;
  return { ...session, sources, patterns };
}

export type Format = 'human' | 'json';
