/**
 * Text that is safe in the log of a runner and on a terminal. Runners execute commands in the output of a program: GitHub `::NAME::` after
 * blanks at the start of a line and `##[NAME]` anywhere, Azure `##vso[…]` anywhere, TeamCity `##teamcity[…]`, GitLab
 * `section_start:TIME:NAME`.
 */

/**
 * Control characters, lone surrogates, line separators and marks of text direction, each of which could falsify the output of a terminal.
 */
export const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\ufeff]/gu;
const WITHIN_LINES = /[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}\ufeff]/gu;

const ESC = '\u001b';
const COLOR = `${ESC}\\[[\\d;]*m`;
/** Control sequences of the program itself: colours; on a terminal, also erasing a line or the screen. */
const COLORS = new RegExp(`(${COLOR})`);
const CONTROLS = new RegExp(`(${COLOR}|\r${ESC}\\[K|${ESC}\\[2J${ESC}\\[3J${ESC}\\[H)`);

const MARKS = /##(?=\w*\[)|section_(?=(?:start|end):\d)/gi;
/** After blanks and colours. */
const COMMAND = new RegExp(`^((?:[\\p{Zs}\\t]|${COLOR})*):(?=:)`, 'gmu');
/** Commands of the format `github`, whose file names and titles contain no colon. */
const OWN = /^::(?:error|warning|notice) [^:]*::/;

/** Removes commands of runners and control characters, in any combination of user texts. */
export function logText(text: string, isTTY: boolean): string {
  // Every second piece is a sequence of the program.
  const pieces = text.split(isTTY ? CONTROLS : COLORS);
  const safe = pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replace(WITHIN_LINES, escapeCode))).join('');
  return withoutCommands(safe);
}

/** Lines of the format `github`: only its own commands reach the runner. */
export function ownCommands(text: string): string {
  const safe = (line: string): string =>
    OWN.test(line) ? withoutMarks(line.replace(WITHIN_LINES, escapeCode)) : logText(line, false);
  return text.split('\n').map(safe).join('\n');
}

/** Replaces characters by JSON escapes. In JSON they occur in strings only, so its meaning is kept. */
export function withoutCommands(text: string): string {
  return withoutMarks(text).replace(COMMAND, `$1${escapeCode(':')}`);
}

function withoutMarks(text: string): string {
  return text.replace(MARKS, (mark) => mark.slice(0, -1) + escapeCode(mark.slice(-1)));
}

export function escapeCode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
