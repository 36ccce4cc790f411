/** Translates errors of the YAML library to sentences that end with the correct spelling. */
import { clipped } from '../../pattern/value/excerpt.ts';

/** The library's message for an error, and its place. */
export interface LibraryError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export interface YamlProblem {
  readonly offset: number;
  readonly message: string;
}

/** The problem in a text; `errors` are those of one document, of which the first is reported. */
export function problemOf(text: string, errors: readonly LibraryError[]): YamlProblem {
  const [{ code, message, pos }] = errors as readonly [LibraryError];
  const [offset] = pos;
  const at = (problem: string, start = offset): YamlProblem => ({ offset: start, message: problem });
  const header = /^Block scalar header includes extra characters: (\S+)/.exec(message)?.[1];
  if (header !== undefined) return at(startsWith(header), Math.max(0, text.lastIndexOf(header, offset)));
  switch (code) {
    case 'BAD_SCALAR_START':
      return at(startsWith(plainAt(text, offset)));
    case 'BAD_ALIAS':
      return at(startsWith(plainAt(text, offset)));
    case 'TAG_RESOLVE_FAILED':
      return at(tagProblem(plainAt(text, offset)));
    case 'TAB_AS_INDENT':
      return at('a tab does not indent; in YAML indent with blanks');
    case 'BAD_INDENT':
      return at(/^Flow /.test(message) ? unclosed(message) : COLUMNS);
    case 'BAD_DQ_ESCAPE':
      return at(
        `${message.charAt(0).toLowerCase()}${message.slice(1)}; in YAML a backslash stands for itself in single quotes`,
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return errors.some((error) => error.code === 'MULTILINE_IMPLICIT_KEY')
        ? at(COLUMNS)
        : at(withColon(plainAt(text, offset)));
    case 'BLOCK_IN_FLOW':
      return at(text[offset] === '-' ? startsWith(wordAt(text, offset)) : withColon(plainAt(text, offset)));
    case 'MULTILINE_IMPLICIT_KEY':
      if (text[offset] === '-') return at(startsWith(wordAt(text, offset)));
      break;
    case 'MISSING_CHAR':
      if (/^Missing closing/.test(message)) return at(`the quote ${message.at(-6)} is not closed`);
      if (/flow sequence items/.test(message)) return at(`\`${clipped(plainAt(text, offset), LONGEST)}\` ${BEHIND}`);
      if (/Implicit map keys/.test(message))
        return at('there is no `:` behind this name; in YAML a member is `name: value`');
      break;
    case 'UNEXPECTED_TOKEN':
      if (/flow-(?:seq|map)-end/.test(message))
        return at(`this \`${text[offset]}\` closes nothing; ${quoted(text[offset] ?? '')}`);
      if (/^Unexpected , /.test(message)) return at(`nothing stands before this \`,\`; ${quoted(',')}`);
      if (/block-seq-ind/.test(message)) return at(startsWith(wordAt(text, offset)));
      if (/scalar at node end/.test(message)) return at(`\`${clipped(plainAt(text, offset), LONGEST)}\` ${BEHIND}`);
      break;
  }
  const [first = ''] = message.split('\n');
  return at(`${first.charAt(0).toLowerCase()}${first.slice(1)}`);
}

const BEHIND =
  'stands behind a value that has ended; in YAML write all of the text in quotes, or a comma between items of a list';
const COLUMNS = 'this line is indented differently; in YAML the members of a map begin in one column';

/** The spelling of a text that YAML reads as something else. */
export function quoted(word: string): string {
  return `in YAML write ${quote(word)} in quotes`;
}

/** A text that begins with a special character. */
export function startsWith(word: string): string {
  return `no text without quotes begins with \`${word.charAt(0)}\`; ${quoted(word)}`;
}

/** For a word such as `!=` or `!Foo`. */
export function tagProblem(word: string): string {
  return `\`${clipped(word, LONGEST)}\` is read as a tag, and there is none of this name; ${quoted(word)}`;
}

/** The word at an offset, up to its end within brackets. */
export function wordAt(text: string, offset: number): string {
  WORD.lastIndex = offset;
  return WORD.exec(text)?.[0] ?? text.charAt(offset);
}

const WORD = /[^\s,[\]{}]+/y;

/** The unquoted text at an offset: up to a comment or the end of its line, in brackets up to a delimiter. */
function plainAt(text: string, offset: number): string {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const end = count(before, /[[{]/g) > count(before, /[\]}]/g) ? IN_BRACKETS : LINE;
  end.lastIndex = offset;
  return (end.exec(text)?.[0] ?? '').replace(/(?<=\s)#.*/, '').trimEnd();
}

const LINE = /[^\r\n]*/y;
const IN_BRACKETS = /[^\r\n,[\]{}]*/y;

function count(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}

function withColon(word: string): string {
  return `a text without quotes has no \`: \` in it; ${quoted(word)}`;
}

function unclosed(message: string): string {
  const [open, close] = message.startsWith('Flow map') ? '{}' : '[]';
  const what = open === '{' ? 'map' : 'list';
  return `the ${what} that \`${open}\` begins is not closed by \`${close}\` in the lines below it; in YAML write a text that begins with \`${open}\` in quotes`;
}

function quote(word: string): string {
  const text = clipped(word, LONGEST);
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

const LONGEST = 40;
