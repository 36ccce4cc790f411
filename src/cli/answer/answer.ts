/**
 * The documents of `--format json`. Each has `version` (increased when a member changes its meaning or is removed, not when one is added),
 * the `command`, and `errors`: the usage and input errors, which are also printed on standard error and make the exit code 2. A command
 * that could not start (the pattern of `match` is not valid) prints these three only. A usage error of the parser has no document.
 */
import type { Problem } from '../findings/failure.ts';
import { printableJson, type Terminal } from '../terminal/terminal.ts';
import type { Exact } from './exact.ts';
import { problem, reportProblems } from './finding.ts';
import {
  about,
  constant,
  define,
  limited,
  list,
  type Members,
  object,
  type Shape,
  type StaticObject,
  text,
} from './shape.ts';

const VERSION = 1;

/** The answer of a command. The schema is that of the whole document, `T` the argument of `writeAnswer`. */
export interface Answer<T> extends Shape<T> {
  readonly command: string;
}

export const errors = define(
  'errors',
  about('What kept a part of the question from being answered; then the exit code is 2.', list(problem)),
);
/** The errors of a document without other members: at least one. */
export const someErrors = limited({ minItems: 1 }, list(problem));

export function answer<R extends Members, O extends Members = Record<never, never>>(
  command: string,
  required: R,
  optional?: O,
): Answer<StaticObject<R, O>> {
  return named(command, document(constant(command), required, optional));
}

/** The same for several commands, whose names the shape describes. */
export function document<R extends Members, O extends Members = Record<never, never>>(
  command: Shape<string>,
  required: R,
  optional?: O,
  problems: typeof someErrors = errors,
): Shape<StaticObject<R, O>> {
  return object({ version: constant(VERSION), command, ...required, errors: problems }, optional);
}

export function named<T>(command: string, { schema }: Shape<T>): Answer<T> {
  return { command, schema };
}

/** The answer of a command that could not start. */
export const nothing = document(
  about('None of `stream`, whose answers say besides what is billed.', limited({ not: { pattern: '^stream ' } }, text)),
  {},
  {},
  someErrors,
);

/** Writes an answer. `problems` are its errors. */
export function writeAnswer<T, V>(
  { command }: Answer<T>,
  members: V & T & Exact<V, T>,
  { out }: { readonly out: Terminal },
  problems: readonly Problem[] = [],
): void {
  out.line(documentText(command, { ...members, errors: reportProblems(problems) }));
}

/** The same as text, without a line end. */
export function answerText<T, V>(
  { command }: Answer<T>,
  members: V & T & Exact<V, T>,
  problems: readonly Problem[] = [],
): string {
  return documentText(command, { ...members, errors: reportProblems(problems) });
}

/** Puts the head before members whose shape the caller has checked. */
export function documentText(command: string, members: object): string {
  return printableJson({ version: VERSION, command, ...members });
}
