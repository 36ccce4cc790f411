/** The examples of the package after the first one, inserted when the page is built. */
import type { Example } from '../page/examples.ts';

/** Defined by scripts/playground. */
declare const EXAMPLES: readonly Example[];

export const examples: readonly Example[] = EXAMPLES;
