/**
 * Reads a column of a Parquet file page by page, so that memory does not grow with its row groups. The package hyparquet reads the pages.
 */
import { readSync } from 'node:fs';
import { brotliDecompressSync, crc32, gunzipSync } from 'node:zlib';
import type { Compressors, FileMetaData, RowGroup, SchemaTree } from 'hyparquet';
import { unzstdAll } from '../files/zstd.ts';
import { Failure } from '../findings/failure.ts';
import { type Column, chooseColumn } from './column.ts';
import { peer } from './peer.ts';
import { linesOfRows, type Rows, type Value } from './rows.ts';

export interface ParquetFile {
  readonly name: string;
  /** A descriptor. */
  readonly file: number;
  /** In bytes. */
  readonly size: number;
  /** Called with the place in the file that was read. */
  progress(bytes: number): void;
}

/** Larger pages are refused. Writers make pages of 1 MB; those of a dictionary and of one long value are larger. */
const LARGEST_PAGE = 1 << 30;
/** A header is smaller, unless it has statistics of long values. */
const HEADER = 1 << 16;
const LARGEST_HEADER = 1 << 26;

/** The rows of the column as lines. @throws Failure for a file that cannot be read, and for the wrong column */
export async function* parquetLines(file: ParquetFile, wanted: string | undefined, rows: Rows): AsyncGenerator<Buffer> {
  try {
    yield* linesOfRows(valuesOf(file, wanted, rows), rows);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    const message = (thrown as Error).message.replace(/^parquet /, '');
    throw new Failure({ file: file.name, message: `this is not whole Parquet data: ${message}` });
  }
}

async function* valuesOf(file: ParquetFile, wanted: string | undefined, rows: Rows): AsyncGenerator<Value[]> {
  const { name } = file;
  const library = await peer('hyparquet', name, 'Parquet', async () => ({
    ...(await import('hyparquet')),
    ...(await import('hyparquet/src/column.js')),
  }));
  const slice = (start: number, end = file.size): ArrayBuffer => read(file, start, end);
  const metadata = await library.parquetMetadataAsync({ byteLength: file.size, slice });
  const tree = library.parquetSchema(metadata);
  const columns = tree.children.map(columnOf);
  const column = tree.children[chooseColumn(name, columns, wanted)] as SchemaTree;
  rows.column = column.element.name;
  const compressors = await compressorsFor(metadata, rows.column, name);
  for (const group of metadata.row_groups) {
    yield* new ColumnChunk(file, library, { group, tree, column, compressors }).pages();
  }
}

type Library = typeof import('hyparquet') & typeof import('hyparquet/src/column.js');

interface ChunkOptions {
  readonly group: RowGroup;
  readonly tree: SchemaTree;
  readonly column: SchemaTree;
  readonly compressors: Compressors;
}

/** The values of a column in one row group. */
class ColumnChunk {
  private readonly file: ParquetFile;
  private readonly library: Library;
  private readonly options: ChunkOptions;

  constructor(file: ParquetFile, library: Library, options: ChunkOptions) {
    this.file = file;
    this.library = library;
    this.options = options;
  }

