/** The pages of a column in one row group. */
import { crc32 } from 'node:zlib';
import type { Compressors, PageHeader, RowGroup, SchemaTree } from 'hyparquet';
import { checkPage } from './page.ts';
import { type ParquetFile, read } from './parquet-file.ts';
import type { Value } from './rows.ts';
import { structEnd } from './thrift.ts';

/** Larger pages are refused. Writers make pages of 1 MB; those of a dictionary and of one long value are larger. */
const LARGEST_PAGE = 1 << 30;
/** A header is smaller, unless it has statistics of long values. */
const HEADER = 1 << 12;
const LARGEST_HEADER = 1 << 26;

export type Library = typeof import('hyparquet') &
  typeof import('hyparquet/src/column.js') &
  typeof import('hyparquet/src/delta.js');

type Metadata = NonNullable<RowGroup['columns'][number]['meta_data']>;

export interface ChunkOptions {
  readonly group: RowGroup;
  readonly tree: SchemaTree;
  readonly column: SchemaTree;
  readonly compressors: Compressors;
}

interface Page {
  readonly header: PageHeader;
  /** Decompressed, with the levels. */
  readonly bytes: Uint8Array;
  /** Of the file. */
  readonly end: number;
}

export class ColumnChunk {
  private readonly file: ParquetFile;
  private readonly library: Library;
  private readonly options: ChunkOptions;

  constructor(file: ParquetFile, library: Library, options: ChunkOptions) {
    this.file = file;
    this.library = library;
    this.options = options;
  }

  /** The values, page by page. @throws Error for what is damaged */
  *pages(): Generator<Value[]> {
    const { file, library } = this;
    const { group, tree, column } = this.options;
    const meta = this.metadata();
    const identity = (bytes: Uint8Array): Uint8Array => bytes;
    const decoder = {
      ...meta,
      // Pages are decompressed before.
      codec: 'UNCOMPRESSED',
      pathInSchema: meta.path_in_schema,
      element: column.element,
      schemaPath: [tree, column],
      // Texts stay bytes.
      utf8: false,
      parsers: { stringFromBytes: identity, jsonFromBytes: identity },
    } as unknown as Parameters<Library['readPage']>[2];
    const isRequired = column.element.repetition_type === 'REQUIRED';
    let at = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const end = at + Number(meta.total_compressed_size);
    const expected = Number(group.num_rows);
    let dictionary: Value[] | undefined;
    let count = 0;
    let nulls = 0;
    while (count < expected) {
      const { header, bytes, end: next } = this.page(at, end, meta.codec);
      const data = header.data_page_header ?? header.data_page_header_v2;
      const hasDictionary = dictionary !== undefined;
      nulls += checkPage({ header, bytes, isRequired, hasDictionary, unpack: library.deltaBinaryUnpack });
      const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
      const read = library.readPage(reader, header, decoder, dictionary as never, undefined, 0).data as Value[];
      if (data === undefined) dictionary = read;
      else {
        count += data.num_values;
        if (count > expected) throw new Error('a page has more values than there are rows');
        if (read.length !== data.num_values) throw new Error('a page has fewer values than its header says');
        if (read.includes(undefined)) throw new Error('a page has a value that is not in its dictionary');
        yield read;
      }
      at = next;
      file.progress(at);
    }
    const said = meta.statistics?.null_count;
    if (said !== undefined && Number(said) !== nulls) throw new Error('it has another number of nulls than it says');
  }

  private metadata(): Metadata {
    const { group, column } = this.options;
    const chunk = group.columns.find(({ meta_data: one }) => one?.path_in_schema[0] === column.element.name);
    const meta = chunk?.meta_data;
    if (meta === undefined || chunk?.file_path) throw new Error('there is no data of the column in this file');
    if (meta.type !== 'BYTE_ARRAY') throw new Error('it is not of the type of its column');
    if (meta.num_values !== group.num_rows) throw new Error('it has another number of values than of rows');
    return meta;
  }

  /** The page at a place of the file. */
  private page(at: number, end: number, codec: Metadata['codec']): Page {
    const { header, start } = this.header(at, end);
    const { compressed_page_size: size, uncompressed_page_size: whole, crc } = header;
    if (!(size >= 0 && whole >= 0) || size > end - start) throw new Error('a page is longer than its column');
    if (Math.max(size, whole) > LARGEST_PAGE) throw new Error('a page has more than 1 GB');
    const bytes = new Uint8Array(read(this.file, start, start + size));
    if (crc !== undefined && crc32(bytes) !== crc >>> 0) throw new Error('a page has another checksum');
    return { ...this.decompressed(header, bytes, codec), end: start + size };
  }

  /** A page as if it had not been compressed. The levels of version 2 never are. */
  private decompressed(header: PageHeader, bytes: Uint8Array, codec: Metadata['codec']): Omit<Page, 'end'> {
    const { data_page_header_v2: v2, uncompressed_page_size: whole } = header;
    const levels = v2 === undefined ? 0 : v2.definition_levels_byte_length + v2.repetition_levels_byte_length;
    if (!(levels >= 0 && levels <= bytes.length && levels <= whole))
      throw new Error('a page is shorter than its levels');
    const decompress =
      v2?.is_compressed === false ? this.options.compressors.UNCOMPRESSED : this.options.compressors[codec];
    if (decompress === undefined) throw new Error(`it has ${codec ?? 'no known'} compression, which is not read`);
    // A page without a value may have no bytes, which no compression has.
    const values = whole === levels ? new Uint8Array() : decompress(bytes.subarray(levels), whole - levels);
    if (values.length !== whole - levels) throw new Error('a page has another length than its header says');
    const all = levels === 0 ? values : Buffer.concat([bytes.subarray(0, levels), values]);
    const plain = { ...header, compressed_page_size: all.length, uncompressed_page_size: all.length };
    return {
      header: v2 === undefined ? plain : { ...plain, data_page_header_v2: { ...v2, is_compressed: false } },
      bytes: all,
    };
  }

  private header(at: number, end: number): { readonly header: PageHeader; readonly start: number } {
    for (let most = HEADER; ; most *= 4) {
      const window = Math.min(most, end - at);
      if (!(window > 0)) throw new Error('it has fewer rows than the file says');
      const bytes = read(this.file, at, at + window);
      const length = structEnd(new Uint8Array(bytes), 0);
      if (length !== undefined) {
        const reader = { view: new DataView(bytes), offset: 0 };
        return { header: this.library.parquetHeader(reader), start: at + length };
      }
      if (window === end - at || most >= LARGEST_HEADER) throw new Error('a page has a header that does not end');
    }
  }
}
