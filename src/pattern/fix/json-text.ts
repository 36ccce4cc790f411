/**
 * Repairs text that is almost JSON: other quotes, comments, superfluous commas, names without quotes, words of other
 * languages.
 */

import { readJson } from '../json/read.ts';
import type { Edit, Fix } from '../place.ts';
import { applyEdits, fits } from './apply.ts';
import { choice, replace, safe } from './edits.ts';

/** One token in any of the supported spellings. */
const TOKEN =
  /\s+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|#[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|[“”„](?:[^“”„"\\\r\n]|\\.)*[“”]|[‘’](?:[^‘’'\\\r\n]|\\.)*[‘’]|`[^`\\\r\n$]*`|[{}[\]:,]|-?\d[\w.+-]*|[A-Za-z_$][\w$-]*/y;
const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['None', 'null'],
  ['NULL', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);
const BARE_WORDS = 'write strings in double quotes';
const MAX_LENGTH = 100_000;

/** Fixes for text that can be repaired with certainty, or with a guess as a `choice`. */
export function jsonFixes(text: string): readonly Fix[] {
  if (text.length > MAX_LENGTH) return [];
  const unescaped = unescapedText(text);
  if (unescaped !== undefined) {
    return [
      safe(
        'remove the escapes: this is what a string holds',
        replace({ range: { start: 0, end: text.length } }, unescaped),
      ),
    ];
  }
  const repaired = repair(text);
  if (repaired === undefined || repaired.edits.length === 0) return [];
  if (!fits(repaired.edits, text.length)) return [];
  if (readJson(applyEdits(text, repaired.edits)).node?.kind !== 'object') return [];
  const make = repaired.guessed ? choice : safe;
  return [make([...repaired.titles].join(', '), repaired.edits)];
}

/** Unescapes `{\"source\":[\"a\"]}`: JSON as it is inside a string, without the quotes of the string. */
function unescapedText(text: string): string | undefined {
  if (!/^\s*\{\s*\\"/.test(text)) return undefined;
  const held = readJson(`"${text.trim()}"`).node;
  return held?.kind === 'string' && readJson(held.value).node?.kind === 'object' ? held.value : undefined;
}

interface Repair {
  readonly edits: readonly Edit[];
  readonly titles: ReadonlySet<string>;
  /** Whether something was inserted that may have been meant differently. */
  readonly guessed: boolean;
}

/** Undefined for a character that belongs to no token. */
function repair(text: string): Repair | undefined {
  const edits: Edit[] = [];
  const titles = new Set<string>();
  const open: string[] = [];
  /**
   * The end of the last token that is not a space, and its text; `comma` is one that may turn out to be superfluous.
   */
  let last = '';
  let end = 0;
  let comma: Edit['range'] | undefined;
  const change = (title: string, start: number, stop: number, to: string): void => {
    titles.add(title);
    edits.push({ range: { start, end: stop }, text: to });
  };
  for (let at = 0; at < text.length; ) {
    if (at === 0 && text.startsWith('\ufeff')) {
      change('remove the byte order mark', 0, 1, '');
      at = 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) return undefined;
    const start = at;
    at += token.length;
    const [first = ''] = token;
    if (/^\s/.test(first) && first !== '\u00a0' && /^[ \t\r\n]+$/.test(token)) continue;
    if (/^\s/.test(first)) {
      change('write plain blanks', start, at, ' ');
      continue;
    }
    if (/^(?:\/\/|\/\*|#)/.test(token)) {
      change('remove the comments', start, at, '');
      continue;
    }
    const begins = first === '{' || first === '[' || !/[}\]:,]/.test(first);
    if (begins && /[}\]"'”’`\w]/.test(last) && !/[{[:,]/.test(last)) change('write the missing comma', end, end, ',');
    if ((first === '}' || first === ']' || (first === ',' && comma !== undefined)) && comma !== undefined) {
      change('remove the comma', comma.start, comma.end, '');
    }
    comma = first === ',' ? { start, end: at } : undefined;
    if (first === '{' || first === '[') open.push(first === '{' ? '}' : ']');
    else if (first === '}' || first === ']') {
      if (open.pop() !== first) return undefined;
    } else if (!/[:,"]/.test(first)) respell(token, start, /^\s*:/.test(text.slice(at, at + 50)));
    last = token.at(-1) ?? '';
    end = at;
  }
  if (comma !== undefined) change('remove the comma', comma.start, comma.end, '');
  const missing = [...open].reverse().join('');
  if (missing !== '') change(`write the missing \`${missing}\``, end, end, missing);
  edits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { edits, titles, guessed: missing !== '' || titles.has(BARE_WORDS) || /\bundefined\b/.test(text) };

  function respell(token: string, start: number, isName: boolean): void {
    const stop = start + token.length;
    if (/^['“”„‘’`]/.test(token)) {
      change(
        'write double quotes',
        start,
        stop,
        `"${token
          .slice(1, -1)
          .replace(/\\'/g, "'")
          .replace(/(?<!\\)"/g, '\\"')}"`,
      );
      return;
    }
    const word = WORDS.get(token);
    if (isName && /^[A-Za-z_$]/.test(token)) change('write names in double quotes', start, stop, JSON.stringify(token));
    else if (word !== undefined) change(`write \`${word}\``, start, stop, word);
    else if (/^[A-Za-z_$]/.test(token) && !/^(?:true|false|null)$/.test(token))
      change(BARE_WORDS, start, stop, JSON.stringify(token));
  }
}
