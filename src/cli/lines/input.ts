/** Opens inputs as bytes: plain files, compressed files, tables, pipes and standard input. */
import {
  type BigIntStats,
  closeSync,
  createReadStream,
  openSync,
  type ReadStream,
  readSync,
  type Stats,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { noRows, type Rows } from '../columns/rows.ts';
import { type BytesKind, HEAD, kindOfBytes } from '../files/bytes-kind.ts';
import { STDIN } from '../files/file-name.ts';
import { readStdin, type Sources, unreadable } from '../files/source.ts';
import { Failure } from '../findings/failure.ts';
import { LF } from './cut.ts';
import { arrowChunks, parquetChunks } from './table-input.ts';
import { type Compression, unpacked } from './unpack.ts';

export interface EventInput {
  /** As the user named it. */
  readonly name: string;
  /** Bytes of the stored file; undefined when unknown. */
  readonly size: number | undefined;
  /** A plain file, which several threads can read in ranges. Otherwise the chunks can be read once. */
  readonly plain: boolean;
  /** Its lines are made from events in another container: the line number is that of the event. */
  readonly values?: boolean;
  /** Its lines are the rows of a column. Of standard input this is known when the first chunk has been read. */
  readonly rows?: Rows | undefined;
  /** The descriptor of a plain file. @throws Failure */
  open(): number;
  /** @throws Failure, when iterated, for input that cannot be read or decompressed */
  chunks(): AsyncIterable<Buffer>;
  /** Bytes of `size` read through `chunks`. */
  consumed(): number;
  close(): void;
}

interface InputContext {
  readonly sources: Sources;
  readonly cwd: string;
  /** The column with the events, for tables. */
  readonly column?: string | undefined;
}

/**
 * All inputs, in order; each must exist before the first is read. `-` is standard input.
 * @throws Failure with a problem for each missing one
 */
export async function findInputs(names: readonly string[], place: InputContext): Promise<EventInput[]> {
  const found = await Promise.allSettled(names.map((name) => findInput(name, place)));
  const problems = found.flatMap((one) => {
    if (one.status === 'fulfilled') return [];
    if (one.reason instanceof Failure) return one.reason.problems;
    throw one.reason;
  });
  if (problems.length > 0) throw new Failure(problems);
  const inputs = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (place.column !== undefined && !names.includes('-') && inputs.every(({ rows }) => rows === undefined))
    throw noTable();
  return inputs;
}

function noTable(): Failure {
  return new Failure({ message: '`--column` is for Parquet and Arrow data, and the input is neither' });
}

async function findInput(name: string, { sources, cwd, column }: InputContext): Promise<EventInput> {
  if (name === '-') {
    const rows = noRows();
    const start = () => ({ chunks: recognised(STDIN, buffers(readStdin(sources.takeStdin())), column, rows) });
    return streamInput(STDIN, undefined, start, rows);
  }
  const path = resolve(cwd, name);
  await sources.bounds.named(name, path);
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (stats instanceof Error) throw await unreadable(name, path, stats.code);
  if (stats.isDirectory()) throw await unreadable(name, path, 'EISDIR');
  // Virtual files of the system report a size of 0.
  const isPlain = stats.isFile() && stats.size > 0;
  const kind = isPlain ? readable(name, headOf(name, path)) : undefined;
  const size = stats.isFile() ? stats.size : undefined;
  if (kind?.table !== undefined) {
    const rows: Rows = { ...noRows(), isTable: true };
    const failed = (thrown: unknown): Failure => new Failure(notRead(name, thrown));
    const start = (): Opened => {
      if (kind.table === 'parquet') return parquetChunks(name, path, { size: stats.size, column, rows, failed });
      const file = fileStream(name, path, undefined);
      return { ...file, chunks: arrowChunks(name, file.chunks, column, rows) };
    };
    return streamInput(name, size, start, rows);
  }
  const compression = kind?.packed ?? formatOf(name);
  if (compression === undefined && isPlain) return plainInput(name, path, stats);
  return streamInput(name, size, () => fileStream(name, path, compression));
}

function plainInput(name: string, path: string, { size }: Pick<Stats | BigIntStats, 'size'>): EventInput {
  let file: number | undefined;
  return {
    name,
    size: Number(size),
    plain: true,
    open() {
      try {
        file ??= openSync(path, 'r');
        return file;
      } catch (thrown) {
        throw new Failure(notRead(name, thrown));
      }
    },
    chunks: () => pieces(name, path),
    consumed: () => 0,
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

interface Opened {
  readonly chunks: AsyncIterable<Buffer>;
  consumed?(): number;
  close?(): void;
}

/** `rows` is that of a table, or may become so when the first chunk has been read. */
function streamInput(name: string, size: number | undefined, start: () => Opened, rows?: Rows): EventInput {
  let opened: Opened | undefined;
  return {
    name,
    size,
    plain: false,
    get values() {
      return rows?.isTable === true;
    },
    get rows() {
      return rows?.isTable ? rows : undefined;
    },
    open() {
      throw new Error(`\`${name}\` has no descriptor`);
    },
    chunks() {
      opened = start();
      return opened.chunks;
    },
    consumed: () => opened?.consumed?.() ?? 0,
    close() {
      opened?.close?.();
    },
  };
}

const PIECE = 1 << 18;

/** The format by the name. */
function formatOf(name: string): Compression | undefined {
  return /\.gz$/i.test(name) ? 'gzip' : /\.zst$/i.test(name) ? 'zstd' : undefined;
}

/** The kind by the first bytes, for any name. @throws Failure for bytes that are neither text nor of a supported kind */
function readable(name: string, head: Uint8Array): BytesKind | undefined {
  const kind = kindOfBytes(head, name);
  if (kind === undefined || kind.packed !== undefined || kind.table !== undefined) return kind;
  throw new Failure({ file: name, message: kind.message });
}

/** The first bytes of a plain file. @throws Failure */
function headOf(name: string, path: string): Uint8Array {
  const head = Buffer.alloc(HEAD);
  try {
    const file = openSync(path, 'r');
    try {
      return head.subarray(0, readSync(file, head, 0, HEAD, 0));
    } finally {
      closeSync(file);
    }
  } catch (thrown) {
    throw new Failure(notRead(name, thrown));
  }
}

/** Chunks of a pipe, decompressed if they begin as compressed data, and rows of Arrow data as lines. */
async function* recognised(
  name: string,
  chunks: AsyncIterable<Buffer>,
  column: string | undefined,
  rows: Rows,
): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
  // Six bytes decide, or a line end, which none of these data has among them; waiting for more could wait for ever.
  while (length < 6 && !first.some((chunk) => chunk.includes(LF))) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const kind = readable(name, Buffer.concat(first));
  const all = joined(first, iterator);
  if (kind?.table === 'parquet') {
    throw new Failure({
      file: name,
      message: 'Parquet is read from its end, which a pipe does not have; name the file',
    });
  }
  if (kind?.table === 'arrow') {
    rows.isTable = true;
    return yield* arrowChunks(name, all, column, rows);
  }
  if (column !== undefined) throw noTable();
  const format = kind?.packed;
  if (format === undefined) return yield* all;
  yield* unpacked(name, () => all, format);
}

/** The chunks that have arrived, followed by the others. */
export async function* joined(head: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* head;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    yield value;
  }
}

/** A file, compressed or not. */
function fileStream(name: string, path: string, compression: Compression | undefined): Opened {
  let file: ReadStream | undefined;
  const open = (): AsyncIterable<Buffer> => {
    file = createReadStream(path, { highWaterMark: PIECE });
    return file;
  };
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      yield* compression === undefined ? open() : unpacked(name, open, compression);
    } catch (thrown) {
      throw thrown instanceof Failure ? thrown : new Failure(notRead(name, thrown));
    }
  }
  return { chunks: chunks(), consumed: () => file?.bytesRead ?? 0, close: () => file?.destroy() };
}

/** Reads without a stream, which takes milliseconds to make. */
async function* pieces(name: string, path: string): AsyncGenerator<Buffer> {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    for (;;) {
      const piece = Buffer.allocUnsafeSlow(PIECE);
      const length = readSync(file, piece, 0, PIECE, null);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } catch (thrown) {
    throw new Failure(notRead(name, thrown));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function notRead(name: string, thrown: unknown): { readonly message: string } {
  const code = (thrown as NodeJS.ErrnoException).code ?? 'unknown reason';
  if (code === 'EACCES' || code === 'EPERM') return { message: `\`${name}\` may not be read` };
  return { message: `\`${name}\` cannot be read (${code})` };
}

async function* buffers(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  }
}

/** The total size; undefined when one is unknown. */
export function totalSize(inputs: readonly EventInput[]): number | undefined {
  return inputs.reduce<number | undefined>(
    (sum, { size }) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
}
