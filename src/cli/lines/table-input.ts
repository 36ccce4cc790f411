/** Opens Parquet and Arrow data: each row of a column is a line. Their readers are loaded on use. */
import { closeSync, openSync } from 'node:fs';
import type { Rows } from '../columns/rows.ts';
import type { Failure } from '../findings/failure.ts';
import { printable, type Terminal } from '../terminal/terminal.ts';

interface ParquetOptions {
  /** In bytes. */
  readonly size: number;
  readonly column: string | undefined;
  readonly rows: Rows;
  /** The error of a file that cannot be opened. */
  failed(thrown: unknown): Failure;
}

/** @throws Failure, when iterated, for a file that cannot be read */
export function parquetChunks(
  name: string,
  path: string,
  { size, column, rows, failed }: ParquetOptions,
): { readonly chunks: AsyncIterable<Buffer>; consumed(): number } {
  let bytes = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    const { parquetLines } = await import('../columns/parquet.ts');
    let file: number;
    try {
      file = openSync(path, 'r');
    } catch (thrown) {
      throw failed(thrown);
    }
    try {
      const progress = (place: number): void => {
        bytes = place;
      };
      yield* parquetLines({ name, file, size, progress }, column, rows);
    } finally {
      closeSync(file);
    }
  }
  return { chunks: chunks(), consumed: () => bytes };
}

/** As `arrowLines`. */
export async function* arrowChunks(
  name: string,
  chunks: AsyncIterable<Buffer>,
  column: string | undefined,
  rows: Rows,
): AsyncGenerator<Buffer> {
  const { arrowLines } = await import('../columns/arrow.ts');
  yield* arrowLines(name, chunks, column, rows);
}

/** Shows how many rows of each table had no event. */
export function showEmptyRows(
  inputs: readonly { readonly name: string; readonly rows?: Rows | undefined }[],
  err: Terminal,
): void {
  for (const { name, rows } of inputs) {
    if (rows === undefined || rows.empty === 0) continue;
    const { empty, count, firstEmpty, column } = rows;
    const of = `${empty} of ${count} rows of the column \`${column}\` ${empty === 1 ? 'has' : 'have'} no event`;
    err.line(printable(`eb-pattern: ${name}: ${of} (null or blank), the first is row ${firstEmpty}`));
  }
}
