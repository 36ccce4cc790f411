/**
 * How a field reads an event: stepping by member name, and the meaning of arrays, objects and missing members (sections "what a field sees"
 * of the language). Parsed objects and JSON nodes have the same meaning.
 */
import { typeOf } from './arguments.ts';
import type { FieldTest } from './field.ts';
import { nodeFromValue } from './json/from-value.ts';
import type { JsonObjectNode } from './json/node.ts';
import { findJsonProblem, type JsonProblem, MAX_DEPTH, readJson } from './json/read.ts';
import { byteOffset, decodeUtf8, findInvalidUtf8 } from './json/utf8.ts';
import type { Predicate } from './operators/predicate.ts';
import { retype } from './value/java-numbers.ts';

/** The text of an event is not JSON, or not a JSON object. */
export class EventSyntaxError extends SyntaxError {
  /** The name of the class, also where several copies of this package are loaded. */
  override readonly name = 'EventSyntaxError';
  /** The offset of the error: an index into the string, or into the bytes. */
  readonly offset: number;
  /** The message without the offset. */
  readonly problem: string;

  /** `offset` is an index into the string, or into the bytes. */
  constructor(problem: string, offset: number) {
    super(`${problem} (at offset ${offset})`);
    this.offset = offset;
    this.problem = problem;
  }
}

/**
 * Reads an event from JSON text or its UTF-8 bytes.
 * @throws EventSyntaxError for text that is not JSON or not an object
 */
export function readEvent(source: string | Uint8Array): JsonObjectNode {
  if (typeof source === 'string') return readEventText(source, (offset) => offset);
  const invalid = findInvalidUtf8(source);
  if (invalid < 0) {
    const text = decodeUtf8(source);
    return readEventText(text, (offset) => byteOffset(text, offset));
  }
  // An error before the invalid byte is reported first, as a reader that goes from left to right would.
  const before = decodeUtf8(source.subarray(0, invalid));
  const problem = findJsonProblem(before);
  if (problem !== undefined && !problem.endsTooSoon) throw syntaxError(problem, byteOffset(before, problem.offset));
  throw new EventSyntaxError('the bytes are not UTF-8', invalid);
}

/**
 * Finds the error in text that a scanner rejected, without building nodes.
 * @throws EventSyntaxError for text that `readEvent` refuses
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

/** @throws TypeError unless it is an object that is not an array */
export function assertEvent(event: unknown): asserts event is object {
  if (typeof event === 'object' && event !== null && !Array.isArray(event)) return;
  throw new TypeError(`an event is an object, not ${typeOf(event)}; JSON text is matched by matchesJson`);
}

/** @throws TypeError unless it is a string or a Uint8Array */
export function assertEventText(event: unknown): asserts event is string | Uint8Array {
  if (typeof event === 'string' || event instanceof Uint8Array) return;
  throw new TypeError(
    `matchesJson takes JSON text or its UTF-8 bytes, not ${typeOf(event)}; a parsed event is matched by matches`,
  );
}

/**
 * The event as nodes. An object is read as plain JSON data, completely.
 * @throws EventSyntaxError, TypeError as matching does; also TypeError for an object nested deeper than `MAX_DEPTH` levels
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

/**
 * The value of an own enumerable member, or undefined. Inherited names such as `constructor` are not members, and inherited getters are not
 * run.
 */
export function memberValue(object: object, name: string): unknown {
  return isOwnEnumerable.call(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}

export function isSteppable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `undefined`, functions and symbols are not members, as in JSON.stringify. */
export function isMissing(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}

/** Tests the value of a field in a parsed event; undefined for a missing member. */
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

/**
 * Holds when all elements are scalars and at least one of them holds. Holes, undefined, functions and symbols count as null in an array.
 */
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
        // One object or array among the elements makes the field false, at any position.
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
    // Retyping leaves a 32-bit integer in its shortest text unchanged.
    if (text === undefined && (value | 0) === value) return number(value, undefined);
    const retyped = retype(text ?? JSON.stringify(value));
    return number(Number(retyped), retyped);
  };
}

/** The predicate of a field for a value that is the member itself, not an element of an array. */
export function memberPredicate({ predicate, retyped }: Pick<FieldTest, 'predicate' | 'retyped'>): Predicate {
  return retyped ? { ...predicate, number: retypedTest(predicate.number) } : predicate;
}
