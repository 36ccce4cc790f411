import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects garbage, and lets registries finish what they have to do. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  for (let tries = 0; tries < 2; tries++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
