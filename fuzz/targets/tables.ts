/** Damaged tables: each is read with all its rows or refused, in time and within a limit of memory. */
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { bytesOf, type Edit, type Judged, judged, TABLES } from '../../test/cli/columns/damage.ts';
import type { Random } from '../random.ts';
import { fewer } from '../shrink.ts';
import type { Difference, Tally, Target } from '../target.ts';

export interface Case {
  readonly table: string;
  readonly edits: readonly Edit[];
}

const FOLDER = pathToFileURL('test/cli/columns/fixtures/');
/** In milliseconds. A table of 4 KB takes three. */
const LIMIT = 10_000;
const MOST_EDITS = 4;
/** Bytes at the end of each table, with its metadata. */
const METADATA = 900;

export type Judge = (bytes: Buffer, edits: readonly Edit[]) => Promise<Judged>;

/** The build has a thread beside it, which is ended after a time. From source, tables are read in this thread. */
export function tables(judge?: Judge): Target<Case> {
  const thread = judge === undefined && import.meta.url.endsWith('.js') ? new Thread() : undefined;
  const ask = judge ?? (thread === undefined ? judged : (bytes, edits) => thread.judge(bytes, edits));
  return {
    name: 'tables',
    compares: 'damaged Parquet with the number of its rows: all of them or an error, in time and in memory',
    unit: 'damaged tables',
    positive: 'read',
    make,
    judge: (one, tally) => differenceOf(one, tally, ask),
    smaller: ({ table, edits }) =>
      [...fewer(edits)].filter(({ length }) => length > 0).map((some) => ({ table, edits: some })),
    close: async () => thread?.end(),
  };
}

function make(random: Random): Case {
  const table = random.pick(TABLES);
  const bytes = bytesOf(table, FOLDER);
  const edits = random.list(1, MOST_EDITS, (): Edit => {
    const at = random.once(2) ? bytes.length - 1 - random.below(METADATA) : random.below(bytes.length);
    const byte = bytes[at] as number;
    return [at, random.pick([0, 0xff, byte ^ (1 << random.below(8)), (byte + 1) & 0xff, random.below(256)])];
  });
  return { table, edits };
}

async function differenceOf({ table, edits }: Case, tally: Tally, judge: Judge): Promise<Difference | undefined> {
  const { isRead, fault } = await judge(bytesOf(table, FOLDER), edits);
  tally.judge(isRead);
  return fault === undefined ? undefined : { of: table, expected: 'all rows or an error', found: fault };
}

class Thread {
  private worker: Worker | undefined;

  async judge(bytes: Buffer, edits: readonly Edit[]): Promise<Judged> {
    this.worker ??= new Worker(new URL('./table-worker.js', import.meta.url));
    const { worker } = this;
    const answer = await new Promise<Judged | undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), LIMIT);
      worker.once('message', (message: Judged) => {
        clearTimeout(timer);
        resolve(message);
      });
      worker.postMessage({ bytes, edits });
    });
    if (answer !== undefined) return answer;
    await this.end();
    return { isRead: false, fault: `no answer within ${LIMIT / 1000} s` };
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}