  *pages(): Generator<Value[]> {
    const { file, library } = this;
    const { group, tree, column, compressors } = this.options;
    const chunk = group.columns.find(({ meta_data: one }) => one?.path_in_schema[0] === column.element.name);
    const meta = chunk?.meta_data;
    if (meta === undefined || chunk?.file_path) throw new Error('a row group has no data of the column in this file');
    const identity = (bytes: Uint8Array): Uint8Array => bytes;
    const decoder = {
      ...meta,
      pathInSchema: meta.path_in_schema,
      element: column.element,
      schemaPath: [tree, column],
      compressors,
      // Texts stay bytes.
      utf8: false,
      parsers: { stringFromBytes: identity, jsonFromBytes: identity },
    } as unknown as Parameters<Library['readPage']>[2];
    let at = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const end = at + Number(meta.total_compressed_size);
    const expected = Number(group.num_rows);
    let dictionary: Value[] | undefined;
    let count = 0;
    while (count < expected) {
      const { header, bytes } = this.page(at, end);
      const data = header.data_page_header ?? header.data_page_header_v2;
      const values = data?.num_values ?? header.dictionary_page_header?.num_values ?? 0;
      if (values > (data === undefined ? header.uncompressed_page_size : expected - count)) {
        throw new Error('a page has more values than there are rows');
      }
      const reader = { view: new DataView(bytes), offset: 0 };
      const read = library.readPage(reader, header, decoder, dictionary as never, undefined, 0).data as Value[];
      if (data === undefined) dictionary = read;
      else {
        if (read.length !== values) throw new Error('a page has fewer values than its header says');
        count += values;
        yield read;
      }
      at += header.length + bytes.byteLength;
      file.progress(at);
    }
  }

  /** The page at a place of the file. */
  private page(at: number, end: number) {
    const header = this.header(at, end);
    const { compressed_page_size: size, uncompressed_page_size: whole, crc } = header;
    const start = at + header.length;
    if (!(size >= 0 && whole >= 0) || size > end - start) throw new Error('a page is longer than its column');
    if (Math.max(size, whole) > LARGEST_PAGE) throw new Error('a page has more than 1 GB');
    const bytes = read(this.file, start, start + size);
    if (crc !== undefined && crc32(new Uint8Array(bytes)) !== crc >>> 0) throw new Error('a page has another checksum');
    return { header, bytes };
  }

  private header(at: number, end: number): ReturnType<Library['parquetHeader']> & { readonly length: number } {
    for (let most = HEADER; ; most *= 4) {
      const window = Math.min(most, end - at);
      if (window <= 0) throw new Error('a row group has fewer rows than the file says');
      const reader = { view: new DataView(read(this.file, at, at + window)), offset: 0 };
      try {
        const header = this.library.parquetHeader(reader);
        return { ...header, length: reader.offset };
      } catch (thrown) {
        // The window may end within the header.
        if (window === end - at || most >= LARGEST_HEADER) throw thrown;
      }
    }
  }
}

const TEXTS: readonly (string | undefined)[] = [undefined, 'UTF8', 'STRING', 'JSON', 'ENUM'];

function columnOf({ element, children }: SchemaTree): Column {
  const { name, type, converted_type: converted, logical_type: logical, repetition_type: repetition } = element;
  const isText =
    type === 'BYTE_ARRAY' &&
    children.length === 0 &&
    repetition !== 'REPEATED' &&
    TEXTS.includes(converted) &&
    TEXTS.includes(logical?.type);
  return { name, type: logical?.type ?? converted ?? type ?? 'group', isText };
}

/** @throws Failure for a compression that is read with a package that is missing */
async function compressorsFor(metadata: FileMetaData, column: string, file: string): Promise<Compressors> {
  const codecs = metadata.row_groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data: one }) => (one?.path_in_schema[0] === column ? [one.codec] : [])),
  );
  const own: Compressors = {
    GZIP: (bytes, most) => gunzipSync(bytes, { maxOutputLength: Math.max(1, most) }),
    BROTLI: (bytes, most) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, most) }),
    ZSTD: unzstdAll,
  };
  if (!codecs.some((codec) => codec.startsWith('LZ4') || codec === 'LZO')) return own;
  const { compressors } = await peer(
    'hyparquet-compressors',
    file,
    'Parquet with LZ4',
    () => import('hyparquet-compressors'),
  );
  return { ...compressors, ...own };
}

function read({ file }: ParquetFile, start: number, end: number): ArrayBuffer {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let length = 0;
  while (length < bytes.length) {
    const got = readSync(file, bytes, length, bytes.length - length, start + length);
    if (got === 0) throw new Error('it ends too soon');
    length += got;
  }
  return bytes.buffer;
}
