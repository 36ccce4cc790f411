/** Writes a file completely or not at all: THE way in which commands write to files that may exist. `init` has its own for new files. */
import { appendFile, chmod, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../findings/failure.ts';
import { nodeCrypto } from '../terminal/node-crypto.ts';

/**
 * Creates missing folders, and keeps the mode of an existing file. A special file, such as a pipe, is written directly.
 * @throws Failure for a file that cannot be written; an existing one is then unchanged, also when the signal is aborted
 */
export async function writeWhole(
  name: string,
  path: string,
  content: string | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const there = await stat(path).catch(absent);
    if (there?.isDirectory()) throw new Failure({ message: `\`${name}\` cannot be written: it is a folder` });
    if (there !== undefined && !there.isFile()) await writeFile(path, content, { signal });
    else {
      await makeFolder(dirname(path));
      // A link is kept, and its target is replaced.
      await replace(there === undefined ? path : await realpath(path), { content, mode: there?.mode, signal });
    }
  } catch (thrown) {
    throw unwritable(name, thrown);
  }
}

/** @throws Failure */
export async function append(name: string, path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text);
  } catch (thrown) {
    throw unwritable(name, thrown);
  }
}

/**
 * Creates the folder and its parents, one after another, since `mkdir` of Node with `recursive` never ends in /proc: a folder there is
 * reported as missing when something is created in it. Returns the outermost one that was missing.
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let folder = path; (await stat(folder).catch(absent)) === undefined; folder = dirname(folder)) {
    missing.push(folder);
    if (dirname(folder) === folder) break;
  }
  for (const folder of missing.reverse()) {
    // Another run may have created it; if it is no folder, the file cannot be written.
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  return missing[0];
}

/** A temporary file beside the target, since a file system cannot rename across its boundary. */
async function replace(
  path: string,
  {
    content,
    mode,
    signal,
  }: { content: string | AsyncIterable<Uint8Array>; mode: number | undefined; signal: AbortSignal | undefined },
): Promise<void> {
  const temporary = join(
    dirname(path),
    `.${basename(path).slice(0, 100)}.${nodeCrypto().randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    await writeFile(temporary, content, { flag: 'wx', signal });
    if (mode !== undefined) await chmod(temporary, mode & 0o7777);
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { force: true });
    throw thrown;
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  ENOENT: 'nothing can be made in its folder',
  ENOSPC: 'there is no space left',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'something else has its name, or a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
};

function unwritable(name: string, thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  return new Failure({ message: `\`${name}\` cannot be written: ${whyUnwritable(thrown)}` });
}

/** Rethrows an error that is not of the file system: it is a bug. */
export function whyUnwritable(thrown: unknown): string {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === undefined) throw thrown;
  return REASONS[code] ?? code;
}
