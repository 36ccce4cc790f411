/** The exports of the module. */
export { scanAll } from './all';
export { isObjectText } from './check';
export { hashOfValue, placeOf } from './keys';
export { judgeLines, lineFeeds } from './lines';
export { hashOf, setSeed } from './trie';
export { answer, scan } from './walk';
