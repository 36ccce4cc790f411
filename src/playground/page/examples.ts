/** The first example of the package, inserted when the page is built. The second script has the others. */
import type { Shared } from '../state/fragment.ts';

export interface Example extends Shared {
  readonly title: string;
}

/** Defined by scripts/playground. */
declare const EXAMPLE: Example;

export const example: Example = EXAMPLE;
