/**
 * Undoes one layer of every way in which a text is written inside another one: escapes of JSON and JavaScript, percent
 * encoding, entities of HTML. Every character of the result leads back to where it was written.
 */

export interface Unescaped {
  readonly text: string;
  /** Of each UTF-16 unit of the text, where its spelling begins and ends in the text that was given first. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** A text as it was given. */
export function asWritten(text: string): Unescaped {
  const start = Uint32Array.from({ length: text.length }, (_, i) => i);
  return { text, start, end: start.map((i) => i + 1) };
}

/** What one spelling stands for, and how many units it takes. */
interface Step {
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

/** The same object when there is nothing to undo. Linear in the text. */
export function unescaped(from: Unescaped): Unescaped {
  const { text } = from;
  if (!/[\\%&]/.test(text)) return from;
  const parts: string[] = [];
  const start = new Uint32Array(text.length);
  const end = new Uint32Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; ) {
    const step = stepAt(text, i);
    const { character, length } = step ?? { character: text[i] as string, length: 1 };
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

function stepAt(text: string, at: number): Step | undefined {
  const unit = text[at];
  if (unit === '\\') return backslashAt(text, at);
  if (unit === '%') return percentAt(text, at);
  return unit === '&' ? entityAt(text, at) : undefined;
}

function backslashAt(text: string, at: number): Step | undefined {
  const kind = text[at + 1] ?? '';
  const digits = kind === 'u' ? 4 : kind === 'x' ? 2 : 0;
  if (digits > 0) {
    const unit = hexAt(text, at + 2, digits);
    return unit === undefined ? undefined : { character: String.fromCharCode(unit), length: 2 + digits };
  }
  return Object.hasOwn(SIMPLE, kind) ? { character: SIMPLE[kind] as string, length: 2 } : undefined;
}

/** The bytes of one character of UTF-8; a byte that is none is a character of Latin-1. */
function percentAt(text: string, at: number): Step | undefined {
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

function entityAt(text: string, at: number): Step | undefined {
  ENTITY.lastIndex = at;
  const [whole = '', decimal, hex, name = ''] = ENTITY.exec(text) ?? [];
  if (whole === '') return undefined;
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const point = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
  const numbered = point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
  const character = named ?? numbered;
  return character === undefined ? undefined : { character, length: whole.length };
}
