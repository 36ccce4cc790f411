/**
 * eb-pattern: reads, checks, compiles, matches and explains the filter patterns of event buses.
 * This entry runs in Node and in a browser.
 * @module
 */
export type { Answer, Witness } from './pattern/analysis/answer.ts';
export {
  type DialectDifference,
  type DialectDifferenceOptions,
  dialectDifference,
} from './pattern/analysis/dialect-difference.ts';
export { diff, type PatternDiff } from './pattern/analysis/diff.ts';
export { type Change, type NearestMatch, nearestMatch } from './pattern/analysis/nearest.ts';
export { type NearestPattern, nearestPatterns, type PatternStep } from './pattern/analysis/nearest-pattern.ts';
export { type Overlap, type OverlapOptions, overlaps } from './pattern/analysis/overlaps.ts';
export type { EditKind } from './pattern/analysis/pattern-edits.ts';
export { type Disjoint, disjoint, equivalent, implies, neverMatches } from './pattern/analysis/questions.ts';
export { type Redundant, redundant } from './pattern/analysis/redundant.ts';
export { type NearMiss, nearMisses, type SampleOptions, sample } from './pattern/analysis/sample.ts';
export type { AnalysisOptions } from './pattern/analysis/subject.ts';
export type {
  AwsConditions,
  AwsExclusions,
  AwsOperands,
  AwsPattern,
  IgnoringCase,
  OneOf,
} from './pattern/aws-pattern.ts';
export { catalogue } from './pattern/catalogue.ts';
export {
  type CrossCheck,
  type CrossCheckOptions,
  crossCheck,
  crossChecker,
  type FieldDifference,
  type Verdict,
} from './pattern/cross-check.ts';
export type { Code, Diagnostic, Edit, Fix, Related } from './pattern/diagnostic.ts';
export {
  aliyun,
  aws,
  type Dialect,
  type DialectName,
  dialects,
  type RuleName,
  type Rules,
  relatedDialects,
  rocketmq,
  ruleSentences,
  type Support,
} from './pattern/dialect.ts';
export { EventSyntaxError } from './pattern/event.ts';
export type {
  AlternativeExplanation,
  ConditionExplanation,
  EventPlace,
  Explanation,
  FailedValue,
  FieldExplanation,
  PatternPlace,
  Seen,
} from './pattern/explain/explanation.ts';
export type { Missing } from './pattern/explain/missing.ts';
export type {
  Conditions,
  Fields,
  FilterPattern,
  NegatedCondition,
  OperatorCondition,
} from './pattern/filter-pattern.ts';
export { type Entry, type Finding, MAX_DIAGNOSTICS, type Omitted, type Severity } from './pattern/finding.ts';
export { applyEdits, applyFix } from './pattern/fix/apply.ts';
export { type FormatOptions, formatDiagnostic, type LineColumn } from './pattern/format.ts';
export type {
  JsonArray,
  JsonBoolean,
  JsonMember,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObjectNode,
  JsonScalar,
  JsonString,
  Range,
} from './pattern/json/node.ts';
export { appendPointer, parsePointer, pointerTo } from './pattern/json/pointer.ts';
export { compilePattern, type Matcher, type MatchOptions, PatternError } from './pattern/matcher.ts';
export { type Mutant, mutants } from './pattern/mutants.ts';
export { operatorNames } from './pattern/operators/index.ts';
export type { JsonSchema } from './pattern/operators/operator.ts';
export {
  type JsonObject,
  type JsonValue,
  type ParseResult,
  type PatternInput,
  type PatternOptions,
  parsePattern,
} from './pattern/parse.ts';
export { type Condition, type Field, isPattern, type Pattern } from './pattern/pattern.ts';
export { printCondition, printConditions, printPattern } from './pattern/print.ts';
export { type Reason, type ReasonCode, type ReasonParams, type ReasonValues, reasonTexts } from './pattern/reasons.ts';
export { patternSchema } from './pattern/schema.ts';
export { DuplicateIdError, PatternSet } from './pattern/set/pattern-set.ts';
export { type Anchor, type CodeDifference, type LookAlike, lookAlike } from './pattern/value/look-alike.ts';
