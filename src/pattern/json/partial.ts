/**
 * Reads text that is not JSON, for editors: every problem, and a tree of what is readable. The first problem is that of the strict reader;
 * for valid JSON the tree is that of the strict reader.
 */
import { takes } from '../arguments.ts';
import type { PartialMember, PartialNode } from './partial-node.ts';
import {
  afterTheEnd,
  BAD_NUMBER,
  badName,
  badValue,
  COMMA_BEFORE_BRACKET,
  EMPTY,
  FOUR_DIGITS,
  type JsonProblem,
  NO_CLOSING_QUOTE,
  NO_SUCH_ESCAPE,
  noColon,
  noComma,
  rawControl,
  wordAt,
} from './problem.ts';
import { ESCAPES, MAX_DEPTH, NUMBER } from './read.ts';
import { ARROW, BLANK, commentEnd, junkAt, quotedAt, type StringToken, skipSpace } from './stray.ts';

export type * from './partial-node.ts';

/** The result of `readPartialJson`. */
export interface PartialJson {
  /** The root; a hole for an empty text. */
  readonly node: PartialNode;
  /** In source order, at most 100. Empty exactly when the text is JSON (and not nested too deeply). */
  readonly problems: readonly JsonProblem[];
  /** The number of problems that were left out. */
  readonly omitted: number;
}

const MAX_PROBLEMS = 100;

/**
 * Never throws for a string. Linear in the text.
 * @throws TypeError unless it is a string
 */
export function readPartialJson(text: string): PartialJson {
  takes(typeof text === 'string', 'readPartialJson', 'a text', text);
  return new PartialReader(text).document();
}

/** What an object or an array expects next. */
type Wanted = 'first' | 'next' | 'comma';

class PartialReader {
  private readonly text: string;
  private readonly problems: JsonProblem[] = [];
  private omitted = 0;
  /** Offset of the last problem. Only the first problem of a place is reported: later ones follow from it. */
  private lastProblem = -1;
  /** Whether the text ended too soon: no other problem can follow. */
  private ended = false;
  private at = 0;
  /** The number of open objects and arrays. */
  private objects = 0;
  private arrays = 0;
  /** The last string read by lookahead, and the offset of the colon behind it, or -1. */
  private ahead: { readonly token: StringToken; readonly colon: number } | undefined;

  constructor(text: string) {
    this.text = text;
  }

  document(): PartialJson {
    this.space(badValue);
    const { length } = this.text;
    const isEmpty = this.at === length && this.lastProblem < 0;
    if (isEmpty) this.problem(EMPTY, 0, 'empty');
    const node: PartialNode = isEmpty ? { kind: 'hole', range: { start: length, end: length } } : this.value();
    this.space(afterTheEnd);
    if (this.at < length) this.problem(afterTheEnd(this.text, this.at));
    return { node, problems: this.problems, omitted: this.omitted };
  }

