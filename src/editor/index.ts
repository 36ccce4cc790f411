/**
 * eb-pattern/editor: functions for editors of patterns. They take text and return plain data; offsets are in UTF-16 code units.
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
export { coverageOf, type FieldCoverage, type PartCoverage, type PatternCoverage } from '../suite/coverage.ts';
export { SuiteError, type SuiteProblem } from '../suite/problem.ts';
export type { Origin } from '../suite/rows.ts';
export { readSuiteText as readSuite, runSuite, type SuiteOptions, type SuiteRun, type TestRun } from '../suite/run.ts';
export type { PlacedId, PlacedPointer, Routes, Suite, SuiteTest } from '../suite/suite.ts';
export type { PatternVerdict } from '../suite/verdict.ts';
export { type CompleteOptions, type Completion, type Completions, complete } from './complete.ts';
export { contextAt, type EditContext } from './context.ts';
export type { EventSource } from './event-values.ts';
export { explainPartial, type PartialExplanation, type UnreadField } from './explain-partial.ts';
export type { Insertion } from './insertion.ts';
export { type OperatorInfo, operatorsOf } from './operators.ts';
export { type ExpectedEvent, suiteOf } from './suite.ts';
export { underlineOf } from './underline.ts';
export { inWords, type Sentence, type WordPart } from './words.ts';
