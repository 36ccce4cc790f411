/** Entry point of this folder: the stream document, its tables and its check. */
export { asSent } from './as-sent.ts';
export { type StreamCode, streamCatalogue } from './catalogue.ts';
export {
  type CheckStreamOptions,
  checkBusinessOption,
  checkName,
  checkStream,
  diagnoseStream,
  LONG_BODY,
  MAX_BODY_BYTES,
} from './check.ts';
export type { StreamDiagnosis, StreamFinding } from './finding.ts';
export { type Family, streamSchema } from './schema.ts';
export { isSecretMember, isSecretPath, secretNames } from './secrets.ts';
export type { SinkType } from './sinks.ts';
export type { SourceType } from './sources.ts';
export type {
  BusinessOption,
  BusinessOptionDocument,
  EventStreamingDocument,
  RunOptions,
  Sink,
  Source,
  Transform,
} from './stream.ts';
export type { TargetParameter } from './target-parameter.ts';
