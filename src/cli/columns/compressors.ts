/** Decompresses pages, with a limit on what a page may become. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Compressors, FileMetaData } from 'hyparquet';
import { unzstdAll } from '../files/zstd.ts';
import { peer } from './peer.ts';
import { unsnappy } from './snappy.ts';

const OWN: Compressors = {
  UNCOMPRESSED: (bytes) => bytes,
  GZIP: (bytes, most) => gunzipSync(bytes, { maxOutputLength: Math.max(1, most) }),
  BROTLI: (bytes, most) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, most) }),
  ZSTD: unzstdAll,
  SNAPPY: unsnappy,
};

/** No byte of LZ4 makes more. */
const LARGEST_LZ4 = 255;

/** @throws Failure for a compression that is read with a package that is missing */
export async function compressorsFor(metadata: FileMetaData, column: string, file: string): Promise<Compressors> {
  const codecs = metadata.row_groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data: one }) => (one?.path_in_schema[0] === column ? [one.codec] : [])),
  );
  if (!codecs.some((codec) => codec?.startsWith('LZ4'))) return OWN;
  const { compressors } = await peer(
    'hyparquet-compressors',
    file,
    'Parquet with LZ4',
    () => import('hyparquet-compressors'),
  );
  const { LZ4: framed, LZ4_RAW: raw } = compressors as Required<typeof compressors>;
  const limited = (bytes: Uint8Array, length: number): void => {
    // The output is reserved before it is known.
    if (length > (bytes.length + 1) * LARGEST_LZ4) throw new Error('a page says that it is longer than it can be');
  };
  return {
    ...OWN,
    LZ4_RAW: (bytes, length) => {
      limited(bytes, length);
      return raw(bytes, length);
    },
    LZ4: (bytes, length) => {
      limited(bytes, length);
      return (isFramed(bytes) ? framed : raw)(bytes, length);
    },
  };
}

/** Whether lengths divide the bytes, as Hadoop writes them. The package would go back where one is negative. */
function isFramed(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (bytes.length - at >= 8) at += 8 + view.getUint32(at + 4);
  return at === bytes.length;
}
