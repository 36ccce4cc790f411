/** Reads named texts: files and standard input. What the text holds is the business of others. */
import { isUtf8 } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { lineColumn, nearest } from '../../index.ts';
import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { Bounds } from './bounds.ts';
import { STDIN } from './file-name.ts';

export interface Source {
  /** As the user named it. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
}

/** A file that is read again is not read twice: suites share patterns and events. */
export class Sources {
  /** Checked before a file is read. */
  readonly bounds: Bounds;
  private readonly io: Io;
  private readonly files = new Map<string, Promise<Source>>();
  private stdinTaken = false;

  constructor(io: Io, bounds = new Bounds(io.cwd)) {
    this.io = io;
    this.bounds = bounds;
  }

  /** Full paths of all files that were asked for, also of those that are not there. */
  get paths(): Iterable<string> {
    return this.files.keys();
  }

  /**
   * A file that the user names; `-` is standard input, once.
   * @throws Failure for a link that leads out of its repository, for what cannot be read and for bytes that are not UTF-8
   */
  read(name: string): Promise<Source> {
    if (name === '-') return this.stdin();
    return this.file(name, resolve(this.io.cwd, name));
  }

  /**
   * `from`: the folder where the name starts, when it stands in a file or was found; absent when the user gave it.
   * @throws Failure
   */
  async file(name: string, path: string, from?: string): Promise<Source> {
    await (from === undefined ? this.bounds.named(name, path) : this.bounds.within(name, path, from));
    return this.loaded(name, path);
  }

  private loaded(name: string, path: string): Promise<Source> {
    let source = this.files.get(path);
    if (source === undefined) {
      source = readBytes(name, path).then((bytes) => ({ name, text: decode(name, bytes) }));
      this.files.set(path, source);
    }
    return source;
  }

  /**
   * `git:REV:path`; the path starts from the folder.
   * @throws Failure for what git does not give
   */
  git(name: string, folder: string): Promise<Source> {
    const key = `${folder}\0${name}`;
    let source = this.files.get(key);
    if (source === undefined) {
      const read = import('./git.ts').then(({ readGit }) => readGit(name, { folder, env: this.io.env }));
      source = read.then((bytes) => ({ name, text: decode(name, bytes) }));
      this.files.set(key, source);
    }
    return source;
  }

  /** Whether git has `git:REV:path`. */
  async hasGit(name: string, folder: string): Promise<boolean> {
    const { isInGit } = await import('./git.ts');
    return isInGit(name, { folder, env: this.io.env });
  }

  /**
   * Standard input, to be read by the caller.
   * @throws Failure when it has been asked for before
   */
  takeStdin(): Io['stdin'] {
    if (this.stdinTaken) throw new Failure({ message: '`-` is standard input and can be read once only' });
    this.stdinTaken = true;
    return this.io.stdin;
  }

  private async stdin(): Promise<Source> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.takeStdin()) chunks.push(Buffer.from(chunk));
    return { name: STDIN, text: decode(STDIN, Buffer.concat(chunks)) };
  }
}

async function readBytes(name: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (thrown) {
    throw await unreadable(name, path, (thrown as NodeJS.ErrnoException).code);
  }
}

/** Why a file could not be read, in one line. */
export async function unreadable(name: string, path: string, code: string | undefined): Promise<Failure> {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const near = nearest(basename(path), await readdir(dirname(path)).catch(() => []));
    const hint = near === undefined ? '' : `; there is \`${near}\` beside it`;
    return new Failure({ message: `there is no file \`${name}\`${hint}` });
  }
  if (code === 'EISDIR') return new Failure({ message: `\`${name}\` is a folder, and a file is needed here` });
  if (code === 'EACCES' || code === 'EPERM') return new Failure({ message: `\`${name}\` may not be read` });
  return new Failure({ message: `\`${name}\` cannot be read (${code ?? 'unknown reason'})` });
}

/** @throws Failure for bytes that are not UTF-8 */
export function decode(name: string, bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, validPrefix(bytes)), { stream: true });
  throw new Failure({ file: name, ...lineColumn(before, before.length), message: 'the bytes are not UTF-8' });
}

/** How many bytes stand before the first one that is not UTF-8. */
function validPrefix(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** A sequence that is cut at the end counts as good: its rest may follow. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
