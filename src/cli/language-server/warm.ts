/** Loads the code of the first answers while the editor is idle. */
import { setImmediate as turn } from 'node:timers/promises';

const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./features.ts'),
  () => import('../suite/run.ts'),
  () => import('../suite/event.ts'),
  () => import('../suite/inline.ts'),
  () => import('../stream/check.ts'),
  // Finds the events beside a pattern.
  async () => (await import('../files/glob-library.ts')).globLibrary(),
];

/** One part at a time: requests that have arrived are answered in between. */
export async function warm(): Promise<void> {
  for (const load of PARTS) {
    await turn();
    await load();
  }
}
