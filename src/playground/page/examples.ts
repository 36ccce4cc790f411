/** The examples of the package, inserted when the page is built: the first one in the first script, the others in the second. */
import type { Shared } from '../state/fragment.ts';

export interface Example extends Shared {
  readonly title: string;
}

/** Defined by scripts/playground. */
declare const EXAMPLES: readonly Example[];

export const examples: readonly Example[] = EXAMPLES;
