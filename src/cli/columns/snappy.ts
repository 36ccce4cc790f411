/**
 * Decompresses a block of snappy (format_description.txt of google/snappy). That of hyparquet goes back without an end where a literal has a
 * negative length.
 */

/** No byte makes more: a copy of 64 bytes takes three. */
const LARGEST = 22;
/** Literals up to it are faster byte by byte. */
const SHORT = 64;

/** @throws Error for what is no snappy of that length */
export function unsnappy(bytes: Uint8Array, length: number): Uint8Array {
  if (length > (bytes.length + 1) * LARGEST) throw broken();
  const output = new Uint8Array(length);
  let at = 0;
  let end = 0;
  // The length, which is known.
  while ((bytes[at++] ?? 0) >= 0x80);
  while (at < bytes.length) {
    const tag = bytes[at++] as number;
    const kind = tag & 3;
    const wide = kind === 0 ? Math.max(0, (tag >> 2) - 59) : kind === 3 ? 4 : kind;
    if (wide > bytes.length - at) throw broken();
    let number = 0;
    for (let i = 0; i < wide; i++) number |= (bytes[at++] as number) << (8 * i);
    number >>>= 0;
    if (kind === 0) {
      const size = (wide === 0 ? tag >> 2 : number) + 1;
      if (size > bytes.length - at || size > length - end) throw broken();
      if (size > SHORT) output.set(bytes.subarray(at, at + size), end);
      else for (let i = 0; i < size; i++) output[end + i] = bytes[at + i] as number;
      at += size;
      end += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? (tag >> 5) * 256 + number : number;
    if (back === 0 || back > end || size > length - end) throw broken();
    // Byte by byte, since it may overlap what it writes.
    for (let from = end - back, to = end + size; end < to; ) output[end++] = output[from++] as number;
  }
  if (end !== length) throw broken();
  return output;
}

function broken(): Error {
  return new Error('a page is no whole snappy');
}
