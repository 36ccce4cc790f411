/** The second script of the page: parts without which the page can start. */
import { catalogue } from '../../index.ts';
import { examples } from '../page/examples.ts';
import type { Readers } from '../state/readers.ts';
import { patternsIn } from './patterns-in.ts';
import { suiteStates } from './suite.ts';
import { yamlTexts } from './yaml.ts';

const readers: Readers = { yaml: yamlTexts, suite: suiteStates, patterns: patternsIn };
globalThis.extendPlayground?.({ examples, background: catalogue, readers });
