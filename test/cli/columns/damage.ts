/** Reads tables in which bytes were changed, and judges what comes of it. */
import { closeSync, fstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { parquetLines } from '../../../src/cli/columns/parquet.ts';
import { noRows } from '../../../src/cli/columns/rows.ts';
import { Failure } from '../../../src/cli/findings/failure.ts';

/** In the folder of fixtures: each encoding and each version of pages, without compression, and compressions with loops of their own. */
export const TABLES = [
  'none',
  'delta-length',
  'bare/dictionary',
  'bare/dictionary-2',
  'bare/delta',
  'bare/delta-2',
  'bare/required-2',
  'snappy',
  'lz4',
  'gzip',
] as const;

/** A place, and the byte that stands there now. */
export type Edit = readonly [at: number, byte: number];

export interface Outcome {
  /** Rows as lines; undefined when the table was refused. */
  readonly lines?: readonly string[];
  /** What was said when it was refused. */
  readonly message?: string;
}

const ROWS = 40;
/** Of these, rows without an event. */
const BLANK = 6;
/** Tables are small: what is read of them needs no more memory, in bytes. */
const MOST = 256 << 20;

export function bytesOf(table: string, folder: URL): Buffer {
  return readFileSync(fileURLToPath(new URL(`${table}.parquet`, folder)));
}

/** @throws what is no Failure */
export async function readTable(bytes: Uint8Array): Promise<Outcome> {
  const path = join(tmpdir(), `eb-pattern-damage-${process.pid}-${threadId}.parquet`);
  writeFileSync(path, bytes);
  const file = openSync(path, 'r');
  try {
    const pieces: Buffer[] = [];
    const { size } = fstatSync(file);
    for await (const piece of parquetLines({ name: 'table', file, size, progress() {} }, 'body', noRows())) {
      pieces.push(piece);
    }
    return { lines: Buffer.concat(pieces).toString().split('\n').slice(0, -1) };
  } catch (thrown) {
    if (thrown instanceof Failure) return { message: thrown.message };
    throw thrown;
  } finally {
    closeSync(file);
    rmSync(path);
  }
}

export function damaged(bytes: Buffer, edits: readonly Edit[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [at, byte] of edits) copy[at % copy.length] = byte;
  return copy;
}

export interface Judged {
  readonly isRead: boolean;
  /** Rows that are left out, or a message for programmers. */
  readonly fault?: string;
}

/** Of a changed byte. One in a text changes a text, and one in a blank text may make it an event. */
export async function judged(bytes: Buffer, edits: readonly Edit[]): Promise<Judged> {
  const before = process.memoryUsage().arrayBuffers;
  const { lines, message = '' } = await readTable(damaged(bytes, edits));
  const used = process.memoryUsage().arrayBuffers - before;
  const isRead = lines !== undefined;
  if (isRead && lines.length !== ROWS) return { isRead, fault: `${lines.length} of ${ROWS} rows` };
  if (isRead) {
    const blank = Math.abs(lines.filter((line) => line === '').length - BLANK);
    if (blank > edits.length) return { isRead, fault: `${blank} rows are blank, or are no longer so` };
  }
  if (/undefined|not a function|out of bounds|Invalid|stack/.test(message)) return { isRead, fault: message };
  if (used > MOST) return { isRead, fault: `${used} bytes of memory` };
  return { isRead };
}
