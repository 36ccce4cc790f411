/** Members of all answers of stream commands, since requests are billed, and those of several. */
import { answer, document, someErrors } from '../answer/answer.ts';
import { findingCode, fix, omitted, severity } from '../answer/finding.ts';
import {
  about,
  anyObject,
  boolean,
  constant,
  count,
  define,
  limited,
  list,
  type Members,
  nullable,
  number,
  object,
  position,
  type Shape,
  type Static,
  type StaticObject,
  text,
} from '../answer/shape.ts';

const integer: Shape<number> = { schema: { type: 'integer' } };

/** The last reply of the service. */
const outcome = {
  code: about(
    '`Success`, or what the service or the client calls the error; null when nothing was sent.',
    nullable(text),
  ),
  httpStatus: about('Of the last answer; null when none came.', nullable(integer)),
  requestId: about('Of the last answer, for the support of the service; null when it has none.', nullable(text)),
  retryable: about('Whether the same call may succeed later, and may be repeated without harm.', boolean),
};
export type ServiceOutcome = StaticObject<typeof outcome>;

const billed = { ...outcome, requests: about('How many were sent; each is billed, also one that fails.', count) };
const cost = about('Where a price of one request is known.', number);

/** An answer of a stream command. `T` is the command's own members; `respond` adds the outcome of the last call and the bill. */
export interface StreamAnswer<T> extends Shape<T> {
  readonly streamCommand: string;
}

/** `command` is the name after `stream`. */
export function streamAnswer<R extends Members, O extends Members = Record<never, never>>(
  command: string,
  required: R,
  optional?: O,
): StreamAnswer<StaticObject<R, O>> {
  const streamCommand = `stream ${command}`;
  const { schema } = answer(streamCommand, { ...required, ...billed }, { cost, ...optional });
  return { streamCommand, schema };
}

/** When a stream command failed. */
export const streamFailed = about(
  'The answer when a stream command failed.',
  document(
    limited({ pattern: '^stream ' }, text),
    billed,
    { cost, retryAfter: about('Milliseconds that the service asked to wait.', number) },
    someErrors,
  ),
);
export type StreamFailed = Static<typeof streamFailed>;

export const streamFinding = define(
  'streamFinding',
  object(
    {
      code: findingCode,
      severity,
      message: text,
      pointer: about('RFC 6901, into the stream document.', text),
      file: text,
      params: anyObject,
    },
    {
      hint: text,
      line: position,
      column: position,
      endLine: position,
      endColumn: position,
      patternPointer: about('RFC 6901, into the pattern inside FilterPattern.', text),
      fixes: about('Rewrites of the pattern; the first is the most likely.', list(fix)),
    },
  ),
);
export type StreamFindingReport = Static<typeof streamFinding>;

/** Members for a document that was checked. */
export const checkedDocument = { file: text, findings: list(streamFinding), omitted };
/** Members for a valid document. */
export const soundDocument = { ...checkedDocument, name: text, valid: constant(true) };

/** The answer to an invalid stream document: only `plan` and `apply` have sent requests. */
export function refusedAnswer(command: 'create' | 'update' | 'plan' | 'apply') {
  return streamAnswer(command, { ...checkedDocument, valid: constant(false) });
}

const verdict = object({ file: text, matches: boolean, offline: about('What this package says.', boolean) });
export type ServiceVerdict = Static<typeof verdict>;
export const streamMatchAnswer = streamAnswer('match', { pattern: text, events: list(verdict) });
