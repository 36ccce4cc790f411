/** Checks the arguments of a call before it is sent and billed. */
import { type JsonObject, parsePattern } from '../index.ts';
import { readJson } from '../json.ts';
import { refuse, ValidationError } from './errors.ts';
import { Findings } from './model/finding.ts';
import {
  checkBusinessOption,
  checkName,
  diagnoseStream,
  type StreamDiagnosis,
  type StreamFinding,
} from './model/index.ts';
import type { Operation } from './operation.ts';
import type { Redactor } from './redact/redactor.ts';
import type { TransportName } from './transport/transport.ts';
import { wireBody } from './wire-body.ts';

type Body = Readonly<Record<string, unknown>>;

const NONE = { errors: 0, warnings: 0, infos: 0 };

export interface Approved {
  /** The document as it is sent. */
  readonly body: Body;
  /** Warnings and infos about the document. */
  readonly findings: readonly StreamFinding[];
}

/** @throws ValidationError when the document has errors */
export function approveStream(
  document: unknown,
  checked: { readonly operation: 'create' | 'update'; readonly transport: TransportName },
  operation: Operation,
  redactor: Redactor,
): Approved {
  return approve(document, diagnoseStream(document, checked), operation, redactor);
}

/** @throws ValidationError when the document has errors */
export function approveBusinessOption(document: unknown, redactor: Redactor): Approved {
  const found = { findings: checkBusinessOption(document), omitted: NONE };
  return approve(document, found, 'UpdateEventStreamingBusinessOption', redactor);
}

/** @throws ValidationError for a name against the rule */
export function approveName(name: unknown, operation: Operation, redactor: Redactor): void {
  throwErrors({ findings: checkName(name), omitted: NONE }, operation, redactor);
}

/** @throws ValidationError for a pattern with errors */
export function approvePattern(pattern: string | JsonObject, redactor: Redactor): string {
  const findings = new Findings({ EventPattern: pattern });
  const { diagnostics, omitted } = parsePattern(pattern);
  for (const diagnostic of diagnostics) {
    const { code, message: text, severity, hint, pointer: patternPointer } = diagnostic;
    findings.report('filter-pattern', ['EventPattern'], { code, text }, { severity, hint, patternPointer, diagnostic });
  }
  findings.omit(omitted);
  throwErrors(findings.diagnosis(), 'TestEventPattern', redactor);
  return typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
}

/** The JSON text of an event. @throws ValidationError for anything but a JSON object */
export function approveEvent(event: string | object): string {
  const text = typeof event === 'string' ? event : textOf(event);
  if (text === undefined || readJson(text).node?.kind !== 'object') {
    throw refuse(
      'the event is not a JSON object',
      'give the text of one, or an object of plain data',
      'TestEventPattern',
    );
  }
  return text;
}

function textOf(event: object): string | undefined {
  try {
    return JSON.stringify(event);
  } catch {
    return undefined;
  }
}

/** Codes of documents that cannot be copied as JSON. They are errors, so that nothing is sent. */
const UNREADABLE = new Set<string>(['not-json-value', 'too-deep', 'body-too-large', 'stream-not-object']);

function approve(document: unknown, found: StreamDiagnosis, operation: Operation, redactor: Redactor): Approved {
  const body = found.findings.some(({ code }) => UNREADABLE.has(code)) ? {} : wireBody(document as object);
  redactor.addFrom(body);
  return { body, findings: throwErrors(found, operation, redactor) };
}

function throwErrors(found: StreamDiagnosis, operation: Operation, redactor: Redactor): readonly StreamFinding[] {
  const findings = found.findings.map((finding) => redactor.finding(finding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return findings;
  const others = errors.length - 1 + found.omitted.errors;
  const more = others > 0 ? ` (and ${others} more)` : '';
  const place = first.pointer === '' ? '' : ` at \`${first.pointer}\``;
  throw new ValidationError(
    {
      code: 'InvalidRequest',
      message: `nothing was sent: ${first.message}${place}${more}`,
      operation,
      hint: first.hint ?? '`findings` has all of them',
    },
    findings,
  );
}
