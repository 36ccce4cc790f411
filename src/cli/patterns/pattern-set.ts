/** Sets of patterns. Their code is loaded with `import()`, since most runs have one pattern. */
import { PatternSet } from '../../index.ts';

export const patternSet: typeof PatternSet.from = (patterns, options) => PatternSet.from(patterns, options);
