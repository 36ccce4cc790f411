/** The exports of the module. */
export { scanAll } from './all';
export { isObjectText } from './check';
export { judgeLines, lineFeeds } from './lines';
export { hashOf, setSeed } from './trie';
export { scan } from './walk';
