/** Writes a tar archive (POSIX ustar). Equal entries make equal bytes: owner, group and times are zero. */

export interface TarEntry {
  /** With `/`, at most 255 bytes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isProgram?: boolean;
}

const BLOCK = 512;
/** The bytes that a name and its prefix have. */
const NAME = 100;
const PREFIX = 155;

/** The archive in pieces; each entry is taken when its turn comes. */
export async function* tar(entries: AsyncIterable<TarEntry> | Iterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const entry of entries) {
    yield headerOf(entry);
    yield entry.bytes;
    const over = entry.bytes.length % BLOCK;
    if (over > 0) yield new Uint8Array(BLOCK - over);
  }
  yield new Uint8Array(2 * BLOCK);
}

function headerOf({ name, bytes, isProgram }: TarEntry): Uint8Array {
  const header = Buffer.alloc(BLOCK);
  const { prefix, rest } = split(name);
  header.write(rest, 0);
  const octal = (value: number, at: number, length: number): void => {
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
  };
  octal(isProgram ? 0o755 : 0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(bytes.length, 124, 12);
  octal(0, 136, 12);
  // The type: a plain file.
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(prefix, 345);
  // The checksum is that of the header with blanks in its place.
  header.fill(' ', 148, 156);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function split(name: string): { readonly prefix: string; readonly rest: string } {
  if (Buffer.byteLength(name) <= NAME) return { prefix: '', rest: name };
  for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
    const prefix = name.slice(0, at);
    const rest = name.slice(at + 1);
    if (Buffer.byteLength(prefix) <= PREFIX && Buffer.byteLength(rest) <= NAME) return { prefix, rest };
  }
  throw new Error(`the name ${name} is too long for a tar archive`);
}
