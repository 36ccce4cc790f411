/** The second script of the page: what it can begin without. */
import { catalogue } from '../../index.ts';
import { examples } from '../page/examples.ts';
import { suiteStates } from './suite.ts';
import { yamlTexts } from './yaml.ts';

globalThis.extendPlayground?.({ examples, background: catalogue, readYaml: yamlTexts, readSuite: suiteStates });
