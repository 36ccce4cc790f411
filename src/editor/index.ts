/**
 * eb-pattern/editor: what an editor or a page needs while a pattern is written. Text in, plain data out; offsets are UTF-16 code units.
 * This entry runs in Node and in a browser.
 * @module
 */
export { type NodeAt, nodeAt, type PointerAt, pointerAt } from '../pattern/json/locate.ts';
export type {
  JsonHole,
  PartialArray,
  PartialJson,
  PartialMember,
  PartialNode,
  PartialObject,
  PartialString,
} from '../pattern/json/partial.ts';
export { readPartialJson } from '../pattern/json/partial.ts';
export { type PartialPattern, parsePartial } from '../pattern/partial.ts';
export { underlineOf } from './underline.ts';
