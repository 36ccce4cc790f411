/** Names for the entries of a report that stay when lines move: platforms know by them what they have shown before. */
import { createHash } from 'node:crypto';
import type { Item } from './items.ts';

/** One for each item, in their order; no two are the same. 64 hexadecimal digits. */
export function fingerprintsOf(items: readonly Item[]): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(({ code, file, address, pointer, test, message }) => {
    // What has no place of its own is known by what it says.
    const own = pointer === undefined && test === undefined ? message : undefined;
    const key = JSON.stringify([code, file, address, pointer, test, own]);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return createHash('sha256').update(`${number} ${key}`).digest('hex');
  });
}
