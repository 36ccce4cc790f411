/** Unpacks gzip and zstd data. The modules of Node for it are loaded on use: they take milliseconds. */
import { Failure } from '../findings/failure.ts';

export type Compression = 'gzip' | 'zstd';

/** Bytes that are unpacked at once. */
const PIECE = 1 << 18;

/** `open` returns what is packed. @throws Failure for data that is not whole, the errors of what is packed */
export async function* unpacked(
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  compression: Compression,
): AsyncGenerator<Buffer> {
  const [{ Duplex, pipeline, Readable }, zlib, { unzstd, ZstdError }] = await Promise.all([
    import('node:stream'),
    import('node:zlib'),
    import('../files/zstd.ts'),
  ]);
  const unpacker = compression === 'gzip' ? zlib.createGunzip({ chunkSize: PIECE }) : Duplex.from(unzstd);
  const packed = open();
  const from = packed instanceof Readable ? packed : Readable.from(packed);
  // Errors of what is packed arrive at the end of the pipeline.
  const end = pipeline(from, unpacker, () => undefined);
  try {
    yield* end as AsyncIterable<Buffer>;
  } catch (thrown) {
    const { code = '', message } = thrown as NodeJS.ErrnoException;
    const isZstd = thrown instanceof ZstdError;
    if (!code.startsWith('Z_') && !isZstd) throw thrown;
    if (isZstd && !thrown.isBroken) throw new Failure({ message: `\`${name}\` cannot be unpacked: ${message}` });
    const why = code === 'Z_BUF_ERROR' ? 'it ends too soon' : message;
    throw new Failure({ message: `\`${name}\` is not whole ${compression} data: ${why}` });
  }
}
