/** Reads a column of Arrow data, a stream or a file, batch by batch. The package apache-arrow reads the batches. */
import type { Data, DataType, Schema, Vector } from 'apache-arrow';
import { unzstdAll } from '../files/zstd.ts';
import { Failure } from '../findings/failure.ts';
import { type Column, chooseColumn } from './column.ts';
import { peer } from './peer.ts';
import { linesOfRows, type Rows, type Value } from './rows.ts';

/** The file format is a stream between two of these, the first one filled up with zeros, and an index that is not needed here. */
const MAGIC = Buffer.from('ARROW1');
const BEFORE = 8;

/** The rows of the column as lines. @throws Failure for data that cannot be read, and for the wrong column */
export async function* arrowLines(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  wanted: string | undefined,
  rows: Rows,
): AsyncGenerator<Buffer> {
  try {
    yield* linesOfRows(batchesOf(name, chunks, wanted, rows), rows);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const { message } = thrown as Error;
    const isLz4 = /compressed but codec/.test(message);
    const why = isLz4
      ? 'Arrow data compressed with LZ4, which is not read; write it with zstd, or without compression'
      : `not whole Arrow data: ${message}`;
    throw new Failure({ file: name, message: `this is ${why}` });
  }
}

async function* batchesOf(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  wanted: string | undefined,
  rows: Rows,
): AsyncGenerator<Iterable<Value>> {
  const library = await peer('apache-arrow', name, 'Arrow', () => import('apache-arrow'));
  const { RecordBatchReader, compressionRegistry, CompressionType } = library;
  compressionRegistry.set(CompressionType.ZSTD, { decode: (bytes) => unzstdAll(bytes) });
  const source = new Source(chunks);
  const reader = await RecordBatchReader.from(source.stream());
  await reader.open();
  const schema = reader.schema as Schema | undefined;
  if (schema === undefined) throw new Error('it ends before its schema');
  const columns = schema.fields.map((field) => columnOf(field, library));
  const index = chooseColumn(name, columns, wanted);
  rows.column = columns[index]?.name;
  for await (const batch of reader) {
    const { data } = batch.getChildAt(index) as Vector;
    for (const one of data) yield valuesOf(one, library);
  }
  await source.end();
}

/** The bytes of a stream, also of one within a file. */
class Source {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private isFile = false;
  /** The last bytes that were read. */
  private tail = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.iterator = chunks[Symbol.asyncIterator]();
  }

  async *stream(): AsyncGenerator<Uint8Array> {
    let head = Buffer.alloc(0);
    while (head.length < BEFORE) {
      const { done, value } = await this.next();
      if (done) break;
      head = Buffer.concat([head, value]);
    }
    this.isFile = head.subarray(0, MAGIC.length).equals(MAGIC);
    const first = this.isFile ? head.subarray(BEFORE) : head;
    if (first.length > 0) yield first;
    for (;;) {
      const { done, value } = await this.next();
      if (done) return;
      yield value;
    }
  }

  /** Reads the rest. @throws Error for a file that is cut off: a stream may end behind any batch */
  async end(): Promise<void> {
    while (!(await this.next()).done);
    if (this.isFile && !this.tail.equals(MAGIC)) throw new Error('it ends too soon');
  }

  private async next(): Promise<IteratorResult<Uint8Array>> {
    const next = await this.iterator.next();
    if (!next.done) this.tail = Buffer.concat([this.tail, next.value.subarray(-MAGIC.length)]).subarray(-MAGIC.length);
    return next;
  }
}

type Library = typeof import('apache-arrow');

function columnOf({ name, type }: { readonly name: string; readonly type: DataType }, library: Library): Column {
  const { DataType: types } = library;
  const values = types.isDictionary(type) ? (type.dictionary as DataType) : type;
  const isText = [
    types.isUtf8,
    types.isLargeUtf8,
    types.isBinary,
    types.isLargeBinary,
    types.isUtf8View,
    types.isBinaryView,
  ];
  return { name, type: String(type), isText: isText.some((test) => test?.(values)) };
}

function* valuesOf(data: Data, library: Library): Generator<Value> {
  const bytesAt = library.DataType.isDictionary(data.type) ? keyed(data, library) : reader(data, library);
  for (let i = 0; i < data.length; i++) yield data.getValid(i) ? bytesAt(i) : null;
}

function keyed(data: Data, library: Library): (i: number) => Value {
  const keys = data.values as ArrayLike<number | bigint>;
  const values = data.dictionary === undefined ? [] : valuesOfDictionary(data.dictionary, library);
  return (i) => {
    const key = Number(keys[i]);
    if (key < 0 || key >= values.length) throw new Error('a dictionary lacks a value');
    return values[key];
  };
}

/** Batches share a dictionary, unless one adds to it. */
const dictionaries = new WeakMap<Vector, Value[]>();

function valuesOfDictionary(dictionary: Vector, library: Library): Value[] {
  const known = dictionaries.get(dictionary);
  if (known !== undefined) return known;
  const values = dictionary.data.flatMap((one) => [...valuesOf(one, library)]);
  dictionaries.set(dictionary, values);
  return values;
}

/** Bytes of a view: its length, and a value of at most 12 bytes, or its first 4 bytes, a buffer and a place in it. */
const VIEW = 16;
const SHORT = 12;

function reader(data: Data, { DataType: types }: Library): (i: number) => Uint8Array {
  const bytes = data.values as Uint8Array;
  const { valueOffsets: offsets } = data as { readonly valueOffsets: ArrayLike<number | bigint> };
  if (!types.isUtf8View?.(data.type) && !types.isBinaryView?.(data.type)) {
    return (i) => {
      const [start, end] = [Number(offsets[i]), Number(offsets[i + 1])];
      if (!(start <= end && end <= bytes.length)) throw new Error('a value is in no buffer');
      return bytes.subarray(start, end);
    };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (i) => {
    const at = i * VIEW;
    const length = view.getInt32(at, true);
    if (length <= SHORT) return bytes.subarray(at + 4, at + 4 + length);
    const start = view.getInt32(at + 12, true);
    const buffer = data.variadicBuffers[view.getInt32(at + 8, true)];
    if (buffer === undefined || start + length > buffer.length) throw new Error('a value is in no buffer');
    return buffer.subarray(start, start + length);
  };
}
