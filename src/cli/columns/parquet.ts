/**
 * Reads a column of a Parquet file page by page, so that memory does not grow with its row groups. The package hyparquet reads the pages.
 */
import type { SchemaTree } from 'hyparquet';
import { Failure } from '../findings/failure.ts';
import { type Column, chooseColumn } from './column.ts';
import { ColumnChunk } from './column-chunk.ts';
import { compressorsFor } from './compressors.ts';
import { type ParquetFile, read } from './parquet-file.ts';
import { peer } from './peer.ts';
import { linesOfRows, type Rows, type Value } from './rows.ts';
import { structEnd } from './thrift.ts';

/** `PAR1`, behind the length of the metadata. */
const MAGIC = 0x31524150;
const TAIL = 8;
const LARGEST_FOOTER = 1 << 28;

/** The rows of the column as lines. @throws Failure for a file that cannot be read, and for the wrong column */
export async function* parquetLines(file: ParquetFile, wanted: string | undefined, rows: Rows): AsyncGenerator<Buffer> {
  try {
    yield* linesOfRows(valuesOf(file, wanted, rows), rows);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure({ file: file.name, message: `this is not whole Parquet data: ${reason(thrown)}` });
  }
}

async function* valuesOf(file: ParquetFile, wanted: string | undefined, rows: Rows): AsyncGenerator<Value[]> {
  const { name } = file;
  const library = await peer('hyparquet', name, 'Parquet', async () => ({
    ...(await import('hyparquet')),
    ...(await import('hyparquet/src/column.js')),
    ...(await import('hyparquet/src/delta.js')),
  }));
  const metadata = library.parquetMetadata(footerOf(file), { geoparquet: false });
  const tree = library.parquetSchema(metadata);
  if (tree.children.some(({ element }) => element.name === undefined)) throw new Error('a column has no name');
  const columns = tree.children.map(columnOf);
  const column = tree.children[chooseColumn(name, columns, wanted)] as SchemaTree;
  rows.column = column.element.name;
  const { row_groups: groups } = metadata;
  // Damage to the number of rows would be rows that are left out.
  if (groups.reduce((sum, group) => sum + group.num_rows, 0n) !== metadata.num_rows) {
    throw new Error('its row groups have another number of rows than the file');
  }
  const compressors = await compressorsFor(metadata, rows.column, name);
  for (const [i, group] of groups.entries()) {
    const chunk = new ColumnChunk(file, library, { group, tree, column, compressors });
    try {
      yield* chunk.pages();
    } catch (thrown) {
      throw new Error(`row group ${i + 1}, column \`${rows.column}\`: ${reason(thrown)}`);
    }
  }
}

/** The metadata, its length and the last four bytes, as the reader expects them. */
function footerOf(file: ParquetFile): ArrayBuffer {
  const { size } = file;
  if (size < 2 * TAIL) throw new Error('it ends too soon');
  const tail = new DataView(read(file, size - TAIL, size));
  if (tail.getUint32(4, true) !== MAGIC) throw new Error('it does not end with PAR1');
  const length = tail.getUint32(0, true);
  if (length > size - TAIL) throw new Error('its metadata is longer than the file');
  if (length > LARGEST_FOOTER) throw new Error('its metadata has more than 256 MB');
  const footer = read(file, size - TAIL - length, size);
  const end = structEnd(new Uint8Array(footer, 0, length), 0);
  if (end === undefined) throw new Error('its metadata ends too soon');
  return footer;
}

/** Errors of the language are about the code that reads, not about the file. */
function reason(thrown: unknown): string {
  const { message, name } = thrown as Error;
  return name === 'Error' || name === 'ZstdError'
    ? message.replace(/^parquet /, '')
    : 'a length or a place in it is wrong';
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