  private value(): PartialNode {
    const start = this.at;
    switch (this.text[start]) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return { kind: 'string', ...this.string() };
      default:
        return this.word(start) ?? this.number(start) ?? this.unreadable();
    }
  }

  private nested(read: () => PartialNode): PartialNode {
    if (this.objects + this.arrays < MAX_DEPTH) return read();
    const start = this.at;
    this.problem(`nested deeper than ${MAX_DEPTH} levels`, start, 'depth');
    this.skipNested();
    return { kind: 'hole', range: { start, end: this.at } };
  }

  /** Skips to the matching closing bracket, or to the end. */
  private skipNested(): void {
    let open = 0;
    do {
      const c = this.text[this.at];
      if (c === '"') {
        this.string();
        continue;
      }
      if (c === '{' || c === '[') open++;
      else if (c === '}' || c === ']') open--;
      this.at++;
    } while (open > 0 && this.at < this.text.length);
  }

  private object(): PartialNode {
    const { text } = this;
    const start = this.at++;
    const members: PartialMember[] = [];
    const end = (open?: true): PartialNode => {
      this.objects--;
      const range = { start, end: this.at };
      return open === undefined ? { kind: 'object', members, range } : { kind: 'object', members, range, open };
    };
    this.objects++;
    for (let wanted: Wanted = 'first'; ; ) {
      const say = (_: string, at: number): string =>
        wanted === 'comma' ? noComma(text, at, '}', 'object') : badName(text, at, wanted === 'next');
      this.space(say);
      const c = text[this.at];
      if (c === '}') {
        if (wanted === 'next') this.problem(say(text, this.at));
        this.at++;
        return end();
      }
      if (c === ',' && wanted === 'comma') {
        this.at++;
        wanted = 'next';
        continue;
      }
      if (c !== '"' || wanted === 'comma') this.problem(say(text, this.at));
      if (c === undefined || (c === ']' && this.arrays > 0)) return end(true);
      if (c === ']' || c === ',') {
        this.at++;
        if (c === ',') wanted = 'next';
        continue;
      }
      const member = this.member(c);
      if (member !== undefined) members.push(member);
      wanted = 'comma';
    }
  }

  /** Undefined for a value without a name. */
  private member(first: string): PartialMember | undefined {
    if (first === ':' || first === '{' || first === '[') {
      this.value();
      return undefined;
    }
    const { value: name, range: nameRange, open } = this.name(first);
    const { end } = nameRange;
    const member = (value: PartialNode): PartialMember =>
      open ? { name, nameRange, nameOpen: open, value } : { name, nameRange, value };
    const { text } = this;
    this.space(noColon);
    if (text[this.at] === ':') {
      this.at++;
      this.space(badValue);
      return member(this.value());
    }
    this.problem(noColon(text, this.at));
    const next = text[this.at] ?? '}';
    // The next token is the next member, or the end: the value is missing.
    if (open || ',}]'.includes(next) || (next === '"' && this.isName())) {
      return member({ kind: 'hole', range: { start: end, end } });
    }
    ARROW.lastIndex = this.at;
    if (ARROW.test(text)) {
      this.at = ARROW.lastIndex;
      this.space(badValue);
    }
    return member(this.value());
  }

  private name(first: string): StringToken {
    return first === '"' ? this.string() : this.stepOver(quotedAt(this.text, this.at) ?? junkAt(this.text, this.at));
  }

  private array(): PartialNode {
    const { text } = this;
    const start = this.at++;
    const items: PartialNode[] = [];
    const end = (open?: true): PartialNode => {
      this.arrays--;
      const range = { start, end: this.at };
      return open === undefined ? { kind: 'array', items, range } : { kind: 'array', items, range, open };
    };
    this.arrays++;
    for (let wanted: Wanted = 'first'; ; ) {
      const say = (_: string, at: number): string =>
        wanted === 'comma' ? noComma(text, at, ']', 'array') : badValue(text, at);
      this.space(say);
      const c = text[this.at];
      if (c === ']') {
        if (wanted === 'next') this.problem(COMMA_BEFORE_BRACKET);
        this.at++;
        return end();
      }
      if (c === ',' && wanted === 'comma') {
        this.at++;
        wanted = 'next';
        continue;
      }
      if (wanted === 'comma' || c === undefined || c === '}' || c === ',') this.problem(say(text, this.at));
      if (c === undefined || (c === '}' && this.objects > 0)) return end(true);
      if (c === '}' || c === ',') {
        if (c === ',') {
          items.push({ kind: 'hole', range: { start: this.at, end: this.at } });
          wanted = 'next';
        }
        this.at++;
        continue;
      }
      // A name: the closing bracket before it is missing, and the enclosing object continues.
      if (c === '"' && this.objects > 0 && this.isName()) {
        const { colon } = this.ahead as { colon: number };
        if (wanted !== 'comma') this.problem(noComma(text, colon, ']', 'array'), colon);
        return end(true);
      }
      items.push(this.value());
      wanted = 'comma';
    }
  }

  /** Whether the string that begins here is followed by a colon. */
  private isName(): boolean {
    const start = this.at;
    if (this.ahead?.token.range.start !== start) {
      const token = this.string();
      const end = skipSpace(this.text, this.at);
      this.ahead = { token, colon: this.text[end] === ':' && !token.open ? end : -1 };
      this.at = start;
    }
    return this.ahead.colon >= 0;
  }

  private string(): StringToken {
    const { text } = this;
    const start = this.at;
    if (this.ahead?.token.range.start === start) {
      this.at = this.ahead.token.range.end;
      return this.ahead.token;
    }
    let value = '';
    let from = ++this.at;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 0x22) {
        value += text.slice(from, this.at++);
        return { value, range: { start, end: this.at } };
      }
      if (code === 0x5c) {
        value += text.slice(from, this.at) + this.escape();
        from = this.at;
        continue;
      }
      const ends = this.at >= text.length;
      if (ends) this.problem(NO_CLOSING_QUOTE, start);
      else if (code < 0x20) this.problem(rawControl(text, this.at));
      if (ends || code === 0x0a || code === 0x0d) {
        value += text.slice(from, this.at);
        return { value, range: { start, end: this.at }, open: true };
      }
      this.at++;
    }
  }

  private escape(): string {
    const { text } = this;
    const letter = text[this.at + 1];
    const digits = text.slice(this.at + 2, this.at + 6);
    if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(digits)) {
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    if (letter !== undefined && letter !== 'u' && Object.hasOwn(ESCAPES, letter)) {
      this.at += 2;
      return ESCAPES[letter] as string;
    }
    this.problem(letter === 'u' ? FOUR_DIGITS : NO_SUCH_ESCAPE);
    this.at++;
    return '';
  }

  private word(start: number): PartialNode | undefined {
    const word = wordAt(this.text, start);
    const range = { start, end: start + word.length };
    if (word !== 'true' && word !== 'false' && word !== 'null') return undefined;
    this.at = range.end;
    return word === 'null' ? { kind: 'null', range } : { kind: 'boolean', value: word === 'true', range };
  }

  private number(start: number): PartialNode | undefined {
    NUMBER.lastIndex = start;
    if (!NUMBER.test(this.text)) return undefined;
    const end = NUMBER.lastIndex;
    if (/[0-9.eE+-]/.test(this.text[end] ?? '')) {
      this.problem(BAD_NUMBER, start);
      return undefined;
    }
    this.at = end;
    const text = this.text.slice(start, end);
    return { kind: 'number', value: Number(text), text, range: { start, end } };
  }

  /** Reads an invalid value: text in other quotes as a string, anything else as a hole. */
  private unreadable(): PartialNode {
    const start = this.at;
    this.problem(badValue(this.text, start));
    while (this.text[this.at] === ':') {
      this.at++;
      this.space(badValue);
    }
    if (',}]'.includes(this.text[this.at] ?? '}')) return { kind: 'hole', range: { start: this.at, end: this.at } };
    // A superfluous colon was skipped, and a value follows it.
    if (this.at > start) return this.value();
    const quoted = quotedAt(this.text, start);
    if (quoted !== undefined) return { kind: 'string', ...this.stepOver(quoted) };
    return { kind: 'hole', range: this.stepOver(junkAt(this.text, start)).range };
  }

  private stepOver(token: StringToken): StringToken {
    this.at = token.range.end;
    return token;
  }

  /** Skips white space; also comments and other blanks, which are reported with the message of `say`. */
  private space(say: (text: string, at: number) => string): void {
    const { text } = this;
    for (;;) {
      this.at = skipSpace(text, this.at);
      const c = text[this.at];
      if (c === undefined) return;
      const end = BLANK.test(c) ? this.at + 1 : commentEnd(text, this.at);
      if (end === this.at) return;
      this.problem(say(text, this.at));
      this.at = end;
    }
  }

  private problem(message: string, offset: number = this.at, kind: JsonProblem['kind'] = 'syntax'): void {
    if (offset <= this.lastProblem || this.ended) return;
    this.lastProblem = offset;
    this.ended = this.at >= this.text.length;
    if (this.problems.length === MAX_PROBLEMS) this.omitted++;
    else this.problems.push({ kind, offset, message, endsTooSoon: this.ended });
  }
}
