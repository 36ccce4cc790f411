/**
 * Compares a stream document with the existing stream: what an update would change, and whether the stream equals the document that
 * Create sent.
 */
import type { JsonSchema } from '../index.ts';
import { asSent, isSecretPath, streamSchema } from './model/index.ts';
import { HIDDEN } from './redact/redactor.ts';
import type { Stream } from './results.ts';
import { samePattern } from './same-pattern.ts';
import { type Scalar, scalarsOf } from './scalars.ts';

export interface Change {
  readonly kind: 'add' | 'change' | 'remove';
  /** RFC 6901, into the stream document. */
  readonly pointer: string;
  /** The member is secret: `before` and `after` are masked, and only show that the values differ. */
  readonly secret?: true;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Changes {
  /** In the order of the document, without FilterPattern. */
  readonly members: readonly Change[];
  /** Whether FilterPattern differs. */
  readonly pattern: boolean;
  /** Pointers of secrets that the service does not return: whether they would change is not known. */
  readonly unknown: readonly string[];
}

/** Placeholders that a service may return instead of a secret. */
const MASKED = /^[*•x]*$/i;

/** `present` is the existing stream; undefined where there is none. */
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

/**
 * JSON pointer to the first member of `sent` that differs in the stream, or undefined. Members that the service adds and secrets that it
 * does not return are no differences.
 */
export function firstDifference(sent: object, present: Stream): string | undefined {
  const { members, pattern } = changesOf(sent, present);
  return members.find(({ kind }) => kind !== 'remove')?.pointer ?? (pattern ? '/FilterPattern' : undefined);
}

/** Update does not take tags and Get does not return them: for an existing stream they are not compared. */
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

/** Whether leaving the member out means the same: it is empty, or the default that the reference documents. */
function isDefault({ path, value }: Scalar, schema: JsonSchema): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value === 'object') return true;
  const known = schemaAt(path, schema)?.default;
  return known !== undefined && String(known).toLowerCase() === String(value).toLowerCase();
}

/** Get returns these members, and no document sets them. */
const ONLY_RETURNED = new Set(['/Source/SourceSLSParameters/ConsumerGroup']);

/** Whether the service added the member: a stream document has none of this name, such as `Status`. */
function isOfService({ path, pointer }: Scalar, schema: JsonSchema): boolean {
  return ONLY_RETURNED.has(pointer) || schemaAt(path, schema) === undefined;
}

/** The schema of the value at a path: `{}` below an object that may have any member, undefined where no schema allows the path. */
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
