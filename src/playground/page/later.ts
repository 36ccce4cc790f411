/** The parts that the second script adds to the page. */
import type { Readers } from '../state/readers.ts';
import type { Background } from './background.ts';
import type { Example } from './examples.ts';

export interface Later {
  readonly examples: readonly Example[];
  readonly background: Background;
  readonly readers: Readers;
}

declare global {
  /** Set by the first script, called by the second one. */
  var extendPlayground: ((later: Later) => void) | undefined;
}
