/** A Parquet file that is open. */
import { readSync } from 'node:fs';

export interface ParquetFile {
  readonly name: string;
  /** A descriptor. */
  readonly file: number;
  /** In bytes. */
  readonly size: number;
  /** Called with the place in the file that was read. */
  progress(bytes: number): void;
}

/** The bytes between two places. @throws Error if the file ends before */
export function read({ file, size }: ParquetFile, start: number, end: number): ArrayBuffer {
  if (!(start >= 0 && start <= end && end <= size)) throw new Error('it ends too soon');
  const bytes = new Uint8Array(end - start);
  let length = 0;
  while (length < bytes.length) {
    const got = readSync(file, bytes, length, bytes.length - length, start + length);
    if (got === 0) throw new Error('it ends too soon');
    length += got;
  }
  return bytes.buffer;
}
