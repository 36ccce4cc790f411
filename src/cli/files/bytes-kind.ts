/** Recognises bytes that are not UTF-8 text by their beginning: other encodings, compressed files, and tables. */

export interface BytesKind {
  /** `gzip` and `zstd` are decompressed where lines are read. */
  readonly packed?: 'gzip' | 'zstd';
  /** A table with a column of events, which is read where lines are read. */
  readonly table?: 'parquet' | 'arrow';
  /** The kind and the advice, in one sentence. */
  readonly message: string;
}

/** The bytes needed to recognise a kind. */
export const HEAD = 512;

/** Undefined for bytes that may be UTF-8. */
export function kindOfBytes(bytes: Uint8Array, name: string): BytesKind | undefined {
  const begins = (...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (begins(0x1f, 0x8b)) return { packed: 'gzip', message: packed('gzip', `gzip -dc ${name}`) };
  // A frame, or one that is skipped and stands before it.
  const isSkipped = ((bytes[0] ?? 0) & 0xf0) === 0x50 && [0x2a, 0x4d, 0x18].every((byte, i) => bytes[i + 1] === byte);
  if (begins(0x28, 0xb5, 0x2f, 0xfd) || isSkipped)
    return { packed: 'zstd', message: packed('zstd', `zstd -dc ${name}`) };
  // `PAR1`, `PARE` and `ARROW1`.
  if (begins(0x50, 0x41, 0x52, 0x31)) return { table: 'parquet', message: tableOf('Parquet') };
  if (begins(0x50, 0x41, 0x52, 0x45)) return { message: 'this is encrypted Parquet data, which is not read' };
  // A file, or a stream, which begins with the mark of a message.
  if (begins(0x41, 0x52, 0x52, 0x4f, 0x57, 0x31) || begins(0xff, 0xff, 0xff, 0xff))
    return { table: 'arrow', message: tableOf('Arrow') };
  if (begins(0x42, 0x5a, 0x68)) return { message: unread('bzip2 data', `bzip2 -dc ${name}`) };
  if (begins(0xfd, 0x37, 0x7a, 0x58, 0x5a)) return { message: unread('xz data', `xz -dc ${name}`) };
  if (begins(0x50, 0x4b, 0x03, 0x04)) {
    const plan = `terraform show -json ${name} > plan.json`;
    return { message: `this is a zip archive, as the plan that \`terraform plan -out\` writes; write \`${plan}\`` };
  }
  if (TAR.every((byte, i) => bytes[TAR_AT + i] === byte)) {
    return { message: `this is a tar archive, which is not read; write \`tar -xOf ${name}\`` };
  }
  const utf = unicodeOf(bytes, begins);
  if (utf === undefined) return undefined;
  const why = utf.startsWith('UTF-16') ? " (PowerShell's `>` writes it)" : '';
  return {
    message: `this is ${utf}${why}; write UTF-8, in PowerShell with \`… | Set-Content -Encoding utf8 ${name}\``,
  };
}

function tableOf(format: string): string {
  return `this is ${format} data, of which \`filter\`, \`route\` and \`backtest\` read a column of events`;
}

/** `ustar` in the header of the first file. */
const TAR = [0x75, 0x73, 0x74, 0x61, 0x72];
const TAR_AT = 257;

function packed(format: string, command: string): string {
  return `this is ${format} data, which \`filter\` and \`route\` read; here write \`${command}\``;
}

function unread(format: string, command: string): string {
  return `this is ${format}, which is not read; write \`${command}\``;
}

/** By a byte order mark, or by the zeros beside the first characters of JSON and YAML, which are ASCII. */
function unicodeOf(bytes: Uint8Array, begins: (...head: readonly number[]) => boolean): string | undefined {
  if (begins(0xff, 0xfe, 0, 0) || begins(0, 0, 0xfe, 0xff)) return 'UTF-32';
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return 'UTF-16';
  if (bytes.length < 4) return undefined;
  const zeros = [0, 1, 2, 3].map((i) => bytes[i] === 0);
  const is = (...wanted: readonly boolean[]): boolean => wanted.every((zero, i) => zero === zeros[i]);
  if (is(false, true, true, true) || is(true, true, true, false)) return 'UTF-32 without a byte order mark';
  if (is(false, true, false, true) || is(true, false, true, false)) return 'UTF-16 without a byte order mark';
  return undefined;
}
