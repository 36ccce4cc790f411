/**
 * Undoes one layer of escapes: those of JSON and JavaScript, percent encoding, and entities of HTML. Each character of the result keeps
 * its place in the original text.
 */

export interface Unescaped {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its spelling begins in the original text. */
  readonly start: Uint32Array;
  /** The same for its end. */
  readonly end: Uint32Array;
}

/** A text without any escapes undone. */
export function asWritten(text: string): Unescaped {
  const start = Uint32Array.from({ length: text.length }, (_, i) => i);
  return { text, start, end: start.map((i) => i + 1) };
}

/** The character that an escape stands for, and the length of the escape in UTF-16 units. */
interface Escape {
  readonly character: string;
  readonly length: number;
}

const SIMPLE: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
};
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Undoes one layer of escapes. Returns the same object when there are none. Linear in the text. */
export function unescaped(from: Unescaped): Unescaped {
  const { text } = from;
  if (!/[\\%&]/.test(text)) return from;
  const parts: string[] = [];
  const start = new Uint32Array(text.length);
  const end = new Uint32Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; ) {
    const { character, length } = escapeAt(text, i) ?? { character: text[i] as string, length: 1 };
    parts.push(character);
    for (let unit = 0; unit < character.length; unit++) {
      start[size] = from.start[i] as number;
      end[size++] = from.end[i + length - 1] as number;
    }
    i += length;
  }
  if (size === text.length) return from;
  return { text: parts.join(''), start: start.subarray(0, size), end: end.subarray(0, size) };
}

function escapeAt(text: string, at: number): Escape | undefined {
  const unit = text[at];
  if (unit === '\\') return backslashAt(text, at);
  if (unit === '%') return percentAt(text, at);
  return unit === '&' ? entityAt(text, at) : undefined;
}

function backslashAt(text: string, at: number): Escape | undefined {
  const kind = text[at + 1] ?? '';
  const digits = kind === 'u' ? 4 : kind === 'x' ? 2 : 0;
  if (digits > 0) {
    const unit = hexAt(text, at + 2, digits);
    return unit === undefined ? undefined : { character: String.fromCharCode(unit), length: 2 + digits };
  }
  return Object.hasOwn(SIMPLE, kind) ? { character: SIMPLE[kind] as string, length: 2 } : undefined;
}

/** One character of UTF-8; a byte that is not valid UTF-8 is read as Latin-1. */
function percentAt(text: string, at: number): Escape | undefined {
  const first = byteAt(text, at);
  if (first === undefined) return undefined;
  const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
  let point = more === 0 ? first : first & (0x3f >> more);
  for (let i = 1; i <= more; i++) {
    const next = byteAt(text, at + 3 * i);
    if (next === undefined || next >> 6 !== 0b10) return { character: String.fromCharCode(first), length: 3 };
    point = (point << 6) | (next & 0x3f);
  }
  if (point > 0x10ffff) return { character: String.fromCharCode(first), length: 3 };
  return { character: String.fromCodePoint(point), length: 3 * (more + 1) };
}

function byteAt(text: string, at: number): number | undefined {
  return text[at] === '%' ? hexAt(text, at + 1, 2) : undefined;
}

function hexAt(text: string, at: number, digits: number): number | undefined {
  const hex = text.slice(at, at + digits);
  return hex.length === digits && /^[0-9A-Fa-f]+$/.test(hex) ? Number.parseInt(hex, 16) : undefined;
}

/** `&amp;`, `&#38;`, `&#x26;` */
const ENTITY = /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([a-z]{2,4}));/y;

function entityAt(text: string, at: number): Escape | undefined {
  ENTITY.lastIndex = at;
  const [whole = '', decimal, hex, name = ''] = ENTITY.exec(text) ?? [];
  if (whole === '') return undefined;
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const point = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
  const numbered = point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
  const character = named ?? numbered;
  return character === undefined ? undefined : { character, length: whole.length };
}
