/** Reads damaged tables in a thread that can be ended when one of them is read without an end. */
import { parentPort } from 'node:worker_threads';
import { type Edit, judged } from '../test/cli/columns/damage.ts';

parentPort?.on('message', async ({ bytes, edits }: { bytes: Uint8Array; edits: readonly Edit[] }) => {
  const answer = await judged(Buffer.from(bytes), edits).catch((thrown: unknown) => ({
    isRead: false,
    fault: String((thrown as Error).stack),
  }));
  parentPort?.postMessage(answer);
});
