/** Regular expressions for the conditions, in what RE2 and Java have in common. A dot stands for a newline too. */

/** Zeros before the digits of a part of an address: none, up to three digits in all, or any. */
export type Zeros = 'none' | 'three' | 'any';

/** What follows `(?s)^` and precedes the end of the text: `$` of Java also stands before a last newline. */
const whole = (inner: string): string => `(?s)^${inner}\\z`;

/** A text of `wildcard`: stars stand for any text, and a backslash takes the next character as it is. */
export function wildcardRegexp(pattern: string): string {
  return whole(
    pattern.replace(/\\([\s\S])|\*|[!-/:-@[-^`{-~]/gu, (part, escaped?: string) =>
      part === '*' ? '.*' : literal(escaped ?? part),
    ),
  );
}

/** A text that ignores case: each code unit of it stands for its lower and its upper case, which may be longer. */
export function foldedRegexp(text: string, at?: 'prefix' | 'suffix'): string {
  const units = Array.from(text, (one) => {
    const cases = one.length > 1 ? [one] : [...new Set([one.toLowerCase(), one.toUpperCase()])];
    return cases.length === 1 ? literal(cases[0] as string) : `(${cases.map(literal).join('|')})`;
  });
  return `${at === 'suffix' ? '(?s)' : '(?s)^'}${units.join('')}${at === 'prefix' ? '' : '\\z'}`;
}

function literal(text: string): string {
  return text.replace(/[!-/:-@[-^`{-~]/g, '\\$&');
}

/** Dotted quads in a block `a.b.c.d/n` or `a.b.c.d`, first and last included; undefined for any other text. */
export function blockRegexp(block: string, zeros: Zeros): string | undefined {
  const found = /^([0-9]+)\.([0-9]+)\.([0-9]+)\.([0-9]+)(?:\/\+?([0-9]+)\/*)?$/.exec(block);
  if (found === null) return undefined;
  const octets = found.slice(1, 5).map(Number);
  const bits = found[5] === undefined ? 32 : Number(found[5]);
  if (bits > 32 || octets.some((octet) => octet > 255)) return undefined;
  const parts = octets.map((octet, i) => {
    const size = 2 ** Math.max(0, Math.min(8, 8 * (i + 1) - bits));
    const first = octet - (octet % size);
    const numbers = numbersRegexp(first, first + size - 1, zeros === 'three');
    return zeros === 'any' ? `0*${numbers}` : numbers;
  });
  return whole(parts.join('[.]'));
}

/** The beginning of IPv6 addresses in a block: its groups up to the first zero, which may be left out; undefined without such groups. */
export function groupsRegexp(block: string): string | undefined {
  const [address = '', bits = '128'] = block.split('/');
  const groups = (address.split('::')[0] as string).split(':').slice(0, Math.min(7, Math.floor(Number(bits) / 16)));
  const zero = groups.findIndex((group) => !/[1-9a-f]/i.test(group));
  const start = zero < 0 ? groups : groups.slice(0, zero);
  return start.length === 0 ? undefined : `(?i)^${start.map((group) => `0*${group.replace(/^0+/, '')}:`).join('')}`;
}

/** Decimal numbers of a range up to 255, ten at a time. `filled`: also with zeros before them, up to three digits. */
function numbersRegexp(first: number, last: number, filled: boolean): string {
  const zeros = (digits: number): string => (filled ? (['0{0,2}', '0?'][digits - 1] ?? '') : '');
  const groups: string[] = [];
  for (let from = first; from <= last; ) {
    const to = Math.min(last, from - (from % 10) + 9);
    const ten = from < 10 ? '' : String(Math.floor(from / 10));
    const one = from === to ? String(from % 10) : `[${from % 10}-${to % 10}]`;
    groups.push(`${zeros(ten.length + 1)}${ten}${one}`);
    from = to + 1;
  }
  return groups.length === 1 ? (groups[0] as string) : `(${groups.join('|')})`;
}
