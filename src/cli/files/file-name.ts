/** Names of files. */
import { dirname, isAbsolute, join } from 'node:path';

/** How messages call `-`. */
export const STDIN = 'standard input';

/** Where names start that stand in a file: in its folder, as the user would name that. */
export function folderOf(file: string): string {
  return file === STDIN ? '.' : dirname(file);
}

/** A name that stands in a file of the folder, as the user would say it; a full name stays one. */
export function nameFrom(folder: string, name: string): string {
  return isAbsolute(name) ? name : join(folder, name);
}

/** A name of a file with `/`, wherever it is written. */
export function slashes(file: string): string {
  return file.replaceAll('\\', '/');
}

/** What messages call it. */
export const INLINE = 'inline';

export function isInline(name: string): boolean {
  return /^\s*\{/.test(name);
}
