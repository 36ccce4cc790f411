/** The JavaScript engine: scans every text, and throws MALFORMED for text that is not JSON. */
import type { Engine } from '../engine.ts';
import { checkText } from './check.ts';
import { beginLeap, endLeap, leap } from './leap.ts';

export const javaScript: Engine = {
  scan(text, paths, mode) {
    if (mode === 'trusted') return beginLeap(text, paths);
    checkText(text, paths);
    return 'ended';
  },
  resume: leap,
  release: endLeap,
};
