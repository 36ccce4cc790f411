/** Recognises a packed set by its first bytes, without reading the rest. */
import { open } from 'node:fs/promises';

/** Enough for the first name with blanks before it. */
const LENGTH = 64;

/** By the beginning of the text. */
export function mayBePack(text: string): boolean {
  return /^\ufeff?\s*\{\s*"eb-pattern-set"/.test(text.slice(0, LENGTH));
}

/** Of a file, which may be a large one of events. False for a missing one. */
export async function beginsLikePack(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    if (!(await file.stat()).isFile()) return false;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LENGTH), 0, LENGTH, 0);
    return mayBePack(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}
