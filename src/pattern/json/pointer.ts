/** RFC 6901 JSON pointers, the printed form of a path of member names. */

export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((part) => `/${escapePart(part)}`).join('');
}

/** The pointer to a member, by its name, or to an item, by its index, of what `pointer` points to. */
export function appendPointer(pointer: string, part: string | number): string {
  return `${pointer}/${escapePart(part)}`;
}

/** The names of a pointer, or undefined when the text is no pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escapePart(part: string | number): string {
  return typeof part === 'number' ? String(part) : part.replaceAll('~', '~0').replaceAll('/', '~1');
}
