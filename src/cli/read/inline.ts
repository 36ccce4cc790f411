/** JSON that stands in the place of a file's name on the command line: `'{"source":["a"]}'`. */

/** What messages call it. */
export const INLINE = 'inline';

export function isInline(name: string): boolean {
  return /^\s*\{/.test(name);
}
