/** Strings in the dialect `aws`: letter case, wildcards, addresses. Written from its definition, without code of the engine. */

/** Whether the whole text is a sequence of the lower-case or upper-case forms of the units of `pattern`. */
export function fitsIgnoringCase(pattern: string, text: string): boolean {
  return restsIgnoringCase(pattern, text).includes('');
}

/** Whether the text begins with such a sequence. */
export function startsIgnoringCase(pattern: string, text: string): boolean {
  return restsIgnoringCase(pattern, text).length > 0;
}

/** Whether it ends with one. */
export function endsIgnoringCase(pattern: string, text: string): boolean {
  return Array.from({ length: text.length + 1 }, (_, from) => text.slice(from)).some((end) =>
    fitsIgnoringCase(pattern, end),
  );
}

/** What may be left of the text behind such a sequence. */
function restsIgnoringCase(pattern: string, text: string): string[] {
  let rests = [text];
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charAt(i);
    const forms = [unit.toLowerCase(), unit.toUpperCase()];
    rests = [
      ...new Set(
        rests.flatMap((rest) => forms.filter((form) => rest.startsWith(form)).map((form) => rest.slice(form.length))),
      ),
    ];
  }
  return rests;
}

/** One unit of a wildcard, or a star that stands for any text. */
type Part = { readonly unit: string } | 'star';

/** Undefined for two stars side by side and for a backslash before anything but a star or a backslash. */
export function readWildcard(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit === '\\') {
      const next = text.charAt(++i);
      if (next !== '*' && next !== '\\') return undefined;
      parts.push({ unit: next });
    } else if (unit === '*') {
      if (parts.at(-1) === 'star') return undefined;
      parts.push('star');
    } else parts.push({ unit });
  }
  return parts;
}

export function fitsWildcard(parts: readonly Part[], text: string): boolean {
  // The beginnings of the text, by length, that the parts so far fit.
  let ends = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const end of ends) {
      if (part !== 'star') {
        if (text.charAt(end) === part.unit) next.add(end + 1);
      } else for (let further = end; further <= text.length; further++) next.add(further);
    }
    ends = next;
  }
  return ends.has(text.length);
}

export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** Undefined for a text that is no address. */
export function readAddress(text: string): Address | undefined {
  return quad(text) ?? groups(text);
}

function quad(text: string): Address | undefined {
  const parts = text.split('.');
  if (text.length > 15 || parts.length !== 4) return undefined;
  if (!parts.every((part) => /^[0-9]+$/.test(part) && Number(part) <= 255)) return undefined;
  return { bits: 32, value: parts.reduce((value, part) => value * 256n + BigInt(part), 0n) };
}

function groups(text: string): Address | undefined {
  const halves = text.split('::');
  const lists = halves.map((half) => (half === '' ? [] : half.split(':')));
  const all = lists.flat();
  if (!all.every((group) => /^[0-9a-fA-F]+$/.test(group) && BigInt(`0x${group}`) <= 0xffffn)) return undefined;
  const whole = halves.length === 1 && all.length === 8;
  const short = halves.length === 2 && all.length <= 7;
  if (!whole && !short) return undefined;
  const zeros = Array.from({ length: 8 - all.length }, () => '0');
  const value = [...(lists[0] ?? []), ...zeros, ...(lists[1] ?? [])].reduce(
    (sum, group) => sum * 65536n + BigInt(`0x${group}`),
    0n,
  );
  return value >> 32n === 0xffffn ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
}

export interface Block {
  readonly base: Address;
  /** Bits of the base that count. */
  readonly mask: number;
}

export function readBlock(text: string): Block | undefined {
  const [address, digits, ...others] = text.replace(/\/+$/, '').split('/');
  if (address === undefined || digits === undefined || others.length > 0 || !/^\+?[0-9]+$/.test(digits))
    return undefined;
  const base = readAddress(address);
  const mask = Number(digits);
  return base !== undefined && mask < base.bits ? { base, mask } : undefined;
}

export function blockContains({ base, mask }: Block, address: Address): boolean {
  const host = BigInt(base.bits - mask);
  return address.bits === base.bits && address.value >> host === base.value >> host;
}
