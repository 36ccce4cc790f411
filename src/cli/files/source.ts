/** Reads texts by name: files and standard input. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { lineColumn } from '../../json.ts';
import { nearest } from '../../pattern/suggest.ts';
import { Failure } from '../findings/failure.ts';
import { size } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { Bounds } from './bounds.ts';
import { kindOfBytes } from './bytes-kind.ts';
import { INLINE, isInline, STDIN } from './file-name.ts';
import type { GitWorld } from './git.ts';

/**
 * The most bytes of a file that is read as a whole. JSON values take up to 60 times the memory of their text, and the heap of V8 ends at 2
 * to 4 GB.
 */
export const MAX_FILE = 64 * 1024 * 1024;

/** A text with the name by which the user refers to it: of a file, of standard input, or inline JSON. */
export interface NamedText {
  /** As the user named it. */
  readonly name: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** The files to which the text refers, by their paths in it; or the error for an unreadable one. */
  readonly files?: ReadonlyMap<string, NamedText | Failure>;
}

/** A cache of files, since suites share patterns and events. */
export class Sources {
  /** Checked before a file is read. */
  readonly bounds: Bounds;
  private readonly io: Io;
  private readonly files = new Map<string, Promise<NamedText>>();
  private readonly unsaved: (path: string) => string | undefined;
  private stdinTaken = false;

  /** `unsaved`: the text of a file, by its absolute path, that replaces the one on the disk. */
  constructor(io: Io, bounds = new Bounds(io.cwd), unsaved: (path: string) => string | undefined = () => undefined) {
    this.io = io;
    this.bounds = bounds;
    this.unsaved = unsaved;
  }

  /** Absolute paths of all requested files, including missing ones. */
  get paths(): Iterable<string> {
    return this.files.keys();
  }

  /**
   * A file named by the user, or inline JSON; `-` is standard input, once.
   * @throws Failure for a link that leads out of its repository, an unreadable file, and bytes that are not UTF-8
   */
  read(name: string): Promise<NamedText> {
    if (name === '-') return this.stdin();
    if (isInline(name)) return Promise.resolve({ name: INLINE, text: name });
    return this.file(name, resolve(this.io.cwd, name));
  }

  /** `from`: the folder to which the name is relative, when it is in a file or was found; absent when the user gave it. @throws Failure */
  async file(name: string, path: string, from?: string): Promise<NamedText> {
    await (from === undefined ? this.bounds.named(name, path) : this.bounds.within(name, path, from));
    return this.loaded(name, path);
  }

  private loaded(name: string, path: string): Promise<NamedText> {
    let source = this.files.get(path);
    if (source === undefined) {
      const text = this.unsaved(path);
      source =
        text === undefined
          ? readBytes(name, path).then((bytes) => ({ name, text: decode(name, bytes) }))
          : Promise.resolve({ name, text });
      this.files.set(path, source);
    }
    return source;
  }

  /** `git:REV:path`, with a path relative to the folder. @throws Failure for a file that git cannot read */
  git(name: string, folder: string): Promise<NamedText> {
    const key = `${folder}\0${name}`;
    let source = this.files.get(key);
    if (source === undefined) {
      const read = import('./git.ts').then(({ readGit }) => readGit(name, this.gitWorld(folder)));
      source = read.then((bytes) => ({ name, text: decode(name, bytes) }));
      this.files.set(key, source);
    }
    return source;
  }

  /** The wanted files of `git:REV:path`, each as a source or an error; undefined when it is not a folder. @throws Failure */
  async gitFolder(
    name: string,
    folder: string,
    wanted: (path: string) => boolean,
  ): Promise<readonly { readonly path: string; readonly source: NamedText | Failure }[] | undefined> {
    const { readGitFolder } = await import('./git-folder.ts');
    const entries = await readGitFolder(name, { ...this.gitWorld(folder), most: 4 * MAX_FILE }, wanted);
    const start = name.endsWith('/') ? name : `${name}/`;
    return entries?.map(({ path, bytes }) => ({ path, source: sourceOf(start + path, bytes) }));
  }

  /** Whether git has the revision of `git:REV:path`. */
  async hasGitRevision(revision: string, folder: string): Promise<boolean> {
    const { hasRevision } = await import('./git.ts');
    return hasRevision(revision, this.gitWorld(folder));
  }

  /** Whether git has `git:REV:path`. */
  async hasGit(name: string, folder: string): Promise<boolean> {
    const { isInGit } = await import('./git.ts');
    return isInGit(name, this.gitWorld(folder));
  }

  private gitWorld(folder: string): GitWorld {
    return { folder, env: this.io.env, most: MAX_FILE, allowOutside: this.bounds.allowOutside };
  }

  /** Standard input, for the caller to read. @throws Failure when it was read before */
  takeStdin(): Io['stdin'] {
    if (this.stdinTaken) throw new Failure({ message: '`-` is standard input and can be read once only' });
    this.stdinTaken = true;
    return this.io.stdin;
  }

  private async stdin(): Promise<NamedText> {
    return { name: STDIN, text: decode(STDIN, await collect(STDIN, readStdin(this.takeStdin()))) };
  }
}

/** A file of a revision. Without `bytes` it is a link. */
function sourceOf(name: string, bytes: Buffer | undefined): NamedText | Failure {
  if (bytes === undefined) {
    return new Failure({ file: name, message: 'it is a link or a submodule, which is not followed in a revision' });
  }
  if (bytes.length > MAX_FILE) return tooLarge(name);
  try {
    return { name, text: decode(name, bytes) };
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
}

/** @throws Failure for a file that is too large, before reading when its size is known */
async function readBytes(name: string, path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.size > MAX_FILE && stats.isFile()) throw tooLarge(name);
    // Pipes, devices and virtual files have no size, and may be endless.
    if (stats.size === 0 || !stats.isFile()) return await collect(name, createReadStream(path));
    return await readFile(path);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw await unreadable(name, path, (thrown as NodeJS.ErrnoException).code);
  }
}

/** @throws Failure for more than MAX_FILE bytes */
async function collect(name: string, chunks: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const part = Buffer.from(chunk as Uint8Array);
    length += part.length;
    if (length > MAX_FILE) throw tooLarge(name);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

function tooLarge(name: string): Failure {
  const hint = '; `filter` and `route` read events of any size, line by line';
  return new Failure({
    message: `\`${name}\` is larger than ${size(MAX_FILE)}, the most that is read as a whole${hint}`,
  });
}

/** The chunks of standard input. @throws Failure, when iterated, for unreadable input */
export async function* readStdin(stdin: Io['stdin']): AsyncGenerator<Uint8Array | string> {
  try {
    yield* stdin;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined) throw thrown;
    const why = code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
    throw new Failure({ message: `${STDIN} ${why}` });
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

/** @throws Failure for bytes that are not UTF-8, with their kind if it is known */
export function decode(name: string, bytes: Uint8Array): string {
  const kind = kindOfBytes(bytes, name);
  if (kind !== undefined) throw new Failure({ file: name, message: kind.message });
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, validPrefix(bytes)), { stream: true });
  throw new Failure({ file: name, ...lineColumn(before, before.length), message: NOT_UTF8 });
}

const NOT_UTF8 =
  'the bytes are not UTF-8, which JSON is written in; if they are Latin-1, write `iconv -f latin1 -t utf8 FILE`';

/** The number of bytes before the first one that is not UTF-8. */
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

/** A sequence truncated at the end is valid, since its rest may follow. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
