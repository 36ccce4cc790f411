/**
 * The document that is sent against the stream that is there: what an update would change, and whether a stream is the
 * one that Create sent.
 */

import { asSent, isSecretPath, type JsonSchema, streamSchema } from './model/index.ts';
import { HIDDEN } from './redact/redactor.ts';
import type { Stream } from './results.ts';
import { samePattern } from './same-pattern.ts';
import { type Scalar, scalarsOf } from './scalars.ts';

export interface Change {
  readonly kind: 'add' | 'change' | 'remove';
  /** RFC 6901, into the stream document. */
  readonly pointer: string;
  /** Then both values are masked, and all that is told is that they differ. */
  readonly secret?: true;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Changes {
  /** In the order of the document, the pattern apart. */
  readonly members: readonly Change[];
  readonly pattern: boolean;
  /** Secrets that the service keeps to itself: whether they would change is not known. */
  readonly unknown: readonly string[];
}

/** What a service that hides secrets gives instead of them. */
const MASKED = /^[*•x]*$/i;

/** `present` is absent for a stream that does not exist yet. */
export function changesOf(document: object, present: Stream | undefined): Changes {
  const { FilterPattern: pattern, ...wanted } = withoutTags(asSent(document) as Record<string, unknown>, present);
  const { FilterPattern: before, ...there } = (present ?? {}) as Record<string, unknown>;
  const schema = streamSchema();
  const old = new Map(scalarsOf(there).map((scalar) => [scalar.pointer, scalar]));
  const members: Change[] = [];
  const unknown: string[] = [];
  for (const scalar of scalarsOf(wanted)) {
    const was = old.get(scalar.pointer);
    old.delete(scalar.pointer);
    if (was === undefined ? present !== undefined && isDefault(scalar, schema) : same(was.value, scalar.value))
      continue;
    const masked = was === undefined || isMasked(was.value) || scalar.value === HIDDEN;
    if (present !== undefined && isSecretPath(scalar.path) && masked) {
      unknown.push(scalar.pointer);
    } else members.push(changeOf(was, scalar));
  }
  if (present !== undefined) {
    for (const scalar of old.values()) {
      if (!isDefault(scalar, schema) && !isOfService(scalar, schema)) members.push(changeOf(scalar, undefined));
    }
  }
  return { members, pattern: present === undefined || !samePattern(before, pattern), unknown };
}

/** The pointer of the first member that was sent and is another one; what the service added is none, nor a secret that it keeps. */
export function firstDifference(sent: object, present: Stream): string | undefined {
  const { members, pattern } = changesOf(sent, present);
  return members.find(({ kind }) => kind !== 'remove')?.pointer ?? (pattern ? '/FilterPattern' : undefined);
}

/** Only Create takes tags, and Get does not tell them. */
function withoutTags(document: Record<string, unknown>, present: Stream | undefined): Record<string, unknown> {
  if (present === undefined) return document;
  const { Tags: _tags, Tag: _tag, ...rest } = document;
  return rest;
}

function changeOf(before: Scalar | undefined, after: Scalar | undefined): Change {
  const { pointer, path } = (after ?? before) as Scalar;
  const secret = isSecretPath(path);
  const shown = (scalar: Scalar): unknown => (secret && scalar.value !== '' ? HIDDEN : scalar.value);
  const kind = before === undefined ? 'add' : after === undefined ? 'remove' : 'change';
  return {
    kind,
    pointer,
    ...(secret ? { secret } : {}),
    ...(before === undefined ? {} : { before: shown(before) }),
    ...(after === undefined ? {} : { after: shown(after) }),
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isMasked(value: unknown): boolean {
  return value === null || (typeof value === 'string' && MASKED.test(value));
}

/** Absent and this mean the same: nothing, or the default that the reference documents. */
function isDefault({ path, value }: Scalar, schema: JsonSchema): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value === 'object') return true;
  const known = schemaAt(path, schema)?.default;
  return known !== undefined && String(known).toLowerCase() === String(value).toLowerCase();
}

/** Get tells this one, and no document sets it. */
const TOLD = new Set(['/Source/SourceSLSParameters/ConsumerGroup']);

/** What a document has no member for, the service has added: `Status`, say. */
function isOfService({ path, pointer }: Scalar, schema: JsonSchema): boolean {
  return TOLD.has(pointer) || schemaAt(path, schema) === undefined;
}

/** The schema of the value at a path; an open object knows all its members. */
function schemaAt(path: readonly string[], root: JsonSchema): JsonSchema | undefined {
  let at: JsonSchema | undefined = root;
  for (const name of path) {
    at = resolved(at, root);
    const { properties, items, type } = at as {
      properties?: Record<string, JsonSchema>;
      items?: JsonSchema;
      type?: unknown;
    };
    if (items !== undefined) at = items;
    else if (properties !== undefined) at = Object.hasOwn(properties, name) ? properties[name] : undefined;
    else at = type === undefined || type === 'object' || Array.isArray(type) ? {} : undefined;
    if (at === undefined) return undefined;
  }
  return { ...resolved(at, root), ...at };
}

function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  return (root.$defs as Record<string, JsonSchema>)[$ref.replace('#/$defs/', '')] ?? {};
}
