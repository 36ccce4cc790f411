/** The second script of the page: parts without which the page can start. */
import { catalogue } from '../../index.ts';
import type { Views } from '../page/page.ts';
import type { Readers } from '../state/readers.ts';
import { Compare } from './compare.tsx';
import { completionsOf } from './completion.ts';
import { Dialects } from './dialects.tsx';
import { examples } from './examples.ts';
import { Export } from './export.tsx';
import { Meaning } from './meaning.tsx';
import { Nearest } from './nearest.tsx';
import { patternsIn } from './patterns-in.ts';
import { Samples } from './samples.tsx';
import { suiteStates } from './suite.ts';
import { yamlTexts } from './yaml.ts';

const readers: Readers = { yaml: yamlTexts, suite: suiteStates, patterns: patternsIn };
const views: Views = { Nearest, Meaning, Dialects, Compare, Samples, Export };
globalThis.extendPlayground?.({ examples, background: catalogue, completionsOf, readers, views });
