/**
 * eb-pattern/convert: patterns and events of Alibaba Cloud EventBridge for Amazon EventBridge and back, and where their verdicts differ.
 * This entry runs in Node and in a browser.
 * @module
 */
export { type Conversion, convertPattern, type Unsaid } from './convert.ts';
export {
  type CloudCheck,
  type CloudDifference,
  crossCheckClouds,
  type UndecidedDifference,
} from './cross-check.ts';
export { convertEvent } from './event.ts';
export type { Side } from './names.ts';
