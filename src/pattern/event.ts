/**
 * What a field sees in an event: stepping by member name, and the meaning of arrays, objects and missing members
 * (sections "what a field sees" of the language). An event comes as a parsed object or as JSON nodes; both mean the same.
 */
import { typeOf } from './arguments.ts';
import type { FieldTest } from './field.ts';
import { nodeFromValue } from './json/from-value.ts';
import type { JsonObjectNode } from './json/node.ts';
import { findJsonProblem, type JsonProblem, MAX_DEPTH, readJson } from './json/read.ts';
import { byteOffset, decodeUtf8, findInvalidUtf8 } from './json/utf8.ts';
import type { Predicate } from './operators/predicate.ts';
import { retype } from './value/java-numbers.ts';

/** The text of an event is not JSON, or is no JSON object. */
export class EventSyntaxError extends SyntaxError {
  override readonly name = 'EventSyntaxError';
  /** Where the text stops being an event: an index into the string, or into the bytes. */
  readonly offset: number;
  /** The message without the place. */
  readonly problem: string;

  constructor(problem: string, offset: number) {
    super(`${problem} (at offset ${offset})`);
    this.offset = offset;
    this.problem = problem;
  }
}

/**
 * The event of a JSON text or of its UTF-8 bytes.
 * @throws EventSyntaxError for what is not JSON, or is no object
 */
export function readEvent(source: string | Uint8Array): JsonObjectNode {
  if (typeof source === 'string') return readEventText(source, (offset) => offset);
  const invalid = findInvalidUtf8(source);
  if (invalid < 0) {
    const text = decodeUtf8(source);
    return readEventText(text, (offset) => byteOffset(text, offset));
  }
  // What stands before the invalid byte may be wrong already, and is then named first, as by a reader that goes from left to right.
  const before = decodeUtf8(source.subarray(0, invalid));
  const problem = findJsonProblem(before);
  if (problem !== undefined && !problem.endsTooSoon) throw syntaxError(problem, byteOffset(before, problem.offset));
  throw new EventSyntaxError('the bytes are not UTF-8', invalid);
}

/**
 * For text that a scanner stopped at: what is wrong with it, in the memory of the text alone.
 * @throws EventSyntaxError for what `readEvent` refuses
 */
export function refuseMalformed(source: string | Uint8Array): void {
  if (typeof source === 'string') refuseText(source, (offset) => offset);
  else if (findInvalidUtf8(source) < 0) {
    const text = decodeUtf8(source);
    refuseText(text, (offset) => byteOffset(text, offset));
  }
}

function refuseText(text: string, place: (offset: number) => number): void {
  const problem = findJsonProblem(text);
  if (problem !== undefined) throw syntaxError(problem, place(problem.offset));
  const start = text.search(/[^ \t\r\n]/);
  if (text[start] !== '{') throw new EventSyntaxError(NO_OBJECT, place(start));
}

const NO_OBJECT = 'an event is a JSON object';

function readEventText(text: string, place: (offset: number) => number): JsonObjectNode {
  const { node, problem } = readJson(text);
  if (problem !== undefined) throw syntaxError(problem, place(problem.offset));
  if (node.kind !== 'object') throw new EventSyntaxError(NO_OBJECT, place(node.range.start));
  return node;
}

function syntaxError({ kind, message }: JsonProblem, offset: number): EventSyntaxError {
  return new EventSyntaxError(
    kind === 'syntax' ? `the event is not JSON: ${message}` : `the event is ${kind === 'empty' ? 'empty' : message}`,
    offset,
  );
}

/** @throws TypeError for anything but an object: an array, a string, null */
export function assertEvent(event: unknown): asserts event is object {
  if (typeof event === 'object' && event !== null && !Array.isArray(event)) return;
  throw new TypeError(`an event is an object, not ${typeOf(event)}; JSON text is matched by matchesJson`);
}

/** @throws TypeError for anything but text and bytes: a parsed event, another view of a buffer */
export function assertEventText(event: unknown): asserts event is string | Uint8Array {
  if (typeof event === 'string' || event instanceof Uint8Array) return;
  throw new TypeError(
    `matchesJson takes JSON text or its UTF-8 bytes, not ${typeOf(event)}; a parsed event is matched by matches`,
  );
}

/**
 * The event as nodes, however it is given; an object is read as plain JSON data, to its end.
 * @throws EventSyntaxError, TypeError as matching does; also TypeError for an object nested deeper than the JSON reader goes
 */
export function eventNode(event: object | string | Uint8Array): JsonObjectNode {
  if (typeof event === 'string' || event instanceof Uint8Array) return readEvent(event);
  assertEvent(event);
  return nodeFromValue(event, (kind) => {
    if (kind === 'bigint') throw new TypeError('a BigInt is not JSON data');
    if (kind === 'depth') throw new TypeError(`the event is nested deeper than ${MAX_DEPTH} levels`);
    return undefined;
  }) as JsonObjectNode;
}

const isOwnEnumerable = Object.prototype.propertyIsEnumerable;

/** An own enumerable member, or undefined. Inherited names (`constructor`) are no members, and no inherited getter runs. */
export function memberValue(object: object, name: string): unknown {
  return isOwnEnumerable.call(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}

export function isSteppable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `undefined`, functions and symbols are no members, as for JSON.stringify. */
export function isMissing(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}

/** The test of a field on a value of a parsed event; undefined for a missing member. */
export function valueTest(test: FieldTest): (value: unknown) => boolean {
  const { predicate, missing } = test;
  const { string, number } = memberPredicate(test);
  return (value) => {
    switch (typeof value) {
      case 'string':
        return string(value);
      case 'number':
        return Number.isFinite(value) ? number(value, undefined) : predicate.null;
      case 'boolean':
        return value ? predicate.true : predicate.false;
      case 'object':
        if (value === null) return predicate.null;
        return Array.isArray(value) && someElement(predicate, value);
      case 'bigint':
        throw new TypeError('a BigInt is not JSON data');
      default:
        return missing;
    }
  };
}

/** Elements are all scalars and one of them holds. A hole, an undefined and a function are null in an array. */
function someElement(predicate: Predicate, elements: readonly unknown[]): boolean {
  let holds = false;
  for (const element of elements) {
    switch (typeof element) {
      case 'string':
        holds ||= predicate.string(element);
        break;
      case 'number':
        holds ||= Number.isFinite(element) ? predicate.number(element, undefined) : predicate.null;
        break;
      case 'boolean':
        holds ||= element ? predicate.true : predicate.false;
        break;
      case 'object':
        // An object or an array among the elements spoils the whole array, wherever it stands.
        if (element !== null) return false;
        holds ||= predicate.null;
        break;
      case 'bigint':
        throw new TypeError('a BigInt is not JSON data');
      default:
        holds ||= predicate.null;
    }
  }
  return holds;
}

function retypedTest(number: Predicate['number']): Predicate['number'] {
  return (value, text) => {
    // A 32-bit integer in its usual text is re-typed to itself.
    if (text === undefined && (value | 0) === value) return number(value, undefined);
    const retyped = retype(text ?? JSON.stringify(value));
    return number(Number(retyped), retyped);
  };
}

/** What a field's conditions say of a value that is the member itself. */
export function memberPredicate({ predicate, retyped }: Pick<FieldTest, 'predicate' | 'retyped'>): Predicate {
  return retyped ? { ...predicate, number: retypedTest(predicate.number) } : predicate;
}
