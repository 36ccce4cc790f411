/** RFC 6901 JSON pointers. */

import { takes } from '../arguments.ts';

/**
 * The pointer of a path.
 * @throws TypeError unless it is an array of strings and numbers
 */
export function pointerTo(path: readonly (string | number)[]): string {
  takes(Array.isArray(path), 'pointerTo', 'a list of names and numbers', path);
  return path.map((part) => `/${escapePart(part)}`).join('');
}

/** Appends a member name or an array index to a pointer. */
export function appendPointer(pointer: string, part: string | number): string {
  takes(typeof pointer === 'string', 'appendPointer', 'a pointer', pointer);
  return `${pointer}/${escapePart(part)}`;
}

/** The names of a pointer, or undefined when the text is not a pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  takes(typeof pointer === 'string', 'parsePointer', 'a text', pointer);
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function escapePart(part: string | number): string {
  if (typeof part === 'number') return String(part);
  takes(typeof part === 'string', 'pointerTo', 'names and numbers', part);
  // Every value of a pattern has a pointer, and hardly a name has one of the two characters.
  return /[~/]/.test(part) ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part;
}
