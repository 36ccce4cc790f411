/**
 * eb-pattern/json: the JSON reader of this package. It keeps offsets, duplicate members and the text of numbers.
 * This entry runs in Node and in a browser.
 * @module
 */
export { type LineColumn, lineColumn } from './pattern/format.ts';
export {
  type JsonArray,
  type JsonBoolean,
  type JsonMember,
  type JsonNode,
  type JsonNull,
  type JsonNumber,
  type JsonObjectNode,
  type JsonScalar,
  type JsonString,
  memberOf,
  printJson,
  type Range,
} from './pattern/json/node.ts';
export { type JsonProblem, type JsonResult, MAX_DEPTH, readJson } from './pattern/json/read.ts';
