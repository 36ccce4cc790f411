/** What the second script adds to the page once it is loaded. */
import type { ReadSuite, ReadYaml } from '../state/incoming.ts';
import type { Background } from './background.ts';
import type { Example } from './examples.ts';

export interface Later {
  readonly examples: readonly Example[];
  readonly background: Background;
  readonly readYaml: ReadYaml;
  readonly readSuite: ReadSuite;
}

declare global {
  /** Left by the first script for the second one. */
  var extendPlayground: ((later: Later) => void) | undefined;
}
