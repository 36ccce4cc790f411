import { expect, test } from 'vitest';
import { columns } from '../../../src/cli/terminal/columns.ts';
import { clip } from '../../../src/cli/terminal/table.ts';
import { printable } from '../../../src/cli/terminal/terminal.ts';
import { wrap } from '../../../src/cli/terminal/wrap.ts';
import { run } from '../run-main.ts';

// Escape, the one-character introducer of escapes, carriage return, backspace, bell, right-to-left override, line separator.
const EVIL = '\u001b[2J\u009b31m\r\b\u0007\u202e\u2028';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/;

const pattern = JSON.stringify({ [`k${EVIL}`]: [`v${EVIL}`, { prefix: EVIL }], data: { [EVIL]: [1] } });
const event = JSON.stringify({ [`k${EVIL}`]: `w${EVIL}`, data: { [`${EVIL}x`]: 1 } });
const suite = JSON.stringify({
  pattern: JSON.parse(pattern),
  tests: [{ name: `name ${EVIL}`, event: JSON.parse(event), match: true }],
});
const evilName = `e${EVIL.replaceAll('\0', '')}.json`;
const files = {
  'p.json': pattern,
  'bad.json': `{"${EVIL.replaceAll(/[^\u202e\u009b]/g, '')}": [{"no${'\u009b'}pe": 1}], "a": '`,
  'e.json': event,
  [evilName]: event,
  's.eb-test.json': suite,
  't.eb-test.json': JSON.stringify({ pattern: `${EVIL}.json`, [EVIL]: 1, tests: [{ name: EVIL, match: EVIL }] }),
};

test.each([
  ['check', ['check', 'p.json', 'bad.json']],
  ['check of a file with an evil name', ['check', evilName, `no${evilName}`]],
  ['match', ['match', 'p.json', 'e.json', evilName]],
  ['explain', ['explain', 'p.json', 'e.json']],
  ['test', ['test', 's.eb-test.json', 't.eb-test.json', EVIL]],
  ['code', ['code', EVIL]],
  ['schema', ['schema', EVIL]],
  ['an unknown command', [EVIL]],
  ['an unknown flag', ['check', `--${EVIL}`]],
  ['an unknown dialect', ['check', 'x', '--dialect', EVIL]],
  ['check as JSON', ['check', 'p.json', evilName, '--format', 'json']],
  ['explain as JSON', ['explain', 'p.json', 'e.json', '--format', 'json']],
  ['test as JSON', ['test', 's.eb-test.json', '--format', 'json']],
])('no control character of the input reaches the terminal: %s', async (_, argv) => {
  const { out, err } = await run(argv, { files });
  expect(out + err).not.toBe('');
  expect(RAW.exec(out)).toBeNull();
  expect(RAW.exec(err)).toBeNull();
});

test('escaped text is unambiguous', () => {
  expect(printable('a\u001bb\nc\td\u202e')).toBe('a\\u001bb\\nc\\td\\u202e');
  expect(printable('Grüße, 北京 🚀')).toBe('Grüße, 北京 🚀');
});

test.each([
  ['at blanks', 'one two three', 8, ['one two', 'three']],
  ['wherever a word is too long', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['by columns, of which a wide character takes two', '北京北京', 4, ['北京', '北京']],
  ['not at all when it fits', 'one two', 7, ['one two']],
])('a text is wrapped %s', (_, text, width, expected) => {
  expect(wrap(text, width)).toEqual(expected);
});

// The columns of terminals, by Unicode: a mark combines with the letter before it, an emoji of several people is one.
const WIDTHS = [
  ['order', 5],
  ['北京', 4],
  ['e\u0301', 1],
  ['\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 2],
  ['\u{1f1e8}\u{1f1f3}', 2],
  ['ｶﾞ', 2],
  ['\u001b[31mred\u001b[39m', 3],
] as const;

test.each(WIDTHS)('%j takes %d columns', (text, width) => {
  expect(columns(text)).toBe(width);
});

test('a text is cut between grapheme clusters, and fills its columns', () => {
  for (const [text] of WIDTHS.slice(0, -1)) {
    for (let width = 1; width < 12; width++) {
      const cut = clip(text.repeat(3), width);
      expect(columns(cut)).toBe(width);
      expect(text.repeat(3).startsWith(cut.replace(/…? *$/, ''))).toBe(true);
    }
  }
  expect(clip('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
});
