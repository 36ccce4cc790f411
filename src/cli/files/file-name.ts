/** Names of files. */
import { dirname, isAbsolute, join } from 'node:path';

/** The name of `-` in messages. */
export const STDIN = 'standard input';

/** The folder to which names in a file are relative, as the user would name it. */
export function folderOf(file: string): string {
  return file === STDIN ? '.' : dirname(file);
}

/** A name in a file of the folder, as the user would name it; an absolute path is kept. */
export function nameFrom(folder: string, name: string): string {
  return isAbsolute(name) ? name : join(folder, name);
}

/** A name of a file with `/` as the separator. */
export function slashes(file: string): string {
  return file.replaceAll('\\', '/');
}

/** The name of an inline text in messages. */
export const INLINE = 'inline';

export function isInline(name: string): boolean {
  return /^\s*\{/.test(name);
}
