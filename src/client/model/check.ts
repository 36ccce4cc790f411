/** Checks stream documents offline, for the client and the command line. */
import type { Dialect, DialectName } from '../../index.ts';
import { MAX_DEPTH } from '../../json.ts';
import { Findings, type ReportFinding, type StreamDiagnosis, type StreamFinding } from './finding.ts';
import { nameProblem } from './name.ts';
import { checkPattern } from './pattern-rules.ts';
import { readPlain, type Unreadable } from './read.ts';
import { Rules } from './rules.ts';
import type { Struct } from './shape.ts';
import { businessOptionDocument, type DocumentOperation, documents } from './stream.ts';
import { describe, translate } from './translate.ts';
import { base, businessOption, openapiV2, others, type Validator } from './validators.generated.js';

/** Bytes of a request's body; 100 KB in the reference. */
export const MAX_BODY_BYTES = 102_400;
/** Characters of a request's body: the lower of the two limits that the reference has. */
export const LONG_BODY = 8192;

/** Options of `checkStream`. */
export interface CheckStreamOptions {
  /** The operation that would send the document: `create` or `update`. */
  readonly operation: DocumentOperation;
  /** The transport that would send it, some of which refuse or require other members. Default `rest`. */
  readonly transport?: 'rest' | 'openapi-v2' | 'rpc' | 'api' | undefined;
  /** The language of FilterPattern; default `aliyun`. */
  readonly dialect?: DialectName | Dialect | undefined;
  /** Extension attributes of events, besides those of the dialect. */
  readonly extensions?: readonly string[] | undefined;
}

/**
 * The findings on a stream document, in the order of the document; at most 100, and of more the errors first. It does not throw for any
 * document, and shows no secret. Time is linear in the document, of which at most 1 MiB is read.
 * @throws TypeError for a dialect or an operation that does not exist
 */
export function checkStream(document: unknown, options: CheckStreamOptions): readonly StreamFinding[] {
  return diagnoseStream(document, options).findings;
}

/**
 * As `checkStream`, with the number of findings that were left out.
 * @throws TypeError for a dialect or an operation that does not exist
 */
export function diagnoseStream(document: unknown, options: CheckStreamOptions): StreamDiagnosis {
  const operations = Object.keys(documents);
  if (typeof options !== 'object' || options === null || !operations.includes(options.operation)) {
    throw new TypeError(
      `a stream is checked for an operation: give \`{ operation }\`, one of ${operations.join(', ')}`,
    );
  }
  const { operation, transport = 'rest', dialect, extensions } = options;
  const dataPlane = transport === 'openapi-v2';
  const validators = [base, dataPlane ? openapiV2 : others];
  return checkDocument(document, documents[operation], validators, !dataPlane, (stream, findings) => {
    checkUpdate(stream, operation, findings.report);
    checkPattern(stream, { dialect, extensions }, findings);
  });
}

/** The findings on the document of UpdateEventStreamingBusinessOption. */
export function checkBusinessOption(document: unknown): readonly StreamFinding[] {
  return checkDocument(document, businessOptionDocument, [businessOption], false, () => {}).findings;
}

/** The findings on the name of a stream, for operations that have only a name; their pointer is `/EventStreamingName`. */
export function checkName(name: unknown): readonly StreamFinding[] {
  const findings = new Findings({});
  const path = ['EventStreamingName'];
  if (typeof name !== 'string') findings.report('wrong-type', path, { expected: 'a string', found: describe(name) });
  else {
    const problem = nameProblem(name);
    if (problem !== undefined) findings.report('invalid-name', path, { problem });
    warnOfUnderscore({ EventStreamingName: name }, findings.report);
  }
  return findings.diagnosis().findings;
}

type Values = Readonly<Record<string, unknown>>;

function checkDocument(
  document: unknown,
  table: Struct,
  validators: readonly Validator[],
  starsWarn: boolean,
  more: (stream: Values, findings: Findings) => void,
): StreamDiagnosis {
  const { value, problems } = readPlain(document);
  // Without the document, because reading it again for the order may throw; the problems are in order already.
  const findings = new Findings(problems.length > 0 ? undefined : value);
  for (const problem of problems) reportUnreadable(problem, findings.report);
  if (problems.length > 0 || !isDocument(value, findings.report)) return findings.diagnosis();
  for (const validate of validators) {
    if (!validate(value)) translate(validate.errors ?? [], value, table, findings.report);
  }
  new Rules(findings.report, { starsWarn }).check(value, table, []);
  warnOfUnderscore(value, findings.report);
  more(value, findings);
  checkSize(value, findings.report);
  return findings.diagnosis();
}

function isDocument(value: unknown, report: ReportFinding): value is Values {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
  const found = value === undefined ? 'nothing' : describe(value);
  const hint = typeof value === 'string' ? 'read the text as JSON first' : undefined;
  report('stream-not-object', [], { found }, { hint });
  return false;
}

function reportUnreadable(problem: Unreadable, report: ReportFinding): void {
  if (problem.kind === 'not-json') report('not-json-value', problem.path, { found: problem.found });
  else if (problem.kind === 'too-deep') report('too-deep', problem.path, { limit: MAX_DEPTH });
  else report('body-too-large', problem.path, { limit: MAX_BODY_BYTES });
}

function warnOfUnderscore({ EventStreamingName: name }: Values, report: ReportFinding): void {
  if (typeof name === 'string' && name.includes('_') && nameProblem(name) === undefined) {
    report('underscore-in-name', ['EventStreamingName'], { name });
  }
}

function checkUpdate({ FilterPattern: pattern }: Values, operation: DocumentOperation, report: ReportFinding): void {
  if (operation !== 'update' || (pattern !== undefined && pattern !== '')) return;
  const hint = 'write the pattern that the stream has, or "{}" to let every event pass';
  report('update-without-pattern', pattern === undefined ? [] : ['FilterPattern'], {}, { hint });
}

function checkSize(stream: Values, report: ReportFinding): void {
  const text = JSON.stringify(stream);
  if (new TextEncoder().encode(text).length > MAX_BODY_BYTES) report('body-too-large', [], { limit: MAX_BODY_BYTES });
  else if (text.length > LONG_BODY) report('long-body', [], { length: text.length, limit: LONG_BODY });
}
