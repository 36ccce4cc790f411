/**
 * Reads RFC 8259 JSON text into nodes with ranges. Strict: no comments, no trailing commas, no byte order mark. Lone surrogates, raw or
 * escaped, are kept, as by `JSON.parse`.
 */
import { takes } from '../arguments.ts';
import type { JsonMember, JsonNode } from './node.ts';
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

export type { JsonProblem } from './problem.ts';

/** The nesting limit. The readers are recursive, and events do not nest this deep. */
export const MAX_DEPTH = 1000;

/** The tree of a JSON text, or its first error. */
export type JsonResult =
  | {
      /** The root. */
      readonly node: JsonNode;
      /** Absent, as the text is JSON. */
      readonly problem?: undefined;
    }
  | {
      /** Absent, as the text is not JSON. */
      readonly node?: undefined;
      /** The first error. */
      readonly problem: JsonProblem;
    };

/**
 * Never throws for a string. Linear in the text.
 * @throws TypeError unless it is a string
 */
export function readJson(text: string): JsonResult {
  takes(typeof text === 'string', 'readJson', 'a text', text);
  return read(new Reader(text, true));
}

/** The problem that `readJson` finds, without building nodes, which take many times the memory of the text. */
export function findJsonProblem(text: string): JsonProblem | undefined {
  return read(new Reader(text, false)).problem;
}

function read(reader: Reader): JsonResult {
  try {
    return { node: reader.document() };
  } catch (thrown) {
    if (thrown instanceof Stop) return { problem: thrown.problem };
    throw thrown;
  }
}

class Stop extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Sticky. */
export const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
export const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  private readonly text: string;
  /** False: containers and strings are left empty. */
  private readonly keeps: boolean;
  private at = 0;
  private depth = 0;

  constructor(text: string, keeps: boolean) {
    this.text = text;
    this.keeps = keeps;
  }

  document(): JsonNode {
    this.space();
    if (this.at === this.text.length) this.stop(EMPTY, 0, 'empty');
    const node = this.value();
    this.space();
    if (this.at < this.text.length) this.stop(afterTheEnd(this.text, this.at));
    return node;
  }

  private value(): JsonNode {
    const start = this.at;
    switch (this.text[start]) {
      case '{':
      case '[':
        return this.nested();
      case '"': {
        const value = this.string();
        return { kind: 'string', value, range: { start, end: this.at } };
      }
      case 't':
        return this.word('true', { kind: 'boolean', value: true, range: { start, end: start + 4 } });
      case 'f':
        return this.word('false', { kind: 'boolean', value: false, range: { start, end: start + 5 } });
      case 'n':
        return this.word('null', { kind: 'null', range: { start, end: start + 4 } });
      default:
        return this.number();
    }
  }

  private nested(): JsonNode {
    if (this.depth === MAX_DEPTH) this.stop(`nested deeper than ${MAX_DEPTH} levels`, this.at, 'depth');
    this.depth++;
    const node = this.text[this.at] === '{' ? this.object() : this.array();
    this.depth--;
    return node;
  }

  private object(): JsonNode {
    const start = this.at++;
    let members: JsonMember[] = [];
    this.space();
    if (this.text[this.at] !== '}') {
      let first = true;
      do {
        this.space();
        const member = this.member(!first);
        // A list that begins with its first item takes a quarter of the memory, and most lists of patterns have one item.
        if (first && this.keeps) members = [member];
        else if (this.keeps) members.push(member);
        first = false;
        this.space();
      } while (this.comma('}', 'object'));
    }
    this.at++;
    return { kind: 'object', members, range: { start, end: this.at } };
  }

  private member(afterComma: boolean): JsonMember {
    const start = this.at;
    if (this.text[start] !== '"') this.stop(badName(this.text, start, afterComma));
    const name = this.string();
    const nameRange = { start, end: this.at };
    this.space();
    if (this.text[this.at] !== ':') this.stop(noColon(this.text, this.at));
    this.at++;
    this.space();
    return { name, nameRange, value: this.value() };
  }

  private array(): JsonNode {
    const start = this.at++;
    let items: JsonNode[] = [];
    this.space();
    if (this.text[this.at] !== ']') {
      let first = true;
      do {
        this.space();
        if (!first && this.text[this.at] === ']') this.stop(COMMA_BEFORE_BRACKET);
        const item = this.value();
        if (first && this.keeps) items = [item];
        else if (this.keeps) items.push(item);
        first = false;
        this.space();
      } while (this.comma(']', 'array'));
    }
    this.at++;
    return { kind: 'array', items, range: { start, end: this.at } };
  }

  /** Skips a comma; false at the closing bracket. */
  private comma(close: string, what: string): boolean {
    const c = this.text[this.at];
    if (c === ',') {
      this.at++;
      return true;
    }
    if (c !== close) this.stop(noComma(this.text, this.at, close, what));
    return false;
  }

  private string(): string {
    const { text, keeps } = this;
    const open = this.at;
    let value = '';
    let from = ++this.at;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 0x22) {
        if (keeps) value += text.slice(from, this.at);
        this.at++;
        return value;
      }
      if (code === 0x5c) {
        const end = this.at;
        const escaped = this.escape();
        if (keeps) value += text.slice(from, end) + escaped;
        from = this.at;
      } else if (code >= 0x20) {
        this.at++;
      } else if (this.at >= text.length) {
        this.stop(NO_CLOSING_QUOTE, open);
      } else {
        this.stop(rawControl(text, this.at));
      }
    }
  }

  private escape(): string {
    const letter = this.text[this.at + 1];
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.stop(FOUR_DIGITS);
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const value = letter === undefined ? undefined : ESCAPES[letter];
    if (value === undefined || !Object.hasOwn(ESCAPES, letter as string)) {
      this.stop(NO_SUCH_ESCAPE);
    }
    this.at += 2;
    return value;
  }

  private number(): JsonNode {
    const start = this.at;
    NUMBER.lastIndex = start;
    if (!NUMBER.test(this.text)) this.stop(badValue(this.text, this.at));
    const end = NUMBER.lastIndex;
    if (/[0-9.eE+-]/.test(this.text[end] ?? '')) this.stop(BAD_NUMBER, start);
    this.at = end;
    const text = this.text.slice(start, end);
    return { kind: 'number', value: Number(text), text, range: { start, end } };
  }

  private word(word: string, node: JsonNode): JsonNode {
    if (wordAt(this.text, this.at) !== word) this.stop(badValue(this.text, this.at));
    this.at += word.length;
    return node;
  }

  private space(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      this.at++;
    }
  }

  private stop(message: string, offset: number = this.at, kind: JsonProblem['kind'] = 'syntax'): never {
    throw new Stop({ kind, offset, message, endsTooSoon: this.at >= this.text.length });
  }
}
