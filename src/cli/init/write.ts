/** Writes new files into a folder: all of them or none, each whole, and never over one that is there. */
import { link, lstat, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { makeFolder } from '../report/write.ts';
import type { StarterFile } from './files.ts';

/**
 * Takes back what it did when a file cannot be written.
 * @throws Failure which names that file
 */
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
      throw new Failure({ message: `\`${shown(name)}\` cannot be written: ${reason(thrown)}; nothing was written` });
    }
    await rm(draft, { force: true });
  }
}

/** A link appears at once, with all of its text, and is refused where something is. */
async function publish(draft: string, path: string, text: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (thrown) {
    // Some file systems have no links.
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(thrown))) throw thrown;
    await writeFile(path, text, { flag: 'wx' });
  }
}

/** From the inner folder up to the first one that was made. */
async function removeEmpty(inner: string, outer: string): Promise<void> {
  for (let folder = inner; folder.length >= outer.length; folder = dirname(folder)) await rmdir(folder);
}

/** Whether anything has the name, a link that leads nowhere included. */
export function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function codeOf(thrown: unknown): string {
  return (thrown as NodeJS.ErrnoException).code ?? '';
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the folder may not be written',
  EPERM: 'the folder may not be written',
  EROFS: 'the folder may not be written',
  ENOTDIR: 'a part of its name is a file, not a folder',
  EEXIST: 'something else has that name, or a part of it',
  ENOENT: 'nothing can be made in its folder',
  ENOSPC: 'the disk is full',
};

function reason(thrown: unknown): string {
  const code = codeOf(thrown);
  return REASONS[code] ?? (code || String(thrown));
}
