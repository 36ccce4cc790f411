/** Writes new files into a folder: all or none, each whole, and never over an existing one. */
import { link, lstat, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder, whyUnwritable } from '../../files/write.ts';
import { Failure } from '../../findings/failure.ts';
import type { StarterFile } from './files.ts';

/** Removes its files again when one cannot be written. @throws Failure that names that file */
export async function writeNew(
  folder: string,
  files: readonly StarterFile[],
  shown: (name: string) => string,
): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  for (const { name, text } of files) {
    const path = join(folder, name);
    const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    try {
      const made = await makeFolder(dirname(path));
      if (made !== undefined) undo.push(() => removeEmpty(dirname(path), made));
      await writeFile(draft, text, { flag: 'wx' });
      await publish(draft, path, text);
      undo.push(() => rm(path));
    } catch (thrown) {
      await rm(draft, { force: true }).catch(() => undefined);
      for (const step of undo.reverse()) await step().catch(() => undefined);
      throw new Failure({
        message: `\`${shown(name)}\` cannot be written: ${whyUnwritable(thrown)}; nothing was written`,
      });
    }
    await rm(draft, { force: true });
  }
}

const UNLINKED: readonly string[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** A hard link appears at once with its whole text, and is refused where a file exists. */
async function publish(draft: string, path: string, text: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (thrown) {
    // Some file systems have no links.
    if (!UNLINKED.includes((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown;
    await writeFile(path, text, { flag: 'wx' });
  }
}

/** From the inner folder up to the outermost one that was created. */
async function removeEmpty(inner: string, outer: string): Promise<void> {
  for (let folder = inner; folder.length >= outer.length; folder = dirname(folder)) await rmdir(folder);
}

/** Whether the name exists, including a dangling link. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
