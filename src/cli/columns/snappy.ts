/**
 * Decompresses a block of snappy (format_description.txt of google/snappy). That of hyparquet goes back without an end where a literal has a
 * negative length.
 */

/** No byte makes more: a copy of 64 bytes takes three. */
const LARGEST = 22;

/** @throws Error for what is no snappy of that length */
export function unsnappy(bytes: Uint8Array, length: number): Uint8Array {
  const broken = (): never => {
    throw new Error('a page is no whole snappy');
  };
  if (length > (bytes.length + 1) * LARGEST) broken();
  const output = new Uint8Array(length);
  let at = 0;
  let end = 0;
  const number = (size: number): number => {
    if (size > bytes.length - at) broken();
    let value = 0;
    for (let i = 0; i < size; i++) value += (bytes[at++] as number) * 2 ** (8 * i);
    return value;
  };
  // The length, which is known.
  while (number(1) >= 0x80);
  while (at < bytes.length) {
    const tag = number(1);
    const kind = tag & 3;
    if (kind === 0) {
      const size = (tag >> 2 < 60 ? tag >> 2 : number((tag >> 2) - 59)) + 1;
      if (size > bytes.length - at || size > length - end) broken();
      output.set(bytes.subarray(at, at + size), end);
      at += size;
      end += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? (tag >> 5) * 256 + number(1) : number(kind === 2 ? 2 : 4);
    if (back === 0 || back > end || size > length - end) broken();
    // Byte by byte where it overlaps what it writes.
    if (back >= size) output.copyWithin(end, end - back, end - back + size);
    else for (let i = 0; i < size; i++) output[end + i] = output[end + i - back] as number;
    end += size;
  }
  if (end !== length) broken();
  return output;
}
