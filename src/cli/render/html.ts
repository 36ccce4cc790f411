/** Text of users in pages. */
import { printable } from './terminal.ts';

/** One line that shows as it is, in text and in attributes. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
