/**
 * Text that is safe in the log of a runner and on a terminal. Runners obey commands in what a program prints: GitHub `::NAME::` behind blanks
 * at the start of a line and `##[NAME]` anywhere, Azure `##vso[…]` anywhere, TeamCity `##teamcity[…]`, GitLab `section_start:TIME:NAME`.
 */

/** Controls, lone surrogates, line separators and what turns the direction of a text: each could make a terminal lie. */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\ufeff]/gu;
const WITHIN_LINES = /[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\ufeff]/gu;

const ESC = '\u001b';
const COLOR = `${ESC}\\[[\\d;]*m`;
/** What the program itself sends: colours; and to a terminal, what erases a line or the screen. */
const COLORS = new RegExp(`(${COLOR})`);
const CONTROLS = new RegExp(`(${COLOR}|\r${ESC}\\[K|${ESC}\\[2J${ESC}\\[3J${ESC}\\[H)`);

const MARKS = /##(?=\w*\[)|section_(?=(?:start|end):\d)/gi;
/** Behind blanks and colours. */
const COMMAND = new RegExp(`^((?:[\\p{Zs}\\t]|${COLOR})*):(?=:)`, 'gmu');
/** Of the format `github`, whose file names and titles hold no colon. */
const OWN = /^::(?:error|warning|notice) [^:]*::/;

/** However texts of users were put together: no command, and no character that makes a terminal lie. */
export function logText(text: string, isTTY: boolean): string {
  // Every second piece is one of the program's own.
  const pieces = text.split(isTTY ? CONTROLS : COLORS);
  const safe = pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replace(WITHIN_LINES, escapeCode))).join('');
  return withoutCommands(safe);
}

/** Lines of the format `github`: its commands reach the runner, and no others. */
export function ownCommands(text: string): string {
  const safe = (line: string): string =>
    OWN.test(line) ? withoutMarks(line.replace(WITHIN_LINES, escapeCode)) : logText(line, false);
  return text.split('\n').map(safe).join('\n');
}

/** The escapes are those of strings in JSON, where alone JSON can hold what is replaced: it means the same. */
export function withoutCommands(text: string): string {
  return withoutMarks(text).replace(COMMAND, `$1${escapeCode(':')}`);
}

function withoutMarks(text: string): string {
  return text.replace(MARKS, (mark) => mark.slice(0, -1) + escapeCode(mark.slice(-1)));
}

export function escapeCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
