/** The names of files with events in a list: one on each line, or NUL-terminated. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { STDIN } from '../files/file-name.ts';
import { MAX_FILE, readStdin, type Sources, unreadable } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';

export interface FilesFrom {
  /** The file with the list; `-` is standard input. */
  readonly filesFrom?: string;
  /** Whether NUL ends each name, as `find -print0` writes them; a list with a NUL is such a list in any case. */
  readonly null?: boolean;
}

/**
 * The named files, followed by those of the list, all relative to the working folder.
 * @throws Failure for a list that cannot be read or names no file
 */
export async function withFilesFrom(
  files: readonly string[],
  options: FilesFrom,
  { sources, cwd }: { readonly sources: Sources; readonly cwd: string },
): Promise<readonly string[]> {
  const { filesFrom } = options;
  if (filesFrom === undefined) {
    if (options.null) throw new Failure({ message: '`--null` is for `--files-from`' });
    return files;
  }
  const name = filesFrom === '-' ? STDIN : filesFrom;
  const text = await readList(filesFrom, name, { sources, cwd });
  const names = options.null || text.includes('\0') ? text.split('\0') : text.split('\n').map(withoutCr);
  const listed = names.filter((one) => one !== '');
  if (listed.length === 0) throw new Failure({ file: name, message: 'the list names no file' });
  return [...files, ...listed];
}

function withoutCr(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Any text is a list, so the bytes are not tested for another kind of file. */
async function readList(
  given: string,
  name: string,
  { sources, cwd }: { readonly sources: Sources; readonly cwd: string },
): Promise<string> {
  const path = resolve(cwd, given);
  if (given !== '-') await sources.bounds.named(given, path);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of given === '-' ? readStdin(sources.takeStdin()) : createReadStream(path)) {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > MAX_FILE) throw new Failure({ file: name, message: 'a list of names has at most 64 MB' });
    }
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw await unreadable(given, path, (thrown as NodeJS.ErrnoException).code);
  }
  return Buffer.concat(chunks).toString();
}
